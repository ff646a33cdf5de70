// What cannot be one recording for all: readers that send values in, dependencies and arguments that change, and yielded
// objects that readers change.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { counted } from "./readers.ts";

describe("a reader that does more than read", () => {
  const made = () => {
    let runs = 0;
    const echo = cache(function* echo(): Generator<string, string, string | undefined> {
      runs++;
      let heard: string | undefined;
      for (let round = 0; round < 3; round++) {
        try {
          heard = yield `${round}: ${heard ?? "nothing"}`;
        } catch (error) {
          heard = `error ${error instanceof Error ? error.message : ""}`;
        }
      }
      return heard ?? "end";
    });
    return { echo, runs: () => runs };
  };
  const QUIET = ["0: nothing", "1: nothing", "2: nothing"];

  it("and sends values in has a run of its own; others are not disturbed", () => {
    const { echo } = made();
    expect([...echo()]).toEqual(QUIET);
    const sender = echo();
    expect([sender.next().value, sender.next("a").value, sender.next("b").value, sender.next("c")]).toEqual([
      "0: nothing",
      "1: a",
      "2: b",
      { value: "c", done: true },
    ]);
    expect([...echo()]).toEqual(QUIET);
  });

  it("and sends values in before anyone has read is answered, and leaves the recording clean", () => {
    const { echo } = made();
    const [sender, reader] = [echo(), echo()];
    sender.next();
    expect(sender.next("a").value).toBe("1: a");
    expect([...reader]).toEqual(QUIET);
    expect([...echo()]).toEqual(QUIET);
    expect(sender.next("b").value).toBe("2: b");
  });

  it("and sends undefined only reads", () => {
    const { echo, runs } = made();
    const reader = echo();
    reader.next();
    expect(reader.next(undefined).value).toBe("1: nothing");
    expect([[...echo()], runs()]).toEqual([QUIET, 1]);
  });

  it("and throws into it has a run of its own", () => {
    const { echo } = made();
    expect([...echo()]).toEqual(QUIET);
    const thrower = echo();
    thrower.next();
    expect(thrower.throw(new Error("in")).value).toBe("1: error in");
    expect(thrower.next().value).toBe("2: nothing");
    expect([...echo()]).toEqual(QUIET);
  });

  it("and throws into one that does not catch hears the error, and alone", () => {
    const { numbers } = counted(3);
    const thrower = numbers(1);
    thrower.next();
    expect(() => thrower.throw(new Error("out"))).toThrow("out");
    expect(thrower.next()).toEqual({ value: undefined, done: true });
    expect([...numbers(1)]).toEqual([1, 2, 3]);
  });

  it("and ends it gets what it ended it with, and alone", () => {
    const { numbers } = counted(3);
    const ender = numbers(1);
    ender.next();
    expect(ender.return("over")).toEqual({ value: "over", done: true });
    expect([...numbers(1)]).toEqual([1, 2, 3]);
  });
});

describe("a recording is never stale", () => {
  it("belongs to what the generator depends on", () => {
    let by = 1;
    const scaled = cache(function* scaled(): Generator<number> {
      for (const n of [1, 2, 3]) yield n * by;
    });
    expect([...scaled()]).toEqual([1, 2, 3]);
    by = 10;
    expect([...scaled()]).toEqual([10, 20, 30]);
    by = 1;
    expect([...scaled()]).toEqual([1, 2, 3]);
  });

  it("never mixes two states: what changed between two steps shows to that reader only", () => {
    let by = 1;
    const scaled = cache(function* scaled(): Generator<number> {
      for (const n of [1, 2, 3]) yield n * by;
    });
    const reader = scaled();
    expect(reader.next().value).toBe(1);
    by = 10;
    expect([...reader]).toEqual([20, 30]);
    expect([...scaled()]).toEqual([10, 20, 30]);
    by = 1;
    expect([...scaled()]).toEqual([1, 2, 3]);
  });

  it("never mixes two contents of an argument that is changed between two steps", () => {
    const doubled = cache(function* doubled(list: readonly number[]): Generator<number> {
      for (const n of list) yield n * 2;
    });
    const list = [1, 2, 3];
    const reader = doubled(list);
    expect(reader.next().value).toBe(2);
    list[1] = 50;
    expect([...reader]).toEqual([100, 6]);
    expect([...doubled([1, 2, 3])]).toEqual([2, 4, 6]);
    expect([...doubled([1, 50, 3])]).toEqual([2, 100, 6]);
  });

  it("is not kept when the generator changes its argument", () => {
    const draining = cache(function* draining(list: number[]): Generator<number | undefined> {
      while (list.length > 0) yield list.shift();
    });
    for (const _ of [1, 2]) {
      const list = [1, 2];
      expect([...draining(list)]).toEqual([1, 2]);
      expect(list).toEqual([]);
    }
  });

  it("does not hand out a yielded object that a reader has changed", () => {
    const rows = cache(function* rows(): Generator<number[]> {
      yield [3, 1, 2];
      yield [5, 4];
    });
    for (const row of rows()) row.sort();
    expect([...rows()]).toEqual([
      [3, 1, 2],
      [5, 4],
    ]);
  });
});
