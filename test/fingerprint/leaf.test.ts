// Leaves in words: primitives as a reader of code would write them, and the names in a path.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastName, nameIn, primitiveText, STEP, steps } from "../../src/fingerprint/leaf.ts";

const text = (value: unknown): string => primitiveText(value, (whole) => `digest of ${whole.length}`);

describe("a primitive is shown as", () => {
  it.each<readonly [shown: string, value: unknown]>([
    ["1", 1],
    ["-1.5", -1.5],
    ["1e-6", 0.000001],
    ["1e-9", 1e-9],
    ["0.1", 0.1],
    ["0.25", 0.25],
    ["1e5", 100_000],
    ["100", 100],
    ["123456789", 123_456_789],
    ["1e21", 1e21],
    ["0", 0],
    ["-0", -0],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["1n", 1n],
    ["true", true],
    ["null", null],
    ["undefined", undefined],
    ["Symbol(a)", Symbol("a")],
    ['"1"', "1"],
    ['""', ""],
    ['"a\\nb"', "a\nb"],
    ['"\\ud800"', "\ud800"],
  ])("%s", (shown, value) => {
    expect(text(value)).toBe(shown);
  });
});

describe("a text", () => {
  it("is shown whole up to 200 characters, quotes included, and then by its beginning, its length and its digest", () => {
    expect(text("x".repeat(198))).toBe(`"${"x".repeat(198)}"`);
    expect(text("x".repeat(199))).toBe(`"${"x".repeat(59)}… (199 characters, digest o)`);
  });

  it("of any length is one line", () => {
    expect(text("a\nb".repeat(500))).not.toContain("\n");
  });
});

it("primitives of one type that differ are shown differently, and a number is shown by what it reads as", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (one, other) => {
      expect(Object.is(Number(text(one)), one)).toBe(true);
      expect(text(one) === text(other)).toBe(Object.is(one, other));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      expect(JSON.parse(text(value))).toBe(value);
    }),
  );
});

describe("a path", () => {
  it("is its steps", () => {
    expect(steps(`score${STEP}normalise${STEP}EPSILON`)).toEqual(["score", "normalise", "EPSILON"]);
    expect(steps("score")).toEqual(["score"]);
  });

  it("ends in a step that begins with a name, unless it begins with something else", () => {
    expect(lastName(`score${STEP}config.a[0]`)).toBe("config");
    expect(lastName(`score${STEP}$größe_1`)).toBe("$größe_1");
    expect([nameIn("[0].a"), nameIn(""), nameIn("1a"), nameIn("import.meta")]).toEqual([
      undefined,
      undefined,
      undefined,
      "import",
    ]);
  });
});
