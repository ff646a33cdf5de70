import { describe, expect, it } from "vitest";
import { codeOfText, PLAIN_TEXT } from "../../src/fingerprint/code.ts";
import { Memo } from "../../src/fingerprint/memo.ts";

describe("a memo of texts", () => {
  it("forgets what was asked for longest ago when its keys get too long together", () => {
    const memo = new Memo<number>(6);
    memo.set("aa", 1);
    memo.set("bb", 2);
    memo.set("cc", 3);
    expect(memo.get("aa")).toBe(1);
    memo.set("dd", 4);
    expect(["aa", "bb", "cc", "dd"].map((key) => memo.get(key))).toEqual([1, undefined, 3, 4]);
  });

  it("counts a key once, however often it is given a value", () => {
    const memo = new Memo<number>(4);
    memo.set("aa", 1);
    for (let value = 0; value < 9; value++) memo.set("bb", value);
    expect([memo.get("aa"), memo.get("bb")]).toEqual([1, 8]);
  });

  it("does not remember what alone is too long, and loses nothing for it", () => {
    const memo = new Memo<number>(2);
    memo.set("a", 1);
    memo.set("long", 2);
    expect([memo.get("a"), memo.get("long")]).toEqual([1, undefined]);
  });
});

describe("codes of the same tree share what it means, and nothing else", () => {
  it("keeps its own text", () => {
    expect(codeOfText("x => x + 1").text).toBe("x => x + 1");
    expect(codeOfText("x => (x + 1)").text).toBe("x => (x + 1)");
  });

  it("tells names apart that a host reaches through an object", () => {
    const tslab = codeOfText("x => exports.K + x", { ...PLAIN_TEXT, dialect: "tslab" });
    const plain = codeOfText("x => exports.K + x");
    expect(tslab).toMatchObject({ freeNames: [{ name: "K", origin: "exports" }] });
    expect(plain).toMatchObject({ freeNames: [{ name: "exports", origin: "" }] });
    const cell = codeOfText("x => K + x", { ...PLAIN_TEXT, dialect: "tslab" });
    expect(cell).toMatchObject({ freeNames: [{ name: "K", origin: "" }] });
  });

  it("tells apart which of two equal names a host reaches through an object", () => {
    const [mixed, plain] = ["x => exports.K + K + exports.K", "x => exports.K + K + K"].map((text) =>
      codeOfText(text, { ...PLAIN_TEXT, dialect: "tslab" }),
    );
    expect(mixed).toMatchObject({ state: "parsed", normal: expect.any(String) });
    expect(plain).not.toMatchObject({ normal: mixed?.state === "parsed" && mixed.normal });
  });

  it("understands a text that came at the end of the stack the next time", () => {
    const text = "y => { for (const a of y) { while (a.b) { a((c) => c + 41) } } }";
    const first = (): ReturnType<typeof codeOfText> => {
      try {
        return first();
      } catch {
        return codeOfText(text);
      }
    };
    expect(first()).toMatchObject({ state: "opaque", why: "deep" });
    expect(codeOfText(text).state).toBe("parsed");
  });

  it("tells strict from sloppy code where that matters", () => {
    const text = "function f() { return this }";
    const [strict, sloppy] = (["strict", "sloppy"] as const).map((strictness) =>
      codeOfText(text, { ...PLAIN_TEXT, strictness }),
    );
    expect(strict).toMatchObject({ strictness: "strict" });
    expect(sloppy).toMatchObject({ strictness: "sloppy" });
  });
});
