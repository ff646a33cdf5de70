// What a definition depends on, as users steer it: deps, ignore, check, and a decorator's state by what it was made for.

import { describe, expect, it } from "vitest";
import { nextTurn, script } from "./evaluation.ts";

describe("a cached function", () => {
  it("answers from what its names stand for at each call, in one cell", async () => {
    const run = script();
    await run("var runs = 0, K = 1; var f = defineOnce(cache(function late(x) { runs++; return x * K }))");
    expect(
      await run("var found = [f(5)]; K = 2; found.push(f(5)); K = 1; found.push(f(5), runs); found"),
    ).toEqual([5, 10, 5, 2]);
  });

  it("answers anew when only a helper's cell was run with other code, and not when it means the same", async () => {
    const run = script();
    await run("var runs = 0, E = 1e-6; function helper(x) { return x + E }");
    await run("var f = defineOnce(cache(function score(x) { runs++; return helper(x) })); f(1)");
    await run("function helper(value) { /* as before */ return value + E }");
    expect(await run("[f(1), runs]")).toEqual([1.000001, 1]);
    await run("function helper(x) { return x - E }");
    expect(await run("[f(1), runs]")).toEqual([0.999999, 2]);
    expect(await run("explain(f).events.at(-1).verdict.reason")).toMatchObject({
      kind: "code",
      path: ["score", "helper"],
      difference: { before: { text: "value + E" }, after: { text: "x - E" } },
    });
    await run("E = 1e-9");
    await run("f(1)");
    expect(await run("String(explain(f)).replace(/\\s+/g, ' ')")).toContain(
      "recomputed: score -> helper -> E changed from 1e-6 to 1e-9",
    );
  });

  it("that changes what it reads is never kept, and is told so", async () => {
    const run = script();
    await run("var n = 0; var f = defineOnce(cache(function next() { return ++n }))");
    expect(await run("[f(), f(), f.info().entries]")).toEqual([1, 2, 0]);
    expect(await run("explain(f).remarks.join()")).toContain("it changes next -> n, which it reads");
  });
});

describe("the option deps", () => {
  it("stands for names of its own, whatever these hold, and is compared by content at every call", async () => {
    const run = script();
    await run("var runs = 0, socket = Promise.resolve(), rows = [1]");
    const define = () =>
      run(
        "var f = defineOnce(cache(function sent() { runs++; socket; return rows[0] }), { deps: { socket: 1, rows } })",
      );
    await define();
    expect(await run("[f(), f(), runs]")).toEqual([1, 1, 1]);
    await run("rows[0] = 2");
    expect(await run("[f(), f(), runs]")).toEqual([2, 2, 2]);
    await define();
    expect(await run("[f(), runs]")).toEqual([2, 2]);
  });

  it("may be a function, which is asked at every call", async () => {
    const run = script();
    await run("var runs = 0, world = { state: 1 }");
    await run(
      "var f = defineOnce(cache(() => { runs++; return eval('world.state') }), { name: 'seen', deps: () => ({ state: world.state }) })",
    );
    expect(await run("[f(), f(), runs]")).toEqual([1, 1, 1]);
    await run("world.state = 2");
    expect(await run("[f(), f(), runs]")).toEqual([2, 2, 2]);
    await run("world.state = 1");
    expect(await run("[f(), runs]")).toEqual([1, 2]);
  });

  it("that throws is no reason to fail: nothing is cached, and the explanation says why", async () => {
    const run = script();
    await run(
      "var f = defineOnce(cache(function odd() { return 1 }), { deps: () => { throw new Error('late') } })",
    );
    expect(await run("[f(), f(), f.info().entries]")).toEqual([1, 1, 0]);
    expect(await run("explain(f).remarks.join()")).toContain("Error: late");
  });

  it.each([
    ["a promise", "async () => ({ K })"],
    ["a number", "() => K"],
    ["nothing", "() => {}"],
  ])("that gives %s is not taken for one that gives no names: nothing is cached", async (_what, deps) => {
    const run = script();
    await run(`var K = 1; var f = defineOnce(cache(function strange() { return K }), { deps: ${deps} })`);
    expect(await run("[f(), f(), f.info().entries]")).toEqual([1, 1, 0]);
    expect(await run("explain(f).remarks.join()")).toContain("it must give an object");
  });

  it("adds to the code, it never replaces it", async () => {
    const run = script();
    const define = (by: number) =>
      run(`var f = defineOnce(cache(function coded(x) { return x * ${by} }), { deps: {} }); f(1)`);
    expect([await define(2), await define(3), await define(2)]).toEqual([2, 3, 2]);
  });

  it("leaves all other names compared", async () => {
    const run = script();
    await run(
      "var a = 1, b = 1; var f = defineOnce(cache(function both() { return a + b }), { deps: { a: 0 } })",
    );
    await run("f()");
    await run("b = 5");
    expect(await run("f()")).toBe(6);
  });
});

describe("the option ignore", () => {
  it("leaves names out, in helpers too, and calls run without them", async () => {
    const run = script();
    await run("var runs = 0, log = { lines: 0 }; function noted(x) { log.lines; return x }");
    await run(
      "var f = defineOnce(cache(function quiet(x) { runs++; log.lines = log.lines + 1; return noted(x) }), { ignore: ['log'] })",
    );
    expect(await run("[f(1), f(1), runs, log.lines]")).toEqual([1, 1, 1, 1]);
    await run("log = Promise.resolve()");
    expect(await run("[f(1), runs]")).toEqual([1, 1]);
  });

  it("is needed for that: without it the function changes what it reads", async () => {
    const run = script();
    await run("var log = { lines: 0 }");
    await run("var f = defineOnce(cache(function loud(x) { log.lines = log.lines + 1; return x }))");
    expect(await run("[f(1), f(1), log.lines]")).toEqual([1, 1, 2]);
  });

  it("counts itself: leaving out other names is another definition", async () => {
    const run = script();
    await run("var runs = 0, a = 1, b = 1");
    const define = (ignore: string) =>
      run(`var f = defineOnce(cache(function left() { runs++; return a + b }), { ignore: ${ignore} }); f()`);
    await define("['a']");
    await define("['b']");
    await define("['a', 'b']");
    await define("['b', 'a']");
    expect(await run("runs")).toBe(3);
    await define("['a']");
    expect(await run("runs")).toBe(3);
  });

  it("leaves a name out, not a property of that name", async () => {
    const run = script();
    await run("var config = { log: 1 }; var log = 0");
    await run("var f = defineOnce(cache(function named() { return config.log }), { ignore: ['log'] }); f()");
    await run("config.log = 2");
    expect(await run("f()")).toBe(2);
  });
});

describe("the option check", () => {
  const define = (check: string) =>
    `var f = defineOnce(cache(function often() { return K }, { check: "${check}" }))`;

  it("at every call sees a change within a turn of the event loop", async () => {
    const run = script();
    await run(`var K = 1; ${define("call")}`);
    expect(await run("var found = [f()]; K = 2; found.push(f()); found")).toEqual([1, 2]);
  });

  it("once in a turn sees it in the next one", async () => {
    const run = script();
    await run(`var K = 1; ${define("turn")}`);
    expect(await run("var found = [f()]; K = 2; found.push(f()); found")).toEqual([1, 1]);
    await nextTurn();
    expect(await run("f()")).toBe(2);
  });

  it("keeps no result that was computed from something else, though it looks once in a turn", async () => {
    const run = script();
    await run(
      "var K = 1; var f = defineOnce(cache(function drifting(x) { K = K + 1; return K * x }, { check: 'turn' }))",
    );
    expect(await run("[f(1), f(1), f.info().entries]")).toEqual([2, 3, 0]);
  });

  it("applies at once to a kept definition", async () => {
    const run = script();
    await run(`var K = 1; ${define("turn")}`);
    await run(define("call"));
    expect(await run("var found = [f()]; K = 2; found.push(f()); found")).toEqual([1, 2]);
  });

  it("works for a cache on its own", async () => {
    const run = script();
    await run("var K = 1; var alone = cache(() => K, { check: 'turn' }), each = cache(() => K)");
    expect(await run("var found = [alone(), each()]; K = 2; found.push(alone(), each()); found")).toEqual([
      1, 1, 1, 2,
    ]);
    expect(await run("alone()")).toBe(2);
  });
});

describe("a decorator", () => {
  const MEMO =
    "var made = 0; var memo = (fn) => { made++; const known = new Map(); return (x) => {" +
    " if (!known.has(x)) known.set(x, fn(x)); return known.get(x) } }";

  it("runs once for each state of what the function depends on, and finds its own memory again", async () => {
    const run = script();
    await run(`${MEMO}; var runs = 0, K = 1`);
    await run("var f = defineOnce(function decorated(x) { runs++; return x * K }, { decorate: memo })");
    expect(await run("[f(2), f(2), runs, made]")).toEqual([2, 2, 1, 1]);
    await run("K = 10");
    expect(await run("[f(2), f(2), runs, made]")).toEqual([20, 20, 2, 2]);
    await run("K = 1");
    expect(await run("[f(2), runs, made]")).toEqual([2, 2, 2]);
  });

  it("counts by what it captures: another limit is another definition", async () => {
    const run = script();
    await run("var limited = (limit) => (fn) => (x) => Math.min(limit, fn(x))");
    const define = (limit: number) =>
      run(`var f = defineOnce(function capped(x) { return x }, { decorate: limited(${limit}) }); f(10)`);
    expect([await define(5), await define(7), await define(5)]).toEqual([5, 7, 5]);
  });

  it("of a helper counts for whoever calls the helper", async () => {
    const run = script();
    await run("var scaled = (by) => (fn) => (x) => fn(x) * by");
    const define = (by: number) =>
      run(`var helper = defineOnce(function helper(x) { return x }, { decorate: scaled(${by}) })`);
    await define(2);
    await run("var runs = 0; var f = defineOnce(cache(function caller(x) { runs++; return helper(x) }))");
    expect(await run("[f(1), f(1), runs]")).toEqual([2, 2, 1]);
    await define(3);
    expect(await run("[f(1), f(1), runs]")).toEqual([3, 3, 2]);
    await define(2);
    expect(await run("[f(1), runs]")).toEqual([2, 2]);
  });
});
