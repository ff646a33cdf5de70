// How a code uses its free names: what is read of them, what is called, and what is merely written. The pairs that look alike
// and must differ stand side by side.

import { describe, expect, it } from "vitest";
import type { Use } from "../../src/syntax/uses.ts";
import { parsed } from "./parsed.ts";

type Row = readonly [title: string, text: string, uses: readonly string[]];

/** A use as text: `value a.b`, `call a.b`, `write a.b`, `append a.push`. */
function shown(name: string, { how, path }: Use): string {
  return `${how} ${[name, ...path].join(".")}`;
}

/** All uses of a text's free names, in alphabetical order. */
function usesOf(text: string): readonly string[] {
  return parsed(text)
    .freeNames.flatMap(({ name, uses }) => uses.map((use) => shown(name, use)))
    .sort();
}

// biome-ignore format: a table
const READ: readonly Row[] = [
  ["a name that is returned", "() => a", ["value a"]],
  ["a name that is tested", "() => { if (a) return 1 }", ["value a"]],
  ["a name under typeof", "() => typeof a", ["value a"]],
  ["a name that is thrown, awaited, spread", "async () => { await a; throw [...b] }", ["value a", "value b"]],
  ["a name as an argument", "() => f(a)", ["call f", "value a"]],
  ["a name as an argument of new", "() => new F(a)", ["value F", "value a"]],
  ["a name in a template", `() => \`\${a}\``, ["value a"]],
  ["a shorthand property", "() => ({ a })", ["value a"]],
  ["a computed key of an object", "() => ({ [a]: 1 })", ["value a"]],
  ["a default", "(x = a) => x", ["value a"]],
  ["a default within a pattern", "({ x = a }) => x", ["value a"]],
  ["a name in a function within", "() => () => a", ["value a"]],
  ["a name in a class within", "() => class { m() { return a } }", ["value a"]],
  ["what a class within extends", "() => class extends a {}", ["value a"]],
  ["a name with delete of what it holds", "() => delete a.b", ["value a.b"]],
  ["a name under in", "() => 'k' in a", ["value a"]],
  ["what a loop goes through", "() => { for (const x of a) x }", ["value a"]],
  ["what a loop goes through by key", "() => { for (const x in a) x }", ["value a"]],
];

// biome-ignore format: a table
const PATHS: readonly Row[] = [
  ["one property", "() => a.b", ["value a.b"]],
  ["a property of a property", "() => a.b.c", ["value a.b.c"]],
  ["a property written as a text", "() => a['b']", ["value a.b"]],
  ["an element by a number", "() => a[0]", ["value a.0"]],
  ["no property by a computed key: all counts", "k => a[k]", ["value a"]],
  ["what stands before a computed key", "k => a.b[k].c", ["value a.b"]],
  ["the name of the key as well", "() => a[k]", ["value a", "value k"]],
  ["a property by a template without substitutions", "() => a[`b`]", ["value a.b"]],
  ["no property by a bigint", "() => a[1n]", ["value a"]],
  ["an optional chain", "() => a?.b", ["value a.b"]],
  ["an optional chain of several steps", "() => a?.b?.c.d", ["value a.b.c.d"]],
  ["an optional chain in parentheses", "() => (a?.b).c", ["value a.b.c"]],
  ["two properties", "() => a.b + a.c", ["value a.b", "value a.c"]],
  ["one property twice, once", "() => a.b + a.b", ["value a.b"]],
  ["all, where one use reads all", "() => a.b + f(a)", ["call f", "value a"]],
  ["the shorter of two paths", "() => [a.b, a.b.c]", ["value a.b"]],
  ["but no property of the same beginning", "() => [a.b, a.bc]", ["value a.b", "value a.bc"]],
  ["the properties that a pattern takes", "() => { const { b, c: d } = a; return b + d }", ["value a.b", "value a.c"]],
  ["a pattern of a property", "() => { const { c } = a.b; return c }", ["value a.b.c"]],
  ["a nested pattern as the property that it stands in", "() => { const { b: { c } } = a; return c }", ["value a.b"]],
  ["a default of a pattern, too", "() => { const { b = k } = a; return b }", ["value a.b", "value k"]],
  ["all, where a pattern takes the rest", "() => { const { b, ...c } = a; return c }", ["value a"]],
  ["all, where a pattern has a computed key", "k => { const { [k]: b } = a; return b }", ["value a"]],
  ["all, where a pattern takes nothing", "() => { const {} = a }", ["value a"]],
  ["all, where a list is taken apart", "() => { const [b] = a; return b }", ["value a"]],
  ["all, where it is assigned to a pattern", "() => { let b; ({ b } = a); return b }", ["value a"]],
  ["all, where a parameter's default is taken apart", "({ b } = a) => b", ["value a"]],
];

// biome-ignore format: a table
const CALLS: readonly Row[] = [
  ["a name", "() => a()", ["call a"]],
  ["a method", "() => a.b()", ["call a.b"]],
  ["a method of a property", "() => a.b.c()", ["call a.b.c"]],
  ["an optional method", "() => a?.b()", ["call a.b"]],
  ["a method in parentheses, which keeps its receiver", "() => (a.b)()", ["call a.b"]],
  ["a method after a comma, which loses its receiver", "() => (0, a.b)()", ["value a.b"]],
  ["a computed method: all counts", "k => a[k]()", ["value a"]],
  ["what a call gives", "() => a()()", ["call a"]],
  ["what a method gives, with its receiver", "() => a.b()()", ["call a.b"]],
  ["a method of what a call gives", "() => a().b()", ["call a"]],
  ["a tag", "() => a`x`", ["call a"]],
  ["a method as a tag, with what it is given", `() => a.b\`\${c}\``, ["call a.b", "value c"]],
  ["not with new, whose class counts whole", "() => new a.B()", ["value a.B"]],
  ["a name that is also read", "() => [a, a()]", ["value a"]],
];

/** A method that is read may be called on the object as well, and then sees all of it. */
// biome-ignore format: a table
const READ_AND_CALLED: readonly Row[] = [
  ["read and called", "() => [a.b, a.b()]", ["call a.b", "value a.b"]],
  ["tested and called", "() => a.b && a.b()", ["call a.b", "value a.b"]],
  ["tested by typeof and called", "() => typeof a.b === 'function' ? a.b() : 0", ["call a.b", "value a.b"]],
  ["called on an object that counts whole", "() => [a.b, a.b.c()]", ["value a.b"]],
];

/** Pairs: a name that is only written, and the nearest code that uses what was written. */
// biome-ignore format: a table
const WRITTEN: readonly (readonly [
  title: string,
  write: string,
  writes: readonly string[],
  use: string,
  uses: readonly string[],
])[] = [
  ["counting up", "() => { n++ }", ["write n"], "() => n++", ["value n"]],
  ["counting up before", "() => { ++n }", ["write n"], "() => { return ++n }", ["value n"]],
  ["counting up, used as an argument", "() => { n++; f() }", ["call f", "write n"], "() => { f(n++) }", ["call f", "value n"]],
  ["counting up and reading elsewhere", "() => { n++ }", ["write n"], "() => { n++; return n }", ["value n"]],
  ["counting up, tested", "() => { if (c) n++ }", ["value c", "write n"], "() => { if (n++) c }", ["value c", "value n"]],
  ["adding", "() => { n += 1 }", ["write n"], "() => { return n += 1 }", ["value n"]],
  ["adding what is read", "() => { n += m }", ["value m", "write n"], "() => { n = n + m }", ["value m", "value n"]],
  ["assigning", "() => { n = 1 }", ["write n"], "() => { n = 1; f(n) }", ["call f", "value n"]],
  ["assigning, whose value is the right side's", "() => (n = 1)", ["write n"], "() => (n ||= 1)", ["value n"]],
  ["assigning if there is none", "() => { n ??= 1 }", ["value n"], "() => { n ??= 1; return n }", ["value n"]],
  ["counting a property up", "() => { a.n++ }", ["write a.n"], "() => a.n++", ["value a.n"]],
  ["assigning a property", "() => { a.b.c = 1 }", ["write a.b.c"], "() => { a.b.c = 1; return a.b.d }", ["value a.b.d", "write a.b.c"]],
  ["assigning by a key, which is read", "() => { a[k] = 1 }", ["value k", "write a.*"], "() => a[k]", ["value a", "value k"]],
  ["adding to a list", "x => { a.push(x) }", ["append a.push"], "x => a.push(x)", ["call a.push"]],
  ["adding to a list, whose length is used", "x => { a.push(x) }", ["append a.push"], "x => { a.push(x); return a.length }", ["append a.push", "value a.length"]],
  ["adding to a list within", "x => { a.b.push(x) }", ["append a.b.push"], "x => { a.b.pop() }", ["call a.b.pop"]],
  ["adding in front", "x => { a.unshift(x) }", ["append a.unshift"], "x => { a.shift(x) }", ["call a.shift"]],
  ["adding to a set", "x => { a.add(x) }", ["append a.add"], "x => { if (a.add(x)) x() }", ["call a.add"]],
  ["setting in a map", "x => { a.set(x, b) }", ["append a.set", "value b"], "x => a.get(x)", ["call a.get"]],
  ["adding, awaited", "async x => { a.push(x) }", ["append a.push"], "async x => { await a.push(x) }", ["call a.push"]],
  ["the variable of a loop", "() => { for (n of xs); }", ["value xs", "write n"], "() => { for (n of xs) n }", ["value n", "value xs"]],
  ["a property as the variable of a loop", "() => { for (a.n in xs); }", ["value xs", "write a.n"], "() => { for (a.n in xs) a.n }", ["value a.n", "value xs", "write a.n"]],
  ["the step of a loop", "() => { for (n = 0; c; n++); }", ["value c", "write n"], "() => { for (n = 0; n < c; n++); }", ["value c", "value n"]],
  ["taking apart into names", "xs => { [a, ...b] = xs }", ["write a", "write b"], "xs => { [a, ...b] = xs; return b }", ["value b", "write a"]],
  ["taking apart into properties", "x => { ({ p: a.p, q: b } = x) }", ["write a.p", "write b"], "x => { ({ [a.p]: b } = x) }", ["value a.p", "write b"]],
  ["taking apart with a default, which is read", "x => { ({ p: a = d } = x) }", ["value d", "write a"], "x => { ({ p: a = a } = x) }", ["value a"]],
  ["after a comma", "() => { n++, m++ }", ["write m", "write n"], "() => (m++, n++)", ["value n", "write m"]],
  ["under void", "() => { void n++ }", ["write n"], "() => { -n++ }", ["value n"]],
  ["in a branch", "() => { c ? n++ : m++ }", ["value c", "write m", "write n"], "() => { return c ? n++ : m }", ["value c", "value m", "value n"]],
  ["behind a condition", "() => { c && n++ }", ["value c", "write n"], "() => c && n++", ["value c", "value n"]],
  ["in a function within", "() => () => { n++ }", ["write n"], "() => () => n++", ["value n"]],
];

describe("a use of all of a name's value is", () => {
  it.each(READ)("%s", (_title, text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });
});

describe("where properties are written out, what counts is", () => {
  it.each(PATHS)("%s", (_title, text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });
});

describe("a call uses", () => {
  it.each(CALLS)("%s", (_title, text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });

  it.each(READ_AND_CALLED)("its receiver, also where the method is %s", (_title, text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });
});

describe("what is written only, against what is used:", () => {
  it.each(WRITTEN)("%s", (_title, write, writes, use, uses) => {
    expect(usesOf(write)).toEqual(writes);
    expect(usesOf(use)).toEqual(uses);
  });
});

describe("a class", () => {
  it("uses what its methods and the fields of its instances read", () => {
    expect(
      usesOf("class A { m() { return a } x = b; get y() { return c } static s() { return d } }"),
    ).toEqual(["value a", "value b", "value c", "value d"]);
  });

  it("does not use again what was read once, when it was defined, and shows in the class itself", () => {
    expect(usesOf("class A extends B { [k]() {} static s = v; static { n = w } }")).toEqual([]);
  });
});

describe("the uses of names that a host reaches through objects of its own", () => {
  it("begin at the name, not at the object", () => {
    const found = parsed("() => __vite_ssr_import_0__.config.a.b + (0, __vite_ssr_import_0__.f)(1)");
    expect(found.freeNames.flatMap(({ name, uses }) => uses.map((use) => shown(name, use))).sort()).toEqual([
      "call f",
      "value config.a.b",
    ]);
  });
});

describe("the order of names", () => {
  it("is that of the numbers which stand for them in the normal form", () => {
    const names = (text: string): readonly string[] => parsed(text).freeNames.map(({ name }) => name);
    expect(names("() => b + a + b")).toEqual(["b", "a"]);
    expect(names("() => c.a + a.c")).toEqual(["c", "a"]);
  });
});
