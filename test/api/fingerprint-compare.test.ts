import { describe, expect, it } from "vitest";
import { cache, compare, defineOnce, fingerprint } from "../../src/index.ts";
import { functionOf, script } from "./evaluation.ts";

/** The digest of a function given as text. */
async function digestOf(text: string): Promise<string> {
  return String(await script()(`fingerprint(${text}).digest`));
}

describe("fingerprint", () => {
  it.each([
    ["formatting", "function f(a,b){return a+b}", "function f( a, b ) {\n  return a + b;\n}"],
    ["comments", "(a) => a + 1", "(a) => /* one */ a + 1 // more"],
    ["quotes", "() => 'it'", '() => "it"'],
    ["redundant parentheses", "(a, b) => (a) + (b)", "(a, b) => a + b"],
    ["names of locals", "(a, b) => a - b", "(left, right) => left - right"],
    ["an arrow's braces", "(a) => a * 2", "(a) => { return a * 2 }"],
    ["const or let never written", "() => { const a = 1; return a }", "() => { let a = 1; return a }"],
    ["the spelling of a number", "() => 1000", "() => 1e3"],
    ["a function expression's unused name", "function f(a) { return a }", "function (a) { return a }"],
  ])("is the same whatever %s", async (_title, one, two) => {
    expect(await digestOf(`(${one}\n)`)).toBe(await digestOf(`(${two}\n)`));
  });

  it.each([
    ["an operator", "(a, b) => a + b", "(a, b) => a - b"],
    ["which local is read", "(a, b) => a - b", "(a, b) => b - a"],
    ["a free name", "() => one", "() => two"],
    ["async", "() => 1", "async () => 1"],
    ["the kind of function", "(a) => a", "function (a) { return a }"],
    ["the case of a string", "() => 'A'", "() => 'a'"],
    ["a number and its string", "() => 1", "() => '1'"],
    ["grouping", "(a, b, c) => a - (b - c)", "(a, b, c) => a - b - c"],
    [
      "strict mode where the code can tell",
      "function f() { return this }",
      "function f() { 'use strict'; return this }",
    ],
  ])("is another when %s differs", async (_title, one, two) => {
    expect(await digestOf(one)).not.toBe(await digestOf(two));
  });

  it("is 64 hexadecimal digits with a scheme and the leaves behind them", () => {
    const found = fingerprint(function leafy(this: unknown, x: number) {
      return Math.sqrt(x) + Object(this).n;
    });
    expect(found.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(found.scheme).toBe(5);
    expect(found.leaves.map(({ kind, path }) => `${kind} ${path.join(".")}`)).toEqual([
      "code leafy",
      "strictness leafy.strict mode",
      "known leafy.Math.sqrt",
      "known leafy.Object",
    ]);
  });

  it("is that of the user's function behind our own wrappers", () => {
    const plain = (x: number) => x + 1;
    const wrapped = [cache(plain), defineOnce(plain), defineOnce(cache(plain))];
    for (const each of wrapped) expect(fingerprint(each).digest).toBe(fingerprint(plain).digest);
  });

  it("of a kept function is that of its newest evaluation", async () => {
    const run = script();
    await run("var f = defineOnce(function fp(a) { return a })");
    await run("defineOnce(function fp(b) { return b })");
    expect(await run("fingerprint(f).digest")).toBe(
      await digestOf("(b) => b".replace("(b) => b", "function fp(b) { return b }")),
    );
  });

  it("of a class counts its name, which instances show", async () => {
    expect(await digestOf("class A { m() {} }")).toBe(await digestOf("class A {\n  m() {}\n}"));
    expect(await digestOf("class A { m() {} }")).not.toBe(await digestOf("class B { m() {} }"));
  });

  it("is not asked of the function itself: its own toString does not count", () => {
    const liar = Object.assign((x: number) => x, { toString: () => "(x) => x + 1" });
    expect(fingerprint(liar).digest).toBe(fingerprint((x: number) => x).digest);
  });
});

describe("compare", () => {
  it.each([
    ["a => a + 1", "a => a + 1", "source"],
    ["a => a + 1", "(a) => (a + 1)", "syntax"],
    ["a => a + 1", "b => { return b + 1 }", "normal"],
  ])("keeps %j and %j by the lowest rung that shows it", (before, after, by) => {
    expect(compare(before, after)).toMatchObject({ kind: "kept", by });
  });

  it("takes functions, texts, and one of each", () => {
    const plus = (a: number) => a + 1;
    expect(compare(plus, "x => x + 1").kind).toBe("kept");
    expect(compare("x => x + 1", plus).kind).toBe("kept");
    expect(compare(plus, (b: number) => b + 1).kind).toBe("kept");
    expect(compare(plus, (b: number) => b + 2).kind).toBe("changed");
  });

  it("compares on the rung that is asked for", () => {
    const [one, two] = ["a => a", "(b) => b"];
    expect(compare(one, two, { equality: "normal" }).kind).toBe("kept");
    expect(compare(one, two, { equality: "syntax" }).kind).toBe("changed");
    expect(compare(one, "(a) => a", { equality: "syntax" }).kind).toBe("kept");
    expect(compare(one, "(a) => a", { equality: "source" }).kind).toBe("changed");
    expect(compare(one, "a => a * 2", { equality: "name" })).toEqual({ kind: "kept", by: "name" });
  });

  it("points at what differs, in the text that it was given", () => {
    const before = "function f(a) {\n  return a + 1;\n}";
    const verdict = compare(before, before.replace("+", "-"));
    expect(verdict).toMatchObject({
      kind: "changed",
      reason: {
        kind: "code",
        difference: { before: { line: 2, column: 10, text: "a + 1" }, after: { text: "a - 1" } },
      },
    });
  });

  it("counts lines and offsets from the beginning of the text, blank lines included", () => {
    const [before, after] = ["\n\n  a => a + 1", "\n\n  a => a - 1"];
    const verdict = compare(before, after);
    expect(verdict).toMatchObject({
      reason: { difference: { after: { line: 3, column: 8, start: 9, end: 14 } } },
    });
    expect(after.slice(9, 14)).toBe("a - 1");
  });

  it("tells a class from a function", () => {
    expect(compare("class A {}", "function A() {}")).toEqual({
      kind: "changed",
      reason: { kind: "kind", before: "class", after: "function" },
    });
  });

  it("takes bound functions for what they bind", () => {
    const add = (a: number, b: number) => a + b;
    const subtract = (a: number, b: number) => a - b;
    const one = add.bind(null, 1);
    expect(compare(one, one).kind).toBe("kept");
    expect(compare(one, add.bind(null, 1)).kind).toBe("kept");
    expect(compare(one, add.bind(null, 2))).toMatchObject({
      kind: "changed",
      reason: { kind: "leaf", before: "1", after: "2" },
    });
    expect(compare(one, subtract.bind(null, 1))).toMatchObject({ kind: "changed", reason: { kind: "code" } });
  });

  it("compares what two live functions depend on, and of texts the names alone", async () => {
    const run = script();
    await run("var make = (k) => (x) => x * k; var one = make(1), same = make(1), two = make(2)");
    expect(await run("compare(one, same)")).toMatchObject({ kind: "kept" });
    expect(await run("compare(one, two)")).toMatchObject({
      kind: "changed",
      reason: { kind: "leaf", path: [expect.any(String), "k"], before: "1", after: "2" },
    });
    expect(compare("(x) => x * k", "(x) => x * k").kind).toBe("kept");
    expect(compare("(x) => x * k", "(x) => x * j")).toMatchObject({
      kind: "changed",
      reason: { kind: "code" },
    });
    expect(await run("compare(one, '(x) => x * k').kind"), "a text has nothing else to compare").toBe("kept");
  });

  it("tells strict from sloppy code only where the code can tell", async () => {
    const run = script();
    const [sloppy, strict] = await Promise.all([
      run("[function () { return this }, function () { return 1 }]"),
      run("'use strict'; [function () { return this }, function () { return 1 }]"),
    ]);
    const verdicts = [0, 1].map((index) => functionOf(compare)(Object(sloppy)[index], Object(strict)[index]));
    expect(verdicts).toMatchObject([
      { kind: "changed", reason: { kind: "leaf", before: "sloppy", after: "strict" } },
      { kind: "kept" },
    ]);
  });

  it("accepts every form in which a function shows its text", () => {
    const forms = [
      "function f() {}",
      "async function f() {}",
      "function* g() {}",
      "async function* g() {}",
      "x => x",
      "async x => x",
      "class A {}",
      "class extends Object {}",
      "m() {}",
      "async m() {}",
      "*m() {}",
      "get x() { return 1 }",
      "set x(v) {}",
      "[Symbol.iterator]() {}",
      "'quoted'() {}",
      "12() {}",
      "#p() {}",
      "static m() {}",
      "constructor() { super() }",
    ];
    for (const form of forms) expect([form, compare(form, form).kind]).toEqual([form, "kept"]);
  });
});
