import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, cutTo, fitted, wrapped } from "../../src/report/columns.ts";
import { visible } from "../../src/report/visible.ts";
import { text } from "./arbitrary.ts";

const shown = text.map(visible);
const width = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(40, 80, 200));

describe("columnsOf", () => {
  it.each([
    ["simulate", 8],
    ["naïve", 5],
    ["e\u0301", 1],
    ["日本", 4],
    ["한", 2],
    ["\u1112\u1161\u11ab", 2],
    ["か\u3099", 2],
    ["ｶﾞ", 2],
    ["Ａ", 2],
    ["👍", 2],
    ["👍🏽", 2],
    ["a🏽", 3],
    ["👨‍👩‍👧", 2],
    ["🇩🇪", 2],
    ["1️⃣", 2],
    ["☺️", 2],
    ["❤", 1],
    ["क्षि", 3],
    ["a\u200bb", 2],
    ["", 0],
  ])("counts %j as %d", (given, columns) => {
    expect(columnsOf(given)).toBe(columns);
  });
});

describe("cutTo", () => {
  it("leaves what fits and marks what does not", () => {
    expect([cutTo("simulate", 8), cutTo("simulate", 7), cutTo("simulate", 1)]).toEqual([
      "simulate",
      "simula…",
      "…",
    ]);
  });

  it("never cuts through a wide character or an emoji", () => {
    expect([cutTo("日本語", 4), cutTo("日本語", 5), cutTo("👨‍👩‍👧👍", 3)]).toEqual([
      "日…",
      "日本…",
      "👨‍👩‍👧…",
    ]);
  });

  it("never exceeds its width", () => {
    fc.assert(fc.property(shown, width, (given, columns) => columnsOf(cutTo(given, columns)) <= columns));
  });

  it("does not read a megabyte to cut it", () => {
    const begun = performance.now();
    const code = "日".repeat(1_000_000);
    for (let round = 0; round < 200; round++) cutTo(code, 40);
    // To read it each time takes half a minute.
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it("ends even a character of a thousand accents", () => {
    const shown = cutTo(`a${"\u0301".repeat(5000)}b`, 3);
    expect(shown.length).toBeLessThan(1000);
    expect(columnsOf(shown)).toBeLessThanOrEqual(3);
  });
});

describe("fitted", () => {
  it("fills its width exactly, on the side that the alignment leaves free", () => {
    expect([fitted("日本", 6), fitted("12", 4, "right"), fitted("日本語", 4)]).toEqual([
      "日本  ",
      "  12",
      "日… ",
    ]);
  });
});

describe("wrapped", () => {
  it("breaks at spaces and hangs what follows", () => {
    expect(wrapped("kept: only formatting or comments differ", 20, 2)).toEqual([
      "kept: only",
      "  formatting or",
      "  comments differ",
    ]);
  });

  it("breaks a word that is wider than a line", () => {
    expect(wrapped("x".repeat(9), 4)).toEqual(["xxxx", "xxxx", "x"]);
  });

  it("breaks a cluster that is wider than a line between its characters, never before an accent", () => {
    expect(wrapped("\u1100\uac00", 2)).toEqual(["\u1100", "\uac00"]);
    expect(wrapped("\u1100\u1100\u0301\uac00\u0301", 4)).toEqual(["\u1100\u1100\u0301", "\uac00\u0301"]);
  });

  it("keeps the spaces inside a line, since they may be code", () => {
    expect(wrapped('"a  b" became "a b"', 40)).toEqual(['"a  b" became "a b"']);
  });

  it("never exceeds its width, and loses nothing but the spaces it breaks at", () => {
    fc.assert(
      fc.property(shown, width, fc.nat(6), (given, columns, hang) => {
        const lines = wrapped(given, columns, hang);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        if (columns > 1) expect(lines.join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
      }),
    );
  });
});
