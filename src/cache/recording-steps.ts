// What a reader does when its `next`, `return` or `throw` is called: replay, pull, or go its own way.

import type { RecordableForm } from "./recording-kind.ts";
import {
  type BreakCause,
  type Cursor,
  call,
  enter,
  isSpoilt,
  keepSource,
  leave,
  methodOf,
  pulled,
  replayed,
  type Steps,
  type Tape,
} from "./recording-tape.ts";

/** The next result: replayed, or pulled for all readers, or from an iterator of the reader's own. */
export function* nextResult(tape: Tape, cursor: Cursor, args: readonly unknown[]): Steps {
  const { form, source } = tape;
  if (cursor.phase === "gone") return yield call(cursor.own, "next", args);
  const isOver = cursor.phase === "closed" || (cursor.phase === "ended" && form.origin !== "user");
  if (isOver) return { value: undefined, done: true };
  // An iterator of the user's may start over when it is asked once more.
  if (cursor.phase === "ended" || isHeard(form, cursor, args))
    return yield* ownNext(tape, cursor, "sent", args);
  enter(tape, cursor, "under way");
  for (;;) {
    if (!cursor.run.isCurrent() || isSpoilt(tape, cursor))
      return yield* ownNext(tape, cursor, "changed", args);
    const recorded = replayed(tape, cursor);
    if (recorded !== undefined) return recorded;
    const { pull } = tape;
    // A source that reads its own recording from within a step cannot wait for that step. Once it has awaited something,
    // nobody can tell that it is it who asks: it waits for itself, as an async function does that awaits an equal call.
    if (tape.isBroken || pull?.isInCall) return yield* ownNext(tape, cursor, "reentered", args);
    if (pull !== undefined) {
      yield new Promise<void>((resolve) => pull.waiting.push(resolve));
      continue;
    }
    if (!cursor.isOwner && !source.isCurrent()) return yield* ownNext(tape, cursor, "changed", args);
    const mine = yield* pulled(tape, cursor);
    if (mine !== undefined) return mine.result;
  }
}

/** Ends the reader. The source is closed only if nobody else is under way, who might read on. */
export function* returnResult(tape: Tape, cursor: Cursor, args: readonly unknown[]): Steps {
  const { form } = tape;
  if (cursor.phase === "gone") return yield* ownReturn(tape, cursor, args);
  const mayRunCode =
    cursor.phase === "under way" || (cursor.phase === "unread" && form.origin !== "generator");
  const others = tape.underWay - (cursor.phase === "under way" ? 1 : 0);
  const isOpen = tape.isSourceFree && tape.end === undefined;
  // One that closes itself from within a step hears from the source what comes of that.
  const isLast = others === 0 || tape.pull?.by === cursor;
  enter(tape, cursor, "closed");
  if (!mayRunCode || !isOpen || !isLast) return yield* echo(tape, args);
  keepSource(tape, cursor, "closed");
  return yield* ownReturn(tape, cursor, args);
}

/** Throws into an iterator of the reader's own. */
export function* thrownResult(tape: Tape, cursor: Cursor, args: readonly unknown[]): Steps {
  if (cursor.phase === "gone") return yield call(cursor.own, "throw", args);
  const isSuspended = cursor.phase === "under way";
  // A generator that has not begun, or is over, lets the error through and runs nothing.
  if (tape.form.origin === "generator" && !isSuspended) {
    enter(tape, cursor, "closed");
    throw args[0];
  }
  yield* leave(tape, cursor, "sent");
  return yield call(cursor.own, "throw", args);
}

function* ownNext(tape: Tape, cursor: Cursor, cause: BreakCause, args: readonly unknown[]): Steps {
  const early = yield* leave(tape, cursor, cause);
  return early ?? (yield call(cursor.own, "next", args));
}

function* ownReturn(tape: Tape, cursor: Cursor, args: readonly unknown[]): Steps {
  if (methodOf(cursor.own, "return") === undefined) return yield* echo(tape, args);
  return yield call(cursor.own, "return", args);
}

/** What `return` gives where it runs nothing. */
function* echo({ source }: Tape, [sent]: readonly unknown[]): Steps {
  // One that takes no argument cannot give it back. An async generator awaits it, and so is it here.
  const takesArgument = (methodOf(source.iterator, "return")?.length ?? 0) > 0;
  return { value: takesArgument ? yield sent : undefined, done: true };
}

/** Whether the iterator would hear what is sent into it with `next`. */
function isHeard({ origin }: RecordableForm, { position }: Cursor, [sent]: readonly unknown[]): boolean {
  if (sent === undefined || origin === "built-in") return false;
  return origin === "user" || position > 0;
}
