// `key`: the order of keys left out, or a value of one's own that stands for the arguments.

import { describe, expect, it } from "vitest";
import { cache, defineOnce } from "../../src/index.ts";

describe('key: "unordered"', () => {
  const counted = () => {
    let runs = 0;
    const fn = cache(
      (..._: readonly unknown[]) => {
        runs++;
      },
      { key: "unordered" },
    );
    return { fn, runs: () => runs };
  };

  it.each<readonly [string, readonly unknown[], readonly unknown[]]>([
    ["keys", [{ a: 1, b: 2 }], [{ b: 2, a: 1 }]],
    ["nested keys", [{ in: [{ a: 1, b: 2 }] }], [{ in: [{ b: 2, a: 1 }] }]],
    ["keys of the second argument", [1, { a: 1, b: 2 }], [1, { b: 2, a: 1 }]],
    ["keys among which are indices", [{ b: 1, 2: 1, a: 1 }], [{ a: 1, b: 1, 2: 1 }]],
    [
      "many keys",
      [Object.fromEntries([1, 2, 3, 4].map((n) => [`k${n}`, n]))],
      [Object.fromEntries([4, 2, 1, 3].map((n) => [`k${n}`, n]))],
    ],
  ])("makes one call of two orders of %s", (_title, first, second) => {
    const { fn, runs } = counted();
    fn(...first);
    fn(...second);
    expect(runs()).toBe(1);
  });

  it.each<readonly [string, readonly unknown[], readonly unknown[]]>([
    ["the order of an array", [[1, 2]], [[2, 1]]],
    ["the order of arguments", [1, 2], [2, 1]],
    ["values under crossed keys", [{ a: 1, b: 2 }], [{ a: 2, b: 1 }]],
    ["a key more", [{ a: 1 }], [{ a: 1, b: undefined }]],
    ["1 and '1'", [{ a: 1 }], [{ a: "1" }]],
    ["nesting", [{ a: { b: 1 } }], [{ "a.b": 1 }]],
    [
      "the order of keys within and values crossed",
      [{ x: { a: 1 }, y: { a: 2 } }],
      [{ x: { a: 2 }, y: { a: 1 } }],
    ],
    ["what is shared", [((it) => ({ x: it, y: it }))({ a: 1 })], [{ x: { a: 1 }, y: { a: 1 } }]],
  ])("leaves two calls two that differ by %s", (_title, first, second) => {
    const { fn, runs } = counted();
    fn(...first);
    fn(...second);
    expect(runs()).toBe(2);
  });
});

describe("key: a function", () => {
  it("gives the value that stands for the arguments", () => {
    let runs = 0;
    const load = cache(
      (of: { id: number; seen: number }) => {
        runs++;
        return of.id;
      },
      { key: ({ id }) => id },
    );
    expect([load({ id: 1, seen: 1 }), load({ id: 1, seen: 2 }), load({ id: 2, seen: 1 }), runs]).toEqual([
      1, 1, 2, 2,
    ]);
  });

  it("gets all arguments", () => {
    const join = cache((a: string, b: string, c: string) => a + b + c, { key: (a, b, c) => [a, b, c] });
    expect([join("a", "b", "c"), join("a", "b", "d")]).toEqual(["abc", "abd"]);
    expect(join.info().misses).toBe(2);
  });

  it("is compared by structure: equal objects are one, 1 and '1' are two", () => {
    let runs = 0;
    const any = cache(
      (_: unknown) => {
        runs++;
      },
      { key: (of) => ({ of }) },
    );
    any([1]);
    any([1]);
    expect(runs).toBe(1);
    any(1);
    any("1");
    expect(runs).toBe(3);
  });

  it("may give undefined or one constant: then there is one result", () => {
    const any = cache((n: number) => n, { key: () => undefined });
    expect([any(1), any(2)]).toEqual([1, 1]);
  });

  it("may tell apart what cannot be compared", () => {
    let runs = 0;
    const load = cache(
      (_: Promise<number>, id: number) => {
        runs++;
        return id;
      },
      { key: (_, id) => id },
    );
    expect([load(Promise.resolve(1), 7), load(Promise.resolve(2), 7), runs]).toEqual([7, 7, 1]);
  });

  it("that gives what cannot be compared makes calls that are not cached", () => {
    const same = cache((n: number) => [n], { key: () => Promise.resolve() });
    expect(same(1)).not.toBe(same(1));
    expect(same.info()).toMatchObject({ hits: 0, misses: 2, entries: 0 });
  });

  it("serves has, peek, forget and refresh as well", () => {
    let runs = 0;
    const load = cache(
      (of: { id: number; extra?: string }) => {
        runs++;
        return [of.id];
      },
      { key: ({ id }) => id },
    );
    const kept = load({ id: 1 });
    expect(load.has({ id: 1, extra: "a" })).toBe(true);
    expect(load.peek({ id: 1, extra: "b" })).toBe(kept);
    load.refresh({ id: 1, extra: "c" });
    expect([load.info().entries, runs]).toEqual([1, 2]);
    expect([load.forget({ id: 1, extra: "d" }), load.has({ id: 1 })]).toEqual([true, false]);
  });

  it("that throws makes the call throw, and the function does not run", () => {
    let runs = 0;
    const load = cache(
      (_: number) => {
        runs++;
      },
      {
        key: () => {
          throw new RangeError("no key");
        },
      },
    );
    expect(() => load(1)).toThrow("no key");
    expect(runs).toBe(0);
  });

  it("keeps receivers apart all the same", () => {
    const method = cache(
      function method(this: { n: number }, _: number): number {
        return this.n;
      },
      { key: () => 1 },
    );
    expect([method.call({ n: 1 }, 1), method.call({ n: 2 }, 1)]).toEqual([1, 2]);
  });

  it("is part of what a definition means: another key is another definition", () => {
    const fn = (n: number): readonly number[] => [n];
    const identity = { name: "keyed", scope: "options" };
    const exact = defineOnce(cache(fn), identity);
    exact(1);
    const coarse = defineOnce(cache(fn, { key: (n) => n % 2 }), identity);
    expect(coarse(1)).toEqual([1]);
    expect(coarse(3)).toEqual([1]);
    const again = defineOnce(cache(fn), identity);
    expect(again(3)).toEqual([3]);
  });
});
