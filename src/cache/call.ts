// A call of a cached function: a hit answers from what was kept, a miss runs and keeps.

import type { Opaque } from "../fingerprint/beyond.ts";
import type { Count, Microseconds, Milliseconds } from "../units.ts";
import { changedInput, keyedCall, wholeKey } from "./inputs.ts";
import { type Call, DURING, interference } from "./interference.ts";
import { type ArgumentEncoding, callKey, countedArguments, isPlainPrimitive } from "./key.ts";
import { missed } from "./miss.ts";
import type { Shelf } from "./persistence.ts";
import { forgetTokens, plainTokens } from "./plain-tokens.ts";
import { entryOfPrimitive } from "./primitive-table.ts";
import { dropEntry, type Recency, touchEntry } from "./recency.ts";
import {
  type Counters,
  type Entry,
  entryAt,
  entryOfTokens,
  type Present,
  type Quick,
  type Results,
} from "./results.ts";
import type { CacheRules } from "./rules.ts";
import { isAbort } from "./single-use.ts";

/** A path to what changed, `f -> n`, and the end of a sentence that says what to do about it. */
export interface ChangeText {
  readonly path: string;
  readonly remedy: string;
}

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly counters: Counters;
  readonly recency: Recency;
  readonly rules: () => CacheRules;
  /** Where calls look first. */
  readonly quick: Quick;
  /** What the function depends on now; `isForced` asks again even where once in a turn is enough. */
  readonly present: (isForced: boolean) => Present;
  /** Where something was last found changed. */
  readonly lastChange: () => ChangeText;
  readonly arguments: ArgumentEncoding;
  /** How many arguments the function can see; undefined if it may see all, and their number. */
  readonly seenParameters: () => Count | undefined;
  /** What tells the content of some files from any other. */
  readonly fileContents: (paths: unknown) => readonly string[];
  /** Whether the function is declared async, so that it can wait. */
  readonly isAsync: () => boolean;
  /** Where results outlive the process, if anywhere. */
  readonly shelf: () => Shelf | undefined;
  /** A monotonic clock. */
  readonly now: () => Milliseconds;
  /** While not enabled, every call runs and nothing is kept. */
  readonly settings: { readonly enabled: boolean };
  /** Told that callers changed a kept result, by the path to the change. */
  readonly onChanged: (path: string) => void;
  /** Told that a call begins, and how long it took last time. */
  readonly onBlock: (last: Milliseconds | undefined) => void;
  /** Told that a call waits for a promise, and how long it took last time; gives what to call when it ends. */
  readonly onRun: (last: Milliseconds | undefined) => () => void;
}

/** The kept result of a call with plain arguments, where nothing but those decides. */
export function plainOutcome(
  context: CallContext,
  results: Results,
  args: ArrayLike<unknown>,
): Known | undefined {
  const count = countedArguments(args, context.quick.seen);
  const only = args[0];
  if (count === 1 && isPlainPrimitive(only)) {
    const entry = entryOfPrimitive(results.byPrimitive, only);
    return entry && quickOutcome(context, entry);
  }
  const tokens = plainTokens(args, count, NO_FILES, false);
  if (tokens === undefined) return undefined;
  const entry = entryOfTokens(results.byTokens, tokens);
  forgetTokens();
  return entry && quickOutcome(context, entry);
}

/** A result that can be handed out at once. */
interface Known {
  readonly value: unknown;
}

/** The results that fit now, where most calls find theirs. */
export function quickResults({ quick, settings }: CallContext): Results | undefined {
  const { results, isCurrent } = quick;
  return settings.enabled && (isCurrent === undefined || isCurrent()) ? results : undefined;
}

function quickOutcome(context: CallContext, entry: Entry): Known | undefined {
  const { took } = entry;
  if (took === undefined) return undefined;
  if (!entry.isPrimitive) {
    if (entry.outcome.kind !== "value" || !isUsable(context, context.rules(), entry)) return undefined;
    if (entry.copy !== undefined) return undefined;
  }
  countHit(context.counters, took);
  return entry;
}

const NO_FILES: readonly string[] = [];

const UNBOUNDED = Number.POSITIVE_INFINITY;

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
  if (!context.settings.enabled) return run();
  const present = context.present(false);
  if (present.kind === "none") return uncachedCall(context.counters, present.cause, run);
  const rules = context.rules();
  const keyed = keyedCall(context, rules, args, receiver);
  const key = callKey(keyed, context.arguments);
  if (key.kind === "none") return uncachedCall(context.counters, opaqueText(key.opaque), run);
  const { results, changes } = present;
  const kept = entryAt(results, key);
  const isKept = kept !== undefined && isUsable(context, rules, kept);
  if (isKept && kept.outcome.kind === "value") {
    counted(context, rules, kept);
    return kept.copy === undefined ? kept.outcome.value : kept.copy();
  }
  const inputs = { rules, args, keyed, key };
  // What a key function leaves out may be changed; what it looks at must not be.
  const whole = typeof rules.key === "function" ? wholeKey(context, inputs) : key;
  const call: Call = {
    context,
    rules,
    key,
    keyed,
    results,
    changes,
    changedInput: () => changedInput(context, inputs, whole),
    run,
  };
  if (!isKept) return missed(call);
  return hit(call, kept, () => cachedCall(context, args, receiver, run));
}

/** Whether a kept result may still be handed out. Drops it if not. */
export function isUsable(context: CallContext, { ttl, share, clone }: CacheRules, entry: Entry): boolean {
  if (ttl !== UNBOUNDED && entry.took !== undefined && context.now() - entry.at > ttl) {
    dropEntry(context.recency, entry);
    return false;
  }
  if (!entry.isObject || share || entry.took === undefined || entry.copy !== undefined) return true;
  // What was kept for callers who share it is no private copy of anyone's.
  const path = entry.changed === undefined || (clone && !isRecording(entry)) ? NOT_NOTED : entry.changed();
  if (path === undefined) return true;
  if (path !== NOT_NOTED) context.onChanged(path);
  dropEntry(context.recency, entry);
  return false;
}

// No path to anything.
const NOT_NOTED = "not noted";

function isRecording({ outcome }: Entry): boolean {
  return outcome.kind === "recording";
}

/** Counts a hit, and the time that it saved. */
export function countHit(counters: Counters, took: Microseconds): void {
  counters.hits++;
  counters.saved += took;
  if (counters.onHit !== undefined) counters.onHit(took / 1000);
}

function counted({ counters, recency }: CallContext, rules: CacheRules, entry: Entry): void {
  if (rules.maxEntries !== UNBOUNDED || rules.maxBytes !== UNBOUNDED) touchEntry(recency, entry);
  if (entry.took === undefined) counters.hits++;
  else countHit(counters, entry.took);
}

/** @param again makes the call anew, if another that it waits for gives nothing that it could use */
function hit(call: Call, entry: Entry, again: () => unknown): unknown {
  counted(call.context, call.rules, entry);
  const { outcome, copy } = entry;
  switch (outcome.kind) {
    case "value":
      return copy === undefined ? outcome.value : copy();
    case "error":
      throw outcome.error;
    case "promise":
      if (entry.took === undefined) return joined(entry, outcome.promise, again);
      return copy === undefined ? outcome.promise : outcome.promise.then(copy);
    case "recording": {
      const isCurrent = (): boolean => interference(call, DURING) === undefined;
      return outcome.recording.reader({ rerun: call.run, isCurrent });
    }
  }
}

/** What a caller gets who comes while an equal call runs: its result, unless that is for its own caller only. */
async function joined(entry: Entry, promise: Promise<unknown>, again: () => unknown): Promise<unknown> {
  try {
    const result = await promise;
    if (!entry.isShareable) return again();
    return entry.copy === undefined ? result : entry.copy();
  } catch (error) {
    // Who aborts a call ends it for itself, not for those who wait for the same result.
    if (isAbort(error)) return again();
    throw error;
  }
}

/** The kept result of a call, if it may be handed out. */
export function keptEntry(
  context: CallContext,
  args: readonly unknown[],
  receiver: unknown,
): Entry | undefined {
  const present = context.present(false);
  const rules = context.rules();
  const key = callKey(keyedCall(context, rules, args, receiver), context.arguments);
  if (key.kind === "none" || present.kind === "none") return undefined;
  const entry = entryAt(present.results, key);
  return entry !== undefined && isUsable(context, rules, entry) ? entry : undefined;
}

/** Runs a call that no result can be kept of. */
function uncachedCall(counters: Counters, cause: string, run: () => unknown): unknown {
  counters.misses++;
  countUncached(counters, cause);
  return run();
}

export function countUncached({ uncached }: Counters, cause: string): void {
  uncached.set(cause, (uncached.get(cause) ?? 0) + 1);
}

function opaqueText({ path, what }: Opaque): string {
  return `${path} is ${what}`;
}
