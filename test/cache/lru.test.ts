// What CPython documents and tests of functools.lru_cache, as far as it applies here: how many results are kept. The comment of a test names the
// test of test_functools.TestLRU that it follows.

import { describe, expect, it } from "vitest";
import { cache, DefineOnceError } from "../../src/index.ts";

const FIBONACCI = [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610];

/** The function of CPython's tests. */
function line(x: number, y: number): number {
  return 3 * x + y;
}

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error instanceof DefineOnceError ? error.code : error;
  }
  return undefined;
}

describe("a cache with room for twenty results", () => {
  // test_lru
  it("gives what the function gives over a thousand calls, with more hits than misses, and stays full", () => {
    const f = cache(line, { maxEntries: 20 });
    expect(f.info()).toMatchObject({ hits: 0, misses: 0, entries: 0 });
    let seed = 1;
    const next = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 5;
    };
    for (let round = 0; round < 1000; round++) {
      const [x, y] = [next(), next()];
      expect(f(x, y)).toBe(line(x, y));
    }
    const { hits, misses, entries } = f.info();
    expect(hits).toBeGreaterThan(misses);
    expect([hits + misses, entries]).toEqual([1000, 20]);
  });

  // test_lru
  it("is empty after clear, and counts on", () => {
    const f = cache(line, { maxEntries: 20 });
    for (const x of [1, 2, 1]) f(x, 0);
    f.clear();
    expect(f.info()).toMatchObject({ hits: 1, misses: 2, entries: 0, bytes: 0 });
    f(1, 0);
    expect(f.info()).toMatchObject({ hits: 1, misses: 3, entries: 1 });
  });

  // test_lru
  it("has the function itself as original, whose calls are not counted", () => {
    const f = cache(line, { maxEntries: 20 });
    f(1, 1);
    expect(f.original).toBe(line);
    expect(f.original(1, 1)).toBe(4);
    expect(f.info()).toMatchObject({ hits: 0, misses: 1, entries: 1 });
  });
});

describe("the number of results that are kept", () => {
  // test_lru, "test size zero (which means never-cache)"
  it("may be 0: every call runs and is counted as a miss", () => {
    let runs = 0;
    const f = cache(
      () => {
        runs++;
        return 20;
      },
      { maxEntries: 0 },
    );
    for (let round = 0; round < 5; round++) expect(f()).toBe(20);
    expect([runs, f.info()]).toMatchObject([5, { hits: 0, misses: 5, entries: 0 }]);
    expect([f.has(), f.peek()]).toEqual([false, undefined]);
  });

  // test_lru, "test size one"
  it("may be 1", () => {
    let runs = 0;
    const f = cache(
      () => {
        runs++;
        return 20;
      },
      { maxEntries: 1 },
    );
    for (let round = 0; round < 5; round++) expect(f()).toBe(20);
    expect([runs, f.info()]).toMatchObject([1, { hits: 4, misses: 1, entries: 1 }]);
  });

  // test_lru, "test size two"
  it("may be 2: the one that was used longest ago goes", () => {
    let runs = 0;
    const f = cache(
      (x: number) => {
        runs++;
        return x * 10;
      },
      { maxEntries: 2 },
    );
    for (const x of [7, 9, 7, 9, 7, 9, 8, 8, 8, 9, 9, 9, 8, 8, 8, 7]) expect(f(x)).toBe(x * 10);
    expect([runs, f.info()]).toMatchObject([4, { hits: 12, misses: 4, entries: 2 }]);
  });

  // test_lru, the same with arguments that are no numbers
  it("is one bound for results under keys of every kind", () => {
    const f = cache((x: unknown) => [x], { maxEntries: 2 });
    const values: readonly unknown[] = [1, { a: 1 }, "text", [2], -0, new Map([[1, 2]])];
    for (const value of values) f(value);
    expect(f.info().entries).toBe(2);
    expect(values.map((value) => f.has(value))).toEqual([false, false, false, false, true, true]);
  });

  it("is kept by order of use, not of age: a hit makes a result the newest", () => {
    const f = cache((x: number) => ({ x }), { maxEntries: 3 });
    for (const x of [1, 2, 3]) f(x);
    f(1);
    f(4);
    expect([1, 2, 3, 4].map((x) => f.has(x))).toEqual([true, false, true, true]);
    f(3);
    f(5);
    expect([1, 2, 3, 4, 5].map((x) => f.has(x))).toEqual([false, false, true, true, true]);
  });

  it("is kept by order of use for objects, too", () => {
    const f = cache((of: { x: number }) => of.x, { maxEntries: 2 });
    f({ x: 1 });
    f({ x: 2 });
    f({ x: 1 });
    f({ x: 3 });
    expect([1, 2, 3].map((x) => f.has({ x }))).toEqual([true, false, true]);
  });

  it("is not used up by what was forgotten, and refresh makes a result the newest", () => {
    const f = cache((x: number) => x, { maxEntries: 2 });
    f(1);
    f(2);
    f.forget(2);
    f(3);
    expect([f.has(1), f.has(3)]).toEqual([true, true]);
    f.refresh(1);
    f(4);
    expect([1, 3, 4].map((x) => f.has(x))).toEqual([true, false, true]);
  });

  // test_lru_with_maxsize_none
  it("has no bound unless one is given: fib of 0 to 15 is sixteen misses and twenty-eight hits", () => {
    const fib = cache((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
    expect(FIBONACCI.map((_, n) => fib(n))).toEqual(FIBONACCI);
    expect(fib.info()).toMatchObject({ hits: 28, misses: 16, entries: 16 });
    fib.clear();
    expect(fib.info().entries).toBe(0);
  });

  // test_lru_with_maxsize_none
  it.each([16, 20, 25, 30])("has no bound unless one is given: fib of 0 to %i computes each once", (last) => {
    const fib = cache((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
    for (let n = 0; n <= last; n++) fib(n);
    expect(fib.info()).toMatchObject({ hits: 2 * (last - 1), misses: last + 1, entries: last + 1 });
  });

  // test_lru_with_maxsize_none
  it.each([16, 20, 25, 30])(
    "has no bound unless one is given: fib of %i alone computes each once",
    (last) => {
      const fib = cache((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
      fib(last);
      expect(fib.info()).toMatchObject({ hits: last - 2, misses: last + 1, entries: last + 1 });
    },
  );

  it("of three is enough for fib: it goes down before it comes up", () => {
    const fib = cache((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)), { maxEntries: 3 });
    expect(fib(40)).toBe(102_334_155);
    expect(fib.info()).toMatchObject({ hits: 38, misses: 41, entries: 3 });
  });

  // test_lru_with_maxsize_negative; CPython takes it for 0
  it.each([-1, -10, 1.5, Number.NaN])("must be a whole number from 0: %d is refused", (maxEntries) => {
    expect(codeOf(() => cache(line, { maxEntries }))).toBe("DEFINE_ONCE_OPTION");
  });

  // test_lru_with_maxsize_negative, for what it does take: 0
  it("of 0 makes three hundred calls three hundred misses", () => {
    const same = cache((n: number) => n, { maxEntries: 0 });
    for (const _ of [0, 1]) for (let n = 0; n < 150; n++) expect(same(n)).toBe(n);
    expect(same.info()).toMatchObject({ hits: 0, misses: 300, entries: 0 });
  });
});
