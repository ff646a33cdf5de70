import fc from "fast-check";
import { expect, it } from "vitest";
import { columnsOf } from "../../src/report/columns.ts";
import { excerptLines } from "../../src/report/excerpt.ts";
import type { Difference } from "../../src/verdict/verdict.ts";
import { event } from "./arbitrary.ts";
import { changed, codeReason, defined, range, rechecked } from "./example.ts";

function texts(difference: Difference, columns?: number): readonly string[] {
  return excerptLines(defined(changed({ kind: "code", path: ["simulate"], difference })), columns).map(
    ({ text }) => text,
  );
}

it("an excerpt leaves the position to the sentence and knows its sides", () => {
  expect(excerptLines(defined(changed(codeReason("a + b", "a - b"))))).toEqual([
    { side: "before", text: "-  return a + b;" },
    { side: "after", text: "+  return a - b;" },
  ]);
});

it("a restored definition shows the way back, a kept one nothing", () => {
  const undone = codeReason("a - b", "a + b");
  expect(excerptLines(defined({ kind: "restored", by: "source", back: 1, undone }))).toHaveLength(2);
  expect(excerptLines(defined({ kind: "kept", by: "source" }))).toEqual([]);
});

it("a call that found a helper changed shows the helper's code; what has no code shows nothing", () => {
  const helper = changed(codeReason("a + b", "a - b", ["simulate", "helper"]));
  expect(excerptLines(rechecked(helper)).map(({ text }) => text)).toEqual([
    "-  return a + b;",
    "+  return a - b;",
  ]);
  const leaf = changed({ kind: "leaf", path: ["simulate", "n"], before: "1", after: "2" });
  expect(excerptLines(rechecked(leaf))).toEqual([]);
});

it("a long line is cut so that what differs stays in sight", () => {
  const start = `function f(a, b) { ${"call(); ".repeat(20)}return `;
  const difference = {
    before: range("a + b", 1, start.length + 1),
    after: range("a - b", 1, start.length + 1),
    excerpt: `-${start}a + b; }\n+${start}a - b; }`,
  };
  expect(texts(difference, 40)).toEqual(["-…l(); return a + b; }", "+…l(); return a - b; }"]);
  expect(texts(difference, 12)).toEqual(["-…urn a + b…", "+…urn a - b…"]);
});

it("tabs take two columns", () => {
  const difference = { before: range("a"), after: range("b"), excerpt: "-\ta\n+\tb" };
  expect(texts(difference)).toEqual(["-  a", "+  b"]);
});

it("no line is wider than it may be", () => {
  fc.assert(
    fc.property(event, fc.integer({ min: 1, max: 60 }), (any, columns) => {
      for (const { text } of excerptLines(any, columns)) {
        expect(columnsOf(text)).toBeLessThanOrEqual(columns);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }
    }),
  );
});
