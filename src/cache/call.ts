// A call of a cached function: a hit answers from what was kept, a miss runs and keeps. Concurrent equal calls of an
// async function run once; what fails is not kept.

import { types } from "node:util";
import type { Identities, Opaque } from "../fingerprint/value-bytes.ts";
import type { Milliseconds } from "../units.ts";
import { callKey, type Key } from "./key.ts";
import type { Entry, Results } from "./results.ts";

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly results: Results;
  readonly identities: Identities;
  /** A monotonic clock. */
  readonly now: () => Milliseconds;
  /** While false, every call runs and nothing is kept. */
  readonly isEnabled: () => boolean;
}

/**
 * The result of a call, kept or computed.
 *
 * @param receiver `this` as it belongs to the key, or `NO_RECEIVER` where the function does not use it
 * @param run computes the result
 */
export function cachedCall(
  context: CallContext,
  args: readonly unknown[],
  receiver: unknown,
  run: () => unknown,
): unknown {
  const { results, identities } = context;
  if (!context.isEnabled()) return run();
  const key = callKey(args, receiver, identities);
  if (key.kind === "none") return uncachedCall(results, describe(key.opaque), run);
  const kept = entryOf(results, key);
  if (kept !== undefined) return hit(results, kept);
  return miss(context, key, run, () => sameKey(key, callKey(args, receiver, identities)));
}

/** The kept result of a call, if there is one. */
export function keptEntry(
  { results, identities }: CallContext,
  args: readonly unknown[],
  receiver: unknown,
): Entry | undefined {
  const key = callKey(args, receiver, identities);
  return key.kind === "none" ? undefined : entryOf(results, key);
}

/** Drops the kept result of a call. True if there was one. */
export function forgottenEntry(
  { results, identities }: CallContext,
  args: readonly unknown[],
  receiver: unknown,
): boolean {
  const key = callKey(args, receiver, identities);
  return key.kind !== "none" && tableOf(results, key).delete(key.value);
}

function hit(results: Results, entry: Entry): unknown {
  results.hits++;
  const saved = entry.took ?? 0;
  results.saved += saved;
  if (results.onHit !== undefined) results.onHit(saved);
  return entry.value;
}

function miss(
  { results, now }: CallContext,
  key: KeptKey,
  run: () => unknown,
  isUnchanged: () => boolean,
): unknown {
  results.misses++;
  const started = now();
  const value = run();
  const refusal =
    refusalOf(value) ?? (key.kind === "bytes" && !isUnchanged() ? "it changes its arguments" : undefined);
  if (refusal !== undefined) {
    results.spent += now() - started;
    countUncached(results, refusal);
    return value;
  }
  const table = tableOf(results, key);
  if (!types.isPromise(value)) {
    const took = now() - started;
    results.spent += took;
    table.set(key.value, { value, took });
    return value;
  }
  const entry: Entry = { value: settled(value), took: undefined };
  table.set(key.value, entry);
  return entry.value;

  // Callers get a promise that rejects as the run did, so that an unhandled rejection stays visible.
  async function settled(running: Promise<unknown>): Promise<unknown> {
    try {
      const result = await running;
      entry.took = now() - started;
      results.spent += entry.took;
      const late = refusalOf(result);
      if (late !== undefined) {
        countUncached(results, late);
        drop();
      }
      return result;
    } catch (error) {
      results.spent += now() - started;
      drop();
      throw error;
    }
  }

  function drop(): void {
    if (table.get(key.value) === entry) table.delete(key.value);
  }
}

type KeptKey = Exclude<Key, { kind: "none" }>;

function tableOf(results: Results, key: KeptKey): Map<unknown, Entry> {
  // The two tables differ in their keys only, and a key is looked up in the table of its kind.
  return key.kind === "primitive" ? results.byPrimitive : (results.byBytes as Map<unknown, Entry>);
}

function entryOf(results: Results, key: KeptKey): Entry | undefined {
  return tableOf(results, key).get(key.value);
}

function sameKey(before: Key, after: Key): boolean {
  return before.kind !== "none" && after.kind !== "none" && before.value === after.value;
}

function uncachedCall(results: Results, cause: string, run: () => unknown): unknown {
  results.misses++;
  countUncached(results, cause);
  return run();
}

function countUncached(results: Results, cause: string): void {
  results.uncached.set(cause, (results.uncached.get(cause) ?? 0) + 1);
}

function describe({ path, what }: Opaque): string {
  return `${path} is ${what}`;
}

/** Why a result cannot be kept: it can be used once only, or does its work when it is awaited. */
function refusalOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || types.isPromise(value)) return undefined;
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value))
    return "it returns an iterator";
  if (types.isProxy(value)) return undefined;
  if (isMethod(value, "then")) return "it returns a thenable that is no promise";
  if (isMethod(value, "next") && (Symbol.iterator in value || Symbol.asyncIterator in value))
    return "it returns an iterator";
  return undefined;
}

/** Whether a value or its prototypes have a method of that name. Getters are not run. */
function isMethod(value: object, name: string): boolean {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property !== undefined) return typeof property.value === "function";
  }
  return false;
}
