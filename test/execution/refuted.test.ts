// Pairs that a rule once made equal, or might, and that an engine tells apart: what the attack on the rules found.
// Each pair is run, so that none of them stands here by mistake.

import { describe, expect, it } from "vitest";
import { meaningOf } from "../syntax/parsed.ts";

type Pair = readonly [title: string, before: string, after: string];

const PAIRS: readonly Pair[] = [
  [
    "a var that only the test of its do-while reads",
    "log => { var n = 0; do var a = log(n++); while (a < 2) }",
    "log => { var n = 0; do { let a = log(n++) } while (a < 2) }",
  ],
  [
    "a function of the body that the first break calls",
    "log => { for (;;) { if (f()) break; function f() { return log(1) } } }",
    "log => { for (; !f();) { function f() { return log(1) } } }",
  ],
  [
    "a variable in its dead zone, skipped by a switch",
    "() => { switch (1) { case 0: let x = 1; case 1: x; } }",
    "() => { switch (1) { case 0: let x = 1; case 1: } }",
  ],
  [
    "a literal that a switch did not come to",
    "() => { switch (1) { case 0: var b = 5; break; case 1: return b } }",
    "() => { switch (1) { case 0: break; case 1: return 5 } }",
  ],
  [
    "a value that arguments change",
    "log => (function (a) { const c = a; arguments[0] = 2; return c })(1)",
    "log => (function (a) { arguments[0] = 2; return a })(1)",
  ],
  [
    "a value that someone with the arguments changes",
    "log => (function (a, g) { const c = a; g(arguments); return c })(1, (all) => { all[0] = 2 })",
    "log => (function (a, g) { g(arguments); return a })(1, (all) => { all[0] = 2 })",
  ],
  [
    "a value that a field's initializer changes",
    "log => { let x = 1; class A { y = (x = 2) } const c = x; return [new A(), c][1] }",
    "log => { let x = 1; class A { y = (x = 2) } return [new A(), x][1] }",
  ],
  [
    "a method taken out of its object",
    "function f() { 'use strict'; const o = { m() { return typeof this } }; const m = o.m; return m() }",
    "function f() { 'use strict'; const o = { m() { return typeof this } }; return o.m() }",
  ],
  ["what is deleted", "() => delete undefined", "() => delete void 0"],
  [
    "a class that its own heritage reads too early",
    "() => { class C extends (C, Object) {} }",
    "() => { class C extends Object {} }",
  ],
  [
    "a value read before a loop's closure gives another",
    "() => { const all = []; for (let i = 0; i < 2; i++) all.push(() => i); return all.map((each) => each()) }",
    "() => { const all = []; let i = 0; for (; i < 2; i++) all.push(() => i); return all.map((each) => each()) }",
  ],
  [
    "a var in a loop that keeps its value",
    "() => { const all = []; for (var n = 0; n < 3; n++) { var a; all.push(a); a = n } return all }",
    "() => { const all = []; for (var n = 0; n < 3; n++) { let a; all.push(a); a = n } return all }",
  ],
  [
    "a finally that goes on",
    "log => { l: try { return log(1) } finally { break l } return 2 }",
    "log => { try { return log(1) } finally {} return 2 }",
  ],
  [
    "a text that is no directive",
    "function f() { return (function () { ('use strict'); return typeof this })() }",
    "function f() { return (function () { 'use strict'; return typeof this })() }",
  ],
  [
    "a quotient of bigints that throws before the other side is called",
    "log => 1n / 0n < log(1)",
    "log => log(1) > 1n / 0n",
  ],
  ["a quotient of two types that throws first", "log => 1n / 0 === log(1)", "log => log(1) === 1n / 0"],
  [
    "a template that asks for a text before it goes on",
    `log => { const a = { toString: () => "a" + log(1) }; const b = log(2); return \`\${a}\${b}\` }`,
    `log => { const a = { toString: () => "a" + log(1) }; return \`\${a}\${log(2)}\` }`,
  ],
];

describe("what an engine tells apart", () => {
  it.each(PAIRS)("keeps two normal forms: %s", (_title, before, after) => {
    expect(outcome(after)).not.toBe(outcome(before));
    expect(meaningOf(after)).not.toBe(meaningOf(before));
  });
});

it("keeps two normal forms of an arrow that stands in a constructor without `this`", () => {
  const [before, after] = ["() => { this; return 1 }", "() => { return 1 }"] as const;
  const inConstructor = (arrow: string): string =>
    `() => { new class extends Object { constructor() { const f = ${arrow}; f(); super() } } }`;
  expect(outcome(inConstructor(after))).not.toBe(outcome(inConstructor(before)));
  expect(meaningOf(after)).not.toBe(meaningOf(before));
});

/** What a function logs and gives, as sloppy code. */
function outcome(text: string): string {
  const lines: string[] = [];
  const log = (value: unknown): unknown => {
    lines.push(String(value));
    return value;
  };
  try {
    const made: unknown = new Function(`return (${text})`)();
    if (typeof made !== "function") throw new TypeError(`no function: ${text}`);
    const value: unknown = Reflect.apply(made, undefined, [log]);
    lines.push(`gives ${JSON.stringify(value)}`);
  } catch (error) {
    lines.push(`throws ${error instanceof Error ? error.constructor.name : "something"}`);
  }
  return lines.join(" ");
}
