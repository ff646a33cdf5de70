// A cached function: a stand-in that answers from its results, with methods to look into them and to drop them.

import type { Callable } from "../callable.ts";
import type { Identities } from "../fingerprint/beyond.ts";
import type { Bytes } from "../units.ts";
import { type CallContext, cachedCall, keptEntry } from "./call.ts";
import { entrySize } from "./copies.ts";
import { keyedCall } from "./inputs.ts";
import { GLOBAL_THIS, NO_RECEIVER } from "./key.ts";
import { likeness } from "./mimic.ts";
import { clearShelf, discard, foundNow, type Place, placeOf } from "./persistence.ts";
import { dropEntry } from "./recency.ts";
import { type CacheInfo, type Entry, entriesOf, entryCount, type Results } from "./results.ts";
import { answeringFunction } from "./stand-in.ts";

/** What `cache` adds to a function. */
export interface CacheControls<F extends Callable> {
  /** Counters: hits, misses, entries, bytes, time spent and saved. */
  info(): CacheInfo;
  /** Whether a result for these arguments is kept or being computed. */
  has(...args: Parameters<F>): boolean;
  /** The result for these arguments if one is kept; undefined if not. Nothing runs, and nothing is counted. */
  peek(...args: Parameters<F>): ReturnType<F> | undefined;
  /** Drops the result for these arguments, in the store too. True if there was one. */
  forget(...args: Parameters<F>): boolean;
  /** Computes the result for these arguments anew, and keeps it. */
  refresh(...args: Parameters<F>): ReturnType<F>;
  /** Drops all results, in the store those that fit now; the counters stay. */
  clear(): void;
  /** The function behind the cache, in its newest evaluation. */
  readonly original: F;
}

/** A function with a cache: called like the function, its overloads and type parameters included. */
export type Cached<F extends Callable> = F & CacheControls<F>;

/** What a cached function is made of. */
export interface CachedParts<F extends Callable> extends CallContext {
  /** The function to run, asked for at each miss: a shell may point to a newer one by then. */
  readonly target: () => F;
  /** Whether `this` can matter to the result. */
  readonly usesReceiver: () => boolean;
  /** Whether `this` may be the global object in a call without a receiver, and matter to the result. */
  readonly usesGlobalThis: () => boolean;
  /** Drops all results. */
  readonly clear: () => void;
  /** Makes a function of ours known by name, so that nobody depends on how it works. */
  readonly note: (fn: object, name: string) => void;
}

/** A stand-in for `looks` that answers from its results. */
export function cachedFunction<F extends Callable>(looks: F, parts: CachedParts<F>): Cached<F> {
  const { target } = parts;
  const receiverIn = (receiver: unknown): unknown => {
    if (receiver === undefined) return parts.usesGlobalThis() ? GLOBAL_THIS : NO_RECEIVER;
    return parts.usesReceiver() ? receiver : NO_RECEIVER;
  };
  const run = (receiver: unknown, args: readonly unknown[]): unknown =>
    Reflect.apply(target(), receiver, args);
  const call = (receiver: unknown, args: readonly unknown[]): unknown =>
    cachedCall(parts, args, receiverIn(receiver), () => run(receiver, args));

  const controls = {
    info: () => cacheInfo(parts),
    has: (...args: readonly unknown[]) =>
      keptEntry(parts, args, NO_RECEIVER) !== undefined || stored(parts, args) !== undefined,
    peek: (...args: readonly unknown[]) => {
      const entry = keptEntry(parts, args, NO_RECEIVER);
      return entry === undefined ? stored(parts, args)?.value : shown(entry);
    },
    forget: (...args: readonly unknown[]) => forgotten(parts, args),
    refresh: (...args: readonly unknown[]) => {
      forgotten(parts, args);
      return call(undefined, args);
    },
    clear: () => {
      const shelf = parts.shelf();
      if (shelf !== undefined) clearShelf(shelf);
      parts.clear();
    },
  };

  const cached = likeness(looks, answeringFunction(parts, call));
  for (const [name, value] of Object.entries(controls)) {
    parts.note(value, `cache.${name}`);
    Object.defineProperty(cached, name, { value, writable: true, configurable: true });
  }
  parts.note(target, "cache.original");
  Object.defineProperty(cached, "original", { get: target, configurable: true });
  return cached as Cached<F>;
}

/** The counters of a cache, and the results that fit what it depends on now. */
export function cacheInfo({ counters, present, arguments: { identities } }: CallContext): CacheInfo {
  const { hits, misses, spent, saved } = counters;
  const now = present(false);
  const results = now.kind === "kept" ? now.results : undefined;
  return {
    hits,
    misses,
    entries: results === undefined ? 0 : entryCount(results),
    bytes: results === undefined ? 0 : sizeOf(results, identities),
    spent,
    saved: saved / 1000,
  };
}

/** What a caller would get of an entry. */
function shown({ outcome, copy }: Entry): unknown {
  switch (outcome.kind) {
    case "value":
      return copy === undefined ? outcome.value : copy();
    case "promise":
      return copy === undefined ? outcome.promise : outcome.promise.then(copy);
    case "recording":
      return outcome.recording.reader();
    case "error":
      return undefined;
  }
}

/** What the store has of a call, from a store that answers at once. */
function stored(context: CallContext, args: readonly unknown[]): { readonly value: unknown } | undefined {
  const place = placeOfCall(context, args);
  const found = place && foundNow(place);
  return found && { value: found.isPromise ? Promise.resolve(found.value) : found.value };
}

function placeOfCall(context: CallContext, args: readonly unknown[]): Place | undefined {
  const shelf = context.shelf();
  if (shelf === undefined || context.present(false).kind === "none") return undefined;
  const rules = context.rules();
  return placeOf(shelf, keyedCall(context, rules, args, NO_RECEIVER), rules.ttl);
}

function forgotten(context: CallContext, args: readonly unknown[]): boolean {
  const place = placeOfCall(context, args);
  const isStored = place !== undefined && foundNow(place) !== undefined;
  if (place !== undefined) discard(place);
  const entry = keptEntry(context, args, NO_RECEIVER);
  if (entry === undefined) return isStored;
  dropEntry(context.recency, entry);
  return true;
}

function sizeOf(results: Results, identities: Identities): Bytes {
  let total = 0;
  for (const entry of entriesOf(results)) {
    const { outcome } = entry;
    total += entrySize(entry, outcome.kind === "value" ? outcome.value : undefined, identities);
  }
  return total;
}
