// Functions that return iterators, whoever made them.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";

describe("a cached function that returns an iterator", () => {
  it.each<readonly [string, () => Iterable<unknown>, readonly unknown[]]>([
    ["of an array", () => [1, 2].values(), [1, 2]],
    ["of a Map", () => new Map([["a", 1]]).entries(), [["a", 1]]],
    ["of a Set", () => new Set([1, 2]).keys(), [1, 2]],
    ["of a string", () => "ab"[Symbol.iterator](), ["a", "b"]],
    ["of bytes", () => new Uint8Array([1, 2]).values(), [1, 2]],
    [
      "of a generator",
      () =>
        (function* () {
          yield 1;
          yield 2;
        })(),
      [1, 2],
    ],
    [
      "made by hand",
      (): IterableIterator<number | undefined> => {
        let n = 0;
        return {
          [Symbol.iterator]() {
            return this;
          },
          next: () => (n === 2 ? { done: true, value: undefined } : { done: false, value: ++n }),
        };
      },
      [1, 2],
    ],
  ])("%s runs once, and every caller reads all", (_title, make, all) => {
    let runs = 0;
    const cached = cache(() => {
      runs++;
      return make();
    });
    expect([[...cached()], [...cached()], [...cached()]]).toEqual([all, all, all]);
    expect(runs).toBe(1);
  });

  it("of matches gives each reader the matches", () => {
    const matches = cache((text: string) => text.matchAll(/[a-z]/g));
    for (const _ of [1, 2]) expect(Array.from(matches("a1b"), ([letter]) => letter)).toEqual(["a", "b"]);
  });

  it("once, and an array at another time, gives what it gives", () => {
    const either = cache((asIterator: boolean): Iterable<number> => (asIterator ? [1].values() : [1]));
    for (const asIterator of [true, false, true, false]) expect([...either(asIterator)]).toEqual([1]);
  });

  it("promises it gives each caller all of it", async () => {
    const soon = cache(async () => [1, 2].values());
    const [one, two] = await Promise.all([soon(), soon()]);
    expect([[...one], [...two], [...(await soon())]]).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});
