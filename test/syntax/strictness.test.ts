// A text runs in strict or in sloppy mode, which the text itself may not tell. Where no construct of the code behaves
// differently in the two, its mode does not count; anywhere else it must.

import { describe, expect, it } from "vitest";
import { compare } from "../../src/index.ts";
import { parsed } from "./parsed.ts";

const TELLING: readonly (readonly [title: string, text: string, call: string])[] = [
  ["this", "function f() { return this }", "f.call(1) === f.call(1)"],
  ["this in an arrow", "function f() { return () => this }", "typeof f.call(1)()"],
  ["an assignment to a name that nothing binds", "function f() { undeclared_1 = 1 }", "f()"],
  ["a destructuring of one", "function f() { [undeclared_2] = [1] }", "f()"],
  ["a loop over one", "function f() { for (undeclared_3 of [1]); }", "f()"],
  ["an assignment to a property", "function f() { Object.freeze([1]).a = 1 }", "f()"],
  ["a count of a property", "function f() { Object.freeze([1])[0]++ }", "f()"],
  ["a pattern that assigns a property", "function f() { [Object.freeze([1])[0]] = [2] }", "f()"],
  ["a deletion", "function f() { delete Object.freeze([1])[0] }", "f()"],
  ["the function's own name, assigned", "function f() { f = 1 }", "f()"],
  ["arguments that follow a parameter", "function f(a) { a = 2; return arguments[0] }", "f(1)"],
  ["arguments that lead a parameter", "function f(a) { arguments[0] = 2; return a }", "f(1)"],
  ["arguments.callee", "function f() { return typeof arguments.callee }", "f()"],
  ["the caller of a function", "function f() { return f.caller === null }", "f()"],
  ["a function in a block, used outside", "function f() { { function g() {} } return typeof g }", "f()"],
  [
    "a function in a block beside a var",
    "function f() { var g = 1; { function g() {} } return typeof g }",
    "f()",
  ],
  [
    "this of an inner function",
    "function f() { return (function () { return this === undefined })() }",
    "f()",
  ],
  ["a variable that eval declares", "function f() { eval('var x = 1'); return typeof x }", "f()"],
  [
    "this of code that eval runs",
    "function f() { return eval('(function () { return typeof this })()') }",
    "f()",
  ],
];

const SILENT: readonly string[] = [
  "function f(a, b) { return a + b }",
  "function f(a) { const b = a.c; return () => b() }",
  "function f(a) { let b = 1; b = a; b++; return b }",
  "function f(a) { { function g() { return a } return g() } }",
  "function f(a) { a.push(1); return [...a].map(x => x) }",
  "function f() { return class { m() { return this } } }",
  "function f() { 'use strict'; return this }",
];

describe("the mode counts where the code has", () => {
  it.each(TELLING)("%s", (_title, text, call) => {
    const [sloppy, strict] = evaluations(text);
    // The strict one first: the sloppy one may leave a global variable behind.
    const thrown = outcome(strict, call);
    expect(outcome(sloppy, call), "the two modes do differ").not.toBe(thrown);
    expect(parsed(text, { strictness: "strict" }).strictness).toBe("strict");
    expect(parsed(text, { strictness: "sloppy" }).strictness).toBe("sloppy");
    expect(compare(sloppy, strict)).toMatchObject({ kind: "changed" });
  });
});

describe("the mode does not count in", () => {
  it.each(SILENT)("%s", (text) => {
    const [sloppy, strict] = evaluations(text);
    expect(parsed(text, { strictness: "strict" }).strictness).toBe("irrelevant");
    expect(compare(sloppy, strict)).toMatchObject({ kind: "kept" });
  });
});

type AnyFunction = (...values: readonly unknown[]) => unknown;

function evaluations(text: string): readonly [sloppy: AnyFunction, strict: AnyFunction] {
  const made = (directive: string): AnyFunction =>
    new Function(`${directive}; return (${text})`)() as AnyFunction;
  return [made(""), made("'use strict'")];
}

function outcome(fn: AnyFunction, call: string): string {
  try {
    return String(new Function("f", `"use strict"; return ${call}`)(fn));
  } catch (error) {
    return String(error);
  }
}
