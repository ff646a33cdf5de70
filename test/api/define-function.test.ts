import { describe, expect, it } from "vitest";
import { defineOnce, explain } from "../../src/index.ts";
import { cell, functionOf, moduleFile, script, verdicts } from "./evaluation.ts";

const SQUARE = "var square = defineOnce(cache(function square(x) { runs++; return x * x })); square";

describe("a function that is evaluated again", () => {
  it("is the same function with its results when its text is the same", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(SQUARE);
    expect(await run("[square(3), square(3), runs]")).toEqual([9, 9, 1]);
    expect(await run(SQUARE)).toBe(first);
    expect(await run("[square(3), runs]")).toEqual([9, 1]);
  });

  it("is kept by the lowest rung that shows it", async () => {
    const run = script();
    const define = (text: string) => run(`defineOnce(${text})`);
    const first = await define("function sum(a, b) { return a + b }");
    expect(await define("function sum(a, b) { return a + b }")).toBe(first);
    expect(await define("function sum(a,b){\n  // adds\n  return (a + b);\n}")).toBe(first);
    expect(await define("function sum(left, right) { return left + right }")).toBe(first);
    expect(await run('explain("sum").events.map(({ verdict }) => verdict.kind + " " + verdict.by)')).toEqual([
      "first undefined",
      "kept source",
      "kept syntax",
      "kept normal",
    ]);
  });

  it("is another function without results when its code changes", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(SQUARE);
    await run("square(3)");
    const second = await run(SQUARE.replace("x * x", "x ** 3"));
    expect(second).not.toBe(first);
    expect(await run("[square(3), runs]")).toEqual([27, 2]);
    expect(functionOf(first)(3), "the first still answers from its own results").toBe(9);
    expect(await run("runs")).toBe(2);
  });

  it.each([
    ["an operator", "(a, b) => a + b", "(a, b) => a - b"],
    ["a literal", "(a) => a + 1", "(a) => a + 2"],
    ["the type of a literal", "(a) => a + 1", "(a) => a + '1'"],
    ["a default", "(a = 1) => a", "(a = 2) => a"],
    ["a property name", "(a) => a.x", "(a) => a.y"],
    ["an await", "async (a) => await a", "async (a) => a"],
    ["async", "(a) => a", "async (a) => a"],
    ["a call", "(a) => a()", "(a) => a"],
    ["the order of parameters", "(a, b) => a / b", "(b, a) => a / b"],
    ["the kind of function", "(a) => a", "function (a) { return a }"],
    ["a spread", "(a) => [a]", "(a) => [...a]"],
    ["an optional chain", "(a) => a.b", "(a) => a?.b"],
    ["the flags of a regular expression", "(a) => /x/.test(a)", "(a) => /x/i.test(a)"],
  ])("is taken anew when %s changes", async (_title, before, after) => {
    const run = script();
    const first = await run(`defineOnce(cache(${before}), { name: "edited" })`);
    expect(await run(`defineOnce(cache(${after}), { name: "edited" })`)).not.toBe(first);
    expect(await run(`defineOnce(cache(${after}), { name: "edited" })`)).not.toBe(first);
    expect(await run('explain("edited").events.map(({ verdict }) => verdict.kind)')).toEqual([
      "first",
      "changed",
      "kept",
    ]);
  });

  it("keeps its function object when only a free name changes, but none of its results", async () => {
    const run = script();
    const define = (name: string) =>
      run(`var f = defineOnce(cache((a) => ${name}(a)), { name: "names" }); f`);
    const first = await define("parseInt");
    expect(await run("f('1.5')")).toBe(1);
    expect(await define("parseFloat")).toBe(first);
    expect(await run("f('1.5')")).toBe(1.5);
    expect(await run('explain("names").events.at(-1).verdict')).toMatchObject({
      kind: "changed",
      reason: {
        kind: "code",
        path: ["names"],
        difference: { before: { text: "parseInt" }, after: { text: "parseFloat" } },
      },
    });
    await define("parseInt");
    expect(await run("[f('1.5'), f.info().misses]")).toEqual([1, 2]);
  });

  it("keeps its results when a helper or a constant is renamed throughout", async () => {
    const run = script();
    await run("var runs = 0, rate = 2; function scaled(x) { return x * rate }");
    await run("var f = defineOnce(cache(function priced(x) { runs++; return scaled(x) })); f(10)");
    await run("var price = 2; function scaledBy(x) { return x * price }");
    await run("var f = defineOnce(cache(function priced(x) { runs++; return scaledBy(x) }))");
    expect(await run("[f(10), runs]")).toEqual([20, 1]);
    expect(await run('verdicts("priced")')).toEqual(["first", "kept by normal"]);
  });

  it("is taken anew when a method of the same text takes the place of a function", async () => {
    const run = script();
    await run("defineOnce((function (a) { return a }), { name: 'kinds' })");
    await run("defineOnce({ function (a) { return a } }.function, { name: 'kinds' })");
    expect(await run('verdicts("kinds")')).toEqual(["first", "changed: code"]);
  });

  it("is restored with its results, without recomputing, when an edit is undone", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(SQUARE);
    await run("square(3)");
    await run(SQUARE.replace("x * x", "x ** 3"));
    await run("square(3)");
    const undone = await run(SQUARE.replaceAll("x", "number"));
    expect(undone).toBe(first);
    expect(await run("[square(3), runs]")).toEqual([9, 2]);
    const verdict = await run('explain("square").events.at(-1).verdict');
    expect(verdict).toMatchObject({ kind: "restored", by: "normal", back: 1, undone: { kind: "code" } });
  });

  it("says how many definitions back a restored one lies", async () => {
    const run = script();
    for (const power of [1, 2, 3, 4]) await run(`defineOnce(function power(x) { return x ** ${power} })`);
    await run("defineOnce(function power(x) { return x ** 2 })");
    expect(await run('explain("power").events.at(-1).verdict')).toMatchObject({ kind: "restored", back: 2 });
  });

  it("loses nothing when a cell throws after or before the definition", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(SQUARE);
    await run("square(3)");
    await expect(run(`${SQUARE}; throw new Error("later in the cell")`)).rejects.toThrow("later");
    await expect(run(`null.x; ${SQUARE}`)).rejects.toThrow();
    expect(await run(SQUARE)).toBe(first);
    expect(await run("[square(3), runs]")).toEqual([9, 1]);
  });
});

describe("a kept function", () => {
  const COUNTER =
    "const { defineOnce, cache } = globalThis; let step = 1;" +
    "export const next = defineOnce(function next(x) { return x + step });" +
    "export const setStep = (value) => { step = value };" +
    "export const restored = defineOnce(function old(x) { return x + step });";

  it("runs the newest evaluation's closure: a setter of the re-evaluated module is seen", async () => {
    const file = moduleFile(COUNTER);
    const before = await file.load();
    const after = await file.load();
    expect(after.next).toBe(before.next);
    functionOf(after.setStep)(10);
    expect(functionOf(after.next)(1)).toBe(11);
    functionOf(before.setStep)(100);
    expect(functionOf(before.next)(1), "the dead module's variable is read by nobody").toBe(11);
  });

  it("runs the newest closure after it was restored, too", async () => {
    const file = moduleFile(COUNTER);
    const before = await file.load();
    await file.load(COUNTER.replace("x + step", "x - step"));
    const undone = await file.load(COUNTER);
    expect(undone.next).toBe(before.next);
    functionOf(undone.setStep)(5);
    expect(functionOf(before.next)(1)).toBe(6);
  });

  it("keeps to the first closure on the rung name, as the article's first try does", async () => {
    const text = COUNTER.replace("return x + step })", 'return x + step }, { equality: "name" })');
    const file = moduleFile(text);
    const before = await file.load();
    const after = await file.load(text.replace("x + step", "x * step"));
    expect(after.next).toBe(before.next);
    functionOf(after.setStep)(10);
    expect(functionOf(after.next)(1)).toBe(2);
  });
});

describe("two definitions of one name", () => {
  it("do not meet when they stand in two modules", async () => {
    const text = (value: number) =>
      `export const load = globalThis.defineOnce(globalThis.cache(function load() { return ${value} }))`;
    const [a, b] = [moduleFile(text(1)), moduleFile(text(2))];
    const [first, second] = [await a.load(), await b.load()];
    expect([functionOf(first.load)(), functionOf(second.load)()]).toEqual([1, 2]);
    expect((await a.load()).load).toBe(first.load);
    expect((await b.load()).load).toBe(second.load);
  });

  it("do not meet although their text is the same, so that results stay apart", async () => {
    const text =
      "export const same = globalThis.defineOnce(globalThis.cache(function same(x) { return { x } }))";
    const [first, second] = [await moduleFile(text).load(), await moduleFile(text).load()];
    expect(second.same).not.toBe(first.same);
    expect(functionOf(second.same)(1)).not.toBe(functionOf(first.same)(1));
  });

  it("meet across files when the user gives them one scope", async () => {
    const define = 'defineOnce(function shared() { return 1 }, { scope: "both" })';
    expect(await script()(define)).toBe(await script()(define));
  });

  it("do not meet in one file when the user gives them two scopes", async () => {
    const run = script();
    const first = await run('defineOnce(function apart() { return 1 }, { scope: "one" })');
    expect(await run('defineOnce(function apart() { return 1 }, { scope: "two" })')).not.toBe(first);
  });

  it("meet in cells without a file, which share the scope notebook", async () => {
    const first = await cell("defineOnce(function inCells() { return 1 })");
    expect(await cell("\n\n  defineOnce(function inCells() { return 1 })")).toBe(first);
    expect(explain("inCells").definition.scope).toBe("notebook");
  });

  it("are told apart by the option name, and found by it", () => {
    const one = defineOnce(() => 1, { name: "named one", scope: "names" });
    const two = defineOnce(() => 1, { name: "named two", scope: "names" });
    expect(one).not.toBe(two);
    expect(verdicts("named one")).toEqual(["first"]);
    expect(explain(two).definition.name).toBe("named two");
  });
});
