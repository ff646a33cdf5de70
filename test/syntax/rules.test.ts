// Each rewrite rule is data with a pair that it makes equal and the nearest pair that it must not; together they reach one
// normal form, whichever is tried first.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARTEFACT_RULES } from "../../src/syntax/artefacts.ts";
import { type Analysis, analysis, treeOf } from "../../src/syntax/normal-form.ts";
import { rewritten, ruleIndex } from "../../src/syntax/rewrite.ts";
import { type Dialect, type Rule, ruleContext } from "../../src/syntax/rule.ts";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { childOf, isList, type Node, scalarOf, shapeOf } from "../../src/syntax/tree.ts";
import { functionsOf, sourceFiles } from "../corpus/packages.ts";
import { meaningOf, parsed } from "./parsed.ts";
import { programs } from "./programs.ts";

const lists: readonly (readonly [name: string, dialect: Dialect, rules: readonly Rule[]])[] = [
  ["a rule of the normal form", "plain", NORMAL_RULES],
  ["a rule about artefacts of hosts", "tslab", ARTEFACT_RULES],
];

describe.each(lists)("%s", (_name, dialect, rules) => {
  it.each(rules.map((rule) => [rule.name, rule] as const))(
    "gives its pair one normal form: %s",
    (_, rule) => {
      const [before, after] = rule.same.map((text) => parsed(text, { dialect }).normal);
      expect(after).toBe(before);
    },
  );

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    "keeps what only looks alike apart: %s",
    (_, rule) => {
      const [before, after] = rule.different.map((text) => meaningOf(text, { dialect }));
      expect(after).not.toBe(before);
    },
  );

  it("has a name of its own, a statement, and a condition under which it is sound", () => {
    const names = rules.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { name, statement, condition, on } of rules) {
      expect(statement, name).not.toBe("");
      expect(condition, name).not.toBe("");
      expect(on.length, name).toBeGreaterThan(0);
    }
  });
});

describe("a rule of the normal form", () => {
  it.each(NORMAL_RULES.map((rule) => [rule.name, rule] as const))("is needed for its pair: %s", (_, rule) => {
    const others = ruleIndex(NORMAL_RULES.filter((each) => each !== rule));
    const [before, after] = rule.same.map((text) =>
      shown(rewritten(found(text).syntax, others, context(text))),
    );
    expect(after).not.toBe(before);
  });
});

describe("what printers rewrite", () => {
  it.each([
    ["Babel: a sequence within a sequence", "(a, b, c) => ((a, b), c)", "(a, b, c) => (a, b, c)"],
    ["Babel: a sequence at the end of a sequence", "(a, b, c) => (a, (b, c))", "(a, b, c) => (a, b, c)"],
    ["Babel: a target that may be shorthand", "({ a: a = 1 }) => a", "({ a = 1 }) => a"],
    ["Prettier: the order of flags", "() => /a/ig", "() => /a/gi"],
    ["Prettier: chains of one operator", "(a, b, c) => a && (b && c)", "(a, b, c) => a && b && c"],
  ])("is one normal form: %s", (_title, before, after) => {
    expect(parsed(after).normal).toBe(parsed(before).normal);
  });
});

const corpus = sourceFiles()
  .flatMap(({ text }) => functionsOf(text))
  .filter((_, index) => index % 5 === 0)
  .map(({ text }) => text);
const texts = fc.oneof(fc.constantFrom(...corpus), programs);
const seed = 20221123;
const RULES = ruleIndex(NORMAL_RULES);

describe(`the normal form of functions from npm and of random programs (seed ${seed})`, () => {
  it("is its own normal form", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const code = found(text);
        const context = contextOf(code);
        const normal = rewritten(code.syntax, RULES, context);
        // Code with direct `eval` or `with` is left as it stands.
        if (!code.traits.dynamicScope) expect(rewritten(normal, RULES, context)).toBe(normal);
      }),
      { seed, numRuns: 1500 },
    );
  });

  it("does not depend on the order of the rules", () => {
    const names = NORMAL_RULES.map(({ name }) => name);
    const orders = fc.shuffledSubarray(names, { minLength: names.length });
    fc.assert(
      fc.property(texts, orders, (text, order) => {
        const code = found(text);
        if (code.traits.dynamicScope) return;
        const rules = order.flatMap((name) => NORMAL_RULES.filter((rule) => rule.name === name));
        const reordered = rewritten(code.syntax, ruleIndex(rules), contextOf(code));
        expect(shown(reordered)).toBe(shown(treeOf(code, "normal")));
      }),
      { seed, numRuns: 1500 },
    );
  });

  it("is the same where every rule is asked about everything, though most codes do not have what they look for", () => {
    const asked = ruleIndex(NORMAL_RULES.map(({ holding: _, ...rule }) => rule));
    fc.assert(
      fc.property(texts, (text) => {
        const code = found(text);
        if (code.traits.dynamicScope) return;
        const met = { sequence: true, bareVar: true };
        const normal = rewritten(code.syntax, asked, { ...contextOf(code), met });
        expect(shown(normal)).toBe(shown(treeOf(code, "normal")));
      }),
      { seed, numRuns: 1500 },
    );
  });

  it("leaves the tree it was made from as it was", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const code = found(text);
        const before = shown(code.syntax);
        treeOf(code, "normal");
        expect(shown(code.syntax)).toBe(before);
      }),
      { seed, numRuns: 500 },
    );
  });
});

function found(text: string): Analysis {
  const code = analysis(text);
  if (code === undefined) throw new Error(`not understood: ${text}`);
  return code;
}

type Context = Parameters<typeof rewritten>[2];

function context(text: string): Context {
  return contextOf(found(text));
}

function contextOf({ scopes }: Analysis): Context {
  const endless = (type: string): never => {
    throw new Error(`the rules for ${type} do not come to an end`);
  };
  return ruleContext(scopes, { endless });
}

/** A tree as text, without the places of its nodes. */
function shown(node: Node): string {
  const { children, scalars } = shapeOf(node);
  const parts = children.map((field) => {
    const child = childOf(node, field);
    if (isList(child)) return `[${child.map((each) => (each === null ? "hole" : shown(each))).join(" ")}]`;
    return child ? shown(child) : "nothing";
  });
  const values = scalars.map((field) => JSON.stringify(scalarOf(node, field)) ?? "nothing");
  return `(${[node.type, leaf(node), ...values, ...parts].join(" ")})`;
}

function leaf(node: Node): string {
  switch (node.type) {
    case "Identifier":
    case "PrivateIdentifier":
      return node.name;
    case "Literal":
      return "regex" in node
        ? `/${node.regex.pattern}/${node.regex.flags}`
        : `${typeof node.value} ${node.value}`;
    case "TemplateElement":
      return JSON.stringify([node.value.cooked, node.value.raw]);
    default:
      return "";
  }
}
