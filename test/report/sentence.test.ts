import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/report/columns.ts";
import { eventSentence, verdictSentence } from "../../src/report/sentence.ts";
import type { Verdict } from "../../src/verdict/verdict.ts";
import { event } from "./arbitrary.ts";
import { changed, codeReason, defined, NOW, rechecked } from "./example.ts";

const REMEDY = "name them in `deps`.";

describe("every verdict is one sentence that names what differs", () => {
  const table: readonly (readonly [string, Verdict, string])[] = [
    ["a first definition", { kind: "first" }, "simulate is new."],
    ["the same name", { kind: "kept", by: "name" }, "simulate kept: the name is the same."],
    ["the same text", { kind: "kept", by: "source" }, "simulate kept: the text is the same."],
    ["the same tree", { kind: "kept", by: "syntax" }, "simulate kept: only formatting or comments differ."],
    [
      "the same normal form",
      { kind: "kept", by: "normal" },
      "simulate kept: only names of locals or equivalent forms differ.",
    ],
    [
      "other code",
      changed(codeReason("a + b", "a - b")),
      "simulate changed at 3:14: `a + b` became `a - b`.",
    ],
    ["more code", changed(codeReason("", "await")), "simulate changed at 3:14: `await` added."],
    ["less code", changed(codeReason("await", "")), "simulate changed at 3:14: `await` removed."],
    ["a place alone", changed(codeReason("", "")), "simulate changed at 3:14."],
    [
      "code with backticks",
      changed(codeReason("`a`", "`b`")),
      "simulate changed at 3:14: `` `a` `` became `` `b` ``.",
    ],
    [
      "other code of a helper",
      changed(codeReason("a + b", "a - b", ["simulate", "normalise"])),
      "simulate recomputed: simulate -> normalise changed at 3:14: `a + b` became `a - b`.",
    ],
    [
      "more code of a helper's helper",
      changed(codeReason("", "await", ["simulate", "normalise", "scale"])),
      "simulate recomputed: simulate -> normalise -> scale changed at 3:14: `await` added.",
    ],
    [
      "code whose path is not known",
      changed(codeReason("a + b", "a - b", [])),
      "simulate changed at 3:14: `a + b` became `a - b`.",
    ],
    [
      "a leaf",
      changed({ kind: "leaf", path: ["simulate", "version"], before: "1", after: "2" }),
      "simulate recomputed: simulate -> version changed from 1 to 2.",
    ],
    [
      "an empty leaf",
      changed({ kind: "leaf", path: ["simulate", "version"], before: "", after: "2" }),
      'simulate recomputed: simulate -> version changed from "" to 2.',
    ],
    [
      "a new leaf",
      changed({ kind: "leaf", path: ["simulate", "n"], before: undefined, after: "2" }),
      "simulate recomputed: simulate -> n is new: 2.",
    ],
    [
      "a leaf that is gone",
      changed({ kind: "leaf", path: ["simulate", "n"], before: "1", after: undefined }),
      "simulate recomputed: simulate -> n is gone.",
    ],
    [
      "a leaf of a helper",
      changed({ kind: "leaf", path: ["simulate", "normalise", "EPSILON"], before: "1e-6", after: "1e-9" }),
      "simulate recomputed: simulate -> normalise -> EPSILON changed from 1e-6 to 1e-9.",
    ],
    [
      "a deep leaf",
      changed({ kind: "leaf", path: ["a", "b", "c", "d", "e", "f", "g"], before: "1", after: "2" }),
      "simulate recomputed: a -> b -> … -> e -> f -> g changed from 1 to 2.",
    ],
    [
      "another kind",
      changed({ kind: "kind", before: "function", after: "class" }),
      "simulate changed from a function to a class.",
    ],
    [
      "no source",
      changed({ kind: "opaque", what: "a bound function, which has no source text", remedy: "wrap it." }),
      "simulate changed: it is a bound function, which has no source text; wrap it.",
    ],
    [
      "a name that cannot be read",
      changed({
        kind: "unread",
        path: ["simulate", "n"],
        what: "cannot be read",
        remedy: 'pass deps: { n }, or ignore: ["n"] if results do not depend on it.',
      }),
      'simulate is not cached: simulate -> n cannot be read; pass deps: { n }, or ignore: ["n"] if results do not depend on it.',
    ],
    [
      "one captured variable",
      changed({ kind: "captured", names: ["rows"], remedy: REMEDY }),
      "simulate changed: it captures `rows` of its own evaluation, which is not compared; name them in `deps`.",
    ],
    [
      "many captured variables",
      changed({ kind: "captured", names: ["a", "b", "c", "d", "e", "f", "g"], remedy: REMEDY }),
      "simulate changed: it captures `a`, `b`, `c`, `d` and 3 more of its own evaluation, which are not compared; name them in `deps`.",
    ],
    [
      "a reverted edit",
      { kind: "restored", by: "normal", back: 1, undone: codeReason("a - b", "a + b") },
      "simulate restored: `a - b` at 3:14 was undone; the one before is in force again.",
    ],
    [
      "a reverted edit of a helper",
      {
        kind: "restored",
        by: "source",
        back: 1,
        undone: codeReason("a - b", "a + b", ["simulate", "normalise"]),
      },
      "simulate restored: in simulate -> normalise, `a - b` at 3:14 was undone; the one before is in force again.",
    ],
    [
      "a reverted insertion",
      { kind: "restored", by: "normal", back: 1, undone: codeReason("await", "") },
      "simulate restored: `await` at 3:14 was undone; the one before is in force again.",
    ],
    [
      "a reverted deletion",
      { kind: "restored", by: "normal", back: 1, undone: codeReason("", "await") },
      "simulate restored: the removal of `await` at 3:14 was undone; the one before is in force again.",
    ],
    [
      "an edit that shows no text reverted",
      { kind: "restored", by: "normal", back: 1, undone: codeReason("", "") },
      "simulate restored: the change at 3:14 was undone; the one before is in force again.",
    ],
    [
      "an older definition",
      {
        kind: "restored",
        by: "source",
        back: 3,
        undone: { kind: "leaf", path: ["simulate", "version"], before: "2", after: "1" },
      },
      "simulate restored: simulate -> version changed from 1 to 2, which was undone; an earlier definition (3 back) is in force again.",
    ],
    [
      "a definition that could not be read before",
      {
        kind: "restored",
        by: "source",
        back: 1,
        undone: { kind: "unread", path: ["simulate", "n"], what: "cannot be read", remedy: REMEDY },
      },
      "simulate restored: simulate -> n cannot be read, which was undone; the one before is in force again.",
    ],
    [
      "a reverted kind",
      {
        kind: "restored",
        by: "source",
        back: 1,
        undone: { kind: "kind", before: "class", after: "function" },
      },
      "simulate restored: the change from a function to a class was undone; the one before is in force again.",
    ],
    [
      "a reverted native function",
      {
        kind: "restored",
        by: "source",
        back: 1,
        undone: { kind: "opaque", what: "a bound function", remedy: REMEDY },
      },
      "simulate restored: the change from a bound function was undone; the one before is in force again.",
    ],
    [
      "a reverted closure",
      {
        kind: "restored",
        by: "source",
        back: 1,
        undone: { kind: "captured", names: ["x", "y"], remedy: REMEDY },
      },
      "simulate restored: the change from a definition that captures `x` and `y` was undone; the one before is in force again.",
    ],
  ];

  it.each(table)("%s", (_, verdict, sentence) => {
    expect(verdictSentence("simulate", verdict)).toBe(sentence);
  });
});

describe("fragments of code", () => {
  it("stand on one line", () => {
    expect(verdictSentence("f", changed(codeReason("x\n    .map(a)", "x\n\t.map(b)")))).toBe(
      "f changed at 3:14: `x .map(a)` became `x .map(b)`.",
    );
  });

  it("are shortened around what differs, wherever it stands", () => {
    const rest = "rest, ".repeat(20);
    const call = (middle: string): string => `call(${rest}${middle}, ${rest})`;
    expect(verdictSentence("f", changed(codeReason(call("alpha"), call("beta"))))).toBe(
      "f changed at 3:14: `…, rest, alpha, rest, rest, rest, rest, rest, r…` became `…, rest, beta, rest, rest, rest, rest, rest, re…`.",
    );
  });

  it("look different even when only their line breaks differ", () => {
    expect(verdictSentence("f", changed(codeReason("`a\nb`", "`a b`")))).toBe(
      "f changed at 3:14: `` `a␊b` `` became `` `a b` ``.",
    );
  });

  it("cannot reach the terminal as control characters", () => {
    expect(verdictSentence("\u001b[2Jf", changed(codeReason("'\u0007'", "'\u202e'")))).toBe(
      "␛[2Jf changed at 3:14: `'␇'` became `'�'`.",
    );
  });
});

describe("eventSentence", () => {
  it("says how many results stay", () => {
    expect(eventSentence(defined({ kind: "kept", by: "source" }, { results: 12 }))).toBe(
      "simulate kept: the text is the same; its 12 results stay.",
    );
    expect(eventSentence(defined({ kind: "kept", by: "source" }, { results: 1 }))).toBe(
      "simulate kept: the text is the same; its 1 result stays.",
    );
  });

  it("reports what the user declared and dropped", () => {
    const where = { at: NOW, name: "score", scope: "notebook" };
    expect(eventSentence({ type: "accepted", ...where, from: "a", to: "b", results: 3 })).toBe(
      "score accepted: the latest change was declared harmless; the new code keeps 3 results.",
    );
    expect(eventSentence({ type: "accepted", ...where, from: "a", to: "b", results: 0 })).toBe(
      "score accepted: the latest change was declared harmless.",
    );
    expect(eventSentence({ type: "forgotten", ...where })).toBe(
      "score forgotten: the definition and its earlier versions were dropped.",
    );
  });

  it("tells what a call found, and how many results there are from the time when it was so", () => {
    const verdict = changed({ kind: "leaf", path: ["simulate", "n"], before: "1", after: "2" });
    expect(eventSentence(rechecked(verdict))).toBe("simulate recomputed: simulate -> n changed from 1 to 2.");
    expect(eventSentence(rechecked(verdict, { results: 1 }))).toBe(
      "simulate recomputed: simulate -> n changed from 1 to 2; 1 result from then.",
    );
    expect(eventSentence(rechecked(verdict, { results: 3 }))).toMatch(/; 3 results from then\.$/);
  });

  it("names what has no name", () => {
    expect(eventSentence(defined({ kind: "first" }, { name: "" }))).toBe("(unnamed) is new.");
  });

  it("is one line of bounded length whatever the event holds", () => {
    fc.assert(
      fc.property(event, (any) => {
        const sentence = eventSentence(any);
        expect(sentence).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
        expect(columnsOf(sentence)).toBeLessThan(900);
      }),
    );
  });
});
