// A cached function: a stand-in that answers from its results, with methods to look into them and to drop them.

import type { Callable } from "../callable.ts";
import type { Identities } from "../fingerprint/beyond.ts";
import { ByteWriter } from "../fingerprint/bytes.ts";
import { writeValue } from "../fingerprint/value-bytes.ts";
import type { Bytes } from "../units.ts";
import { type CallContext, cachedCall, forgottenEntry, keptEntry } from "./call.ts";
import { NO_RECEIVER } from "./key.ts";
import { mimic } from "./mimic.ts";
import { type CacheInfo, entryCount, type Results } from "./results.ts";

/** What `cache` adds to a function. */
export interface CacheControls<F extends Callable> {
  /** Counters: hits, misses, entries, bytes, time spent and saved. */
  info(): CacheInfo;
  /** Whether a result for these arguments is kept or being computed. */
  has(...args: Parameters<F>): boolean;
  /** Drops the result for these arguments. True if there was one. */
  forget(...args: Parameters<F>): boolean;
  /** Computes the result for these arguments anew, and keeps it. */
  refresh(...args: Parameters<F>): ReturnType<F>;
  /** Drops all results; the counters stay. */
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
  /** Drops all results. */
  readonly clear: () => void;
  /** Makes a function of ours known by name, so that nobody depends on how it works. */
  readonly note: (fn: object, name: string) => void;
}

/** A stand-in for `looks` that answers from its results. */
export function cachedFunction<F extends Callable>(looks: F, parts: CachedParts<F>): Cached<F> {
  const { target } = parts;
  const receiverIn = (receiver: unknown): unknown =>
    receiver === undefined || !parts.usesReceiver() ? NO_RECEIVER : receiver;
  const run = (receiver: unknown, args: readonly unknown[]): unknown =>
    Reflect.apply(target(), receiver, args);
  const call = (receiver: unknown, args: readonly unknown[]): unknown =>
    cachedCall(parts, args, receiverIn(receiver), () => run(receiver, args));

  const controls = {
    info: () => cacheInfo(parts),
    has: (...args: readonly unknown[]) => keptEntry(parts, args, NO_RECEIVER) !== undefined,
    forget: (...args: readonly unknown[]) => forgottenEntry(parts, args, NO_RECEIVER),
    refresh: (...args: readonly unknown[]) => {
      forgottenEntry(parts, args, NO_RECEIVER);
      return call(undefined, args);
    },
    clear: () => parts.clear(),
  };

  const cached = mimic(looks, call);
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
    saved,
  };
}

function sizeOf(results: Results, identities: Identities): Bytes {
  const writer = new ByteWriter();
  let total = 0;
  for (const [key, { value }] of [...results.byPrimitive, ...results.byBytes]) {
    writer.reset();
    writeValue(writer, key, identities);
    writeValue(writer, value, identities);
    total += writer.bytes.length;
  }
  return total;
}
