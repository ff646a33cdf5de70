// The printer prints what it was given: analysed again, the text of a tree has the same normal form. The rules are sound:
// run, the printed normal form of a random program does what the program does.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysis } from "../../src/syntax/normal-form.ts";
import type { Rule } from "../../src/syntax/rule.ts";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { functionsOf, sourceFiles } from "../corpus/packages.ts";
import { outcome } from "../syntax/outcome.ts";
import { meaningOf } from "../syntax/parsed.ts";
import { programs } from "../syntax/programs.ts";
import { unusedPrefix } from "../syntax/renaming.ts";
import { normalTree, printed } from "./print.ts";

const seed = 20221123;

describe("a tree, printed and analysed again", () => {
  it("has the same normal form, for every fourth function of the corpus", () => {
    const functions = sourceFiles()
      .flatMap(({ text }) => functionsOf(text))
      .filter((_, index) => index % 4 === 0);
    const changed = functions.filter(({ text, isMethod }) => {
      const again = printedTree(text, [], isMethod);
      return meaningOf(again, { isMethod }) !== meaningOf(text, { isMethod });
    });
    expect(changed.map(({ text, isMethod }) => `${text}\n----\n${printedTree(text, [], isMethod)}`)).toEqual(
      [],
    );
  });

  it("has the same normal form, for random programs", () => {
    fc.assert(
      fc.property(programs, (text) => {
        expect(meaningOf(printedTree(text, []))).toBe(meaningOf(text));
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe("a normal form, printed and run", () => {
  it.each(["sloppy", "strict"] as const)("does what the random program did: %s", (mode) => {
    fc.assert(
      fc.property(programs, (text) => {
        const before = outcome(text, mode);
        if (before !== undefined) expect(outcome(printedTree(text), mode)).toBe(before);
      }),
      { seed, numRuns: 1500 },
    );
  });
});

function printedTree(text: string, rules: readonly Rule[] = NORMAL_RULES, isMethod = false): string {
  const code = analysis(text, { isMethod });
  if (code === undefined) throw new Error(`not understood: ${text}`);
  return printed(code, normalTree(code, rules), { prefix: unusedPrefix(text) });
}
