// What CPython documents and tests of functools.lru_cache, as far as it applies here: calls within calls and at the same time. The comment of a test names the
// test of test_functools.TestLRU that it follows.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";

/** The function of CPython's tests. */
function line(x: number, y: number): number {
  return 3 * x + y;
}

describe("at the same time", () => {
  // test_lru_cache_threaded
  it("five callers with eleven calls each run each call once", async () => {
    let runs = 0;
    const f = cache(
      async (x: number, y: number) => {
        runs++;
        await null;
        return line(x, y);
      },
      { maxEntries: 5 * 11 },
    );
    const callers = Array.from({ length: 5 }, (_, k) =>
      Promise.all(Array.from({ length: 11 }, () => f(k, 0))),
    );
    for (const [k, results] of (await Promise.all(callers)).entries()) {
      expect(new Set(results)).toEqual(new Set([line(k, 0)]));
    }
    expect([runs, f.info()]).toMatchObject([5, { hits: 50, misses: 5, entries: 5 }]);
  });

  // test_lru_cache_threaded
  it("callers may clear the cache: all still get their results", async () => {
    const f = cache(async (x: number) => {
      await null;
      return 3 * x;
    });
    const calls: Promise<number>[] = [];
    for (let round = 0; round < 50; round++) {
      calls.push(f(round % 5));
      if (round % 7 === 0) f.clear();
    }
    expect(await Promise.all(calls)).toEqual(calls.map((_, round) => 3 * (round % 5)));
  });

  // test_lru_cache_threaded2; CPython lets all of them run
  it("callers of one call run it once", async () => {
    let runs = 0;
    const f = cache(async (x: number) => {
      runs++;
      await null;
      return 3 * x;
    });
    for (let round = 0; round < 7; round++) {
      const results = await Promise.all(Array.from({ length: 5 }, () => f(round)));
      expect(new Set(results)).toEqual(new Set([3 * round]));
    }
    expect([runs, f.info()]).toMatchObject([7, { hits: 28, misses: 7, entries: 7 }]);
  });

  // test_lru_cache_threaded3
  it("more calls than there is room for all get their results", async () => {
    const f = cache(
      async (x: number) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return 3 * x;
      },
      { maxEntries: 2 },
    );
    expect(await Promise.all([1, 2, 2, 3, 2].map((x) => f(x)))).toEqual([3, 6, 6, 9, 6]);
    expect(f.info().entries).toBeLessThanOrEqual(2);
  });
});

describe("recursion through the cache", () => {
  it("computes Ackermann's function", () => {
    const ackermann = cache((m: number, n: number): number => {
      if (m === 0) return n + 1;
      return n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
    });
    expect([ackermann(2, 3), ackermann(3, 3)]).toEqual([9, 61]);
    const { misses } = ackermann.info();
    expect(ackermann(3, 3)).toBe(61);
    expect(ackermann.info().misses).toBe(misses);
  });

  it("computes two functions that call each other, each value once", () => {
    let runs = 0;
    const female = cache((n: number): number => {
      runs++;
      return n === 0 ? 1 : n - male(female(n - 1));
    });
    const male = cache((n: number): number => {
      runs++;
      return n === 0 ? 0 : n - female(male(n - 1));
    });
    expect(Array.from({ length: 12 }, (_, n) => female(n))).toEqual([1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7]);
    expect(runs).toBe(female.info().misses + male.info().misses);
    expect(female.info().misses).toBe(12);
  });

  it.each([0, 1, 2, 5])("gives what it should with room for %i results", (maxEntries) => {
    const hofstadter = cache(
      (n: number): number =>
        n <= 2 ? 1 : hofstadter(n - hofstadter(n - 1)) + hofstadter(n - hofstadter(n - 2)),
      { maxEntries },
    );
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => hofstadter(n))).toEqual([1, 1, 2, 3, 3, 4, 5, 5, 6, 6]);
    expect(hofstadter.info().entries).toBeLessThanOrEqual(maxEntries);
  });

  it("may throw half-way: what was computed before is kept", () => {
    const down = cache((n: number): number => {
      if (n === 3) throw new Error("three");
      return n === 0 ? 0 : down(n - 1) + 1;
    });
    expect(down(2)).toBe(2);
    expect(() => down(5)).toThrow("three");
    expect([2, 3, 4, 5].map((n) => down.has(n))).toEqual([true, false, false, false]);
  });
});
