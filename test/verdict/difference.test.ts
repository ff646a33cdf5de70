import { describe, expect, it } from "vitest";
import { difference, type Side } from "../../src/verdict/difference.ts";
import type { SourceRange } from "../../src/verdict/verdict.ts";

const of = (before: string, after: string, rung: "syntax" | "normal" = "normal") =>
  difference({ text: before }, { text: after }, rung);

/** `line:column text`. */
const shown = ({ line, column, text }: SourceRange): string => `${line}:${column} ${text}`;

type Row = readonly [title: string, before: string, after: string, removed: string, added: string];

const ROWS: readonly Row[] = [
  ["an operator", "(a, b) => a + b", "(a, b) => a - b", "1:11 a + b", "1:11 a - b"],
  ["a literal", "a => a + 1", "a => a + 2", "1:10 1", "1:10 2"],
  ["the type of a literal", "() => 1", "() => 1n", "1:7 1", "1:7 1n"],
  ["a sign", "() => -1", "() => 1", "1:7 -1", "1:7 1"],
  ["a property's name", "a => a.x", "a => a.y", "1:8 x", "1:8 y"],
  ["a free name", "a => parseInt(a)", "a => parseFloat(a)", "1:6 parseInt", "1:6 parseFloat"],
  ["a default", "(a = 1) => a", "(a = 2) => a", "1:6 1", "1:6 2"],
  ["an await", "async a => await a", "async a => a", "1:12 await a", "1:12 a"],
  ["async, up to the body", "async (a) => a", "(a) => a", "1:1 async (a) =>", "1:1 (a) =>"],
  [
    "a generator's star, up to the body",
    "function* g() {}",
    "function g() {}",
    "1:1 function* g()",
    "1:1 function g()",
  ],
  ["async and the body", "async (a) => await a", "(a) => a", "1:1 async (a) => await a", "1:1 (a) => a"],
  ["a statement inserted", "a => { f(a); return a }", "a => { f(a); g(a); return a }", "1:13 ", "1:14 g(a);"],
  ["a statement removed", "a => { f(a); g(a); return a }", "a => { f(a); return a }", "1:14 g(a);", "1:13 "],
  [
    "a declaration inserted",
    "x => { const y = x; return y }",
    "x => { const z = 1; const y = x; return y }",
    "1:8 ",
    "1:8 const z = 1;",
  ],
  [
    "a declaration removed",
    "x => { const z = 1; const y = x; return y }",
    "x => { const y = x; return y }",
    "1:8 const z = 1;",
    "1:8 ",
  ],
  [
    "two statements swapped",
    "x => { f(x); g(x); return x }",
    "x => { g(x); f(x); return x }",
    "1:8 f(x); g(x);",
    "1:8 g(x); f(x);",
  ],
  [
    "two declarations swapped",
    "(a, b) => { const c = a; const d = b; return c + d }",
    "(a, b) => { const d = b; const c = a; return c + d }",
    "1:13 const c = a; const d = b;",
    "1:13 const d = b; const c = a;",
  ],
  ["an argument added", "a => f(a)", "a => f(a, 1)", "1:9 ", "1:11 1"],
  ["the first argument added", "() => f()", "() => f(1)", "1:10 ", "1:9 1"],
  ["an element removed", "() => [1, 2, 3]", "() => [1, 3]", "1:11 2", "1:9 "],
  ["a property added", "a => ({ x: a })", "a => ({ x: a, y: 1 })", "1:13 ", "1:15 y: 1"],
  ["a parameter added", "(a) => 1", "(a, b) => 1", "1:3 ", "1:5 b"],
  ["a rest parameter", "(a) => a", "(...a) => a", "1:2 a", "1:2 ...a"],
  ["a spread argument", "a => f(a)", "a => f(...a)", "1:8 a", "1:8 ...a"],
  ["an optional chain", "a => a.b", "a => a?.b", "1:6 a.b", "1:6 a?.b"],
  ["an else", "a => { if (a) f() }", "a => { if (a) f(); else g() }", "1:18 ", "1:25 g()"],
  ["a negated condition", "a => { if (a) f() }", "a => { if (!a) f() }", "1:12 a", "1:12 !a"],
  ["a return", "a => { return a }", "a => { a }", "1:8 return a", "1:8 a"],
  [
    "a break in a switch",
    "a => { switch (a) { case 1: f(); break; case 2: g() } }",
    "a => { switch (a) { case 1: f(); case 2: g() } }",
    "1:34 break;",
    "1:33 ",
  ],
  [
    "a finally",
    "() => { try { f() } catch {} }",
    "() => { try { f() } catch {} finally { g() } }",
    "1:29 ",
    "1:38 { g() }",
  ],
  [
    "var for let",
    "() => { var a = 1; return a }",
    "() => { let a = 1; return a }",
    "1:9 var a = 1;",
    "1:9 let a = 1;",
  ],
  ["a flag", "a => /a/.test(a)", "a => /a/i.test(a)", "1:6 /a/", "1:6 /a/i"],
  ["text of a template", "a => `x$" + "{a}y`", "a => `x$" + "{a}z`", "1:12 y", "1:12 z"],
  ["locals swapped", "(a, b) => a - b", "(a, b) => b - a", "1:11 a - b", "1:11 b - a"],
  [
    "a star of yield",
    "function* g(a) { yield a }",
    "function* g(a) { yield* a }",
    "1:18 yield a",
    "1:18 yield* a",
  ],
  ["new", "() => new A()", "() => A()", "1:7 new A()", "1:7 A()"],
  ["a superclass", "class A {}", "class A extends B {}", "1:11 ", "1:17 B"],
  ["a method's body", "class A { m() { return 1 } }", "class A { m() { return 2 } }", "1:24 1", "1:24 2"],
  ["a method added", "class A { m() {} }", "class A { m() {} n() {} }", "1:17 ", "1:18 n() {}"],
  ["static", "class A { m() {} }", "class A { static m() {} }", "1:11 m() {}", "1:11 static m() {}"],
  [
    "a label",
    "() => { a: for (;;) b: for (;;) break a }",
    "() => { a: for (;;) b: for (;;) break b }",
    "1:39 a",
    "1:39 b",
  ],
  [
    "the kind of function",
    "a => a",
    "function (a) { return a }",
    "1:1 a => a",
    "1:1 function (a) { return a }",
  ],
  ["a method", "m(a) { return a + 1 }", "m(a) { return a + 2 }", "1:19 1", "1:19 2"],
  ["a getter", "get x() { return 1 }", "get x() { return 2 }", "1:18 1", "1:18 2"],
  ["what stands behind an emoji", "() => '😀' + a", "() => '😀' + b", "1:14 a", "1:14 b"],
  [
    "something deep",
    "a => (b) => (c) => [a, { b: [c] }]",
    "a => (b) => (c) => [a, { b: [c + 1] }]",
    "1:30 c",
    "1:30 c + 1",
  ],
];

describe("the difference of two texts is the smallest nodes that differ", () => {
  it.each(ROWS)("for %s", (_title, before, after, removed, added) => {
    const found = of(before, after);
    expect([shown(found.before), shown(found.after)]).toEqual([removed, added]);
  });

  it.each(ROWS)("read backwards, for %s", (_title, before, after, removed, added) => {
    const found = of(after, before);
    expect([shown(found.before), shown(found.after)]).toEqual([added, removed]);
  });
});

describe("what does not count is not reported", () => {
  it("names of locals: only the literal differs", () => {
    const found = of("(a, b) => a + b * 2", "(first, second) => first + second * 3");
    expect([shown(found.before), shown(found.after)]).toEqual(["1:19 2", "1:37 3"]);
  });

  it("names of locals, unless the rung is syntax", () => {
    expect(of("(a) => a", "(b) => b", "syntax").after.text).toBe("(b) => b");
    expect(of("(a) => a + 1", "(b) => b + 2", "syntax").after.text).toBe("(b) => b + 2");
  });

  it("formatting and comments around it", () => {
    const after = "function f(a) {\n  // one more than a\n  return (\n    a + 2\n  );\n}";
    expect(shown(of("function f(a) { return a + 1 }", after).after)).toBe("4:9 2");
  });

  it("an arrow's braces, quotes and shorthand", () => {
    const found = of("(a) => ({ a: a, 'b': \"c\" })", "(a) => { return { a, b: 'd' } }");
    expect([shown(found.before), shown(found.after)]).toEqual(['1:22 "c"', "1:25 'd'"]);
  });
});

describe("several differences", () => {
  it("are one range, from the first statement to the last", () => {
    const [before, after] = [1, 2].map((n) => `a => {\n  f(${n});\n  g();\n  h(${n});\n  return a;\n}`);
    const found = of(String(before), String(after));
    expect([shown(found.before), shown(found.after)]).toEqual([
      "2:3 f(1);\n  g();\n  h(1);",
      "2:3 f(2);\n  g();\n  h(2);",
    ]);
  });

  it("in one expression are that expression", () => {
    expect(of("(a) => f(a, 1, [2, 3])", "(a) => g(a, 1, [2, 4])").after.text).toBe("g(a, 1, [2, 4])");
  });
});

describe("a range", () => {
  it("has offsets from 0 into the text, lines and columns from 1", () => {
    const after = "a => {\r\n\treturn a * 2;\r\n}";
    const found = of("a => {\r\n\treturn a * 1;\r\n}", after).after;
    expect(found).toEqual({ start: 20, end: 21, line: 2, column: 13, text: "2" });
    expect(after.slice(found.start, found.end)).toBe("2");
  });

  it("is what two texts do not share where one of them cannot be parsed or is of another kind", () => {
    const rows = [
      ["function f() { [native code] }", "function g() { [native code] }", "f", "g"],
      ["not a function", "not any function", "", "ny"],
      ["get x() { return 1 }", "x() { return 1 }", "get", ""],
      ["class A {}", "get A() {}", "class A", "get A()"],
    ] as const;
    for (const [before, after, removed, added] of rows) {
      const found = of(before, after);
      expect([found.before.text, found.after.text]).toEqual([removed, added]);
    }
  });

  it("is what two texts do not share where the code is nested too deeply to walk", () => {
    const deep = (n: number): string => `() => ${"[".repeat(30_000)}${n}${"]".repeat(30_000)}`;
    const found = of(deep(1), deep(2));
    expect([found.before.text, found.after.text]).toEqual(["1", "2"]);
  });

  it("covers what differs where only the name of a function counts, which the code reads", () => {
    const text = (name: string): string => `() => { const ${name} = () => 1; return ${name}.name }`;
    const found = of(text("f"), text("g"));
    expect(found.after.text).toContain("g");
  });

  it("points at a host's way of naming an import, not at the import's number", () => {
    const side = (text: string): Side => ({ text, dialect: "plain" });
    const found = difference(
      side("() => (0, __vite_ssr_import_1__.f)(1)"),
      side("() => (0, __vite_ssr_import_7__.f)(2)"),
      "normal",
    );
    expect([found.before.text, found.after.text]).toEqual(["1", "2"]);
  });
});
