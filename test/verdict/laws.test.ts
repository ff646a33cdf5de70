// Laws that hold for any two function texts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOfText } from "../../src/fingerprint/code.ts";
import { EQUALITIES } from "../../src/fingerprint/equality.ts";
import { manifest } from "../../src/fingerprint/manifest.ts";
import { compare } from "../../src/index.ts";
import { difference } from "../../src/verdict/difference.ts";

const TEXTS: readonly string[] = [
  "a => a",
  "(b) => b",
  "(a) => { return a }",
  "async a => a",
  "a => a + 1",
  "a => a - 1",
  "b => b + 1",
  "function (a) { return a }",
  "function f(a) { return a }",
  "function f(a) { return f }",
  "function* g() { yield 1 }",
  "async function* g() { yield 1 }",
  "function f() { return this }",
  "function f() { 'use strict'; return this }",
  "class A {}",
  "class B {}",
  "class A { m() { return 1 } }",
  "class A extends B { #p = 1; get p() { return this.#p } }",
  "m() {}",
  "m(a) { return a }",
  "async m() {}",
  "get x() { return 1 }",
  "set x(v) {}",
  "'quoted'() {}",
  "[computed]() {}",
  "({ a, b = 1, ...c }) => [a, b, c]",
  "([a, , b]) => a",
  "(a = 1, b = a) => b",
  "() => { let a = 1; a++; return a }",
  "() => { const a = 1; return a }",
  "() => { var a = 1; return a }",
  "() => { for (const x of y) z(x) }",
  "() => { a: for (;;) break a }",
  "() => { try { f() } catch { g() } }",
  "() => { try { f() } catch (e) { g(e) } finally { h() } }",
  "() => { switch (a) { case 1: b(); default: c() } }",
  "() => `a$" + "{b}c`",
  "() => f`a$" + "{b}c`",
  "() => /a/g",
  "() => 1n",
  "() => a?.b.c",
  "() => (a?.b).c",
  "() => eval('a')",
  "(a) => eval('a')",
  "function f() { with (a) b }",
  "() => new.target",
  "() => import('a')",
  "() => exports.f(1)",
  "() => (0, __vite_ssr_import_1__.f)()",
  "() => (0, __vite_ssr_import_2__.f)()",
  "(a) => ({ a })",
  "(a) => ({ a: a })",
  "(a) => ({ 'a': a })",
  "() => { if (a) b(); else { c() } }",
  "() => { ; ; }",
  "() => {}",
  "() => { 'use strict' }",
  "() => {\n  f();\n  g();\n}",
  "() => {\r\n\tg();\r\n}",
  "() => '\ud800'",
  "() => '😀'",
  "function () { [native code] }",
];

const texts = fc.constantFrom(...TEXTS);
const rungs = fc.constantFrom(...EQUALITIES);
const kindOf = (before: string, after: string, equality: (typeof EQUALITIES)[number]) =>
  compare(before, after, { equality }).kind;

describe("for any two texts", () => {
  it("a difference is found without an error, and its ranges lie in the texts", () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom("syntax", "normal"), (before, after, rung) => {
        const found = difference({ text: before }, { text: after }, rung);
        for (const [range, text] of [
          [found.before, before],
          [found.after, after],
        ] as const) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(range.start, range.end)).toBe(range.text);
          const lines = text.slice(0, range.start).split("\n");
          expect([range.line, range.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
        }
        expect(found.excerpt).toMatch(/^@@ -\d+(,\d+)? \+\d+(,\d+)? @@\n-/);
      }),
      { numRuns: 2000 },
    );
  });

  it("a difference of texts that differ is not empty on both sides", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        fc.pre(kindOf(before, after, "normal") === "changed" && before !== after);
        const found = difference({ text: before }, { text: after }, "normal");
        expect(found.before.text + found.after.text).not.toBe("");
        expect(found.before.text === found.after.text && found.before.start === found.after.start).toBe(
          false,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("compare keeps exactly what has equal fingerprints", () => {
    fc.assert(
      fc.property(texts, texts, rungs, (before, after, equality) => {
        fc.pre(![before, after].some((text) => text.includes("[native code]")));
        const [left, right] = [before, after].map((text) => manifest("f", codeOfText(text), equality).digest);
        // The rung "name" keeps a class from becoming a function, which no digest of a name can tell.
        fc.pre(equality !== "name");
        expect(kindOf(before, after, equality)).toBe(left === right ? "kept" : "changed");
      }),
      { numRuns: 2000 },
    );
  });

  it("compare is symmetric", () => {
    fc.assert(
      fc.property(texts, texts, rungs, (before, after, equality) => {
        expect(kindOf(before, after, equality)).toBe(kindOf(after, before, equality));
      }),
      { numRuns: 2000 },
    );
  });

  it("compare is reflexive, but for what has no source text", () => {
    for (const text of TEXTS.filter((each) => !each.includes("[native code]"))) {
      expect([text, compare(text, text)]).toEqual([text, { kind: "kept", by: "source" }]);
    }
  });

  it("compare does not take two texts without source for the same, on any rung but the name's", () => {
    const native = "function () { [native code] }";
    for (const equality of EQUALITIES) {
      expect([equality, kindOf(native, native, equality)]).toEqual([
        equality,
        equality === "name" ? "kept" : "changed",
      ]);
    }
  });

  it("each rung keeps whatever the rungs before it keep", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const kept = (["source", "syntax", "normal"] as const).map(
          (rung) => kindOf(before, after, rung) === "kept",
        );
        expect(kept).toEqual(kept.toSorted((a, b) => Number(a) - Number(b)));
      }),
      { numRuns: 2000 },
    );
  });

  it("the rung that compare names keeps them, and the one before does not", () => {
    for (const before of TEXTS) {
      for (const after of TEXTS) {
        const found = compare(before, after);
        if (found.kind !== "kept") continue;
        expect([before, after, kindOf(before, after, found.by)]).toEqual([before, after, "kept"]);
        const lower = EQUALITIES[EQUALITIES.indexOf(found.by) - 1];
        if (lower !== undefined && lower !== "name") expect(kindOf(before, after, lower)).toBe("changed");
      }
    }
  });
});
