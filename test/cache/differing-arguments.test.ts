// Pairs of argument lists that some function can tell apart. Each is called twice: both run once, and both are kept, so
// that no row passes only because nothing is cached.

import { describe, expect, it } from "vitest";
import { SHARED, TABLES } from "./differing-pairs.ts";
import { runCounts } from "./pairs.ts";

describe.each(Object.entries(TABLES))("%s are two calls, and both are kept", (_kind, rows) => {
  it.each(rows)("when they differ by: %s", (_title, first, second) => {
    expect(new Set(runCounts(first, second))).toEqual(new Set([2]));
    expect(new Set(runCounts(second, first)), "in the other order").toEqual(new Set([2]));
  });

  it.each(rows)(
    "when they differ within an object, behind another argument, by: %s",
    (_title, first, second) => {
      expect(new Set(runCounts(["x", { in: first }], ["x", { in: second }]))).toEqual(new Set([2]));
    },
  );
});

describe("what is shared on one side only makes two calls", () => {
  it.each(SHARED)("%s", (_title, make) => {
    const [first, second] = make();
    expect(new Set(runCounts(first, second))).toEqual(new Set([2]));
    expect(new Set(runCounts(second, first)), "in the other order").toEqual(new Set([2]));
  });
});

it("there are at least 120 such pairs", () => {
  const pairs = Object.values(TABLES).flat().length + SHARED.length;
  expect(pairs).toBeGreaterThanOrEqual(120);
});
