// The results that a cached function has kept, by key. Plain data, so that every copy of the library in a process can read
// it.

import type { Bytes, Count, Microseconds, Milliseconds } from "../units.ts";
import type { KeptKey } from "./key.ts";
import { areTokens, type Tokens } from "./plain-tokens.ts";
import {
  deletePrimitive,
  emptyPrimitiveTable,
  entryOfPrimitive,
  type PrimitiveTable,
  primitiveEntries,
  putPrimitive,
} from "./primitive-table.ts";
import type { Recording } from "./recording.ts";

/** What became of a call. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  /** What it threw, where errors are kept. */
  | { readonly kind: "error"; readonly error: unknown }
  /** The promise of an async function. */
  | { readonly kind: "promise"; readonly promise: Promise<unknown> }
  /** What an iterator gave so far. */
  | { readonly kind: "recording"; readonly recording: Recording };

/** One kept result. */
export interface Entry {
  // What a hit looks at comes first, so that it lies together in memory.
  /** The result itself, where the outcome is a value. */
  readonly value: unknown;
  /** How long it took; of a call that still runs, undefined. Whole, since that takes no object of its own. */
  took: Microseconds | undefined;
  /** Whether the result is a primitive, so that a hit need not look further. */
  readonly isPrimitive: boolean;
  /** The next one of the same hash. */
  sameHash: Entry | undefined;
  /** Those of its key, if that has any. */
  readonly tokens: readonly unknown[];
  readonly key: KeptKey;
  readonly table: Results;
  readonly outcome: Outcome;
  /** When it was kept, by the monotonic clock. */
  at: Milliseconds;
  /** Estimated size; 0 where nobody asked for it. */
  size: Bytes;
  /** False once a running call turned out to give what only one caller can use. */
  isShareable: boolean;
  /** Whether callers could change it. */
  isObject: boolean;
  /** Gives the path to what callers changed in the result, if anything; undefined where that is not asked. */
  changed: (() => string | undefined) | undefined;
  /** Gives a copy of the result for one caller. */
  copy: (() => unknown) | undefined;
  /** Whether it is dropped; a call that runs must not bring it back. */
  isDropped: boolean;
  /** Whether it is in the list by last use. */
  isListed: boolean;
  newer: Entry | undefined;
  older: Entry | undefined;
}

/** The results that belong to one state of what a function depends on. */
export interface Results {
  /** Of calls with one primitive argument, by that argument (but -0). */
  readonly byPrimitive: PrimitiveTable;
  /** Of calls with few and small plain arguments, by the hash of their tokens; entries of one hash form a chain. */
  readonly byTokens: Map<Count, Entry>;
  /** All others, by the canonical bytes of the call. */
  readonly byBytes: Map<string, Entry>;
  /** Of calls of methods, by the number of the receiver. */
  readonly byReceiver: Map<Count, Results>;
  /** How many there are, or are being computed. */
  count: Count;
}

/** What a function depends on now. */
export type Present =
  /** `changes` grows whenever something else is found than before. */
  | { readonly kind: "kept"; readonly results: Results; readonly changes: Count }
  /** Nothing can be kept: `cause` says why, in words. */
  | { readonly kind: "none"; readonly cause: string };

/** What answers most calls, while nothing more must be looked at. */
export interface Quick {
  /** Undefined where more must be looked at. */
  results: Results | undefined;
  /** Whether what they depend on is as it was; undefined where nothing can change. */
  isCurrent: (() => boolean) | undefined;
  /** How many arguments the function can see; undefined if it may see all, and their number. */
  seen: Count | undefined;
}

/** What a cache has done so far. */
export interface Counters {
  hits: Count;
  misses: Count;
  spent: Milliseconds;
  saved: Microseconds;
  /** How long the latest run took. */
  last: Milliseconds | undefined;
  /** Calls that could not be cached, by their cause in words. */
  readonly uncached: Map<string, Count>;
  /** What callers changed in kept results, in words. */
  readonly changed: Set<string>;
  /** Called after each hit with the time it saved. */
  onHit: ((saved: Milliseconds) => void) | undefined;
}

/** Counters of a cache. */
export interface CacheInfo {
  readonly hits: Count;
  readonly misses: Count;
  readonly entries: Count;
  /** Estimated size of keys and results, from their canonical encoding. Functions and handles count as nothing. */
  readonly bytes: Bytes;
  /** Time spent computing what was missed. */
  readonly spent: Milliseconds;
  /** Time that the hits would have taken: for each, the time its result once took. */
  readonly saved: Milliseconds;
}

export function emptyResults(): Results {
  return {
    byPrimitive: emptyPrimitiveTable(),
    byTokens: new Map(),
    byBytes: new Map(),
    byReceiver: new Map(),
    count: 0,
  };
}

export function freshCounters(): Counters {
  return {
    hits: 0,
    misses: 0,
    spent: 0,
    saved: 0,
    last: undefined,
    uncached: new Map(),
    changed: new Set(),
    onHit: undefined,
  };
}

/** The kept result of a key. */
export function entryAt(results: Results, key: KeptKey): Entry | undefined {
  const table = key.receiver === undefined ? results : results.byReceiver.get(key.receiver);
  if (table === undefined) return undefined;
  switch (key.kind) {
    case "primitive":
      return entryOfPrimitive(table.byPrimitive, key.value);
    case "tokens":
      return entryOfTokens(table.byTokens, {
        hash: key.hash,
        list: key.tokens,
        length: key.tokens.length,
      });
    case "bytes":
      return table.byBytes.get(key.value);
  }
}

/** The entry of some tokens, among those with their hash. Where V8 knows that a number is whole, it looks it up without a call. */
export function entryOfTokens(chains: ReadonlyMap<Count, Entry>, tokens: Tokens): Entry | undefined {
  for (let at = chains.get(tokens.hash | 0); at !== undefined; at = at.sameHash)
    if (areTokens(at.tokens, tokens)) return at;
  return undefined;
}

/** The table that the results of a receiver are in. */
export function tableOf(results: Results, receiver: Count | undefined): Results {
  if (receiver === undefined) return results;
  const table = results.byReceiver.get(receiver) ?? emptyResults();
  results.byReceiver.set(receiver, table);
  return table;
}

/** Puts an entry in the place of its key. */
export function putEntry(entry: Entry): void {
  const { table, key } = entry;
  table.count++;
  switch (key.kind) {
    case "primitive":
      putPrimitive(table.byPrimitive, key.value, entry);
      return;
    case "bytes":
      table.byBytes.set(key.value, entry);
      return;
    case "tokens":
      entry.sameHash = table.byTokens.get(key.hash);
      table.byTokens.set(key.hash, entry);
  }
}

/** Takes an entry from the place of its key, if it is there. */
export function removeEntry(entry: Entry): void {
  const { table, key } = entry;
  if (entry.isDropped) return;
  entry.isDropped = true;
  table.count--;
  switch (key.kind) {
    case "primitive":
      deletePrimitive(table.byPrimitive, key.value);
      return;
    case "bytes":
      table.byBytes.delete(key.value);
      return;
    case "tokens":
      unchain(table.byTokens, key.hash, entry);
  }
}

function unchain(chains: Map<Count, Entry>, hash: Count, entry: Entry): void {
  const first = chains.get(hash);
  if (first === entry) {
    if (entry.sameHash === undefined) chains.delete(hash);
    else chains.set(hash, entry.sameHash);
    return;
  }
  for (let at = first; at !== undefined; at = at.sameHash)
    if (at.sameHash === entry) at.sameHash = entry.sameHash;
}

/** How many results are kept or being computed. */
export function entryCount({ count, byReceiver }: Results): Count {
  let total = count;
  for (const table of byReceiver.values()) total += entryCount(table);
  return total;
}

/** All entries, in no particular order. */
export function* entriesOf({ byPrimitive, byTokens, byBytes, byReceiver }: Results): Generator<Entry> {
  yield* primitiveEntries(byPrimitive);
  for (const first of byTokens.values())
    for (let at: Entry | undefined = first; at !== undefined; at = at.sameHash) yield at;
  yield* byBytes.values();
  for (const table of byReceiver.values()) yield* entriesOf(table);
}
