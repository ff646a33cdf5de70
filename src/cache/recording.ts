// Iterators that replay what one run of a function gives, each for a reader of its own. The run is read lazily, as far as
// the reader that is furthest; a reader that sends values in goes its own way.

import { noteReader, type RecordingKind, recordableForm } from "./recording-kind.ts";
import { nextResult, returnResult, thrownResult } from "./recording-steps.ts";
import {
  type Cursor,
  freshTape,
  methodOf,
  type ReaderRun,
  type RecordingSource,
  type Steps,
  spoiltPath,
  type Tape,
} from "./recording-tape.ts";

export { type RecordingKind, recordableKind } from "./recording-kind.ts";
export type { ReaderRun, RecordingSource } from "./recording-tape.ts";

/** What one run of a function gives, for any number of readers. */
export interface Recording {
  /**
   * A new iterator over it, from the beginning. It looks like the one the function returned.
   *
   * @param run how the reader goes its own way; without it, it reads for the call that made the recording, whose
   *   arguments other calls do not share
   */
  reader(run?: ReaderRun): object;
  /** The path to the first thing that a reader has changed in what was recorded, if anything: `[3].name`. */
  changed(): string | undefined;
}

/**
 * Records an iterator as it is read. Nothing of it runs before a reader asks for a result.
 *
 * @param kind what `recordableKind` gave for the iterator
 * @example
 * const made = recording({ iterator: numbers(), rerun: numbers, ...rest }, "sync");
 * [[...made.reader()], [...made.reader()]]; // both whole, from one run
 */
export function recording(source: RecordingSource, kind: RecordingKind): Recording {
  const form = recordableForm(source.iterator) ?? { kind, origin: "user" };
  const tape = freshTape(source, form);
  return {
    reader: (run) =>
      readerOf(tape, {
        run: run ?? source,
        isOwner: run === undefined,
        phase: "unread",
        position: 0,
        own: undefined,
      }),
    changed: () => spoiltPath(tape),
  };
}

/** The methods an iterator may have, by what a reader does in their place. */
const METHODS = { next: nextResult, return: returnResult, throw: thrownResult } as const;

function readerOf(tape: Tape, cursor: Cursor): object {
  const { source, form } = tape;
  const { iterator } = source;
  const run = form.kind === "sync" ? result : inTurn();
  const reader: object = Object.create(Object.getPrototypeOf(iterator));
  for (const name of ["next", "return", "throw"] as const) {
    const looks = methodOf(iterator, name);
    if (looks === undefined) continue;
    const does = METHODS[name];
    const value = (...args: readonly unknown[]): unknown => run(does(tape, cursor, args));
    Object.defineProperty(value, "name", { value: name, configurable: true });
    Object.defineProperty(value, "length", { value: looks.length, configurable: true });
    const enumerable = Object.getOwnPropertyDescriptor(iterator, name)?.enumerable ?? false;
    Object.defineProperty(reader, name, { value, enumerable, writable: true, configurable: true });
  }
  for (const symbol of [Symbol.iterator, Symbol.asyncIterator]) {
    // The user's own one, which does no more than return its receiver.
    const property = Object.getOwnPropertyDescriptor(iterator, symbol);
    if (property !== undefined) Object.defineProperty(reader, symbol, property);
  }
  noteReader(reader, form);
  return reader;
}

type Run = (steps: Steps) => unknown;

/** Takes all steps at once. */
function result(steps: Steps): unknown {
  let step = steps.next();
  while (!step.done) step = steps.next(step.value);
  return step.value;
}

/** Takes all steps, awaiting each. The first is taken at once, as an async generator does. */
async function promisedResult(steps: Steps): Promise<unknown> {
  let step = steps.next();
  while (!step.done) {
    let value: unknown;
    try {
      value = await step.value;
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
  return step.value;
}

/** Answers the calls on one reader in their order: the next one begins when the one before it has ended. */
function inTurn(): Run {
  let unfinished = 0;
  let last: Promise<unknown> | undefined;
  return (steps) => {
    const answer =
      unfinished === 0 || last === undefined ? promisedResult(steps) : last.then(() => promisedResult(steps));
    const finish = (): void => {
      unfinished--;
    };
    unfinished++;
    last = answer.then(finish, finish);
    return answer;
  };
}
