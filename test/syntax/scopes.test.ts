// The traps of JavaScript's scopes, one by one: which names are free, which texts differ in names alone, and which only look
// as if they did.

import { describe, expect, it } from "vitest";
import { freeNamesOf, meaningOf, parsed } from "./parsed.ts";

type Pair = readonly [title: string, before: string, after: string];

const FREE: readonly (readonly [title: string, text: string, names: readonly string[]])[] = [
  ["a name that nothing binds", "() => a", ["a"]],
  ["each name once, in the order of first uses", "() => b + a + b", ["b", "a"]],
  ["not the name of a property", "a => a.b + { b: 1, c() {} }.b + a?.d", []],
  ["a computed name of a property", "a => a[b] + { [c]: 1 }.d", ["b", "c"]],
  ["a shorthand property", "() => ({ a })", ["a"]],
  ["not a label", "() => { a: for (;;) break a }", []],
  ["not a function's own name", "function f() { return f }", []],
  ["not a class's own name", "class A { m() { return A } }", []],
  ["what a class extends", "class A extends B {}", ["B"]],
  ["what a default parameter reads", "(a = b) => a", ["b"]],
  ["a default's name, though the body declares it", "(a = b) => { var b; return a }", ["b"]],
  [
    "a default's name, though the body declares a function of that name",
    "(a = () => b) => { function b() {} }",
    ["b"],
  ],
  ["not a default's name that is a later parameter", "(a = b, b) => a", []],
  ["not a var, wherever it stands", "() => { a = 1; if (b) for (var a in c); return a }", ["b", "c"]],
  ["not a var after a return", "() => { return a; var a }", []],
  ["a block's let outside of the block", "() => { { let a = 1 } return a }", ["a"]],
  ["a loop's let behind the loop", "() => { for (let a of b); return a }", ["b", "a"]],
  ["not the name that a loop's head declares and reads", "() => { for (const a of a); }", []],
  [
    "a case's name, unless another case declares it",
    "() => { switch (a) { case b: let c; default: c } }",
    ["a", "b"],
  ],
  [
    "what a switch reads in its head, though a case declares it",
    "() => { switch (a) { case 1: let a } }",
    ["a"],
  ],
  ["a catch parameter outside of its clause", "() => { try {} catch (e) { e } return e }", ["e"]],
  ["not the var of a catch clause outside of it", "() => { try {} catch (e) { var e = 1 } return e }", []],
  ["a function in a block, outside of the block: in strict code", "() => { { function g() {} } g() }", ["g"]],
  ["not a function's arguments", "function f() { return arguments }", []],
  ["not the arguments of the function around an arrow", "function f() { return () => arguments }", []],
  ["not the arguments that a default parameter reads", "function f(a = arguments) {}", []],
  ["undefined, NaN, Infinity", "() => [undefined, NaN, Infinity]", ["undefined", "NaN", "Infinity"]],
  ["not a shadowed undefined", "undefined => undefined", []],
  ["a tag", `() => a\`\${b}\``, ["a", "b"]],
  ["a name under typeof", "() => typeof a", ["a"]],
  [
    "a name that is written only",
    "() => { a = 1; [b, ...c] = d; ({ e, f: g = h } = i) }",
    ["a", "b", "c", "d", "e", "g", "h", "i"],
  ],
  ["a name that counts", "() => { a++; b += 1; delete c.d }", ["a", "b", "c"]],
  ["a field's initializer", "class A { a = b; static c = d; static { e } }", ["b", "d", "e"]],
  ["a var of a static block, outside of the block", "class A { static { var a } static b = a }", ["a"]],
  ["not a private name", "class A { #a = 1; m(o) { return #a in o && this.#a } }", []],
  ["not new.target or import.meta", "() => [import.meta, function () { return new.target }]", []],
  ["what import() loads", "() => import(a)", ["a"]],
  [
    "await, yield and let, where they are names",
    "function f() { return [await, yield, let] }",
    ["await", "yield", "let"],
  ],
  ["an escaped name under its true name", "() => \\u0061", ["a"]],
];

const RENAMED: readonly Pair[] = [
  [
    "parameters, variables and functions",
    "a => { let b = a; function c() { return b } return c }",
    "x => { let y = x; function z() { return y } return z }",
  ],
  ["two names, exchanged throughout", "(a, b) => a - b", "(b, a) => b - a"],
  ["a default that reads an earlier parameter", "(a, b = a) => b", "(x, y = x) => y"],
  [
    "a var beside the parameter whose copy it is",
    "(a, b = () => a) => { var a = 2; return [a, b()] }",
    "(x, y = () => x) => { var x = 2; return [x, y()] }",
  ],
  [
    "the parameter and the var of a catch clause, together",
    "() => { try {} catch (e) { var e = 1 } return e }",
    "() => { try {} catch (x) { var x = 1 } return x }",
  ],
  [
    "a parameter that `arguments` is tied to",
    "function f(a) { arguments[0] = 2; return a }",
    "function f(b) { arguments[0] = 2; return b }",
  ],
  [
    "a let of each turn of a loop, captured",
    "() => { for (let i = 0; i < 3; i++) f(() => i) }",
    "() => { for (let j = 0; j < 3; j++) f(() => j) }",
  ],
  [
    "a local named undefined",
    "() => { var undefined = 1; return undefined }",
    "() => { var u = 1; return u }",
  ],
  [
    "a function's own name that the function reads",
    "function f(n) { return f(n - 1) }",
    "function g(n) { return g(n - 1) }",
  ],
  [
    "a label",
    "() => { a: for (;;) { for (;;) continue a } }",
    "() => { b: for (;;) { for (;;) continue b } }",
  ],
  [
    "a label that is named like a variable",
    "a => { a: for (;;) break a; return a }",
    "a => { b: for (;;) break b; return a }",
  ],
  [
    "a label beside a function in a block of that name",
    "() => { a: for (;;) break a; { function a() {} } return a }",
    "() => { b: for (;;) break b; { function a() {} } return a }",
  ],
  [
    "a private name beside a function in a block of that name",
    "() => { class A { #a = 1 } { function a() {} } return a }",
    "() => { class A { #b = 1 } { function a() {} } return a }",
  ],
  [
    "a private name",
    "class A { #a = 1; get a() { return this.#a } }",
    "class A { #b = 1; get a() { return this.#b } }",
  ],
  [
    "the private names of nested classes",
    "class A { #a; m() { return class B { #a; n(o) { return o.#a } } } }",
    "class A { #a; m() { return class B { #b; n(o) { return o.#b } } } }",
  ],
  [
    "a function in a block of strict code",
    "function f() { 'use strict'; { function g() {} g() } }",
    "function f() { 'use strict'; { function h() {} h() } }",
  ],
  [
    "a variable of a static block",
    "class A { static { var a = 1; f(a) } }",
    "class A { static { var b = 1; f(b) } }",
  ],
];

const CHANGED: readonly Pair[] = [
  ["a free name that is renamed", "() => a", "() => b"],
  ["a free name that becomes a parameter", "() => a", "a => a"],
  ["a parameter that becomes a free name", "a => a", "b => a"],
  [
    "a default that would read the body's var",
    "(a = b) => { var b = 1; return a }",
    "(a = b, b) => { b = 1; return a }",
  ],
  [
    "a var in a catch clause that is renamed alone",
    "() => { try {} catch (e) { var e = 1 } return e }",
    "() => { try {} catch (e) { var x = 1 } return x }",
  ],
  [
    "a var named arguments that is renamed",
    "function f() { var arguments; return arguments }",
    "function f() { var a; return a }",
  ],
  [
    "a parameter named arguments that is renamed",
    "function f(arguments) { return arguments }",
    "function f(a) { return arguments }",
  ],
  [
    "a strict function, whose `arguments` are not tied",
    "function f(a) { arguments[0] = 2; return a }",
    "function f(a) { 'use strict'; arguments[0] = 2; return a }",
  ],
  [
    "a default, which unties `arguments`",
    "function f(a) { arguments[0] = 2; return a }",
    "function f(a = 1) { arguments[0] = 2; return a }",
  ],
  ["a local where eval may look it up", "a => eval('a')", "b => eval('a')"],
  [
    "a local where a with may look it up",
    "(a, b) => { with (a) return b }",
    "(a, c) => { with (a) return c }",
  ],
  ["a var behind a return that no longer is declared", "() => { return a; var a }", "() => { return a }"],
  ["a shadowed undefined", "undefined => undefined", "a => undefined"],
  [
    "a function's own name that a variable shadows",
    "function f() { var f; return f }",
    "function f() { return f }",
  ],
  [
    "a loop's let, which each turn has anew, and its var",
    "() => { for (let i = 0; i < 3; i++) f(() => i) }",
    "() => { for (var i = 0; i < 3; i++) f(() => i) }",
  ],
  [
    "a let before its loop",
    "() => { for (let i = 0; i < 3; i++) f(() => i) }",
    "() => { let i = 0; for (; i < 3; i++) f(() => i) }",
  ],
  ["a let in its dead zone and a var", "() => { f(a); let a = 1 }", "() => { f(a); var a = 1 }"],
  [
    "a loop's head that reads its own dead name",
    "a => { for (const a of a); }",
    "a => { for (const b of a); }",
  ],
  ["a class's name", "() => { class A {} return new A() }", "() => { class B {} return new B() }"],
  [
    "the name that a class takes from its variable",
    "() => { const A = class {}; return new A() }",
    "() => { const B = class {}; return new B() }",
  ],
  [
    "a private name of another class",
    "class A { #a; m() { return class B { #b; n(o) { return o.#a } } } }",
    "class A { #a; m() { return class B { #b; n(o) { return o.#b } } } }",
  ],
  [
    "another label",
    "() => { a: for (;;) { b: for (;;) break a } }",
    "() => { a: for (;;) { b: for (;;) break b } }",
  ],
  [
    "a label left out",
    "() => { a: for (;;) { for (;;) break a } }",
    "() => { a: for (;;) { for (;;) break } }",
  ],
  [
    "a use that an inner variable captures",
    "(a, b) => { { let c = 1; return a + c } }",
    "(a, b) => { { let a = 1; return a + a } }",
  ],
  [
    "a function in a sloppy block, used outside of it",
    "() => { { function g() {} } g() }",
    "() => { { function h() {} } g() }",
  ],
  [
    "a function in a sloppy block and a var of that name",
    "() => { var g = 1; { function g() {} } return g }",
    "() => { var h = 1; { function g() {} } return h }",
  ],
  [
    "a function in a branch and one at the top",
    "a => { if (a) { function g() {} } return typeof g }",
    "a => { function g() {} return typeof g }",
  ],
  [
    "an escaped directive",
    "function f() { 'use strict'; return this }",
    "function f() { 'use\\x20strict'; return this }",
  ],
];

describe("a free name is", () => {
  it.each(FREE)("%s", (_title, text, names) => {
    expect(freeNamesOf(text)).toEqual(names);
  });
});

describe("a new name keeps the normal form, but not the syntax, of", () => {
  it.each(RENAMED)("%s", (_title, before, after) => {
    expect(parsed(after).normal).toBe(parsed(before).normal);
    expect(parsed(after).syntax).not.toBe(parsed(before).syntax);
  });
});

describe("the normal form, with the spelling of free names, tells apart", () => {
  it.each(CHANGED)("%s", (_title, before, after) => {
    expect(meaningOf(after)).not.toBe(meaningOf(before));
  });
});

describe("code in which names are looked up at run time", () => {
  it.each([
    ["eval", "a => { if (b) eval(a) }", "a => { if (b) { eval(a) } }"],
    ["eval in parentheses", "a => { if (b) (eval)(a) }", "a => { if (b) { (eval)(a) } }"],
    ["with", "a => { with (a) if (b) c() }", "a => { with (a) if (b) { c() } }"],
  ])("is compared by its syntax alone: %s", (_title, before, after) => {
    expect(parsed(after).normal).not.toBe(parsed(before).normal);
    expect(parsed(`${before} // comment`).normal).toBe(parsed(before).normal);
  });

  it.each(["a => (0, eval)(a)", "(a, eval_) => eval_(a)", "a => a.eval('b')", "a => globalThis.eval(a)"])(
    "is not %s, which sees no locals",
    (text) => {
      expect(parsed(text).traits.dynamicScope).toBe(false);
    },
  );
});
