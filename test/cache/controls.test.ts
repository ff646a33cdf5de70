import { beforeEach, describe, expect, it } from "vitest";
import { type Cached, cache, configure, defineOnce } from "../../src/index.ts";

let runs = 0;
const sum = (a: number, b = 0): number => {
  runs++;
  return a + b;
};
let cached: Cached<typeof sum> = cache(sum);

beforeEach(() => {
  runs = 0;
  cached = cache(sum);
});

describe("info", () => {
  it("begins with nothing, and counts hits, misses and entries", () => {
    expect(cached.info()).toEqual({ hits: 0, misses: 0, entries: 0, bytes: 0, spent: 0, saved: 0 });
    cached(1);
    cached(1);
    cached(2);
    expect(cached.info()).toMatchObject({ hits: 1, misses: 2, entries: 2 });
  });

  it("is a snapshot", () => {
    const before = cached.info();
    cached(1);
    expect(before.misses).toBe(0);
  });

  it("estimates bytes from keys and results: larger ones count more", () => {
    const text = cache((length: number) => "x".repeat(length));
    text(10);
    const small = text.info().bytes;
    text(10_000);
    expect(text.info().bytes - small).toBeGreaterThanOrEqual(10_000);
    text.clear();
    expect(text.info().bytes).toBe(0);
  });

  it("adds up time spent and time saved by hits", () => {
    const slow = cache((_: number) => {
      const end = performance.now() + 5;
      while (performance.now() < end);
    });
    slow(1);
    slow(1);
    slow(1);
    const { spent, saved } = slow.info();
    expect(spent).toBeGreaterThanOrEqual(5);
    // Entries hold whole microseconds.
    expect(saved).toBeCloseTo(2 * spent, 2);
  });

  it("does not fail on results that cannot be measured", () => {
    const odd = cache((which: number) =>
      which === 0 ? new Proxy({}, {}) : which === 1 ? Promise.resolve(1) : () => 1,
    );
    for (const which of [0, 1, 2]) odd(which);
    expect(odd.info().entries).toBe(3);
  });
});

describe("has, forget, refresh and clear", () => {
  it("has tells whether a result is there, without computing or counting", () => {
    expect(cached.has(1)).toBe(false);
    cached(1);
    expect([cached.has(1), cached.has(2), cached.has(1, 0)]).toEqual([true, false, false]);
    expect([runs, cached.info()]).toMatchObject([1, { hits: 0, misses: 1 }]);
  });

  it("forget drops one result, and says whether there was one", () => {
    cached(1, 2);
    cached(3);
    expect([cached.forget(1, 2), cached.forget(1, 2), cached.forget(9)]).toEqual([true, false, false]);
    expect([cached.has(1, 2), cached.has(3)]).toEqual([false, true]);
  });

  it("refresh computes anew and keeps that", () => {
    const feed = [2, 20, 200];
    const changing = defineOnce(
      cache((n: number) => n * Number(feed.shift())),
      { name: "refreshed", ignore: ["feed"] },
    );
    expect([changing(1), changing(1)]).toEqual([2, 2]);
    expect([changing.refresh(1), changing(1)]).toEqual([20, 20]);
  });

  it("refresh of what a changed dependency made a miss leaves the result for the old state alone", () => {
    let by = 1;
    const changing = cache((n: number) => {
      runs++;
      return n * by;
    });
    expect(changing(2)).toBe(2);
    by = 10;
    expect([changing.has(2), changing.refresh(2), changing(2)]).toEqual([false, 20, 20]);
    by = 1;
    expect([changing(2), runs]).toEqual([2, 2]);
  });

  it("refresh computes what was never asked for, too", () => {
    expect([cached.refresh(4), cached(4), runs]).toEqual([4, 4, 1]);
  });

  it("refresh that fails throws to its caller", () => {
    let fails = false;
    const risky = cache((n: number) => {
      if (fails) throw new Error("refused");
      return n;
    });
    risky(1);
    fails = true;
    expect(() => risky.refresh(1)).toThrow("refused");
  });

  it("clear drops all results; the counters stay", () => {
    cached(1);
    cached(1);
    cached(2, 3);
    cached.clear();
    expect([cached.has(1), cached.has(2, 3)]).toEqual([false, false]);
    expect(cached.info()).toMatchObject({ hits: 1, misses: 2, entries: 0 });
    cached(1);
    expect(runs).toBe(3);
  });

  it("work with arguments that are objects, by structure", () => {
    const area = cache(({ w, h }: { w: number; h: number }) => w * h);
    area({ w: 2, h: 3 });
    expect([area.has({ w: 2, h: 3 }), area.has({ w: 3, h: 2 }), area.forget({ w: 2, h: 3 })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("say no for arguments that cannot be read", () => {
    const any = cache((_: unknown) => 1);
    const promise = Promise.resolve();
    any(promise);
    expect([any.has(promise), any.forget(promise), any.refresh(promise)]).toEqual([false, false, 1]);
  });

  it("keep nothing while the library is switched off", () => {
    cached(1);
    configure({ enabled: false });
    try {
      expect([cached.refresh(2), cached(1), runs]).toEqual([2, 1, 3]);
    } finally {
      configure({ enabled: true });
    }
    expect([cached.has(2), cached.has(1)]).toEqual([false, true]);
  });
});

describe("original", () => {
  it("is the function behind the cache; calling it leaves the cache alone", () => {
    expect(cached.original).toBe(sum);
    expect([cached.original(1, 1), cached.info().misses]).toEqual([2, 0]);
  });

  it("is the newest evaluation's of a kept definition", () => {
    const make = (): Cached<() => number> =>
      defineOnce(
        cache(() => 1),
        { name: "newest original" },
      );
    const first = make();
    const { original } = first;
    expect(make()).toBe(first);
    expect(first.original).not.toBe(original);
  });
});

describe("the controls", () => {
  it("are not enumerable, so that a cached function prints and copies like a function", () => {
    expect(Object.keys(cached)).toEqual([]);
    expect({ ...cached }).toEqual({});
  });

  it("do not need their receiver", () => {
    const { has, info, forget, refresh, clear } = cached;
    expect([refresh(1), has(1), forget(1), info().misses]).toEqual([1, true, true, 1]);
    clear();
  });
});

describe("which calls share a result", () => {
  it("is not decided by defaults: f(1) and f(1, 0) are two calls", () => {
    expect([cached(1), cached(1, 0), runs]).toEqual([1, 1, 2]);
  });

  it("is decided by the number of arguments where the function can see it", () => {
    cached(1);
    cached(1, undefined);
    expect(runs).toBe(1);
  });

  it("tells -0 from 0, and NaN is itself", () => {
    const inverse = cache((n: number) => {
      runs++;
      return 1 / n;
    });
    expect([inverse(0), inverse(-0), inverse(0), inverse(-0)]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect([inverse(Number.NaN), inverse(Number.NaN), runs]).toEqual([Number.NaN, Number.NaN, 3]);
  });

  it("is not shared between two caches of one function", () => {
    const other = cache(sum);
    cached(1);
    other(1);
    expect([runs, cached.info().misses, other.info().misses]).toEqual([2, 1, 1]);
  });
});
