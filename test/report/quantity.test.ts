import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agoText,
  bytesText,
  countOf,
  countText,
  durationText,
  timesText,
} from "../../src/report/quantity.ts";

describe("durationText", () => {
  it.each([
    [0, "0 s"],
    [-5, "0 s"],
    [Number.NaN, "0 s"],
    [0.0001, "<1 µs"],
    [0.84, "840 µs"],
    [0.9996, "1 ms"],
    [1.5, "1.5 ms"],
    [9.96, "10 ms"],
    [12.3, "12 ms"],
    [999.6, "1 s"],
    [3200, "3.2 s"],
    [59_600, "1 min"],
    [125_000, "2 min 5 s"],
    [3_599_700, "1 h"],
    [11_520_000, "3 h 12 min"],
    [187_200_000, "2 d 4 h"],
    [Number.POSITIVE_INFINITY, "∞"],
  ])("prints %d ms as %s", (duration, text) => {
    expect(durationText(duration)).toBe(text);
  });

  it("stays short for every number up to a century", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3.2e12, noNaN: true }), (duration) => {
        expect(durationText(duration).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe("bytesText", () => {
  it.each([
    [0, "0 B"],
    [-1, "0 B"],
    [0.2, "1 B"],
    [999, "999 B"],
    [1234, "1.2 kB"],
    [12_400, "12 kB"],
    [999_700, "1 MB"],
    [48_200_000, "48 MB"],
    [3e15, "3000 TB"],
    [Number.POSITIVE_INFINITY, "∞"],
  ])("prints %d bytes as %s", (bytes, text) => {
    expect(bytesText(bytes)).toBe(text);
  });
});

describe("counts", () => {
  it("set thousands apart", () => {
    expect([0, 999, 1200, 1_234_567].map(countText)).toEqual(["0", "999", "1,200", "1,234,567"]);
  });

  it("take the singular for one only", () => {
    expect([countOf(0, "result"), countOf(1, "result"), countOf(2, "miss", "misses")]).toEqual([
      "0 results",
      "1 result",
      "2 misses",
    ]);
  });

  it("have words for never, once and twice", () => {
    expect([0, 1, 2, 3].map(timesText)).toEqual(["never", "once", "twice", "3 times"]);
  });
});

describe("agoText", () => {
  it.each([
    [-9000, "just now"],
    [1900, "just now"],
    [2000, "2 s ago"],
    [59_999, "59 s ago"],
    [60_000, "1 min ago"],
    [7_200_000, "2 h ago"],
    [432_000_000, "5 d ago"],
    [Number.NaN, "just now"],
  ])("says of a moment %d ms past: %s", (ago, text) => {
    expect(agoText(1e12 - ago, 1e12)).toBe(text);
  });
});
