// Readers that leave early, sources that fail, and results that are none.

import { describe, expect, it } from "vitest";
import { countdown, type Items, letters, recordingOf, type Sync, self } from "./recordings.ts";

describe("a reader that leaves", () => {
  function closing(): { make: () => Sync; closed: () => number } {
    let closed = 0;
    return {
      make: function* () {
        try {
          yield* letters();
        } finally {
          closed++;
        }
      },
      closed: () => closed,
    };
  }

  it("closes the source when no other is under way; later readers run the function again", () => {
    const { make, closed } = closing();
    const { read, other, runs, events } = recordingOf(make);
    for (const item of read()) if (item === "b") break;
    expect([closed(), runs(), events]).toEqual([1, 1, ["its iterator was closed before its end"]]);
    expect([...other()]).toEqual(["a", "b", "c"]);
    expect([closed(), runs()]).toEqual([2, 2]);
  });

  it("leaves the source open for others who are under way", () => {
    const { make, closed } = closing();
    const { read, other, runs, events } = recordingOf(make);
    const behind = other();
    behind.next();
    for (const item of read()) if (item === "b") break;
    expect([closed(), events]).toEqual([0, []]);
    expect([...behind]).toEqual(["b", "c"]);
    expect([closed(), runs(), events.length]).toEqual([1, 1, 1]);
  });

  it("gets what it gave, and nothing more", () => {
    const { read, other } = recordingOf(letters);
    const [one, two, fresh] = [read(), other(), other()];
    one.next();
    two.next();
    expect(two.return("mine")).toEqual({ value: "mine", done: true });
    expect([two.next(), two.return("again")]).toEqual([
      { value: undefined, done: true },
      { value: "again", done: true },
    ]);
    expect(fresh.return("unread")).toEqual({ value: "unread", done: true });
    expect(one.next().value).toBe("b");
  });

  it("a whole recording closes nothing, since its source has ended", () => {
    let closed = 0;
    const make = (): Iterable<number> => {
      const end = (): unknown => ({ value: closed++, done: true });
      return Object.assign(countdown(3), { return: end });
    };
    const { read, events } = recordingOf(make);
    expect([...read()]).toEqual([3, 2, 1]);
    for (const item of read()) if (item === 2) break;
    expect([closed, events]).toEqual([0, ["ended after 4"]]);
  });

  it("before its first step closes nothing, since nothing of a generator has run", () => {
    const { read, runs, events } = recordingOf(letters);
    read().return(undefined);
    expect([[...read()], runs(), events]).toEqual([["a", "b", "c"], 1, ["ended after 4"]]);
  });

  it("gets back what it gave only from a method that takes something", () => {
    const make = (): { next: () => unknown; return: (value?: unknown) => unknown } => {
      const next = (): unknown => ({ value: 1, done: false });
      return { next, return: () => ({ value: undefined, done: true }), ...self };
    };
    const { read } = recordingOf(make);
    const [first, second] = [read(), read()];
    first.next();
    second.next();
    for (const reader of [first, second])
      expect(reader.return("mine")).toEqual({ value: undefined, done: true });
  });

  it("gets what the generator says to that, if it alone reads", () => {
    const { read } = recordingOf(function* (): Sync {
      try {
        yield 1;
      } finally {
        yield "wait";
      }
      return "unsaid";
    });
    const reader = read();
    reader.next();
    expect([reader.return("bye"), reader.next()]).toEqual([
      { value: "wait", done: false },
      { value: "bye", done: true },
    ]);
  });

  it("gets the error of what closes", () => {
    const refuse = (): never => {
      throw new Error("cannot close");
    };
    const { read } = recordingOf(function* (): Items {
      try {
        yield 1;
      } finally {
        refuse();
      }
    });
    expect(() => {
      for (const _ of read()) break;
    }).toThrow("cannot close");
  });

  it("an array iterator goes on where it stood, since that cannot be closed", () => {
    const { read, runs } = recordingOf(() => [1, 2, 3].values());
    const reader = read();
    for (const _ of reader) break;
    expect([[...reader], runs()]).toEqual([[2, 3], 1]);
  });
});

describe("a source that throws", () => {
  function* failing(): Sync {
    yield 1;
    throw new Error("broken");
  }

  it("throws for the reader that pulled; later ones get a run of their own up to there", () => {
    const { read, other, runs, events } = recordingOf(failing);
    const [one, two] = [read(), other()];
    expect(() => [...one]).toThrow("broken");
    expect([one.next(), runs()]).toEqual([{ value: undefined, done: true }, 1]);
    expect([two.next().value, runs()]).toEqual([1, 1]);
    expect(() => two.next()).toThrow("broken");
    expect([runs(), events]).toEqual([2, ["its iterator threw"]]);
  });

  it("throws for another's reader as well, and ends it", () => {
    const { other, read, runs } = recordingOf(failing);
    const [one, owner] = [other(), read()];
    expect(() => [...one]).toThrow("broken");
    expect(one.next()).toEqual({ value: undefined, done: true });
    expect(() => [...owner]).toThrow("broken");
    expect(runs()).toBe(2);
  });
});

describe("a source that gives odd results", () => {
  const results: readonly (readonly [string, unknown])[] = [
    ["no object", 1],
    ["nothing", undefined],
    ["an object that holds more", { value: 1, done: false, index: 0 }],
    ["a promise", Promise.resolve()],
    [
      "a value that is computed when asked",
      {
        get value() {
          return 1;
        },
        done: false,
      },
    ],
  ];
  it.each(results)("is read by its first reader alone: %s", (_, result) => {
    const { read, other, runs, events } = recordingOf(() => ({ next: (): unknown => result, ...self }));
    expect(other().next()).toBe(result);
    expect(read().next()).toBe(result);
    expect([runs(), events.length]).toEqual([3, 1]);
  });

  it("may leave out what the language does not need", () => {
    const make = (): { next: () => unknown } => {
      let i = 0;
      return { next: () => (i++ === 0 ? { value: 1 } : { done: true }), ...self };
    };
    const { read, runs } = recordingOf(make);
    for (const reader of [read(), read()])
      expect([reader.next(), reader.next()]).toEqual([
        { value: 1, done: false },
        { value: undefined, done: true },
      ]);
    expect(runs()).toBe(1);
  });

  it("may start over after its end", () => {
    const make = () => {
      let i = 0;
      const next = () => {
        const done = i === 2;
        const value = done ? -1 : i;
        i = done ? 0 : i + 1;
        return { value, done };
      };
      return { next, ...self };
    };
    const { read, other } = recordingOf<Iterable<unknown>>(make);
    for (const reader of [read(), other(), read()])
      expect([[...reader], [...reader], [...reader]]).toEqual(Array(3).fill([0, 1]));
  });
});
