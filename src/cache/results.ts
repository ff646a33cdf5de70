// The results that a cached function has kept, and what they were worth. Plain data, so that every copy of the library
// in a process can read it.

import type { Bytes, Count, Milliseconds } from "../units.ts";

/** One kept result. */
export interface Entry {
  /** What the function returned; for an async function, its promise. */
  readonly value: unknown;
  /** How long it took; of a running call, undefined. */
  took: Milliseconds | undefined;
  /** False once a running call turned out to give what only one caller can use. */
  isShareable: boolean;
}

/** The results that belong to one state of what a function depends on. */
export interface Results {
  /** Results of calls with one primitive argument, by that argument (but -0, which a Map takes for 0). */
  readonly byPrimitive: Map<unknown, Entry>;
  /** All others, by the canonical bytes of the call. */
  readonly byBytes: Map<string, Entry>;
}

/** What a function depends on now. */
export type Present =
  /** `changes` grows whenever something else is found than before. */
  | { readonly kind: "kept"; readonly results: Results; readonly changes: Count }
  /** Nothing can be kept: `cause` says why, in words. */
  | { readonly kind: "none"; readonly cause: string };

/** What a cache has done so far. */
export interface Counters {
  hits: Count;
  misses: Count;
  spent: Milliseconds;
  saved: Milliseconds;
  /** Calls that could not be cached, by their cause in words. */
  readonly uncached: Map<string, Count>;
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
  return { byPrimitive: new Map(), byBytes: new Map() };
}

export function clearResults({ byPrimitive, byBytes }: Results): void {
  byPrimitive.clear();
  byBytes.clear();
}

export function freshCounters(): Counters {
  return { hits: 0, misses: 0, spent: 0, saved: 0, uncached: new Map(), onHit: undefined };
}

/** How many results are kept or being computed. */
export function entryCount({ byPrimitive, byBytes }: Results): Count {
  return byPrimitive.size + byBytes.size;
}

/** Copies finished results that `to` does not have; those it has are newer. */
export function copyResults(from: Results, to: Results): void {
  copyTable(from.byPrimitive, to.byPrimitive);
  copyTable(from.byBytes, to.byBytes);
}

function copyTable<K>(from: ReadonlyMap<K, Entry>, to: Map<K, Entry>): void {
  for (const [key, entry] of from) if (entry.took !== undefined && !to.has(key)) to.set(key, entry);
}
