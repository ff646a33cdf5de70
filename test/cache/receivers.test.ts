// Methods: results belong to a receiver, by which object it is and what it holds now, and do not keep it alive.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type Cached, cache } from "../../src/index.ts";

let runs = 0;

/** An integer that is an object. */
class Box {
  readonly n: number;
  constructor(n: number) {
    this.n = n;
  }
}
const scaled = function scaled(this: Box, x: number): number {
  runs++;
  return x * 10 + this.n;
};

/** Collects garbage until an object is gone, or for a while. */
async function isCollected(ref: WeakRef<object>): Promise<boolean> {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  if (typeof gc !== "function") throw new TypeError("no gc");
  for (let round = 0; round < 30; round++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    gc();
    if (ref.deref() === undefined) return true;
  }
  return false;
}

describe("a method's results", () => {
  // test_functools.TestLRU.test_lru_method
  it("share one bound, whichever the receiver: room for two is room for two in all", () => {
    runs = 0;
    const method = cache(scaled, { maxEntries: 2 });
    const [a, b, c] = [new Box(5), new Box(5), new Box(7)];
    const all = (box: Box, xs: readonly number[]): void => {
      for (const x of xs) expect(method.call(box, x)).toBe(x * 10 + box.n);
    };
    all(a, [1, 2, 2, 3, 1, 1, 1, 2, 3, 3]);
    expect([runs, method.info()]).toMatchObject([6, { hits: 4, misses: 6, entries: 2 }]);
    all(b, [1, 2, 1, 1, 1, 1, 3, 2, 2, 2]);
    expect([runs, method.info()]).toMatchObject([10, { hits: 10, misses: 10, entries: 2 }]);
    all(c, [2, 1, 1, 1, 1, 2, 1, 3, 2, 1]);
    expect([runs, method.info()]).toMatchObject([15, { hits: 15, misses: 15, entries: 2 }]);
  });

  it("belong to the very object: an equal one has its own", () => {
    runs = 0;
    const method = cache(scaled);
    const [one, other] = [new Box(1), new Box(1)];
    for (const box of [one, other, one, other]) method.call(box, 1);
    expect([runs, method.info().hits]).toEqual([2, 2]);
  });

  it("belong to what the receiver holds now, also deep within", () => {
    runs = 0;
    const sum = cache(function sum(this: { rows: { n: number }[] }): number {
      runs++;
      return this.rows.reduce((total, { n }) => total + n, 0);
    });
    const first = { n: 1 };
    const table = { rows: [first, { n: 2 }] };
    expect([sum.call(table), sum.call(table)]).toEqual([3, 3]);
    first.n = 10;
    expect(sum.call(table)).toBe(12);
    table.rows.push({ n: 1 });
    expect(sum.call(table)).toBe(13);
    table.rows.pop();
    first.n = 1;
    expect([sum.call(table), runs]).toEqual([3, 3]);
  });

  it("are not kept when the method changes its receiver", () => {
    const counter = {
      n: 0,
      next: cache(function next(this: { n: number }): number {
        this.n++;
        return this.n;
      }),
    };
    expect([counter.next(), counter.next(), counter.next()]).toEqual([1, 2, 3]);
  });

  it("are one for all receivers where the function does not use this", () => {
    runs = 0;
    const free = cache(function free(this: unknown, x: number): number {
      runs++;
      return x;
    });
    for (const box of [new Box(1), new Box(2), undefined]) free.call(box, 1);
    expect(runs).toBe(1);
  });

  it("are found through the object that has the method", () => {
    runs = 0;
    const shelf = { n: 3, scaled: cache(scaled) };
    expect([shelf.scaled(1), shelf.scaled(1), runs]).toEqual([13, 13, 1]);
  });

  it("are their own for what inherits the method", () => {
    const parent = {
      n: 1,
      read: cache(function read(this: { n: number }): number {
        return this.n;
      }),
    };
    const child: typeof parent = Object.assign(Object.create(parent), { n: 2 });
    expect([parent.read(), child.read(), parent.read(), child.read()]).toEqual([1, 2, 1, 2]);
    const heir: typeof parent = Object.create(parent);
    expect(heir.read()).toBe(1);
    parent.n = 5;
    expect([heir.read(), parent.read()]).toEqual([5, 5]);
  });

  it("run once for concurrent calls on one receiver, and apart for two", async () => {
    runs = 0;
    const load = cache(async function load(this: Box, x: number): Promise<number> {
      runs++;
      await null;
      return this.n + x;
    });
    const [one, two] = [new Box(1), new Box(2)];
    const calls = [load.call(one, 1), load.call(one, 1), load.call(two, 1), load.call(two, 1)];
    expect(await Promise.all(calls)).toEqual([2, 2, 3, 3]);
    expect(runs).toBe(2);
  });

  it("are not kept when the receiver is changed while an async method runs", async () => {
    const load = cache(async function load(this: { n: number }): Promise<number> {
      await null;
      return this.n;
    });
    const box = { n: 1 };
    const running = load.call(box);
    box.n = 2;
    expect(await running).toBe(2);
    box.n = 1;
    expect(await load.call(box)).toBe(1);
  });

  it("throw what the method throws for a receiver that it does not take", () => {
    const size = cache(function size(this: Map<unknown, unknown>): number {
      return this.size;
    });
    expect(size.call(new Map([[1, 1]]))).toBe(1);
    expect(() => Reflect.apply(size, undefined, [])).toThrow(TypeError);
    const get = cache(Map.prototype.get);
    expect(() => Reflect.apply(get, {}, [1])).toThrow(TypeError);
  });
});

describe("a cache", () => {
  const used = (method: Cached<typeof scaled>): WeakRef<object> => {
    const box = new Box(1);
    method.call(box, 1);
    method.call(box, 1);
    return new WeakRef(box);
  };
  const argued = (fn: Cached<(of: object) => number>): WeakRef<object> => {
    const of = { big: new Array(100).fill(0) };
    fn(of);
    fn(of);
    return new WeakRef(of);
  };

  it("does not keep a receiver alive", async () => {
    const method = cache(scaled);
    const ref = used(method);
    expect(await isCollected(ref)).toBe(true);
    expect(method.call(new Box(2), 1)).toBe(12);
  });

  it("does not keep an argument alive", async () => {
    const count = cache((of: object) => Object.keys(of).length);
    const ref = argued(count);
    expect(await isCollected(ref)).toBe(true);
    expect(count({})).toBe(0);
  });
});
