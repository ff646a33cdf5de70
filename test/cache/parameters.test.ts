// Missing, undefined and superfluous arguments: two calls are one exactly if the function cannot tell.

import { describe, expect, it } from "vitest";
import { type Callable, cache, defineOnce } from "../../src/index.ts";
import { call } from "./pairs.ts";

type Lists = readonly [one: readonly unknown[], other: readonly unknown[]];

/** Whether a function that was called with one list runs again for the other. */
function isOther(fn: Callable, [one, other]: Lists): boolean {
  const cached = cache(fn);
  call(cached, ...one);
  const { misses } = cached.info();
  call(cached, ...other);
  return cached.info().misses > misses;
}

/** A function from a text, which a compiler leaves alone. */
function fromText(...parts: readonly string[]): Callable {
  const made: unknown = Reflect.construct(Function, parts);
  if (typeof made !== "function") throw new TypeError("no function");
  return (made as () => Callable)();
}

const BLIND: readonly (readonly [title: string, fn: Callable])[] = [
  ["an arrow", (a: unknown, b: unknown) => [a, b]],
  ["an async arrow", async (a: unknown, b: unknown) => [a, b]],
  [
    "a function",
    function two(a: unknown, b: unknown) {
      return [a, b];
    },
  ],
  [
    "a method",
    {
      two(a: unknown, b: unknown) {
        return [a, b];
      },
    }.two,
  ],
  [
    "a function whose parameters are taken apart",
    ({ x }: { x: number }, [y]: readonly number[] = [1]) => [x, y],
  ],
  ["a function that ignores its parameters", (_a: unknown, _b: unknown) => 1],
  [
    "a function in which another asks for its own arguments",
    (a: unknown, b: unknown) => {
      const count = function count(): number {
        // biome-ignore lint/complexity/noArguments: the point of the test
        return arguments.length;
      };
      return [a, b, count()];
    },
  ],
  [
    "a function in which another has a rest parameter",
    (a: unknown, b: unknown) => [a, b].map((...all) => all.length),
  ],
  ["a function with a property called arguments", (a: unknown, b: unknown) => ({ arguments: [a, b] })],
];

const SEEING: readonly (readonly [title: string, fn: Callable])[] = [
  ["a rest parameter", (...all: readonly unknown[]) => all.length],
  [
    "a rest parameter behind others",
    (a: unknown, b: unknown, ...all: readonly unknown[]) => [a, b, all.length],
  ],
  ["arguments", fromText("return function (a, b) { return arguments.length }")],
  ["arguments in an arrow within", fromText("return function (a, b) { return (() => arguments.length)() }")],
  ["arguments in a default", fromText("return function (a, b, n = arguments.length) { return n }")],
  ["arguments in a computed name", fromText("return function (a, b) { return { [arguments.length]: 1 } }")],
  ["eval", fromText("return function (a, b) { return eval('arguments.length') }")],
  ["no source text, since it is built in", Math.max],
  ["no source text, since it is bound", ((...all: readonly unknown[]) => all.length).bind(undefined)],
];

describe("a missing argument and undefined", () => {
  it.each(BLIND)("are one call for %s", (_title, fn) => {
    expect(isOther(fn, [[{ x: 1 }], [{ x: 1 }, undefined]])).toBe(false);
    expect(isOther(fn, [[{ x: 1 }, undefined], [{ x: 1 }]]), "in the other order").toBe(false);
  });

  it.each(SEEING)("are two calls for a function with %s", (_title, fn) => {
    expect(isOther(fn, [[1], [1, undefined]])).toBe(true);
    expect(isOther(fn, [[1, undefined], [1]]), "in the other order").toBe(true);
  });

  it("are one call where all are missing", () => {
    const fn = (a: unknown, b: unknown, c: unknown): unknown => [a, b, c];
    expect(isOther(fn, [[], [undefined]])).toBe(false);
    expect(isOther(fn, [[], [undefined, undefined, undefined]])).toBe(false);
    expect(isOther(fn, [[{}], [{}, undefined, undefined]])).toBe(false);
  });

  it("are not one call with undefined in front", () => {
    const fn = (a: unknown, b: unknown): unknown => [a, b];
    expect(isOther(fn, [[1], [undefined, 1]])).toBe(true);
    expect(isOther(fn, [[], [undefined, 1]])).toBe(true);
  });

  it("are not one call with null", () => {
    expect(isOther((a: unknown, b: unknown) => [a, b], [[1], [1, null]])).toBe(true);
  });

  it("are one call for a function with a default, which is taken for both", () => {
    const fn = (a: number, b = 20): number => a + b;
    expect(isOther(fn, [[1], [1, undefined]])).toBe(false);
  });

  it("are another call than the default given, since defaults are not computed for the key", () => {
    let defaults = 0;
    const next = (): number => {
      defaults++;
      return 20;
    };
    const cached = cache((a: number, b = next()) => a + b);
    expect([cached(1), cached(1, 20), cached(1), cached(1, undefined)]).toEqual([21, 21, 21, 21]);
    expect([cached.info().misses, defaults]).toEqual([2, 1]);
  });

  it("are one call for the controls, too", () => {
    const cached = cache((a: number, b?: number) => [a, b]);
    const kept = cached(1);
    expect([cached.has(1, undefined), cached.has(1)]).toEqual([true, true]);
    expect(cached.peek(1, undefined)).toBe(kept);
    expect([cached.forget(1, undefined), cached.has(1)]).toEqual([true, false]);
  });

  it("are one call in either order of wrapping", () => {
    const fn = (a: number, b?: number): readonly unknown[] => [a, b];
    const inside = defineOnce(cache(fn), { name: "inside", scope: "parameters" });
    const outside = cache(defineOnce(fn, { name: "outside", scope: "parameters" }));
    for (const each of [inside, outside]) expect(each(1)).toBe(each(1, undefined));
  });
});

describe("arguments beyond the parameters", () => {
  it("do not count: what map hands over besides the element is not asked for", () => {
    let runs = 0;
    const parsed = cache((text: string) => {
      runs++;
      return { of: text };
    });
    const mapped = ["1", "2"].map(parsed);
    expect(parsed("1")).toBe(mapped[0]);
    expect(parsed("2")).toBe(mapped[1]);
    expect([runs, parsed.info().hits]).toEqual([2, 2]);
  });

  it.each(BLIND)("do not count for %s", (_title, fn) => {
    expect(
      isOther(fn, [
        [{ x: 1 }, [2]],
        [{ x: 1 }, [2], 3],
      ]),
    ).toBe(false);
    expect(
      isOther(fn, [
        [{ x: 1 }, [2], "a", {}],
        [{ x: 1 }, [2]],
      ]),
    ).toBe(false);
  });

  it.each(SEEING)("count for a function with %s", (_title, fn) => {
    expect(
      isOther(fn, [
        [1, 2],
        [1, 2, 3],
      ]),
    ).toBe(true);
    expect(
      isOther(fn, [
        [1, 2, 3],
        [1, 2, 4],
      ]),
    ).toBe(true);
  });

  it("do not count for a function without parameters: it has one result", () => {
    expect(isOther(() => 1, [[], [1]])).toBe(false);
    expect(isOther(() => 1, [[{ a: 1 }], [{ a: 2 }]])).toBe(false);
  });

  it("count up to the last parameter, whatever its length property says", () => {
    const fn = (a: number, b = 1, c?: number): readonly unknown[] => [a, b, c];
    expect(fn).toHaveLength(1);
    expect(
      isOther(fn, [
        [1, 2, 3],
        [1, 2, 4],
      ]),
    ).toBe(true);
    expect(
      isOther(fn, [
        [1, 2, 3],
        [1, 2, 3, 4],
      ]),
    ).toBe(false);
  });

  it("do not keep a call from being cached when they cannot be compared", () => {
    const cached = cache((a: number) => ({ a }));
    const first = call(cached, 1, Promise.resolve());
    expect([call(cached, 1, new Proxy({}, {})), call(cached, 1)]).toEqual([first, first]);
    expect(cached.info()).toMatchObject({ hits: 2, misses: 1 });
  });

  it("count for a built-in function as it takes them", () => {
    const parsed = cache(parseInt);
    expect(["10", "10", "10"].map(parsed)).toEqual([10, Number.NaN, 2]);
    expect(["10", "10", "10"].map(parsed)).toEqual([10, Number.NaN, 2]);
  });
});
