// A call of a cached function: a hit answers from what was kept, a miss runs and keeps. Concurrent equal calls of an
// async function run once; what fails is not kept.

import { types } from "node:util";
import type { Opaque } from "../fingerprint/beyond.ts";
import type { Count, Milliseconds } from "../units.ts";
import { type ArgumentEncoding, callKey, type Key } from "./key.ts";
import type { Counters, Entry, Present, Results } from "./results.ts";

/** A path to what changed, `f -> n`, and the end of a sentence that says what to do about it. */
export interface ChangeText {
  readonly path: string;
  readonly remedy: string;
}

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly counters: Counters;
  /** What the function depends on now; `isForced` asks again even where once in a turn is enough. */
  readonly present: (isForced: boolean) => Present;
  /** Where something was last found changed. */
  readonly lastChange: () => ChangeText;
  readonly arguments: ArgumentEncoding;
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
  const { counters } = context;
  if (!context.isEnabled()) return run();
  const present = context.present(false);
  if (present.kind === "none") return uncachedCall(counters, present.cause, run);
  const key = callKey(args, receiver, context.arguments);
  if (key.kind === "none") return uncachedCall(counters, describe(key.opaque), run);
  const kept = entryOf(present.results, key);
  if (kept !== undefined) return hit(context, kept, run);
  const isUnchanged = (): boolean =>
    key.kind === "primitive" || sameKey(key, callKey(args, receiver, context.arguments));
  return miss({ ...context, key, isUnchanged, ...present }, run);
}

/** The kept result of a call, if there is one. */
export function keptEntry(
  context: CallContext,
  args: readonly unknown[],
  receiver: unknown,
): Entry | undefined {
  const present = context.present(false);
  const key = callKey(args, receiver, context.arguments);
  return key.kind === "none" || present.kind === "none" ? undefined : entryOf(present.results, key);
}

/** Drops the kept result of a call. True if there was one. */
export function forgottenEntry(context: CallContext, args: readonly unknown[], receiver: unknown): boolean {
  const present = context.present(false);
  const key = callKey(args, receiver, context.arguments);
  if (key.kind === "none" || present.kind === "none") return false;
  return tableOf(present.results, key).delete(key.value);
}

function hit({ counters }: CallContext, entry: Entry, run: () => unknown): unknown {
  counters.hits++;
  if (entry.took === undefined) return joined(entry, run);
  counters.saved += entry.took;
  counters.onHit?.(entry.took);
  return entry.value;
}

/** What a caller gets who comes while an equal call runs: its result, or a run of its own if that cannot be shared. */
async function joined(entry: Entry, run: () => unknown): Promise<unknown> {
  const result = await entry.value;
  return entry.isShareable ? result : run();
}

/** A call that has to be computed. */
interface Miss extends CallContext {
  readonly key: KeptKey;
  /** Whether the arguments are what they were. */
  readonly isUnchanged: () => boolean;
  readonly results: Results;
  readonly changes: Count;
}

function miss(call: Miss, run: () => unknown): unknown {
  const { counters, now, key, results } = call;
  counters.misses++;
  const started = now();
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    counters.spent += now() - started;
    throw error;
  }
  if (isPlainPromise(value)) return keptPromise(call, value, started);
  const took = now() - started;
  counters.spent += took;
  const refusal =
    refusalOf(value) ??
    interference(call, ({ path, remedy }) => `it changes ${path}, which it reads${remedy}`);
  if (refusal === undefined) tableOf(results, key).set(key.value, { value, took, isShareable: true });
  else countUncached(counters, refusal);
  return value;
}

/** Keeps a running call, so that equal ones join it; drops it if it fails, or if its result cannot be kept. */
function keptPromise(call: Miss, running: Promise<unknown>, started: Milliseconds): Promise<unknown> {
  const { counters, now, key, results } = call;
  const table = tableOf(results, key);
  const drop = (): void => {
    if (table.get(key.value) === entry) table.delete(key.value);
  };
  const settle = async (): Promise<unknown> => {
    try {
      const result = await running;
      const single = refusalOf(result);
      const refusal = single ?? interference(call, ({ path }) => `${path} changed while it ran`);
      if (refusal === undefined) entry.took = now() - started;
      else {
        entry.isShareable = single === undefined;
        countUncached(counters, refusal);
        drop();
      }
      return result;
    } catch (error) {
      drop();
      throw error;
    } finally {
      counters.spent += now() - started;
    }
  };
  // Callers get a promise that rejects as the run did, so that an unhandled rejection stays visible.
  const entry: Entry = { value: settle(), took: undefined, isShareable: true };
  table.set(key.value, entry);
  return Promise.resolve(entry.value);
}

/** Why a result does not belong to what the call began with: something that it was computed from is not the same any more. */
function interference(
  { present, results, changes, lastChange, isUnchanged }: Miss,
  describe: (change: ChangeText) => string,
): string | undefined {
  const after = present(true);
  if (after.kind === "none") return after.cause;
  if (after.results !== results || after.changes !== changes) return describe(lastChange());
  return isUnchanged() ? undefined : "it changes its arguments";
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

function uncachedCall(counters: Counters, cause: string, run: () => unknown): unknown {
  counters.misses++;
  countUncached(counters, cause);
  return run();
}

function countUncached({ uncached }: Counters, cause: string): void {
  uncached.set(cause, (uncached.get(cause) ?? 0) + 1);
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
