// What CPython documents and tests of functools.lru_cache, as far as it applies here: calls, and the function itself. The comment of a test names the
// test of test_functools.TestLRU that it follows.

import { describe, expect, it } from "vitest";
import { type Cached, cache } from "../../src/index.ts";
import { call } from "./pairs.ts";

const FIBONACCI = [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610];

/** The function of CPython's tests. */
function line(x: number, y: number): number {
  return 3 * x + y;
}

describe("calls", () => {
  // test_lru_no_args
  it("through map are answered by the element alone", () => {
    const square = cache((x: number) => x ** 2);
    expect([10, 20, 10].map(square)).toEqual([100, 400, 100]);
    expect(square.info()).toMatchObject({ hits: 1, misses: 2, entries: 2 });
  });

  // test_lru_bug_35780
  it("that call themselves with equal arguments leave a full cache full", () => {
    let once = true;
    const f = cache(
      (x: number): string => {
        if (x !== 20 || !once) return `.${x}.`;
        once = false;
        return f(x);
      },
      { maxEntries: 10 },
    );
    for (let x = 0; x < 15; x++) expect(f(x)).toBe(`.${x}.`);
    expect(f.info().entries).toBe(10);
    expect(f(20)).toBe(".20.");
    expect(f.info().entries).toBeLessThanOrEqual(10);
    for (let x = 0; x < 30; x++) expect(f(x)).toBe(`.${x}.`);
    expect(f.info().entries).toBe(10);
  });

  // test_lru_bug_36650
  it("with an empty list spread behind are the same", () => {
    const f = cache((x: number) => x);
    f(0);
    call(f, 0, ...[]);
    expect(f.info().hits).toBe(1);
  });

  // test_lru_hash_only_once
  it("compute their key once: on a miss, on a hit, and not when another result goes", () => {
    let keys = 0;
    const f = cache((of: { id: number }, y: number) => of.id * 3 + y, {
      maxEntries: 1,
      key: (of, y) => {
        keys++;
        return [of.id, y];
      },
    });
    const five = { id: 5 };
    expect([f(five, 1), keys]).toEqual([16, 1]);
    expect([f(five, 1), keys]).toEqual([16, 2]);
    expect(f.info()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
    expect([f({ id: 6 }, 2), keys]).toEqual([20, 3]);
    expect([f(five, 1), keys]).toEqual([16, 4]);
    expect(f.info()).toMatchObject({ hits: 1, misses: 3, entries: 1 });
  });

  // test_lru_reentrancy_with_len
  it("of a built-in function that is put in its own place do not disturb the cache", () => {
    const { max } = Math;
    try {
      Math.max = cache(max, { maxEntries: 4 });
      for (const n of [0, 0, 1, 2, 3, 3, 4, 5, 6, 1, 7, 2, 1]) expect(Math.max(n, -1)).toBe(n);
    } finally {
      Math.max = max;
    }
  });

  // test_lru_star_arg_handling
  it("with two arguments and with an array of them are two", () => {
    const f = cache((...args: readonly unknown[]) => args);
    expect(f(1, 2)).toEqual([1, 2]);
    expect(f([1, 2])).toEqual([[1, 2]]);
  });

  // test_lru_type_error; what Python cannot hash, an object can be here. What cannot be compared runs.
  it.each([{}, { maxEntries: 10 }])("with what cannot be compared run, and keep nothing: %j", (options) => {
    const f = cache((of: unknown) => typeof of, options);
    for (const _ of [1, 2]) expect(f(Promise.resolve())).toBe("object");
    expect(f.info()).toMatchObject({ hits: 0, misses: 2, entries: 0 });
  });

  // test_lru_with_exceptions
  it.each([{}, { maxEntries: 128 }])(
    "that throw give the error as it is, and keep nothing: %j",
    (options) => {
      const letter = cache((index: number) => {
        const found = "abc"[index];
        if (found === undefined) throw new RangeError("too far");
        return found;
      }, options);
      expect(letter(0)).toBe("a");
      for (const _ of [1, 2]) {
        let error: unknown;
        try {
          letter(15);
        } catch (thrown) {
          error = thrown;
        }
        expect(error).toBeInstanceOf(RangeError);
        expect(Object(error)).not.toHaveProperty("cause");
      }
      expect(letter.info()).toMatchObject({ hits: 0, misses: 3, entries: 1 });
    },
  );

  // test_lru_with_types
  it.each([{}, { maxEntries: 128 }])("with equal numbers of two types are two: %j", (options) => {
    const square = cache((x: number | bigint) => (typeof x === "bigint" ? x * x : x * x), options);
    for (const _ of [1, 2]) expect([square(3), square(3n)]).toEqual([9, 9n]);
    expect(square.info()).toMatchObject({ hits: 2, misses: 2 });
  });

  // test_lru_cache_typed_is_not_recursive; here it is
  it("with equal values of two types within are two as well", () => {
    const shown = cache((of: unknown) => JSON.stringify(of));
    const values: readonly unknown[] = [1, true, "1", [1], [true], ["1"], { a: 1 }, { a: true }];
    for (const value of values) expect(shown(value)).toBe(JSON.stringify(value));
    expect(shown.info()).toMatchObject({ hits: 0, misses: values.length });
  });

  // test_lru_with_keyword_args, test_lru_with_keyword_args_maxsize_none
  it.each([{}, { maxEntries: 128 }])("with named arguments count like others: %j", (options) => {
    const fib: Cached<(of: { n: number }) => number> = cache(
      ({ n }: { n: number }): number => (n < 2 ? n : fib({ n: n - 1 }) + fib({ n: n - 2 })),
      options,
    );
    expect(FIBONACCI.map((_, n) => fib({ n }))).toEqual(FIBONACCI);
    expect(fib.info()).toMatchObject({ hits: 28, misses: 16, entries: 16 });
    fib.clear();
    expect(fib.info().entries).toBe(0);
  });

  // test_kwargs_order
  it("with named arguments in another order are two", () => {
    const entries = cache((of: object) => Object.entries(of), { maxEntries: 10 });
    expect([entries({ a: 1, b: 2 }), entries({ b: 2, a: 1 })]).toEqual([
      [
        ["a", 1],
        ["b", 2],
      ],
      [
        ["b", 2],
        ["a", 1],
      ],
    ]);
    expect(entries.info()).toMatchObject({ hits: 0, misses: 2, entries: 2 });
  });

  // test_need_for_rlock
  it("may come from within the making of a key", () => {
    const f: Cached<(of: { x: number }) => number> = cache(({ x }: { x: number }) => x, {
      maxEntries: 10,
      key: ({ x }: { x: number }): number => {
        if (x === 2) f({ x: 1 });
        return x;
      },
    });
    f({ x: 1 });
    f({ x: 2 });
    expect([f({ x: 2 }), f({ x: 1 })]).toEqual([2, 1]);
    expect(f.info()).toMatchObject({ misses: 2, entries: 2 });
  });
});

describe("a cached function", () => {
  // test_lru_cache_decoration, test_common_signatures
  it("looks like its function: name, length, own properties, and text through original", () => {
    const named = Object.assign(
      function zoom(_a: number, _b: number): number {
        return 42;
      },
      { note: "a note" },
    );
    const cached = cache(named);
    expect([cached.name, cached.length, cached.note]).toEqual(["zoom", 2, "a note"]);
    expect(String(cached.original)).toBe(String(named));
    expect(String(cached)).toMatch(/\{/);
  });

  // test_lru_cache_weakrefable
  it("can be held weakly, and be a key", () => {
    const cached = cache(line);
    expect(new WeakRef(cached).deref()).toBe(cached);
    expect(new WeakMap([[cached, 1]]).get(cached)).toBe(1);
  });
});
