// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of programs.

// Rules about texts that are put together of templates.

import type { ESTree } from "meriyah";
import { untagged } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { type Node, rangeOf } from "../tree.ts";

const joinedTemplates = rule({
  name: "sums of templates",
  statement: "`` `a${b}` + `${c}d` `` is `` `a${b}${c}d` ``",
  condition:
    "13.2.8.6 and 13.15.3: both sides are texts already, and each substitution becomes one before the next is evaluated, in the " +
    "same order; what stands before them is no template, since it would become a text later",
  same: ["(a, b) => `a${a}` + `${b}` + 'c'", "(a, b) => `a${a}${b}c`"],
  different: ["(a, b) => a + `${b}`", "(a, b) => `${a}${b}`"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    if (node.operator !== "+") return undefined;
    const { left, right } = node;
    const whole = joined(left, right);
    if (whole !== undefined) return whole;
    // `a + 'b' + 'c'`: the first sum is a text, whatever `a` is, and nothing is left to evaluate.
    if (left.type !== "BinaryExpression" || left.operator !== "+" || right.type !== "Literal")
      return undefined;
    const end = joined(left.right, right);
    return end === undefined ? undefined : { ...node, left: left.left, right: end };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const TEMPLATES: readonly Rule[] = [joinedTemplates];

/** Two texts as one template; undefined where one is no text, or none is a template. */
function joined(left: Node, right: Node): ESTree.TemplateLiteral | undefined {
  if (left.type !== "TemplateLiteral" && right.type !== "TemplateLiteral") return undefined;
  const [before, after] = [partsOf(left), partsOf(right)];
  if (before === undefined || after === undefined) return undefined;
  const seam = (before.texts.at(-1) ?? "") + (after.texts[0] ?? "");
  const texts = [...before.texts.slice(0, -1), seam, ...after.texts.slice(1)];
  const { start } = rangeOf(left);
  const { end } = rangeOf(right);
  const quasis = texts.map(
    (cooked, index): ESTree.TemplateElement => ({
      type: "TemplateElement",
      value: untagged(cooked),
      tail: index === texts.length - 1,
      start,
      end,
    }),
  );
  return {
    type: "TemplateLiteral",
    quasis,
    expressions: [...before.expressions, ...after.expressions],
    start,
    end,
  };
}

interface Parts {
  readonly texts: readonly string[];
  readonly expressions: readonly ESTree.Expression[];
}

function partsOf(node: Node): Parts | undefined {
  if (node.type === "Literal")
    return typeof node.value === "string" ? { texts: [node.value], expressions: [] } : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  return { texts: node.quasis.map(({ value }) => value.cooked ?? ""), expressions: node.expressions };
}
