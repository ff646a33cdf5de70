import fc from "fast-check";
import { expect, it } from "vitest";
import { columnsOf } from "../../src/report/columns.ts";
import { fragment, fragmentPair } from "../../src/report/fragment.ts";
import { text } from "./arbitrary.ts";

it("what fits is shown whole, on one line", () => {
  expect(fragment("  if (a)\n    b()  ")).toBe("if (a) b()");
  expect(fragmentPair("a + b", "a - b")).toEqual(["a + b", "a - b"]);
});

it("two different texts never look alike, however late they differ", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "b", "(", " ", "日", "本", "\n", "\t"),
    maxLength: 150,
  });
  const anyWidth = fc.integer({ min: 24, max: 60 });
  fc.assert(
    fc.property(letters, letters, letters, letters, anyWidth, (prefix, before, after, suffix, columns) => {
      fc.pre(before !== after);
      const [was, is] = fragmentPair(prefix + before + suffix, prefix + after + suffix, columns);
      expect(was === is).toBe(prefix + before + suffix === prefix + after + suffix);
    }),
    { numRuns: 1000 },
  );
});

it("no fragment is wider than it may be, or more than one line", () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 60 }), (before, after, columns) => {
      for (const side of fragmentPair(before, after, columns)) {
        expect(columnsOf(side)).toBeLessThanOrEqual(columns);
        expect(side).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }
    }),
  );
});

it("a megabyte of code is shortened at once", () => {
  const begun = performance.now();
  const code = "x => { call() } ".repeat(65_536);
  expect(fragmentPair(`${code}a`, `${code}b`)).toEqual(["…all() } a", "…all() } b"]);
  expect(performance.now() - begun).toBeLessThan(5000);
});
