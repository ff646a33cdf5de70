// Recordings to read in tests, and things to record.

import { type ReaderRun, recordableKind, recording } from "../../src/cache/recording.ts";

export type Sync = Generator<unknown, unknown, unknown>;
export type Async = AsyncGenerator<unknown, unknown, unknown>;
/** The same for generators that return nothing. */
export type Items = Generator<unknown, void, unknown>;
export type LaterItems = AsyncGenerator<unknown, void, unknown>;

/** A recording of what a function returns, with counters. Readers are typed as what the function returned. */
export function recordingOf<I extends object>(make: () => I) {
  const events: string[] = [];
  let runs = 0;
  let time = 0;
  let isCurrent = true;
  const rerun = (): I => {
    runs++;
    return make();
  };
  const iterator = rerun();
  const kind = recordableKind(iterator);
  if (kind === undefined) throw new TypeError("not recordable");
  const { reader } = recording(
    {
      iterator,
      rerun,
      isCurrent: () => isCurrent,
      changeTest: () => undefined,
      onEnd: (took) => events.push(`ended after ${took}`),
      onBroken: (cause) => events.push(cause),
      now: () => time++,
    },
    kind,
  );
  return {
    /** A reader for the call that made the recording, or for another. */
    read: (run?: ReaderRun): I => reader(run) as I,
    other: (): I => reader({ rerun, isCurrent: () => isCurrent }) as I,
    rerun,
    events,
    runs: () => runs,
    setCurrent: (to: boolean) => {
      isCurrent = to;
    },
  };
}

export function* letters(): Sync {
  yield "a";
  yield "b";
  yield "c";
  return "end";
}

export async function* laterLetters(): Async {
  yield "a";
  await null;
  yield "b";
  yield "c";
  return "end";
}

/** Yields what is sent, and what is thrown, and goes on. */
export function* parrot(): Sync {
  let heard: unknown = "first";
  for (;;) {
    try {
      heard = yield heard;
    } catch (error) {
      heard = `caught ${error}`;
    }
  }
}

export function countdown(from: number): Iterator<number, string> & Iterable<number> {
  return {
    next: () => (from > 0 ? { value: from--, done: false } : { value: "lift-off", done: true }),
    [Symbol.iterator]() {
      return this;
    },
  };
}

export const iteratorHelpers: unknown = Reflect.get(globalThis, "Iterator");

/** Mixed into an object with `next`, makes it an iterator that is its own iterable. */
export const self = {
  [Symbol.iterator]<I>(this: I): I {
    return this;
  },
};
