// Cached generators: each caller reads from the beginning, and what one reader has asked for is computed once for all.

import { describe, expect, it } from "vitest";
import { cache, defineOnce, explain } from "../../src/index.ts";
import { counted, taken } from "./readers.ts";

describe("a cached generator", () => {
  it("is computed once, and read from the beginning by every caller", () => {
    const { numbers, tally } = counted(3);
    expect([[...numbers(1)], [...numbers(1)], [...numbers(1)]]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(tally()).toEqual({ starts: 1, steps: 3, ends: 1 });
    expect(numbers.info()).toMatchObject({ hits: 2, misses: 1, entries: 1 });
  });

  it("has a recording for each argument", () => {
    const { numbers, tally } = counted(2);
    expect([[...numbers(1)], [...numbers(5)], [...numbers(1)]]).toEqual([
      [1, 2],
      [5, 6],
      [1, 2],
    ]);
    expect(tally().starts).toBe(2);
  });

  it("gives each caller an iterator of its own", () => {
    const { numbers } = counted(3);
    const [one, other] = [numbers(1), numbers(1)];
    expect(one === other).toBe(false);
    expect([one.next().value, one.next().value, other.next().value, one.next().value]).toEqual([1, 2, 1, 3]);
    expect(other.next().value).toBe(2);
  });

  it("computes no more than was asked for", () => {
    const { numbers, tally } = counted(1000);
    const reader = numbers(1);
    expect(tally().steps).toBe(0);
    expect(taken(reader, 2)).toEqual([1, 2]);
    expect(tally().steps).toBe(2);
    expect(taken(numbers(1), 2)).toEqual([1, 2]);
    expect(tally().steps).toBe(2);
  });

  it("may have no end", () => {
    let steps = 0;
    const naturals = cache(function* naturals(): Generator<number> {
      for (let n = 0; ; n++) {
        steps++;
        yield n;
      }
    });
    expect(taken(naturals(), 3)).toEqual([0, 1, 2]);
    expect(taken(naturals(), 5)).toEqual([0, 1, 2, 3, 4]);
    expect(taken(naturals(), 4)).toEqual([0, 1, 2, 3]);
    expect(steps).toBe(5);
  });

  it("goes on where the furthest reader left off", () => {
    const { numbers, tally } = counted(3);
    expect(taken(numbers(1), 1)).toEqual([1]);
    expect([...numbers(1)]).toEqual([1, 2, 3]);
    expect([...numbers(1)]).toEqual([1, 2, 3]);
    expect(tally()).toEqual({ starts: 1, steps: 3, ends: 1 });
  });

  it("is read from the beginning by the next caller, when one broke off", () => {
    const { numbers } = counted(3);
    for (const n of numbers(1)) if (n === 1) break;
    expect([...numbers(1)]).toEqual([1, 2, 3]);
    expect([...numbers(1)]).toEqual([1, 2, 3]);
  });

  it("goes on for others that are reading, when one breaks off", () => {
    const { numbers } = counted(3);
    const [ahead, behind] = [numbers(1), numbers(1)];
    expect([ahead.next().value, behind.next().value]).toEqual([1, 1]);
    for (const _ of ahead) break;
    expect([...behind]).toEqual([2, 3]);
    expect([...numbers(1)]).toEqual([1, 2, 3]);
  });

  it("is done for a reader that broke off", () => {
    const { numbers } = counted(3);
    const reader = numbers(1);
    for (const _ of reader) break;
    expect([...reader]).toEqual([]);
    expect(reader.next()).toEqual({ value: undefined, done: true });
    expect([...numbers(1)]).toEqual([1, 2, 3]);
  });

  it("can be taken apart, spread and walked like any iterable", () => {
    const { numbers } = counted(3);
    const [first, second] = numbers(1);
    expect([first, second, Math.max(...numbers(1)), Array.from(numbers(1), (n) => n * 2)]).toEqual([
      1,
      2,
      3,
      [2, 4, 6],
    ]);
    const reader = numbers(1);
    expect(reader[Symbol.iterator]()).toBe(reader);
  });

  it("gives every reader what it returns, once", () => {
    const { numbers } = counted(1);
    for (const reader of [numbers(1), numbers(1)]) {
      expect([reader.next(), reader.next(), reader.next()]).toEqual([
        { value: 1, done: false },
        { value: "end", done: true },
        { value: undefined, done: true },
      ]);
    }
  });

  it("may give nothing at all", () => {
    let runs = 0;
    const nothing = cache(function* nothing(): Generator<never> {
      runs++;
      yield* [];
    });
    expect([[...nothing()], [...nothing()], runs]).toEqual([[], [], 1]);
  });

  it("may give undefined, which is a value", () => {
    const holes = cache(function* holes(): Generator<undefined> {
      yield undefined;
      yield undefined;
    });
    expect([[...holes()], [...holes()]]).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("may hand over to another, cached or not", () => {
    const { numbers, tally } = counted(2);
    const twice = cache(function* twice(): Generator<number> {
      yield* numbers(1);
      yield* numbers(1);
    });
    expect([[...twice()], [...twice()], tally().starts]).toEqual([[1, 2, 1, 2], [1, 2, 1, 2], 1]);
  });

  it("may call itself", () => {
    let runs = 0;
    const permutations = cache(function* (of: string): Generator<string> {
      runs++;
      if (of.length < 2) yield of;
      else
        for (let at = 0; at < of.length; at++) {
          for (const rest of permutations(of.slice(0, at) + of.slice(at + 1))) yield of.charAt(at) + rest;
        }
    });
    const all = ["abc", "acb", "bac", "bca", "cab", "cba"];
    expect([[...permutations("abc")], [...permutations("abc")]]).toEqual([all, all]);
    expect(runs, "abc, ab, ac, bc, a, b, c").toBe(7);
  });

  it("is a method like others: recordings belong to the receiver", () => {
    const items = cache(function* items(this: { readonly all: readonly number[] }): Generator<number> {
      yield* this.all;
    });
    const [one, two] = [{ all: [1] }, { all: [2, 3] }];
    expect([one, two, one, two].map((of) => [...items.call(of)])).toEqual([[1], [2, 3], [1], [2, 3]]);
    expect(items.info()).toMatchObject({ hits: 2, misses: 2 });
  });

  it("is the same inside defineOnce", () => {
    let runs = 0;
    const made = function* made(): Generator<number> {
      runs++;
      yield 1;
      yield 2;
    };
    const inside = defineOnce(cache(made), { name: "inside", scope: "iterators" });
    const outside = cache(defineOnce(made, { name: "outside", scope: "iterators" }));
    for (const each of [inside, outside])
      expect([[...each()], [...each()]]).toEqual([
        [1, 2],
        [1, 2],
      ]);
    expect(runs).toBe(2);
    expect(explain(inside).definition.cache).toMatchObject({ hits: 1, misses: 1 });
  });

  it("may be cleared and forgotten while it is read: the reader reads on", () => {
    const { numbers, tally } = counted(3);
    const reader = numbers(1);
    reader.next();
    numbers.clear();
    expect([...reader]).toEqual([2, 3]);
    expect([...numbers(1)]).toEqual([1, 2, 3]);
    expect(tally().starts).toBe(2);
    const other = numbers(1);
    other.next();
    numbers.forget(1);
    expect([...other]).toEqual([2, 3]);
  });

  it("begins anew with refresh, and other readers read on", () => {
    const { numbers, tally } = counted(3);
    const old = numbers(1);
    old.next();
    expect([...numbers.refresh(1)]).toEqual([1, 2, 3]);
    expect([...old]).toEqual([2, 3]);
    expect(tally().starts).toBe(2);
  });

  it("keeps nothing with room for nothing", () => {
    const { numbers, tally } = counted(2, { maxEntries: 0 });
    expect([[...numbers(1)], [...numbers(1)], tally().starts]).toEqual([[1, 2], [1, 2], 2]);
  });
});

describe("a generator that throws", () => {
  it("throws at the same place for every reader, and is run anew by the next call", () => {
    let runs = 0;
    const breaking = cache(function* breaking(): Generator<number> {
      runs++;
      yield 1;
      throw new RangeError("two");
    });
    for (const round of [1, 2]) {
      const reader = breaking();
      expect(reader.next()).toEqual({ value: 1, done: false });
      expect(() => reader.next()).toThrow("two");
      expect(reader.next()).toEqual({ value: undefined, done: true });
      expect(runs).toBe(round);
    }
  });

  it("throws for every reader where errors are kept, too", () => {
    const breaking = cache(
      function* breaking(): Generator<number> {
        yield 1;
        throw new RangeError("two");
      },
      { keepErrors: true },
    );
    for (const reader of [breaking(), breaking()]) {
      expect(reader.next().value).toBe(1);
      expect(() => reader.next()).toThrow("two");
    }
  });
});
