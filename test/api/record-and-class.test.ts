import { describe, expect, it } from "vitest";
import { defineOnce, status } from "../../src/index.ts";
import { moduleFile, script } from "./evaluation.ts";

describe("a record of functions", () => {
  it("takes the names of its definitions from the keys", async () => {
    const run = script("/records/names.js");
    const record = await run("defineOnce({ load: (url) => url, score: cache((x) => x * 2) })");
    expect(Object.keys(Object(record))).toEqual(["load", "score"]);
    const rows = status().filter(({ scope }) => scope === "/records/names.js");
    expect(rows.map(({ name }) => name)).toEqual(["load", "score"]);
  });

  it("keeps each entry by itself: only the one that was edited runs anew", async () => {
    const run = script();
    await run("var runs = []");
    const define = (operator: string) =>
      run(
        "var { one, two } = defineOnce({" +
          `one: cache((x) => { runs.push('one'); return x ${operator} 1 }),` +
          "two: cache((x) => { runs.push('two'); return x + 2 }) }); [one, two]",
      );
    const before = await define("+");
    expect(await run("[one(1), two(1)]")).toEqual([2, 3]);
    expect(await define("+")).toEqual(before);
    expect(await run("[one(1), two(1), runs.length]")).toEqual([2, 3, 2]);
    const after = await define("-");
    expect(await run("[one(1), two(1)]")).toEqual([0, 3]);
    expect(await run("runs")).toEqual(["one", "two", "one"]);
    expect([after, before].map((pair) => Object(pair)[1])).toEqual([Object(before)[1], Object(before)[1]]);
    expect(Object(after)[0]).not.toBe(Object(before)[0]);
  });

  it("is unmoved by the order of its entries and by new ones", async () => {
    const run = script();
    const before = Object(await run("defineOnce({ a: () => 1, b: () => 2 })"));
    const after = Object(await run("defineOnce({ c: () => 3, b: () => 2, a: () => 1 })"));
    expect([after.a, after.b]).toEqual([before.a, before.b]);
    expect(after.a).toBe(before.a);
  });

  it("may hold classes, methods, async functions and functions that have other names", async () => {
    const run = script();
    const text = "defineOnce({ A: class {}, m() { return 1 }, s: async () => 2, g: function other() {} })";
    const before = Object(await run(text));
    const after = Object(await run(text));
    for (const key of ["A", "m", "s", "g"]) expect(after[key], key).toBe(before[key]);
    expect(new after.A()).toBeInstanceOf(before.A);
    expect(after.m()).toBe(1);
    expect(await after.s()).toBe(2);
  });

  it("leaves the record that it was given as it was", () => {
    const given = { plain: () => 1 };
    const { plain } = given;
    defineOnce(given, { scope: "untouched" });
    expect(given.plain).toBe(plain);
  });
});

describe("a class", () => {
  it("that is kept is the first class itself, so that old instances stay instances", async () => {
    const run = script();
    const define = () => run("var Point = defineOnce(class Point { constructor(x) { this.x = x } }); Point");
    const first = await define();
    await run("var old = new Point(1)");
    expect(await define()).toBe(first);
    expect(await run("[old instanceof Point, new Point(2).x, Point.name]")).toEqual([true, 2, "Point"]);
  });

  it("is kept when it is formatted and its locals are renamed", async () => {
    const run = script();
    const first = await run("defineOnce(class Sum { add(a, b) { return a + b } })");
    expect(await run("defineOnce(class Sum {\n  add(x, y) {\n    return x + y; // adds\n  }\n})")).toBe(
      first,
    );
  });

  it.each([
    ["a method", "add(a) { return a + 1 }", "add(a) { return a + 2 }"],
    ["a field's initial value", "x = 1", "x = 2"],
    ["a static field", "static x = 1", "static x = 2"],
    ["static or not", "static m() {}", "m() {}"],
    ["an accessor", "get x() { return 1 }", "get x() { return 2 }"],
    ["a private member's value", "#x = 1; get() { return this.#x }", "#x = 2; get() { return this.#x }"],
    ["its static block", "static { this.x = 1 }", "static { this.x = 2 }"],
    ["the order of its fields", "a = 1; b = 2", "b = 2; a = 1"],
  ])("is taken anew when %s changes", async (_title, before, after) => {
    const run = script();
    const first = await run(`defineOnce(class Edited { ${before} })`);
    expect(await run(`defineOnce(class Edited { ${after} })`)).not.toBe(first);
  });

  it("comes back itself when an edit is undone", async () => {
    const run = script();
    const first = await run("defineOnce(class Undo { x = 1 })");
    await run("defineOnce(class Undo { x = 2 })");
    expect(await run("defineOnce(class Undo { x = 1 })")).toBe(first);
  });

  it("keeps its static state", async () => {
    const run = script();
    const define = () => run("var Pool = defineOnce(class Pool { static all = []; }); Pool.all.length");
    await define();
    await run("Pool.all.push(1)");
    expect(await define()).toBe(1);
  });

  it("that reads variables of its own evaluation is taken anew each time, and says which", async () => {
    const file = moduleFile(
      "let rate = 1; export const setRate = (r) => { rate = r };" +
        "export const Account = globalThis.defineOnce(class Account { fee() { return rate } });" +
        "export const verdict = () => globalThis.explain(Account).events.at(-1).verdict",
    );
    const [before, after] = [await file.load(), await file.load()];
    expect(after.Account).not.toBe(before.Account);
    Reflect.apply(Object(after.setRate), undefined, [7]);
    expect(new (Object(after.Account))().fee()).toBe(7);
    expect(Reflect.apply(Object(after.verdict), undefined, [])).toMatchObject({
      kind: "changed",
      reason: { kind: "captured", names: ["rate"] },
    });
  });

  it("that reads globals and variables shared between cells is kept", async () => {
    const run = script();
    await run("let sharedByCells = 1");
    const text = "defineOnce(class Reader { get() { return Math.max(sharedByCells, 0) } })";
    const first = await run(text);
    expect(await run(text)).toBe(first);
    await run("sharedByCells = 5");
    expect(new (Object(first))().get()).toBe(5);
  });

  it("that captures nothing but its surrounding this is taken anew", async () => {
    const run = script();
    await run("function make() { return defineOnce(class Child extends this.Base {}) }");
    const [one, two] = Object(
      await run("[1, 2].map((n) => make.call({ Base: class { get() { return n } } }))"),
    );
    expect([new one().get(), new two().get()]).toEqual([1, 2]);
  });

  it("and a function of one name are two definitions, and the reason says so", async () => {
    const run = script();
    await run("defineOnce(class Both {})");
    await run("defineOnce(function Both() {})");
    expect(await run('explain("Both").events.at(-1).verdict')).toEqual({
      kind: "changed",
      reason: { kind: "kind", before: "class", after: "function" },
    });
    await run("defineOnce(class Both {})");
    expect(await run('explain("Both").events.at(-1).verdict.kind')).toBe("restored");
  });
});
