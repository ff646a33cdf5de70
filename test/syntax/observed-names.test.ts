// Names that code or its results show count, although they are names of locals: those of classes always, those of functions
// where the code reads a `name`, however it spells that.

import { describe, expect, it } from "vitest";
import { parsed } from "./parsed.ts";

/** Runs a text as a function of no parameters and gives the text of its result. */
function result(text: string): string {
  const name = (fn: object, value: string): object => Object.defineProperty(fn, "name", { value });
  return String(new Function("__name", `return (${text})()`)(name));
}

describe("a local's name counts where the code shows it:", () => {
  it.each([
    ["a name", "() => { function f() {} return f.name }", "() => { function g() {} return g.name }"],
    [
      "a quoted name",
      "() => { function f() {} return f['name'] }",
      "() => { function g() {} return g['name'] }",
    ],
    [
      "a name in a template",
      "() => { function f() {} return f[`name`] }",
      "() => { function g() {} return g[`name`] }",
    ],
    [
      "a name by a pattern",
      "() => { const { name } = function f() {}; return name }",
      "() => { const { name } = function g() {}; return name }",
    ],
    [
      "an inferred name",
      "() => { const f = () => {}; return f.name }",
      "() => { const g = () => {}; return g.name }",
    ],
    [
      "the name of a private method",
      "() => class { static #p() {} static n = this.#p.name }.n",
      "() => class { static #q() {} static n = this.#q.name }.n",
    ],
    [
      "a class's name",
      "() => new (class A {})().constructor.name",
      "() => new (class B {})().constructor.name",
    ],
    [
      "the name that esbuild's helper gives to a class",
      "() => { class A { static { __name(this, 'B') } } return new A().constructor.name }",
      "() => { class A { static { __name(this, 'C') } } return new A().constructor.name }",
    ],
    [
      "the source of a function",
      "() => { function f() {} return f.toString() }",
      "() => { function g() {} return g.toString() }",
    ],
  ])("%s", (_title, before, after) => {
    expect(result(after)).not.toBe(result(before));
    expect(parsed(after).normal).not.toBe(parsed(before).normal);
  });
});

describe("the name of a class that leaves the code counts, though the code does not read it:", () => {
  it.each([
    ["a declaration's", "() => { class A {} return A }", "() => { class B {} return B }"],
    ["an expression's", "() => class A {}", "() => class B {}"],
    [
      "one taken from a variable",
      "() => { const A = class {}; return A }",
      "() => { const B = class {}; return B }",
    ],
    ["one taken from a parameter", "(A = class {}) => A", "(B = class {}) => B"],
    [
      "one taken from an assignment",
      "() => { let A; A ??= class {}; return A }",
      "() => { let B; B ??= class {}; return B }",
    ],
    [
      "one given by esbuild's helper",
      "() => class { static { __name(this, 'A') } }",
      "() => class { static { __name(this, 'B') } }",
    ],
    [
      "one given by esbuild's helper behind the class",
      "() => { class A {} __name(A, 'B'); return A }",
      "() => { class A {} __name(A, 'C'); return A }",
    ],
  ])("%s", (_title, before, after) => {
    const named = `f => f().name`;
    expect(result(`() => (${named})(${after})`)).not.toBe(result(`() => (${named})(${before})`));
    expect(parsed(after).normal).not.toBe(parsed(before).normal);
  });
});
