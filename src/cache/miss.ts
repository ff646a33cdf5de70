// A call that has to be computed: it runs once, and what comes of it is kept unless something that it was computed from has
// changed meanwhile, or only one caller can use it.

import { isObject } from "../fingerprint/property-path.ts";
import type { Awaitable } from "../store/store.ts";
import type { Milliseconds } from "../units.ts";
import { type CallContext, countHit, countUncached } from "./call.ts";
import { type Call, CHANGES, DURING, interference } from "./interference.ts";
import { finish, type Handling, handling, keep, microseconds, newEntry, resultReader } from "./keeping.ts";
import {
  awaitedTurn,
  type Found,
  foundNow,
  type Place,
  placeOf,
  put,
  type Turn,
  turnLater,
  turnNow,
} from "./persistence.ts";
import { dropEntry, dropWithReceiver } from "./recency.ts";
import { type RecordingKind, recordableKind, recording } from "./recording.ts";
import { changeCheck } from "./result-check.ts";
import type { Outcome } from "./results.ts";
import { isAbort, isPlainPromise, singleUse } from "./single-use.ts";

/** The result of a call that was not kept: from the store, or computed. */
export function missed(call: Call): unknown {
  const { context, keyed, rules, key, results } = call;
  if (key.receiver !== undefined && isObject(keyed.receiver))
    dropWithReceiver(context.recency, results, keyed.receiver, key.receiver);
  const place = placeOf(context.shelf(), keyed, rules.ttl);
  const isAsync = context.isAsync();
  // Who cannot wait has no use of a store that lets one wait.
  if (place === undefined || !(isAsync || place.store.isSync)) return computed(call, NOWHERE);
  const stored = foundNow(place);
  if (stored !== undefined) return answered(call, stored);
  const { last } = context.counters;
  const turn = isAsync ? asyncTurn(place, last) : awaitedTurn(place, last);
  if (turn === undefined) {
    const running: Running = { ...NOWHERE, place };
    return keptPromise(call, inTurn(call, running), running);
  }
  if (turn.kind === "found") return answered(call, turn.found);
  return computed(call, { ...NOWHERE, place, release: turn.release });
}

/** The turn of an async function that need not wait for it, and begins at once. */
function asyncTurn(place: Place, last: Milliseconds | undefined): Turn | undefined {
  return place.store.isSync ? turnNow(place, last, true) : undefined;
}

/** A call under way. */
interface Running {
  started: Milliseconds;
  /** Where its result is stored, if anywhere. */
  readonly place: Place | undefined;
  /** Gives its turn to others. */
  release: () => void;
  /** What another process had computed, if that came first. */
  found: Found | undefined;
  /** Why its result does not belong to what it was asked for, if it waited and something changed meanwhile. */
  spoilt: string | undefined;
}

const NOWHERE: Running = {
  started: 0,
  place: undefined,
  release: () => {},
  found: undefined,
  spoilt: undefined,
};

/** Keeps and gives what the store had. */
function answered({ context, rules, key, results }: Call, stored: Found): unknown {
  const { value, isPromise } = stored;
  const took = saved(context, stored);
  // Each caller gets one of its own.
  if (stored.isFile && !rules.share) return isPromise ? Promise.resolve(value) : value;
  const handled = handling(context, rules, value);
  if (handled.kind === "refused") countUncached(context.counters, handled.cause);
  else {
    const outcome: Outcome = isPromise
      ? { kind: "promise", promise: Promise.resolve(value) }
      : { kind: "value", value };
    const entry = newEntry(key, results, outcome, context.now());
    keep(context, rules, entry);
    finish(context, rules, entry, value, took, handled);
    entry.at -= stored.age;
  }
  // The next caller gets a copy, or what was noted of this one.
  return isPromise ? Promise.resolve(value) : value;
}

function computed(call: Call, running: Running): unknown {
  const { context, rules, key, results, run } = call;
  const { counters, now } = context;
  counters.misses++;
  context.onBlock(counters.last);
  const started = now();
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    running.release();
    const took = spent(context, started);
    if (rules.keepErrors && !isAbort(error) && interference(call, DURING) === undefined) {
      const entry = newEntry(key, results, { kind: "error", error }, now());
      entry.took = microseconds(took);
      keep(context, rules, entry);
    }
    throw error;
  }
  if (isPlainPromise(value)) return keptPromise(call, value, { ...running, started });
  try {
    return returned(call, value, spent(context, started), running.place);
  } finally {
    running.release();
  }
}

/** What a call gives that returned a value, kept if it may be. */
function returned(call: Call, value: unknown, took: Milliseconds, place: Place | undefined): unknown {
  const { context, rules, key, results } = call;
  const kind = recordableKind(value);
  if (kind !== undefined && isObject(value)) return recorded(call, value, kind);
  const refusal = singleUse(value) ?? interference(call, CHANGES);
  const handled = refused(refusal) ?? handling(context, rules, value);
  if (handled.kind === "refused") {
    countUncached(context.counters, handled.cause);
    return value;
  }
  const entry = newEntry(key, results, { kind: "value", value }, context.now());
  keep(context, rules, entry);
  finish(context, rules, entry, value, took, handled);
  if (place !== undefined) put(place, value, false, took);
  return value;
}

function refused(cause: string | undefined): Extract<Handling, { kind: "refused" }> | undefined {
  return cause === undefined ? undefined : { kind: "refused", cause };
}

/** What an async function gives when its turn among processes comes. */
async function inTurn(call: Call, running: Running): Promise<unknown> {
  const { context, run } = call;
  if (running.place === undefined) return run();
  const turn = await turnLater(running.place);
  if (turn.kind === "found") {
    running.found = turn.found;
    return turn.found.value;
  }
  running.release = turn.release;
  // What it runs with now may be something else than what it was asked for.
  running.spoilt = interference(call, DURING);
  running.started = context.now();
  context.counters.misses++;
  return run();
}

/** Keeps a running call, so that equal ones join it; drops it if it fails, or if its result cannot be kept. */
function keptPromise(call: Call, result: Promise<unknown>, running: Running): Promise<unknown> {
  const { context, rules, key, results } = call;
  const { counters, recency, now } = context;
  const ended = context.onRun(counters.last);
  const settle = async (): Promise<unknown> => {
    let written: Awaitable<void> | undefined;
    try {
      const value = await result;
      const took =
        running.found === undefined ? spent(context, running.started) : saved(context, running.found);
      const single = singleUse(value);
      const refusal = single ?? running.spoilt ?? interference(call, DURING);
      const handled = refused(refusal) ?? handling(context, rules, value);
      if (handled.kind === "kept") {
        finish(context, rules, entry, value, took, handled);
        if (running.place !== undefined && running.found === undefined)
          written = put(running.place, value, true, took);
      } else {
        entry.isShareable = single === undefined && running.spoilt === undefined;
        countUncached(counters, handled.cause);
        dropEntry(recency, entry);
      }
      return value;
    } catch (error) {
      const took = spent(context, running.started);
      const isKept = rules.keepErrors && !isAbort(error) && running.spoilt === undefined;
      if (isKept && interference(call, DURING) === undefined) entry.took = microseconds(took);
      else dropEntry(recency, entry);
      throw error;
    } finally {
      ended();
      // Whoever waits for the turn must find the result.
      if (written instanceof Promise) written.then(running.release);
      else running.release();
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
  const refusal = interference(call, CHANGES);
  if (refusal !== undefined) {
    countUncached(counters, refusal);
    return iterator;
  }
  const drop = (cause: string): void => {
    countUncached(counters, cause);
    dropEntry(recency, entry);
  };
  const reader = resultReader(context.arguments);
  const made = recording(
    {
      iterator,
      rerun: run,
      isCurrent: () => interference(call, DURING) === undefined,
      changeTest: (item) => {
        if (!isObject(item) || rules.share) return undefined;
        const check = changeCheck(item, reader);
        if (check.kind === "checked") return check.changed;
        drop(
          `an item${check.path} of what it gives is ${check.what}, so that nobody could tell whether it was changed`,
        );
        return () => "";
      },
      onEnd: (took) => {
        entry.took = microseconds(took);
        counters.spent += took;
      },
      onBroken: drop,
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

/** Counts a hit that the store gave. */
function saved({ counters }: CallContext, { took }: Found): Milliseconds {
  countHit(counters, microseconds(took));
  return took;
}

function spent({ counters, now }: CallContext, started: Milliseconds): Milliseconds {
  const took = now() - started;
  counters.spent += took;
  counters.last = took;
  return took;
}
