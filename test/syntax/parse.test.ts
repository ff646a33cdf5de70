// Every form of text that `Function.prototype.toString` gives, taken from live functions wherever this engine can make them,
// and texts that are none.

import { describe, expect, it } from "vitest";
import { type Code, codeOfText, factsOf, PLAIN_TEXT, textOf } from "../../src/fingerprint/code.ts";
import { BY_TEXT, LIVE, NOT_PARSED, OPAQUE } from "./forms.ts";

describe("the text of a live function is understood:", () => {
  it.each(LIVE)("%s", (_title, source, kind) => {
    const code = codeOf(evaluated(source));
    expect(code).toMatchObject({ state: "parsed", kind });
  });

  it.each(LIVE)("%s, and again behind comments", (_title, source, kind) => {
    const text = textOf(evaluated(source));
    const { isMethod } = factsOf(evaluated(source), text, "plain");
    const plain = codeOfText(text, { ...PLAIN_TEXT, isMethod });
    const commented = codeOfText(`// before\n/* x => */ ${text}\n// after`, { ...PLAIN_TEXT, isMethod });
    expect(commented).toMatchObject({ state: "parsed", kind, normal: digest(plain) });
  });
});

describe("a text that this engine cannot evaluate on its own is understood:", () => {
  it.each(BY_TEXT)("%s", (_title, text, kind) => {
    expect(codeOfText(text)).toMatchObject({ state: "parsed", kind });
  });
});

describe("a text that the parser does not know, though it is valid, is compared as text:", () => {
  it.each(NOT_PARSED)("%s", (_title, text) => {
    expect(codeOfText(text)).toEqual({ state: "opaque", text, why: "unknown" });
  });
});

describe("a function without source text is opaque:", () => {
  it.each(OPAQUE)("%s", (_title, source) => {
    const fn = evaluated(source);
    expect(codeOf(fn)).toMatchObject({ state: "opaque", why: "native", text: textOf(fn) });
  });
});

describe("the same function is the same in every form that only looks different:", () => {
  it.each([
    ["parentheses", "x => x + 1", "((x) => ((x) + (1)))"],
    ["quotes and escapes", "() => \"a\" + 'b'", "() => '\\x61' + \"\\u{62}\""],
    ["escaped names", "() => a.b", "() => \\u0061.\\u0062"],
    ["spelled numbers", "() => [255, 1000, 10n, 0.5]", "() => [0xff, 1_000, 0b1010n, .5]"],
    ["line ends in templates", "() => t`a\nb` + `a\nb`", "() => t`a\r\nb` + `a\r\nb`"],
    ["continued lines", "() => 'ab'", "() => 'a\\\r\nb'"],
    ["flags of a regular expression, whose order nothing shows", "() => /a/gi", "() => /a/ig"],
    ["a semicolon that was put in", "() => { a()\nb() }", "() => { a(); b(); }"],
    ["quoted keys", "() => ({ a: 1, 1: 2 })", "() => ({ 'a': 1, '1': 2 })"],
    ["trailing commas", "(a, b) => [f(a, b), { a }]", "(a, b,) => [f(a, b,), { a, },]"],
  ])("%s", (_title, before, after) => {
    expect(digest(codeOfText(after))).toBe(digest(codeOfText(before)));
  });
});

describe("a text is not taken for a function:", () => {
  it.each([
    ["that closes the parentheses around it", "x) => (y"],
    ["that closes all that is around it", "x => 1)}}), ({m(){(x => 2"],
    ["that adds a member to what is around it", "a() {}, b() {}"],
    ["that adds a method to a class around it", "a() {} b() {}"],
    ["of a number", "1"],
    ["of nothing", ""],
    ["of a comment", "/* x => x */"],
    ["of two expressions", "x => 1, 2"],
    ["of two functions", "function f() {} function g() {}"],
    ["of two statements", "x => 1; 2"],
    ["of a call", "f()"],
    ["of a called function", "(function () {})()"],
    ["of a function in an operation", "a || function () {}"],
    ["of a property", "a: function () {}"],
    ["of a field", "a = function () {}"],
    ["of a static block", "static {}"],
    ["of a spread", "...function () {}"],
    ["of a statement", "if (a) b()"],
    ["of TypeScript", "(x: number) => x"],
    ["of JSX", "() => <a/>"],
    ["of a comment that does not end", "x => x /*"],
    ["behind a hashbang", "#!/usr/bin/env node\nx => x"],
    ["that is cut off", "function f() { return"],
  ])("%s", (_title, text) => {
    expect(codeOfText(text)).toEqual({ state: "opaque", text, why: "unknown" });
  });
});

const DEPTH = 100_000;
const DEEP: readonly (readonly [title: string, text: string])[] = [
  ["parentheses", `x => ${"(".repeat(DEPTH)}x${")".repeat(DEPTH)}`],
  ["parentheses around the function", `${"(".repeat(DEPTH)}x => x${")".repeat(DEPTH)}`],
  ["arrays", `x => ${"[".repeat(DEPTH)}${"]".repeat(DEPTH)}`],
  ["objects", `x => (${"{a:".repeat(DEPTH)}x${"}".repeat(DEPTH)})`],
  ["a sum", `x => ${"1+".repeat(DEPTH)}1`],
  ["a chain of &&", `x => ${"x&&".repeat(DEPTH)}x`],
  ["members", `x => x${".a".repeat(DEPTH)}`],
  ["calls", `x => x${"()".repeat(DEPTH)}`],
  ["nested arrows", `${"x=>".repeat(DEPTH)}x`],
  ["nested functions", `${"function f(){".repeat(DEPTH)}${"}".repeat(DEPTH)}`],
  ["nested classes", `${"class A{static{".repeat(DEPTH)}${"}}".repeat(DEPTH)}`],
  ["blocks", `() => ${"{".repeat(DEPTH)}${"}".repeat(DEPTH)}`],
  ["else if", `x => {${"if(x);else ".repeat(DEPTH)};}`],
  ["conditions", `x => ${"x?x:".repeat(DEPTH)}x`],
  ["signs", `x => ${"- ".repeat(DEPTH)}x`],
  ["assignments", `x => ${"x=".repeat(DEPTH)}x`],
  ["templates", `x => ${"`${".repeat(DEPTH)}x${"}`".repeat(DEPTH)}`],
  ["patterns", `(${"[".repeat(DEPTH)}x${"]".repeat(DEPTH)}) => x`],
  ["labels", `() => {${Array.from({ length: DEPTH }, (_, index) => `l${index}:`).join("")};}`],
];

describe(`a text nested ${DEPTH} deep is understood or opaque, and compared as text then:`, () => {
  it.each(DEEP)("%s", (_title, text) => {
    const code = codeOfText(text);
    if (code.state === "opaque") expect(code.why).toBe("deep");
    expect(codeOfText(text)).toEqual(code);
  });
});

describe("a text with much side by side is understood:", () => {
  it.each([
    ["statements", `() => {${"a();".repeat(20_000)}}`],
    ["elements", `() => [${"a,".repeat(20_000)}]`],
    ["a long string", `() => "${"a".repeat(1_000_000)}"`],
    ["a chain of && in parentheses", `() => ${"a&&(".repeat(500)}a${")".repeat(500)}`],
  ])("%s", (_title, text) => {
    expect(codeOfText(text).state).toBe("parsed");
  });
});

function codeOf(fn: object): Code {
  const text = textOf(fn);
  return codeOfText(text, factsOf(fn, text, "plain"));
}

function digest(code: Code): string {
  if (code.state === "opaque") throw new Error(`not understood: ${code.text}`);
  return code.normal;
}

/** The function that an expression of sloppy code makes. */
function evaluated(source: string): object {
  const made: unknown = new Function(`return (${source}\n)`)();
  if (typeof made !== "function") throw new Error(`makes no function: ${source}`);
  return made;
}
