// What has been read from an iterator so far, shared by all readers, and where each reader stands. A reader reads on from
// the tape, keeps the source to itself, or leaves for a run of its own.

import { types } from "node:util";
import type { Count, Milliseconds } from "../units.ts";
import type { RecordableForm } from "./recording-kind.ts";

/** Why a recording ended before its source did. */
export type BreakCause = keyof typeof IN_WORDS;

const IN_WORDS = {
  threw: "its iterator threw",
  changed: "something that it depends on changed while its iterator was read",
  sent: "a reader sent something into its iterator",
  closed: "its iterator was closed before its end",
  reentered: "its iterator read on from within a step of its own",
  malformed: "its iterator gives results that hold more than `value` and `done`",
} as const;

/** What makes a run for one reader alone, and when it is needed. */
export interface ReaderRun {
  /** Runs the function again, as this reader's caller called it. */
  readonly rerun: () => unknown;
  /**
   * Whether what the recording was computed from is still the same, arguments of this caller included. Asked before each
   * step of the reader.
   */
  readonly isCurrent: () => boolean;
}

/** What a recording is made from; its `rerun` and `isCurrent` are those of the call that made it. */
export interface RecordingSource extends ReaderRun {
  /** The iterator that the first run returned; nobody else reads it. */
  readonly iterator: object;
  /** A test that gives the path to what a reader has changed in an item, if anything; undefined where nothing can be. */
  readonly changeTest: (item: unknown) => (() => string | undefined) | undefined;
  /** Told once that the source ended and all of it was recorded, with the time that its pulls took in all. */
  readonly onEnd: (took: Milliseconds) => void;
  /**
   * Told once, with the cause in words, that it will never be whole. Its readers still find in it what was recorded until
   * then.
   */
  readonly onBroken: (cause: string) => void;
  /** A monotonic clock. */
  readonly now: () => Milliseconds;
}

/** What all readers share. */
export interface Tape {
  readonly source: RecordingSource;
  readonly form: RecordableForm;
  readonly items: unknown[];
  /** For each item, what tells whether a reader has changed it. */
  readonly tests: ((() => string | undefined) | undefined)[];
  /** What the source returned at its end. */
  end: { readonly value: unknown } | undefined;
  isBroken: boolean;
  /** False once a reader has the source to itself, or nobody may read it. */
  isSourceFree: boolean;
  /** The pull under way. */
  pull: Pull | undefined;
  /** Readers that are under way. */
  underWay: Count;
  /** The time of all pulls. */
  took: Milliseconds;
}

interface Pull {
  readonly by: Cursor;
  /** Whether the source's `next` has not returned yet, be it a promise. */
  isInCall: boolean;
  /** To be called when the pull has ended. */
  readonly waiting: (() => void)[];
}

/** A reader, and where it stands. */
export interface Cursor {
  readonly run: ReaderRun;
  /** Whether it reads for the call that made the source: others called with arguments of their own, which may change apart. */
  readonly isOwner: boolean;
  /** `gone`: it has an iterator of its own. */
  phase: "unread" | "under way" | "ended" | "closed" | "gone";
  /** Results it has had, that of the end among them. */
  position: Count;
  /** The iterator of a reader that is gone. */
  own: unknown;
}

/** A result as a reader gets it. */
export interface StepResult {
  readonly value: unknown;
  readonly done: boolean;
}

/** What a reader does in one call, written once for both kinds: what it yields is awaited if the source is async. */
export type Steps<R = unknown> = Generator<unknown, R, unknown>;

export function freshTape(source: RecordingSource, form: RecordableForm): Tape {
  return {
    source,
    form,
    items: [],
    tests: [],
    end: undefined,
    isBroken: false,
    isSourceFree: true,
    pull: undefined,
    underWay: 0,
    took: 0,
  };
}

/** Moves a reader to another phase, and counts. */
export function enter(tape: Tape, cursor: Cursor, phase: Cursor["phase"]): void {
  if (cursor.phase === "under way") tape.underWay--;
  cursor.phase = phase;
  if (cursor.phase === "under way") tape.underWay++;
}

/** The next result that was recorded and that a reader has not had; undefined if it has had all. */
export function replayed(tape: Tape, cursor: Cursor): StepResult | undefined {
  const { items, end } = tape;
  if (cursor.position < items.length) return { value: items[cursor.position++], done: false };
  if (end === undefined) return undefined;
  cursor.position++;
  enter(tape, cursor, "ended");
  return { value: end.value, done: true };
}

/** Whether a reader has changed what comes next for another. */
export function isSpoilt({ tests }: Tape, { position }: Cursor): boolean {
  return tests[position]?.() !== undefined;
}

/** The path to the first thing that a reader has changed: `[3].name`. */
export function spoiltPath({ tests }: Tape): string | undefined {
  for (const [index, test] of tests.entries()) {
    const path = test?.();
    if (path !== undefined) return `[${index}]${path}`;
  }
  return undefined;
}

/** What a reader got from the source. */
export interface Pulled {
  readonly result: unknown;
}

/**
 * Asks the source for its next result, and records that if it may be.
 *
 * @returns what the source gave, for the call that it was made for; undefined for others, who have to look at the tape again
 */
export function* pulled(tape: Tape, cursor: Cursor): Steps<Pulled | undefined> {
  const { source, form } = tape;
  const pull: Pull = { by: cursor, isInCall: true, waiting: [] };
  const started = source.now();
  tape.pull = pull;
  let result: unknown;
  try {
    const answer = call(source.iterator, "next", []);
    pull.isInCall = false;
    result = yield answer;
  } catch (error) {
    endSharing(tape, cursor, "threw");
    if (cursor.phase !== "gone") {
      if (!source.isCurrent() || !cursor.run.isCurrent()) return undefined;
      enter(tape, cursor, "closed");
    }
    throw error;
  } finally {
    tape.pull = undefined;
    tape.took += source.now() - started;
    for (const wake of pull.waiting) wake();
  }
  const step = form.origin === "user" ? plainResult(result) : (result as StepResult);
  const obstacle = obstacleTo(tape, cursor, step);
  if (step === undefined || obstacle !== undefined) {
    endSharing(tape, cursor, obstacle ?? "malformed");
    return cursor.phase === "gone" ? { result } : undefined;
  }
  record(tape, step);
  return cursor.isOwner ? { result: replayed(tape, cursor) } : undefined;
}

/** What forbids to record a result. */
function obstacleTo(tape: Tape, { phase }: Cursor, step: StepResult | undefined): BreakCause | undefined {
  // The source has read on with the very reader that waits for it.
  if (phase === "gone") return "reentered";
  if (step === undefined) return "malformed";
  return tape.isBroken || !tape.source.isCurrent() ? "changed" : undefined;
}

/** The source belongs to the call it was made for, from a step on that was not recorded. If another asked, to nobody. */
function endSharing(tape: Tape, cursor: Cursor, cause: BreakCause): void {
  if (cursor.isOwner) keepSource(tape, cursor, cause);
  else dropSource(tape, cause);
}

function record(tape: Tape, { value, done }: StepResult): void {
  if (!done) {
    tape.items.push(value);
    tape.tests.push(tape.source.changeTest(value));
  } else {
    tape.end = { value };
    tape.source.onEnd(tape.took);
  }
}

/** A result as a value and a flag; undefined if it shows more than that, or computes it when asked. */
function plainResult(result: unknown): StepResult | undefined {
  if (typeof result !== "object" || result === null || types.isProxy(result)) return undefined;
  const prototype: object | null = Object.getPrototypeOf(result);
  // The `Object.prototype` of any realm inherits from nothing.
  const isPlain = prototype === null || isRoot(prototype);
  const keys = Reflect.ownKeys(result);
  const done = Object.getOwnPropertyDescriptor(result, "done");
  const value = Object.getOwnPropertyDescriptor(result, "value");
  const isMore = keys.some((key) => key !== "done" && key !== "value");
  if (!isPlain || isMore || done?.get !== undefined || value?.get !== undefined) return undefined;
  return { value: value?.value, done: Boolean(done?.value) };
}

function isRoot(prototype: object): boolean {
  return !types.isProxy(prototype) && Object.getPrototypeOf(prototype) === null;
}

/** Gives the source to a reader: a plain program from here on. What was recorded stays, for those behind. */
export function keepSource(tape: Tape, cursor: Cursor, cause: BreakCause): void {
  enter(tape, cursor, "gone");
  cursor.own = tape.source.iterator;
  dropSource(tape, cause);
}

function dropSource(tape: Tape, cause: BreakCause): void {
  tape.isSourceFree = false;
  breakOff(tape, cause);
}

/** Whether a reader has had all that was read from the source that was made for it, and nobody else has or awaits it. */
function mayKeepSource({ items, end, isSourceFree, pull }: Tape, cursor: Cursor): boolean {
  const { isOwner, position } = cursor;
  const isIdle = pull === undefined || pull.by === cursor;
  return isOwner && isSourceFree && isIdle && position === items.length + (end === undefined ? 0 : 1);
}

/**
 * Takes a reader off the tape. At the head it keeps the source, if that was made for it; else it gets a run of its own,
 * which is brought to where the reader stands.
 *
 * @returns the last result of a run that ended before it got there
 */
export function* leave(tape: Tape, cursor: Cursor, cause: BreakCause): Steps {
  if (mayKeepSource(tape, cursor)) {
    keepSource(tape, cursor, cause);
    return undefined;
  }
  if (cause === "changed" && !tape.source.isCurrent()) breakOff(tape, cause);
  // A reader that has had the last result skips that as well, and more of a run that gives more.
  const last = cursor.phase === "ended" ? cursor.position - 1 : cursor.position;
  enter(tape, cursor, "gone");
  cursor.own = cursor.run.rerun();
  for (let skipped = 0; skipped < cursor.position; skipped++) {
    const result = yield call(cursor.own, "next", []);
    if (skipped < last && isLast(result)) return result;
  }
  return undefined;
}

function breakOff(tape: Tape, cause: BreakCause): void {
  if (tape.isBroken || tape.end !== undefined) return;
  tape.isBroken = true;
  tape.source.onBroken(IN_WORDS[cause]);
}

function isLast(result: unknown): boolean {
  return typeof result === "object" && result !== null && Boolean(Reflect.get(result, "done"));
}

type Method = "next" | "return" | "throw";

/** Calls a method of an iterator as the language does. */
export function call(iterator: unknown, name: Method, args: readonly unknown[]): unknown {
  const method = methodOf(iterator, name);
  if (method === undefined) throw new TypeError(`The iterator of this run has no method ${name}`);
  return Reflect.apply(method, iterator, args);
}

/** A method of an iterator, if it has it. */
export function methodOf(iterator: unknown, name: Method): ((...args: never) => unknown) | undefined {
  if (typeof iterator !== "object" || iterator === null) return undefined;
  const method: unknown = Reflect.get(iterator, name);
  return typeof method === "function" ? (method as (...args: never) => unknown) : undefined;
}
