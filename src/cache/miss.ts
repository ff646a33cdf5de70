// A call that has to be computed: it runs once, and what comes of it is kept unless something that it was computed from has
// changed meanwhile, or only one caller can use it.

import type { Beyond } from "../fingerprint/beyond.ts";
import { isObject } from "../fingerprint/property-path.ts";
import type { Milliseconds } from "../units.ts";
import { type CallContext, countUncached } from "./call.ts";
import { type Copies, copiesOf, entrySize } from "./copies.ts";
import { type Call, CHANGES, DURING, interference } from "./interference.ts";
import type { KeptKey } from "./key.ts";
import { type Found, foundNow, type Place, placeOf, put, turnLater, turnNow } from "./persistence.ts";
import { applyBounds, dropEntry, keepEntry, resizeEntry } from "./recency.ts";
import { type RecordingKind, recordableKind, recording } from "./recording.ts";
import { changeTest } from "./result-check.ts";
import { type Entry, entryAt, type Outcome, type Results, tableOf } from "./results.ts";
import type { CacheRules } from "./rules.ts";
import { isAbort, isPlainPromise, singleUse } from "./single-use.ts";

/** The result of a call that was not kept: from the store, or computed. */
export function missed(call: Call): unknown {
  const { context, keyed } = call;
  const { counters } = context;
  const place = placeOf(context.shelf(), keyed);
  if (place === undefined) return computed(call, undefined);
  const stored = foundNow(place);
  if (stored !== undefined) return answered(call, stored);
  if (context.isAsync()) {
    const turn: Running = { started: context.now(), place, found: undefined };
    return keptPromise(call, inTurn(call, place, turn), turn);
  }
  const turn = turnNow(place, counters.last);
  if (turn.kind === "found") return answered(call, turn.found);
  try {
    return computed(call, place);
  } finally {
    turn.release();
  }
}

/** Keeps and gives what the store had. */
function answered({ context, rules, key, results }: Call, stored: Found): unknown {
  const { value, isPromise } = stored;
  const { now } = context;
  const took = saved(context, stored);
  const outcome: Outcome = isPromise
    ? { kind: "promise", promise: Promise.resolve(value) }
    : { kind: "value", value };
  const entry = newEntry(key, results, outcome, now());
  keep(context, rules, entry);
  finish(context, rules, entry, value, took, wantedCopies(rules, value));
  const shown = entry.copy === undefined ? value : entry.copy();
  return isPromise ? Promise.resolve(shown) : shown;
}

function computed(call: Call, place: Place | undefined): unknown {
  const { context, rules, key, results, run } = call;
  const { counters, now } = context;
  counters.misses++;
  context.onBlock(counters.last);
  const started = now();
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    const took = spent(context, started);
    if (rules.keepErrors && !isAbort(error) && interference(call, DURING) === undefined) {
      const entry = newEntry(key, results, { kind: "error", error }, now());
      entry.took = took;
      keep(context, rules, entry);
    }
    throw error;
  }
  if (isPlainPromise(value)) return keptPromise(call, value, { started, place, found: undefined });
  const took = spent(context, started);
  const kind = recordableKind(value);
  if (kind !== undefined && isObject(value)) return recorded(call, value, kind);
  const copies = wantedCopies(rules, value);
  const refusal = singleUse(value) ?? interference(call, CHANGES) ?? uncopied(copies);
  if (refusal !== undefined) {
    countUncached(counters, refusal);
    return value;
  }
  const entry = newEntry(key, results, { kind: "value", value }, now());
  keep(context, rules, entry);
  finish(context, rules, entry, value, took, copies);
  if (place !== undefined) put(place, value, false, took);
  return value;
}

/** A call under way. */
interface Running {
  started: Milliseconds;
  readonly place: Place | undefined;
  /** What another process had computed, if that came first. */
  found: Found | undefined;
}

/** What an async function gives when its turn among processes comes. */
async function inTurn({ context, run }: Call, place: Place, running: Running): Promise<unknown> {
  const turn = await turnLater(place);
  if (turn.kind === "found") {
    running.found = turn.found;
    return turn.found.value;
  }
  running.started = context.now();
  context.counters.misses++;
  try {
    return await run();
  } finally {
    turn.release();
  }
}

/** Keeps a running call, so that equal ones join it; drops it if it fails, or if its result cannot be kept. */
function keptPromise(call: Call, result: Promise<unknown>, running: Running): Promise<unknown> {
  const { context, rules, key, results } = call;
  const { counters, recency, now } = context;
  const ended = context.onRun(counters.last);
  const settle = async (): Promise<unknown> => {
    try {
      const value = await result;
      const took =
        running.found === undefined ? spent(context, running.started) : saved(context, running.found);
      const single = singleUse(value);
      const copies = wantedCopies(rules, value);
      const refusal = single ?? interference(call, DURING) ?? uncopied(copies);
      if (refusal === undefined) {
        finish(context, rules, entry, value, took, copies);
        if (running.place !== undefined && running.found === undefined) put(running.place, value, true, took);
      } else {
        entry.isShareable = single === undefined;
        countUncached(counters, refusal);
        dropEntry(recency, entry);
      }
      return value;
    } catch (error) {
      const took = spent(context, running.started);
      if (rules.keepErrors && !isAbort(error) && interference(call, DURING) === undefined) entry.took = took;
      else dropEntry(recency, entry);
      throw error;
    } finally {
      ended();
    }
  };
  // Callers get a promise that rejects as the run did, so that an unhandled rejection stays visible.
  const promise = settle();
  const entry = newEntry(key, results, { kind: "promise", promise }, now());
  keep(context, rules, entry);
  return Promise.resolve(promise);
}

/** An iterator, recorded while callers read it. */
function recorded(call: Call, iterator: object, kind: RecordingKind): unknown {
  const { context, rules, key, results, run } = call;
  const { counters, recency, now } = context;
  const { beyond } = context.arguments;
  const refusal = interference(call, CHANGES);
  if (refusal !== undefined) {
    countUncached(counters, refusal);
    return iterator;
  }
  const made = recording(
    {
      iterator,
      rerun: run,
      isCurrent: () => interference(call, DURING) === undefined,
      changeTest: (item) => (rules.share ? undefined : itemTest(item, beyond)),
      onEnd: (took) => {
        entry.took = took;
        counters.spent += took;
      },
      onBroken: (cause) => {
        countUncached(counters, cause);
        dropEntry(recency, entry);
      },
      now,
    },
    kind,
  );
  const entry = newEntry(key, results, { kind: "recording", recording: made }, now());
  entry.took = 0;
  entry.isObject = true;
  entry.changed = made.changed;
  keep(context, rules, entry);
  return made.reader();
}

function itemTest(item: unknown, beyond: Beyond): (() => string | undefined) | undefined {
  return isObject(item) && typeof item !== "function" ? changeTest(item, beyond) : undefined;
}

function newEntry(key: KeptKey, results: Results, outcome: Outcome, at: Milliseconds): Entry {
  return {
    key,
    table: tableOf(results, key.receiver),
    outcome,
    value: outcome.kind === "value" ? outcome.value : undefined,
    isPrimitive: outcome.kind === "value" && !isObject(outcome.value),
    at,
    took: undefined,
    size: 0,
    isShareable: true,
    isObject: false,
    changed: undefined,
    copy: undefined,
    isDropped: false,
    sameHash: undefined,
    isListed: false,
    newer: undefined,
    older: undefined,
  };
}

/** Notes what is known of a result once it is there. */
function finish(
  { now, recency, arguments: { identities, beyond } }: CallContext,
  rules: CacheRules,
  entry: Entry,
  result: unknown,
  took: Milliseconds,
  copies: Copies | undefined,
): void {
  const { share, clone, maxBytes } = rules;
  entry.took = took;
  entry.at = now();
  if (isObject(result) && typeof result !== "function") {
    entry.isObject = true;
    if (copies?.kind === "copied") entry.copy = copies.copy;
    if (!share && !clone) entry.changed = changeTest(result, beyond);
  }
  if (maxBytes === Number.POSITIVE_INFINITY) return;
  resizeEntry(recency, entry, entrySize(entry, result, identities));
  applyBounds(recency, rules);
}

/** Puts an entry in its place. An equal call may have run within this one. */
function keep({ recency }: CallContext, rules: CacheRules, entry: Entry): void {
  const other = entryAt(entry.table, { ...entry.key, receiver: undefined });
  if (other !== undefined) dropEntry(recency, other);
  keepEntry(recency, entry);
  applyBounds(recency, rules);
}

/** Copies for each caller, where the user wants them. */
function wantedCopies({ clone }: CacheRules, value: unknown): Copies | undefined {
  return clone && isObject(value) ? copiesOf(value) : undefined;
}

/** Why copies cannot be made. */
function uncopied(copies: Copies | undefined): string | undefined {
  return copies?.kind === "refused"
    ? `its result${copies.path} is ${copies.what}, which cannot be copied`
    : undefined;
}

/** Counts a hit that the store gave. */
function saved({ counters }: CallContext, { took }: Found): Milliseconds {
  counters.hits++;
  counters.saved += took;
  counters.onHit?.(took);
  return took;
}

function spent({ counters, now }: CallContext, started: Milliseconds): Milliseconds {
  const took = now() - started;
  counters.spent += took;
  counters.last = took;
  return took;
}
