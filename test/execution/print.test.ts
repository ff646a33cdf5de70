// The printer prints what it was given: analysed again, the text of a tree has the same normal form. The rules are sound:
// run, the printed normal form of a random program does what the program does.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analysis } from "../../src/syntax/normal-form.ts";
import { type Rule, rule } from "../../src/syntax/rule.ts";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { functionsOf, sourceFiles } from "../corpus/packages.ts";
import { outcome } from "../syntax/outcome.ts";
import { meaningOf } from "../syntax/parsed.ts";
import { programs } from "../syntax/programs.ts";
import { unusedPrefix } from "../syntax/renaming.ts";
import { flows } from "./flow.ts";
import { flowOutcome } from "./flow-outcome.ts";
import { normalTree, printed } from "./print.ts";

const seed = 20221123;

describe("a tree, printed and analysed again", () => {
  it("has the same normal form, for every tenth function of the corpus", () => {
    const functions = sourceFiles()
      .flatMap(({ text }) => functionsOf(text))
      .filter((_, index) => index % 10 === 0);
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
      { seed, numRuns: 300 },
    );
  });
});

describe.each(["sloppy", "strict"] as const)("a normal form, printed and run in %s code", (mode) => {
  it("does what the random program did", () => {
    same(programs, (text) => outcome(text, mode), 700);
  });

  it("does what the program about the order of things did", () => {
    same(flows, (text) => flowOutcome(text, mode), 700);
  });
});

describe("a mistake in a rule", () => {
  const swapped = rule({
    name: "operands in the other order",
    statement: "`a + b` is `b + a`",
    condition: "none: it is wrong",
    same: ["(a, b) => a + b", "(a, b) => b + a"],
    different: ["(a, b) => a + b", "(a, b) => a - b"],
    on: ["BinaryExpression"],
    rewritten: (node) => {
      if (
        node.operator !== "+" ||
        node.right.type !== "CallExpression" ||
        node.left.type === "CallExpression"
      )
        return undefined;
      return node.left.type === "PrivateIdentifier"
        ? undefined
        : { ...node, left: node.right, right: node.left };
    },
  });

  it("is found by running programs", () => {
    const keeps = fc.property(flows, (text) => {
      const after = printedTree(text, [...NORMAL_RULES, swapped]);
      return flowOutcome(after, "strict") === flowOutcome(text, "strict");
    });
    expect(fc.check(keeps, { seed, numRuns: 3000 }).failed).toBe(true);
  });
});

/** Runs programs and their printed normal forms. */
function same(texts: fc.Arbitrary<string>, run: (text: string) => string | undefined, numRuns: number): void {
  fc.assert(
    fc.property(texts, (text) => {
      const before = run(text);
      if (before !== undefined) expect(run(printedTree(text))).toBe(before);
    }),
    { seed, numRuns },
  );
}

function printedTree(text: string, rules: readonly Rule[] = NORMAL_RULES, isMethod = false): string {
  const code = analysis(text, { isMethod });
  if (code === undefined) throw new Error(`not understood: ${text}`);
  return printed(code, normalTree(code, rules), { prefix: unusedPrefix(text) });
}
