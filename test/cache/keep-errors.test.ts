// `keepErrors`: what was thrown is thrown again.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";

/** What a call throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("keepErrors", () => {
  it("throws the same error again, without a run", () => {
    let runs = 0;
    const parse = cache(
      (text: string): unknown => {
        runs++;
        return JSON.parse(text);
      },
      { keepErrors: true },
    );
    const [first, second] = [thrownBy(() => parse("{")), thrownBy(() => parse("{"))];
    expect(first).toBeInstanceOf(SyntaxError);
    expect([second === first, runs]).toEqual([true, 1]);
    expect(parse.info()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
    expect(thrownBy(() => parse("["))).not.toBe(first);
  });

  it.each<readonly [string, unknown]>([
    ["a string", "text"],
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["a plain object", { code: 1 }],
  ])("keeps whatever is thrown: %s", (_title, what) => {
    let runs = 0;
    const fail = cache(
      (): never => {
        runs++;
        throw what;
      },
      { keepErrors: true },
    );
    expect([thrownBy(fail), thrownBy(fail), runs]).toEqual([what, what, 1]);
  });

  it("rejects with the same error again", async () => {
    let runs = 0;
    const load = cache(
      async (_: number): Promise<number> => {
        runs++;
        await null;
        throw new RangeError("offline");
      },
      { keepErrors: true },
    );
    const errors = [];
    for (const _ of [1, 2]) errors.push(await load(1).catch((error: unknown) => error));
    expect(errors[0]).toBeInstanceOf(RangeError);
    expect([errors[1] === errors[0], runs]).toEqual([true, 1]);
  });

  it("wakes all concurrent callers with the error, once run", async () => {
    let runs = 0;
    const load = cache(
      async (): Promise<number> => {
        runs++;
        await null;
        throw new Error("offline");
      },
      { keepErrors: true },
    );
    const outcomes = await Promise.allSettled([load(), load(), load()]);
    const reasons = outcomes.map((each) => each.status === "rejected" && each.reason);
    expect([new Set(reasons).size, runs]).toEqual([1, 1]);
    await expect(load()).rejects.toBe(reasons[0]);
    expect(runs).toBe(1);
  });

  it("keeps results as ever", () => {
    const half = cache(
      (n: number) => {
        if (n % 2 === 1) throw new RangeError("odd");
        return [n / 2];
      },
      { keepErrors: true },
    );
    expect(half(2)).toBe(half(2));
    expect(() => half(3)).toThrow("odd");
  });

  it("lets the error be seen by has, and dropped by forget, clear and refresh", () => {
    let runs = 0;
    const fail = cache(
      (_: number): never => {
        runs++;
        throw new Error("again");
      },
      { keepErrors: true },
    );
    expect(() => fail(1)).toThrow("again");
    expect([fail.has(1), fail.forget(1), fail.has(1)]).toEqual([true, true, false]);
    expect(() => fail(1)).toThrow("again");
    fail.clear();
    expect(() => fail(1)).toThrow("again");
    expect(() => fail.refresh(1)).toThrow("again");
    expect(runs).toBe(4);
    expect(() => fail.peek(1)).not.toThrow();
  });

  it("counts errors among the entries that are bounded", () => {
    const fail = cache(
      (n: number): never => {
        throw new Error(String(n));
      },
      { keepErrors: true, maxEntries: 1 },
    );
    expect([1, 2].map((n) => String(thrownBy(() => fail(n))))).toEqual(["Error: 1", "Error: 2"]);
    expect([fail.has(1), fail.has(2)]).toEqual([false, true]);
  });

  it("is never stale: the error belongs to what the function depends on", () => {
    let limit = 1;
    const check = cache(
      (n: number) => {
        if (n > limit) throw new RangeError("too many");
        return n;
      },
      { keepErrors: true },
    );
    expect(() => check(2)).toThrow("too many");
    limit = 5;
    expect(check(2)).toBe(2);
  });

  it("does not keep an error of a function that has changed its argument", () => {
    const fail = cache(
      (of: number[]): never => {
        of.push(0);
        throw new Error("after the change");
      },
      { keepErrors: true },
    );
    for (const _ of [1, 2]) {
      const of: number[] = [];
      expect(() => fail(of)).toThrow("after the change");
      expect(of).toEqual([0]);
    }
  });
});
