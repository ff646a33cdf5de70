// Codes that use the same things in other places.

import { describe, expect, it } from "vitest";
import { cache, compare, defineOnce } from "../../src/index.ts";

describe("names that change places in a code", () => {
  it.each([
    ["(c) => A - B", "(c) => B - A"],
    ["(c) => (c ? A : B)", "(c) => (c ? B : A)"],
    ["() => f(A, B)", "() => f(B, A)"],
    ["(a) => [A, A, B]", "(a) => [B, B, A]"],
  ])("are a change: %s and %s", (before, after) => {
    expect(compare(before, after)).toMatchObject({ kind: "changed", reason: { kind: "code" } });
    expect(compare(before, before.replace(/c|a/, "x").replace("(c ?", "(x ?")).kind).toBe("kept");
  });

  it("are one of live functions too, unless both names hold the same", () => {
    const [three, five, alsoFive] = [3, 5, 5];
    expect(
      compare(
        () => three - five,
        () => five - three,
      ).kind,
    ).toBe("changed");
    expect(
      compare(
        () => five - alsoFive,
        () => alsoFive - five,
      ).kind,
    ).toBe("kept");
  });

  it("never let a result of one code pass for that of the other", () => {
    const [a, b] = [7, 5];
    const minus = (make: () => () => number): number =>
      defineOnce(cache(make()), { name: "minus", scope: "order" })();
    expect(minus(() => () => a - b)).toBe(2);
    expect(minus(() => () => b - a)).toBe(-2);
  });
});
