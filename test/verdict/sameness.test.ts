// What a verdict says of two texts that are the same: the rules it takes, and the locals that were renamed.

import { describe, expect, it } from "vitest";
import { compare } from "../../src/index.ts";
import { verdictSentence } from "../../src/report/sentence.ts";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { samenessOf } from "../../src/verdict/sameness.ts";

const sentence = (before: string, after: string): string => verdictSentence("f", compare(before, after));

describe("explaining that two texts are the same", () => {
  it.each([
    ["i => i + 1", "j => j + 1", "f kept: renamed i."],
    [
      "i => { if (i) { return i() } else { i(); return 2 } }",
      "n => { if (n) { return n() } n(); return 2 }",
      "f kept: else after exit, renamed i.",
    ],
    [
      "(a, b) => { const c = a(b); return c + 1 }",
      "(a, b) => a(b) + 1",
      "f kept: arrow bodies, variables used once.",
    ],
    ["a => { while (a()) a(1) }", "a => { for (; a();) a(1) }", "f kept: while loops."],
    ["a => a  +  1", "a => (a + 1)", "f kept: only formatting or comments differ."],
  ])("%s and %s", (before, after, expected) => {
    expect(sentence(before, after)).toBe(expected);
  });

  it("counts what is many", () => {
    const [before, after] = ["(a, b, c, d, e) => [a, b, c, d, e]", "(p, q, r, s, t) => [p, q, r, s, t]"];
    expect(sentence(before, after)).toBe("f kept: renamed a, b, c and 2 other locals.");
  });

  it.each(NORMAL_RULES.map((rule) => [rule.name, rule] as const))(
    "names rules for the pair of each rule: %s",
    (_name, rule) => {
      const [before, after] = rule.same.map((text) => ({ text, dialect: "plain" as const }));
      if (before === undefined || after === undefined) throw new Error("a pair has two sides");
      expect(samenessOf(before, after)?.rules).not.toEqual([]);
    },
  );
});
