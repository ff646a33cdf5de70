// Laws of recordings, over random sources and random readers.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Async, recordingOf, type Sync, self } from "./recordings.ts";

/** What a generator does, one thing after the other. What it hears or catches it tells. */
type Act =
  | { readonly kind: "yield" | "guarded" | "return" | "throw"; readonly value: number }
  | { readonly kind: "wait" };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("yield", "guarded"), value: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("return", "throw"), value: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait") }) },
  ),
  { maxLength: 8 },
);

function* acting(script: readonly Act[]): Sync {
  for (const act of script) {
    if (act.kind === "return") return act.value;
    if (act.kind === "throw") throw act.value;
    if (act.kind === "yield") {
      const heard = yield act.value;
      if (heard !== undefined) yield ["heard", heard];
    } else if (act.kind === "guarded") {
      try {
        yield act.value;
      } catch (error) {
        yield ["caught", error];
      }
    }
  }
  return undefined;
}

async function* actingLater(script: readonly Act[]): Async {
  for (const act of script) {
    if (act.kind === "return") return act.value;
    if (act.kind === "throw") throw act.value;
    if (act.kind === "wait") await null;
    if (act.kind === "yield") {
      const heard = yield act.value;
      if (heard !== undefined) yield ["heard", heard];
    } else if (act.kind === "guarded") {
      try {
        yield act.value;
      } catch (error) {
        yield ["caught", error];
      }
    }
  }
  return undefined;
}

/** One call on one of several readers. */
interface Call {
  readonly reader: number;
  readonly method: "next" | "return" | "throw";
  readonly args: readonly unknown[];
  /** Whether the next call waits for the answer to this one, if that is a promise. */
  readonly isAwaited: boolean;
}

const READERS = 4;

const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.record({
    reader: fc.nat(READERS - 1),
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant("next" as const) },
      { weight: 1, arbitrary: fc.constantFrom("return" as const, "throw" as const) },
    ),
    args: fc.oneof(
      { weight: 8, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom<unknown>(undefined, null, "sent")) },
    ),
    isAwaited: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** Calls that only read. */
const reads = fc.array(fc.nat(READERS - 1), { maxLength: 40 });

function answer(iterator: object, { method, args }: Call): unknown {
  const called: unknown = Reflect.get(iterator, method);
  return typeof called === "function" ? Reflect.apply(called, iterator, args) : "no such method";
}

/** What came of a call: a copy, since results may be changed later. */
function outcome(iterator: object, call: Call): unknown {
  try {
    return { gave: { ...(answer(iterator, call) as object) } };
  } catch (error) {
    return { threw: error };
  }
}

async function laterOutcome(promise: unknown): Promise<unknown> {
  try {
    return { gave: { ...((await promise) as object) } };
  } catch (error) {
    return { threw: error };
  }
}

/** Readers of one recording, every other for a call of its own; and as many plain runs. */
function readersAndRuns(make: () => object): readonly [readonly object[], readonly object[]] {
  const { read, other } = recordingOf(make);
  const indices = [...Array(READERS).keys()];
  return [indices.map((index) => (index % 2 === 0 ? read() : other())), indices.map(() => make())];
}

function expectSame(make: () => object, list: readonly Call[]): void {
  const [readers, plain] = readersAndRuns(make);
  for (const call of list) {
    const [mine, theirs] = [readers[call.reader] ?? {}, plain[call.reader] ?? {}];
    expect(outcome(mine, call)).toEqual(outcome(theirs, call));
  }
}

describe("any number of readers, called in any order, get what plain runs give", () => {
  it("of a generator", () => {
    fc.assert(
      fc.property(acts, calls, (script, list) => expectSame(() => acting(script), list)),
      { numRuns: 3000 },
    );
  });

  it("of an async generator, whether or not they wait for their answers", async () => {
    const property = fc.asyncProperty(acts, calls, async (script, list) => {
      const answers = await Promise.all(
        readersAndRuns(() => actingLater(script)).map(async (iterators) => {
          const outcomes: Promise<unknown>[] = [];
          for (const call of list) {
            const promised = laterOutcome(answer(iterators[call.reader] ?? {}, call));
            outcomes.push(promised);
            if (call.isAwaited) await promised;
          }
          return Promise.all(outcomes);
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
    });
    await fc.assert(property, { numRuns: 2000 });
  });

  it("of a built-in iterator", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), calls, (list, order) => expectSame(() => list.values(), order)),
    );
  });

  it("of an iterator of the user's, which hears everything and starts over at its end", () => {
    const make = (length: number) => () => {
      let at = 0;
      const next = (sent?: unknown): unknown => {
        const done = at === length;
        at = done ? 0 : at + 1;
        return { value: [at, sent], done };
      };
      return { next, ...self };
    };
    fc.assert(fc.property(fc.nat(5), calls, (length, list) => expectSame(make(length), list)));
  });

  it("from a single run, if they only read and it does not throw", () => {
    fc.assert(
      fc.property(acts, reads, (script, order) => {
        fc.pre(script.every(({ kind }) => kind !== "throw"));
        const { read, other, runs } = recordingOf(() => acting(script));
        const readers = [read(), other(), read(), other()];
        for (const reader of order) readers[reader]?.next();
        expect(runs()).toBe(1);
      }),
    );
  });
});
