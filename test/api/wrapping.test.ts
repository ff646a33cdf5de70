import { describe, expect, it } from "vitest";
import { cache, defineOnce } from "../../src/index.ts";
import { nextTurn, script } from "./evaluation.ts";

const INSIDE = "f = defineOnce(cache(function wrapped(x) { runs++; return { x } }))";
const OUTSIDE = "f = cache(defineOnce(function wrapped(x) { runs++; return { x } }))";

describe("defineOnce(cache(f)) and cache(defineOnce(f))", () => {
  it.each([
    ["the first, twice", INSIDE, INSIDE],
    ["the second, twice", OUTSIDE, OUTSIDE],
    ["the first, then the second", INSIDE, OUTSIDE],
    ["the second, then the first", OUTSIDE, INSIDE],
  ])("mean the same: %s, is one function with its results", async (_title, one, two) => {
    const run = script();
    await run("var runs = 0, f");
    const first = await run(one);
    const result = await run("f(1)");
    expect(await run(two)).toBe(first);
    expect(await run("f(1)")).toBe(result);
    expect(await run("[runs, f.info().hits]")).toEqual([1, 1]);
  });

  it("give one function within one evaluation, too", () => {
    const twice = (x: number) => x * 2;
    expect(cache(defineOnce(twice, { scope: "w" }))).toBe(defineOnce(cache(twice), { scope: "w" }));
  });

  it("make one decision each, though wrapped twice", async () => {
    const run = script();
    await run("var runs = 0, f");
    await run(OUTSIDE);
    await run(INSIDE);
    expect(await run("explain(f).events.length")).toBe(2);
  });

  it("cache generators", () => {
    let runs = 0;
    function* count(): Generator<number> {
      runs++;
      yield 1;
    }
    const [inside, outside] = [defineOnce(cache(count)), cache(defineOnce(count))];
    expect([...inside(), ...outside(), ...inside(), runs]).toEqual([1, 1, 1, 1]);
  });

  it("refuse the same functions: a class", async () => {
    const inside = await script()("try { defineOnce(cache(class A {})) } catch ({ code }) { code }");
    const outside = await script()("try { cache(defineOnce(class A {})) } catch ({ code }) { code }");
    expect([inside, outside]).toEqual(["DEFINE_ONCE_CLASS", "DEFINE_ONCE_CLASS"]);
  });
});

describe("wrapping again what is wrapped", () => {
  it("changes nothing: cache(cache(f)) is cache(f)", () => {
    const cached = cache((x: number) => x);
    expect(cache(cached)).toBe(cached);
  });

  it("changes nothing: defineOnce(defineOnce(f)) is defineOnce(f)", () => {
    const once = defineOnce(function again() {
      return 1;
    });
    expect(defineOnce(once)).toBe(once);
  });

  it.each([
    "cache(cache(defineOnce(f)))",
    "cache(defineOnce(cache(f)))",
    "defineOnce(cache(defineOnce(f)))",
    "defineOnce(cache(cache(f)))",
    "defineOnce(defineOnce(cache(f)))",
  ])("%s is one cache around one definition", async (text) => {
    const run = script();
    await run("var runs = 0; var f = function nested(x) { runs++; return x }");
    const first = await run(`var g = ${text}; g`);
    expect(await run("[g(1), g(1), runs, g.info().misses]")).toEqual([1, 1, 1, 1]);
    await run("f = function nested(x) { runs++; return x }");
    expect(await run(text)).toBe(first);
    expect(await run("[g(1), runs]")).toEqual([1, 1]);
  });

  it("does not lose the cache when the plain definition is asked for later", async () => {
    const run = script();
    await run("var runs = 0; var define = 'function later(x) { runs++; return x }'");
    await run("var cached = defineOnce(cache(function later(x) { runs++; return x })); cached(1)");
    await run("var plain = defineOnce(function later(x) { runs++; return x })");
    expect(await run("[plain === cached, plain(1), runs]")).toEqual([false, 1, 2]);
    expect(
      await run("cached = defineOnce(cache(function later(x) { runs++; return x })); [cached(1), runs]"),
    ).toEqual([1, 2]);
  });

  it("keeps the decoration of a decorated definition", async () => {
    const run = script();
    await run("var runs = 0; var once = (f) => { let r; return (x) => (r ??= f(x)) }");
    await run("var d = defineOnce(function dec(x) { runs++; return x }, { decorate: once })");
    expect(await run("var c = cache(d); [c(1), c(2), runs]")).toEqual([1, 1, 1]);
    const other = "var other = defineOnce(d, { name: 'other' }); [other(3), other(4), runs]";
    expect(await run(other), "decorated likewise, with a state of its own").toEqual([3, 3, 2]);
  });
});

describe("a cache on its own", () => {
  it("is lost when its cell runs again; with defineOnce it is not", async () => {
    const run = script();
    await run("var runs = 0");
    for (const _ of [1, 2])
      await run("var alone = cache(function alone() { runs++; return 1 }); alone(); alone()");
    expect(await run("runs")).toBe(2);
    const once = "var kept = defineOnce(cache(function kept() { runs++; return 1 })); kept(); kept()";
    for (const _ of [1, 2]) await run(once);
    expect(await run("runs")).toBe(3);
  });

  it("caches recursion through its own name", async () => {
    await nextTurn();
    let runs = 0;
    const fibonacci = cache((n: number): number => {
      runs++;
      return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    });
    expect(fibonacci(30)).toBe(832_040);
    expect(runs).toBe(31);
    expect(fibonacci.info()).toMatchObject({ misses: 31, hits: 28, entries: 31 });
  });
});
