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
  if (kept !== undefined) return hit(context, kept, run);
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

function hit(context: CallContext, entry: Entry, run: () => unknown): unknown {
  const { results } = context;
  results.hits++;
  if (entry.took === undefined) return joined(entry, run);
  results.saved += entry.took;
  results.onHit?.(entry.took);
  return entry.value;
}

/** What a caller gets who comes while an equal call runs: its result, or a run of its own if that cannot be shared. */
async function joined(entry: Entry, run: () => unknown): Promise<unknown> {
  const result = await entry.value;
  return entry.isShareable ? result : run();
}

function miss(context: CallContext, key: KeptKey, run: () => unknown, isUnchanged: () => boolean): unknown {
  const { results, now } = context;
  results.misses++;
  const started = now();
  const isMutated = (): boolean => key.kind === "bytes" && !isUnchanged();
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    results.spent += now() - started;
    throw error;
  }
  if (isPlainPromise(value)) return keptPromise(context, key, value, started, isMutated);
  const took = now() - started;
  results.spent += took;
  const refusal = refusalOf(value) ?? (isMutated() ? MUTATES : undefined);
  if (refusal === undefined) tableOf(results, key).set(key.value, { value, took, isShareable: true });
  else countUncached(results, refusal);
  return value;
}

/** Keeps a running call, so that equal ones join it; drops it if it fails, or if its result cannot be kept. */
function keptPromise(
  { results, now }: CallContext,
  key: KeptKey,
  running: Promise<unknown>,
  started: Milliseconds,
  isMutated: () => boolean,
): Promise<unknown> {
  const table = tableOf(results, key);
  const drop = (): void => {
    if (table.get(key.value) === entry) table.delete(key.value);
  };
  const settle = async (): Promise<unknown> => {
    try {
      const result = await running;
      const refusal = refusalOf(result) ?? (isMutated() ? MUTATES : undefined);
      if (refusal === undefined) entry.took = now() - started;
      else {
        entry.isShareable = refusal === MUTATES;
        countUncached(results, refusal);
        drop();
      }
      return result;
    } catch (error) {
      drop();
      throw error;
    } finally {
      results.spent += now() - started;
    }
  };
  // Callers get a promise that rejects as the run did, so that an unhandled rejection stays visible.
  const entry: Entry = { value: settle(), took: undefined, isShareable: true };
  table.set(key.value, entry);
  return Promise.resolve(entry.value);
}

const MUTATES = "it changes its arguments";

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

/** Why a result cannot be kept, if it can be used only once, or does its work when it is awaited. */
function refusalOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (types.isPromise(value)) return "it returns a promise with properties of its own";
  if (types.isProxy(value)) return undefined;
  if (hasMethod(value, "then")) return "it returns a thenable that is no promise";
  return isUsedUp(value) || partsOf(value).some(isUsedUp)
    ? "it returns what can be read only once"
    : undefined;
}

/** Elements or properties of a plain collection, as far as they are objects. */
function partsOf(value: object): readonly object[] {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return [];
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  return properties.map((property): unknown => property.value).filter(isObject);
}

/** Iterators, streams, and bodies of requests and responses. */
function isUsedUp(value: object): boolean {
  if (types.isProxy(value)) return false;
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value)) return true;
  if (
    hasMethod(value, "next") &&
    (hasMethod(value, Symbol.iterator) || hasMethod(value, Symbol.asyncIterator))
  )
    return true;
  return hasMethod(value, Symbol.asyncIterator) || propertyOf(value, "bodyUsed") !== undefined;
}

function hasMethod(value: object, name: PropertyKey): boolean {
  return typeof propertyOf(value, name)?.value === "function";
}

/** A property of a value or its prototypes. Getters are not run. */
function propertyOf(value: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

/**
 * A promise that is no more than one: others may carry properties that callers use, such as a child process. What is hidden
 * does not count, since Node's REPL hides its `domain` in every promise.
 */
function isPlainPromise(value: unknown): value is Promise<unknown> {
  if (!types.isPromise(value) || Object.getPrototypeOf(value) !== Promise.prototype) return false;
  return Object.keys(value).length === 0;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
