// The options of a cache: what they accept; how much is kept; and what is kept, seen without a call.

import { describe, expect, it } from "vitest";
import { cache, DefineOnceError, defineOnce } from "../../src/index.ts";

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error instanceof DefineOnceError ? error.code : error;
  }
  return undefined;
}

/** What a call throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("an option that is not allowed is refused by its name", () => {
  it.each<readonly [string, object]>([
    ["maxEntries", { maxEntries: -1 }],
    ["maxEntries", { maxEntries: 1.5 }],
    ["maxEntries", { maxEntries: "10" }],
    ["maxEntries", { maxEntries: Number.NaN }],
    ["maxBytes", { maxBytes: -1 }],
    ["maxBytes", { maxBytes: "1 MB" }],
    ["maxBytes", { maxBytes: Number.NaN }],
    ["ttl", { ttl: -1 }],
    ["ttl", { ttl: Number.NaN }],
    ["ttl", { ttl: "1s" }],
    ["key", { key: "sorted" }],
    ["key", { key: 1 }],
    ["ignoreArgs", { ignoreArgs: 1 }],
    ["ignoreArgs", { ignoreArgs: [-1] }],
    ["ignoreArgs", { ignoreArgs: [0.5] }],
    ["ignoreArgs", { ignoreArgs: ["1"] }],
    ["keepErrors", { keepErrors: 1 }],
    ["keepErrors", { keepErrors: "yes" }],
    ["share", { share: "yes" }],
    ["clone", { clone: 1 }],
    ["files", { files: "data.csv" }],
    ["files", { files: ["data.csv"] }],
    ["check", { check: "always" }],
    ["maxentries", { maxentries: 1 }],
  ])("%s: %o", (option, options) => {
    const error = thrownBy(() => Reflect.apply(cache, undefined, [() => 1, options]));
    expect(error).toBeInstanceOf(DefineOnceError);
    expect(Object(error).code).toBe("DEFINE_ONCE_OPTION");
    expect(String(error)).toContain(option);
  });

  it("share and clone contradict each other, and both are named", () => {
    const error = thrownBy(() => cache(() => [1], { share: true, clone: true }));
    expect([Object(error).code, String(error)]).toEqual([
      "DEFINE_ONCE_OPTION",
      expect.stringMatching(/share.*clone|clone.*share/s),
    ]);
  });

  it.each<readonly [string, object]>([
    ["none", {}],
    ["switches that are off", { share: false, clone: false, keepErrors: false }],
    ["share without clone", { share: true, clone: false }],
    ["clone without share", { share: false, clone: true }],
    ["an empty list", { ignoreArgs: [] }],
    ["what is undefined", { ttl: undefined, key: undefined, maxEntries: undefined }],
    ["no room", { maxEntries: 0, maxBytes: 0 }],
    ["a key", { key: "unordered" }],
  ])("but not: %s", (_title, options) => {
    expect(codeOf(() => Reflect.apply(cache, undefined, [() => 1, options]))).toBe(undefined);
  });
});

describe("peek", () => {
  it("gives the kept result, and undefined where there is none", () => {
    const box = cache((n: number) => ({ n }));
    expect(box.peek(1)).toBe(undefined);
    const kept = box(1);
    expect([box.peek(1) === kept, box.peek(2)]).toEqual([true, undefined]);
  });

  it("neither runs nor counts", () => {
    let runs = 0;
    const box = cache((n: number) => {
      runs++;
      return { n };
    });
    box.peek(1);
    box(1);
    const before = box.info();
    box.peek(1);
    box.peek(2);
    expect([runs, box.info()]).toEqual([1, before]);
  });

  it("gives undefined after clear and forget, and when a dependency has changed", () => {
    let by = 2;
    const times = cache((n: number) => n * by);
    times(1);
    expect(times.peek(1)).toBe(2);
    by = 3;
    expect(times.peek(1)).toBe(undefined);
    by = 2;
    expect(times.peek(1)).toBe(2);
    times.forget(1);
    expect(times.peek(1)).toBe(undefined);
    times(1);
    times.clear();
    expect(times.peek(1)).toBe(undefined);
  });

  it("gives a promise of what an async function gave", async () => {
    const load = cache(async (n: number) => ({ n }));
    const kept = await load(1);
    expect(await load.peek(1)).toBe(kept);
  });

  it("finds results by structure", () => {
    const sum = cache((of: readonly number[]) => of.reduce((a, b) => a + b, 0));
    sum([1, 2]);
    expect([sum.peek([1, 2]), sum.peek([2, 1])]).toEqual([3, undefined]);
  });
});

describe("maxEntries", () => {
  it("applies at once to a kept cache that is defined with another", () => {
    const fn = (n: number): number => n;
    const identity = { name: "bounded", scope: "options" };
    const wide = defineOnce(cache(fn), identity);
    for (const n of [1, 2, 3, 4]) wide(n);
    const narrow = defineOnce(cache(fn, { maxEntries: 2 }), identity);
    expect(narrow).toBe(wide);
    narrow(5);
    expect(narrow.info().entries).toBeLessThanOrEqual(2);
    expect(narrow.has(5)).toBe(true);
  });
});

describe("maxBytes", () => {
  it("bounds what is kept: what was used longest ago goes", () => {
    const text = cache((n: number) => String(n).repeat(4000), { maxBytes: 20_000 });
    for (let n = 1; n <= 9; n++) text(n);
    const { entries, bytes } = text.info();
    expect(entries).toBeGreaterThanOrEqual(1);
    expect(entries).toBeLessThanOrEqual(5);
    expect(bytes).toBeLessThanOrEqual(20_000);
    expect([text.has(9), text.has(1)]).toEqual([true, false]);
  });

  it("counts bytes of views and of nested values", () => {
    const block = cache((n: number) => ({ n, data: new Uint8Array(5000) }), { maxBytes: 12_000 });
    for (let n = 0; n < 6; n++) block(n);
    expect(block.info().entries).toBeGreaterThanOrEqual(1);
    expect(block.info().entries).toBeLessThanOrEqual(2);
  });

  it("keeps nothing that is larger by itself, and leaves the others", () => {
    const text = cache((length: number) => "x".repeat(length), { maxBytes: 5000 });
    text(10);
    expect(text(50_000)).toHaveLength(50_000);
    expect(text.has(50_000)).toBe(false);
    expect(text.info().bytes).toBeLessThanOrEqual(5000);
  });

  it("may be 0: nothing is kept, and every call is a miss", () => {
    const same = cache((n: number) => [n], { maxBytes: 0 });
    for (const _ of [1, 2]) expect(same(1)).toEqual([1]);
    expect(same.info()).toMatchObject({ hits: 0, misses: 2, entries: 0 });
  });
});
