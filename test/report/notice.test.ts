import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticeLine } from "../../src/report/notice.ts";
import { event, time } from "./arbitrary.ts";
import { changed, codeReason, defined, NOW, rechecked } from "./example.ts";

describe("noticeLine", () => {
  it("tells of every change", () => {
    expect(noticeLine(defined(changed(codeReason("a + b", "a - b"))))).toBe(
      "define-once: simulate changed at 3:14: `a + b` became `a - b`.",
    );
  });

  it("tells of what a call found changed, and of what it could not compare", () => {
    const leaf = changed({ kind: "leaf", path: ["simulate", "n"], before: "1", after: "2" });
    expect(noticeLine(rechecked(leaf))).toBe(
      "define-once: simulate recomputed: simulate -> n changed from 1 to 2.",
    );
    const unread = changed({
      kind: "unread",
      path: ["simulate", "n"],
      what: "cannot be read",
      remedy: "pass deps: { n }",
    });
    expect(noticeLine(rechecked(unread))).toBe(
      "define-once: simulate is not cached: simulate -> n cannot be read; pass deps: { n }.",
    );
  });

  it("is silent about a call that found what was there before, whatever was saved", () => {
    const restored = { kind: "restored", by: "source", back: 1, undone: codeReason("a", "b") } as const;
    expect(noticeLine(rechecked(restored, { results: 2 }), 125_000)).toBeUndefined();
    expect(noticeLine(rechecked({ kind: "kept", by: "source" }), 125_000)).toBeUndefined();
  });

  it("tells of a kept definition that saved more than a second", () => {
    expect(noticeLine(defined({ kind: "kept", by: "syntax" }), 3200)).toBe(
      "define-once: simulate kept, 3.2 s saved",
    );
    expect(
      noticeLine(defined({ kind: "restored", by: "syntax", back: 1, undone: codeReason("a", "b") }), 125_000),
    ).toBe("define-once: simulate restored, 2 min 5 s saved");
  });

  it("is silent about a kept definition that saved a second or less", () => {
    expect(noticeLine(defined({ kind: "kept", by: "syntax" }), 1000)).toBeUndefined();
    expect(noticeLine(defined({ kind: "kept", by: "syntax" }))).toBeUndefined();
    expect(noticeLine(defined({ kind: "kept", by: "syntax" }), Number.NaN)).toBeUndefined();
  });

  it("is silent about a first definition and about what the user just did", () => {
    const where = { at: NOW, name: "score", scope: "notebook" };
    expect(noticeLine(defined({ kind: "first" }), 5000)).toBeUndefined();
    expect(noticeLine({ type: "forgotten", ...where }, 5000)).toBeUndefined();
    expect(noticeLine({ type: "accepted", ...where, from: "a", to: "b", results: 3 }, 5000)).toBeUndefined();
  });

  it("is one line whatever the event holds", () => {
    fc.assert(
      fc.property(event, time, (any, saved) => {
        expect(noticeLine(any, saved) ?? "").not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });
});
