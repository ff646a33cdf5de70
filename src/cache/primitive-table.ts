// Results by one primitive argument. What a hit needs lies together, apart from the entries: a table of many results is then
// read from a fraction of the memory that those take.

import type { Count } from "../units.ts";
import { deletePlace, emptyPlaces, type Places, placeOf, putPlace } from "./places.ts";
import type { Entry } from "./results.ts";

/** A place for each argument. */
export interface PrimitiveTable {
  readonly places: Places;
  /** By place. */
  readonly entries: (Entry | undefined)[];
  /** At twice the place, how long the result took, if it is a primitive and there; after that, the result. */
  readonly ready: unknown[];
  /** Places that are free again. */
  readonly free: Count[];
}

export function emptyPrimitiveTable(): PrimitiveTable {
  return { places: emptyPlaces(), entries: [], ready: [], free: [] };
}

export function entryOfPrimitive({ places, entries }: PrimitiveTable, value: unknown): Entry | undefined {
  const place = placeOf(places, value);
  return place === undefined ? undefined : entries[place];
}

/** Puts an entry in its place. */
export function putPrimitive(table: PrimitiveTable, value: unknown, entry: Entry): void {
  const { places, entries, free } = table;
  const known = placeOf(places, value);
  const place = known ?? free.pop() ?? entries.length;
  if (known === undefined) putPlace(places, value, place);
  entries[place] = entry;
  setReady(table, place, entry);
}

/** Notes that the result of an entry is there. */
export function readyPrimitive(table: PrimitiveTable, value: unknown, entry: Entry): void {
  const place = placeOf(table.places, value);
  if (place !== undefined && table.entries[place] === entry) setReady(table, place, entry);
}

function setReady({ ready }: PrimitiveTable, place: Count, entry: Entry): void {
  const isReady = entry.took !== undefined && entry.isPrimitive;
  ready[2 * place] = isReady ? entry.took : undefined;
  ready[2 * place + 1] = isReady ? entry.value : undefined;
}

/** Takes the entry of an argument away. */
export function deletePrimitive({ places, entries, ready, free }: PrimitiveTable, value: unknown): void {
  const place = placeOf(places, value);
  if (place === undefined) return;
  deletePlace(places, value);
  entries[place] = undefined;
  ready[2 * place] = undefined;
  ready[2 * place + 1] = undefined;
  free.push(place);
}

export function* primitiveEntries({ entries }: PrimitiveTable): Generator<Entry> {
  for (const entry of entries) if (entry !== undefined) yield entry;
}
