// Recordings of what changes while it is read, and of what reads itself.

import { describe, expect, it } from "vitest";
import { type Async, type Items, type LaterItems, laterLetters, letters, recordingOf } from "./recordings.ts";

describe("when what a recording was computed from changes", () => {
  it("the reader at the head goes on with the source, as a plain program does", () => {
    let by = 1;
    const { read, runs, events, setCurrent } = recordingOf(function* () {
      for (let sum = by; ; sum += by) yield sum;
    });
    const reader = read();
    reader.next();
    by = 10;
    setCurrent(false);
    expect([reader.next().value, reader.next().value, runs()]).toEqual([11, 21, 1]);
    expect(events).toEqual(["something that it depends on changed while its iterator was read"]);
  });

  it("a reader behind goes to a run of its own, without what it has read", () => {
    const { read, runs, events, setCurrent } = recordingOf(letters);
    const [first, behind] = [read(), read()];
    first.next();
    first.next();
    behind.next();
    setCurrent(false);
    expect([[...behind], [...first], runs()]).toEqual([["b", "c"], ["c"], 2]);
    expect(events).toHaveLength(1);
  });

  it("a reader that has not begun does so as well", () => {
    let text = "old";
    const { read, other, setCurrent } = recordingOf(function* () {
      yield text;
    });
    const reader = other();
    expect([...read()]).toEqual(["old"]);
    text = "new";
    setCurrent(false);
    expect([...reader]).toEqual(["new"]);
  });

  it("a whole recording stays whole, for when it fits again", () => {
    const { read, events, runs, setCurrent } = recordingOf(letters);
    [...read()];
    setCurrent(false);
    [...read()];
    setCurrent(true);
    expect([[...read()], runs(), events]).toEqual([["a", "b", "c"], 2, ["ended after 4"]]);
  });

  it("while the source runs, what it gives belongs to the call that made it", () => {
    const setUp = () => {
      const made = recordingOf(function* () {
        yield 1;
        made.setCurrent(false);
        yield 2;
        return 3;
      });
      return made;
    };
    const own = setUp();
    expect([[...own.read()], own.runs(), own.events.length]).toEqual([[1, 2], 1, 1]);
    const shared = setUp();
    expect([[...shared.other()], shared.runs(), shared.events.length]).toEqual([[1, 2], 2, 1]);
  });

  it("at the last step, it is not kept", () => {
    const made = recordingOf(function* () {
      yield 1;
      made.setCurrent(false);
      return 2;
    });
    const reader = made.read();
    expect([reader.next().value, reader.next()]).toEqual([1, { value: 2, done: true }]);
    expect(made.events).toEqual(["something that it depends on changed while its iterator was read"]);
  });

  it("a run of its own that ends earlier ends the reader there", () => {
    let length = 3;
    const { read, setCurrent } = recordingOf(function* () {
      for (let i = 0; i < length; i++) yield i;
      return "short";
    });
    const [first, behind] = [read(), read()];
    for (const reader of [first, first, first, behind, behind]) reader.next();
    length = 1;
    setCurrent(false);
    expect([behind.next(), behind.next()]).toEqual([
      { value: "short", done: true },
      { value: undefined, done: true },
    ]);
  });

  it("while the source fails, only the call that made it fails", () => {
    const setUp = () => {
      let isFailing = true;
      const made = recordingOf(function* () {
        yield 1;
        if (isFailing) {
          isFailing = false;
          made.setCurrent(false);
          throw new Error("in between");
        }
        yield 2;
      });
      return made;
    };
    expect(() => [...setUp().read()]).toThrow("in between");
    expect([...setUp().other()]).toEqual([1, 2]);
  });

  it("while the source runs, for one caller alone, others still get what it gives", async () => {
    let isMineCurrent = true;
    const { read, runs, events } = recordingOf(laterLetters);
    const rerun = async function* (): Async {
      yield* ["x", "y", "z"];
      return "end";
    };
    const mine = read({ rerun, isCurrent: () => isMineCurrent });
    await mine.next();
    const flying = mine.next();
    isMineCurrent = false;
    expect((await flying).value).toBe("y");
    const seen: unknown[] = [];
    for await (const item of read()) seen.push(item);
    expect([seen, (await mine.next()).value, runs(), events]).toEqual([
      ["a", "b", "c"],
      "z",
      1,
      ["ended after 4"],
    ]);
  });

  it("for one caller alone, only that one leaves", () => {
    const { read, runs, events } = recordingOf(letters);
    let isMineCurrent = true;
    const mine = read({ rerun: () => ["x", "y", "z"].values(), isCurrent: () => isMineCurrent });
    expect(mine.next().value).toBe("a");
    isMineCurrent = false;
    expect([[...mine], [...read()], runs()]).toEqual([["y", "z"], ["a", "b", "c"], 1]);
    expect(events).toEqual(["ended after 4"]);
  });

  it("in the call that made it, others do not read on from its source", () => {
    const list = [1, 2, 3];
    const { read, runs, setCurrent, events } = recordingOf(() => list.values());
    const mine = read({ rerun: () => [1, 2, 3].values(), isCurrent: () => true });
    const owner = read();
    mine.next();
    owner.next();
    list[1] = 20;
    setCurrent(false);
    expect([[...mine], events.length]).toEqual([[2, 3], 1]);
    expect([[...owner], runs()], "which its own reader keeps").toEqual([[20, 3], 1]);
  });
});

describe("a source that reads its own recording", () => {
  it("reads what there is, one step behind", () => {
    const made = recordingOf(function* (): Items {
      yield 1;
      for (const item of made.other()) yield (item as number) * 2;
    });
    const reader = made.read();
    expect([1, 2, 3, 4, 5].map(() => reader.next().value)).toEqual([1, 2, 4, 8, 16]);
    expect(made.runs()).toBe(1);
  });

  it("gets a run of its own where it would wait for itself", () => {
    let depth = 0;
    const make = function* (): Items {
      yield depth++ < 3 ? [...made.other()] : "deep";
    };
    const made = recordingOf(make);
    expect([...made.read()]).toEqual([[[["deep"]]]]);
    depth = 3;
    expect([...made.other()], "what was recorded").toEqual([[[["deep"]]]]);
  });

  it("with the very reader that waits for it hears that it is running", () => {
    let reader: Items | undefined;
    const said: unknown[] = [];
    const { read, events } = recordingOf(function* (): Items {
      for (const method of ["next", "return", "throw"] as const)
        try {
          reader?.[method](1);
        } catch (error) {
          said.push(error instanceof TypeError);
        }
      yield 1;
    });
    reader = read();
    expect([[...reader], said, events.length]).toEqual([[1], [true, true, true], 1]);
    expect([...read()]).toEqual([1]);
  });

  it("with the very reader that waits for it cannot be closed by it, though others read", () => {
    let reader: Items | undefined;
    const { read } = recordingOf(function* (): Items {
      yield 1;
      reader?.return();
      yield 2;
    });
    read().next();
    reader = read();
    expect(() => [...(reader ?? [])]).toThrow(TypeError);
  });

  it("with a reader for another call, which waits for it, leaves nothing of that to others", () => {
    let reader: Items | undefined;
    const made = recordingOf(function* (): Items {
      const seen = reader?.next();
      yield seen === undefined ? "plain" : "mixed";
    });
    reader = made.read({ rerun: () => ["own"].values(), isCurrent: () => true });
    expect(reader.next().value).toBe("mixed");
    reader = undefined;
    expect([[...made.read()], made.events]).toEqual([
      ["plain"],
      ["its iterator read on from within a step of its own"],
    ]);
  });

  it("gets a run of its own before its first await, if it is async", async () => {
    let depth = 0;
    const made = recordingOf(async function* (): LaterItems {
      yield depth++ < 2 ? [(await made.other().next()).value] : "deep";
    });
    expect((await made.read().next()).value).toEqual([["deep"]]);
  });
});
