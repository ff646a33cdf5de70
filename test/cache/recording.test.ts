// Each reader of a recording gets what a plain run of its own would give, and the function runs no oftener than needed.

import { describe, expect, it } from "vitest";
import {
  type Async,
  countdown,
  type Items,
  iteratorHelpers,
  laterLetters,
  letters,
  parrot,
  recordingOf,
  type Sync,
} from "./recordings.ts";

describe("a reader", () => {
  it("reads everything, as do all others, from one run", () => {
    const { read, other, runs, events } = recordingOf(letters);
    expect([[...read()], [...other()], [...read()]]).toEqual(Array(3).fill(["a", "b", "c"]));
    expect([runs(), events]).toEqual([1, ["ended after 4"]]);
  });

  it("runs nothing before it is asked, and no more than it is asked", () => {
    const ran: string[] = [];
    const { read, other } = recordingOf(function* () {
      ran.push("begin");
      yield 1;
      ran.push("on");
      yield 2;
    });
    const [one, two] = [read(), other()];
    expect(ran).toEqual([]);
    one.next();
    two.next();
    expect(ran).toEqual(["begin"]);
    two.next();
    one.next();
    expect(ran).toEqual(["begin", "on"]);
  });

  it("gets results of its own, which it may change", () => {
    const { read } = recordingOf(letters);
    const [one, two] = [read(), read()];
    Object.assign(one.next(), { value: "mine", done: true });
    expect(two.next()).toEqual({ value: "a", done: false });
    expect(one.next()).toEqual({ value: "b", done: false });
  });

  it("gets the very objects that others get", () => {
    const { read } = recordingOf(() => [{}][Symbol.iterator]());
    expect([...read()][0]).toBe([...read()][0]);
  });

  it("gets what the generator returned, once", () => {
    const { read, other } = recordingOf(letters);
    for (const reader of [read(), other()]) {
      expect([...reader]).toHaveLength(3);
      expect(reader.next()).toEqual({ value: undefined, done: true });
    }
    const again = other();
    expect([1, 2, 3, 4, 5].map(() => again.next()).slice(3)).toEqual([
      { value: "end", done: true },
      { value: undefined, done: true },
    ]);
  });

  it("looks like what the function returned", () => {
    for (const make of [letters, laterLetters, () => new Map([[1, 2]]).entries(), () => countdown(3)]) {
      const plain: object = make();
      const reader: object = recordingOf<object>(make).read();
      expect(Object.getPrototypeOf(reader)).toBe(Object.getPrototypeOf(plain));
      expect(Object.keys(reader)).toEqual(Object.keys(plain));
      expect(Object.prototype.toString.call(reader)).toBe(Object.prototype.toString.call(plain));
      for (const name of ["next", "return", "throw"] as const) {
        const [mine, theirs]: unknown[] = [Reflect.get(reader, name), Reflect.get(plain, name)];
        expect(typeof mine).toBe(typeof theirs);
        if (typeof mine === "function" && typeof theirs === "function")
          expect([mine.name, mine.length]).toEqual([theirs.name, theirs.length]);
      }
    }
    expect(recordingOf(letters).read()).toBeInstanceOf(letters);
  });

  const uses: readonly (readonly [string, (iterator: Sync) => unknown])[] = [
    ["spreading", (iterator) => [...iterator]],
    ["taking apart", ([first, ...rest]) => [first, rest]],
    [
      "taking apart in part, and the rest",
      (iterator) => {
        const [first] = iterator;
        return [first, ...iterator];
      },
    ],
    ["Array.from", (iterator) => Array.from(iterator, String)],
    [
      "a loop that is left, and a loop after it",
      (iterator) => {
        for (const item of iterator) if (item === "b") break;
        return [...iterator];
      },
    ],
    [
      "yield*",
      (iterator) => [
        ...(function* (): Items {
          yield ["result", yield* iterator];
        })(),
      ],
    ],
    ["a Map of pairs", (iterator) => new Map(Array.from(iterator, (item) => [item, 1]))],
    ["itself as its iterator", (iterator) => iterator[Symbol.iterator]() === iterator],
  ];
  it.each(uses)("can be used like it: %s", (_, use) => {
    const { read, other } = recordingOf(letters);
    const plain = use(letters());
    expect([use(other()), use(read()), use(other())]).toEqual([plain, plain, plain]);
  });

  it.runIf(typeof iteratorHelpers === "function")("has the helpers of iterators", () => {
    const { read, runs } = recordingOf(letters);
    const use = new Function("iterator", "return iterator.map((item) => item + item).take(2).toArray()");
    expect([use(read()), runs()]).toEqual([["aa", "bb"], 1]);
    expect(use(read())).toEqual(["aa", "bb"]);
  });

  it("can be awaited in a loop, sync or not", async () => {
    for (const { read } of [recordingOf<Sync | Async>(letters), recordingOf<Sync | Async>(laterLetters)]) {
      for (const reader of [read(), read()]) {
        const seen: unknown[] = [];
        for await (const item of reader) seen.push(item);
        expect(seen).toEqual(["a", "b", "c"]);
      }
    }
  });

  it("of a reader gets what that gets", () => {
    const { read, runs } = recordingOf(letters);
    const outer = recordingOf(() => read());
    expect([[...outer.read()], [...outer.read()], runs()]).toEqual([["a", "b", "c"], ["a", "b", "c"], 1]);
    const talk = recordingOf(() => recordingOf(parrot).read());
    const reader = talk.read();
    expect([reader.next("unheard"), reader.next("heard")].map(({ value }) => value)).toEqual([
      "first",
      "heard",
    ]);
  });
});

describe("a reader that sends something in", () => {
  it("keeps the source when it is at its head: nothing runs twice", () => {
    const { read, runs, events } = recordingOf(parrot);
    const reader = read();
    expect(reader.next("unheard").value).toBe("first");
    expect(events, "what a generator does not hear breaks nothing").toEqual([]);
    expect(reader.next("heard").value).toBe("heard");
    expect(reader.throw("e").value).toBe("caught e");
    expect([runs(), events]).toEqual([1, ["a reader sent something into its iterator"]]);
  });

  it("gets a run of its own when it is behind, or another's call made the recording", () => {
    const { read, other, runs, events } = recordingOf(parrot);
    const [first, behind, stranger] = [read(), read(), other()];
    first.next();
    first.next();
    behind.next();
    expect(behind.next("heard").value).toBe("heard");
    expect(stranger.next().value).toBe("first");
    expect(stranger.next().value).toBe(undefined);
    expect(stranger.throw("e").value).toBe("caught e");
    expect([runs(), events]).toEqual([3, []]);
    expect(first.next().value).toBe(undefined);
  });

  it("leaves what was recorded to those behind, who then go to runs of their own", () => {
    const { read, runs } = recordingOf(parrot);
    const [first, second] = [read(), read()];
    first.next();
    first.next();
    first.next("heard");
    expect([second.next().value, second.next().value, runs()]).toEqual(["first", undefined, 1]);
    expect([second.next().value, runs()]).toEqual([undefined, 2]);
  });

  it("into a built-in iterator is not heard, and stays", () => {
    const make = (): Iterator<number, unknown, unknown> => [1, 2].values();
    const { other, runs } = recordingOf(make);
    const reader = other();
    expect([reader.next("x").value, reader.next("y").value, runs()]).toEqual([1, 2, 1]);
  });

  it("into an iterator of the user's is heard from the first step", () => {
    const make = () => ({
      next: (sent?: unknown) => ({ value: sent, done: false }),
      [Symbol.iterator]() {
        return this;
      },
    });
    const { other } = recordingOf(make);
    const reader = other();
    expect(reader.next("x").value).toBe("x");
  });

  it("before the first step throws the error, and runs nothing", () => {
    const ran: string[] = [];
    const { read } = recordingOf(function* () {
      ran.push("ran");
      yield 1;
    });
    const reader = read();
    expect(() => reader.throw(new Error("mine"))).toThrow("mine");
    expect(reader.next()).toEqual({ value: undefined, done: true });
    expect(ran).toEqual([]);
    expect([...read()]).toEqual([1]);
  });
});
