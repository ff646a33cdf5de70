// Rules about operands that do several things, which stand better in statements.

import type { ESTree } from "meriyah";
import { leading, mayLead, readAfter } from "../leading.ts";
import { block, boolean, logical, sequence, statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { hasSeveralSteps } from "../several-steps.ts";
import { branch, LISTS, withReplaced } from "../statements.ts";
import { type Node, rangeOf } from "../tree.ts";
import { isBoolean, opposite, truth } from "../truth.ts";

const branchesWithSteps = rule({
  name: "assignments in branches of conditions",
  statement: "`a ? b = c : d` is `a ? (b = c, b) : d`, and `a ? (b = c).e : d` is `a ? (b = c, b.e) : d`",
  condition:
    "13.14.1, 13.15.2: as at the beginning of a statement: what is evaluated first may stand before the rest",
  same: ["(a, b) => [a ? b = a() : b, b]", "(a, b) => [a ? (b = a(), b) : b, b]"],
  different: ["(a, b) => [a ? a.c = b : b]", "(a, b) => [a ? (a.c = b, a.c) : b]"],
  on: ["ConditionalExpression"],
  rewritten: (node, context) => {
    const consequent = asSteps(node.consequent, context);
    const alternate = asSteps(node.alternate, context);
    return consequent === node.consequent && alternate === node.alternate
      ? undefined
      : { ...node, consequent, alternate };
  },
});

const stepsBehindTests = rule({
  name: "steps behind a boolean",
  statement: "`!a && (b, c)` is `!a ? (b, c) : false`, and `!(a || (b, c))` is `a ? false : (b, !c)`",
  condition:
    "13.13.1, 13.14.1, 13.5.7: the test is evaluated once; where it decides, the boolean it gives is known",
  same: [
    "(a, b) => [!a && (b(), a), !(a || (b(), a))]",
    "(a, b) => [!a ? (b(), a) : false, a ? false : (b(), !a)]",
  ],
  different: ["(a, b) => [a && (b(), a)]", "(a, b) => [a ? (b(), a) : false]"],
  on: ["LogicalExpression", "UnaryExpression"],
  rewritten: (node) => {
    if (node.type === "LogicalExpression") {
      if (!isSteps(node) || !isBoolean(node.left)) return undefined;
      return condition(node.left, node.operator, node.right, node);
    }
    const { operator, argument } = node;
    if (operator !== "!" || argument.type !== "LogicalExpression" || !isSteps(argument)) return undefined;
    const right = opposite(truth(argument.right));
    return condition(argument.left, argument.operator === "&&" ? "!&&" : "!||", right, node);
  },
});

const testsWithSteps = rule({
  name: "tests with steps",
  statement: "`if (a && (b, c)) d` is `if (a) { b; if (c) d }`",
  condition: "13.13.1, 14.6.2: `b` is evaluated if `a` is true, then `c`; the `if` may have no `else`",
  same: [
    "(a, b) => { if (a && (b(), a())) b(a); return b }",
    "(a, b) => { if (a) { b(); if (a()) b(a) } return b }",
  ],
  different: [
    "(a, b) => { if (a && (b(), a())) b(a); else a() }",
    "(a, b) => { if (a) { b(); if (a()) b(a); else a() } }",
  ],
  on: ["IfStatement"],
  rewritten: (node, context) => {
    if (node.alternate !== null) return undefined;
    const parts = splitTest(node.test, "&&", context);
    if (parts === undefined) return undefined;
    const inner: ESTree.Statement = { ...node, test: parts.test };
    const consequent = block([...parts.steps.map(statement), inner], node.consequent);
    return { ...node, test: parts.first, consequent };
  },
});

const guardsWithSteps = rule({
  name: "guards with steps",
  statement: "`if (a || (b, c)) return;` is `if (a) return; b; if (c) return;`",
  condition:
    "13.13.1, 14.6.2: `b` is evaluated if `a` is false, then `c`; what leaves must be no more than a literal, to be said twice",
  same: [
    "(a, b) => { if (a || (b(), a())) return; b(a) }",
    "(a, b) => { if (a) return; b(); if (a()) return; b(a) }",
  ],
  different: ["(a, b) => { if (a || (b(), a())) b(1) }", "(a, b) => { if (a) b(1); b(); if (a()) b(1) }"],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node, context) =>
    withReplaced(node, (each) => {
      if (each.type !== "IfStatement" || each.alternate !== null || !isShortExit(each.consequent))
        return undefined;
      const parts = splitTest(each.test, "||", context);
      if (parts === undefined) return undefined;
      const before = { ...each, test: parts.first, consequent: again(each.consequent) };
      return [before, ...parts.steps.map(statement), { ...each, test: parts.test }];
    }),
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const STEPS: readonly Rule[] = [branchesWithSteps, stepsBehindTests, testsWithSteps, guardsWithSteps];

/** An expression as the sequence that it begins with; the same object where it begins with none. */
function asSteps(node: ESTree.Expression, context: RuleContext): ESTree.Expression {
  if (node.type === "SequenceExpression" || !mayLead(node)) return node;
  const read = readAfter(node, context);
  if (read !== undefined) return sequence([node, read], node);
  const split = leading(node, context, true);
  return typeof split === "string" ? node : sequence([...split.before, split.rest], node);
}

function isSteps({ operator, right }: ESTree.LogicalExpression): boolean {
  return operator !== "??" && hasSeveralSteps(right);
}

function condition(
  test: ESTree.Expression,
  operator: "&&" | "||" | "!&&" | "!||" | "??",
  value: ESTree.Expression,
  at: Node,
): ESTree.ConditionalExpression {
  const isAnd = operator.endsWith("&&");
  const decided = boolean(operator === "||" || operator === "!&&", at);
  const [consequent, alternate] = isAnd ? [value, decided] : [decided, value];
  return { type: "ConditionalExpression", test, consequent, alternate, ...rangeOf(at) };
}

/** A chain of tests, up to the first that begins with steps; these; and the chain from there on. */
interface SplitTest {
  readonly first: ESTree.Expression;
  readonly steps: readonly ESTree.Expression[];
  readonly test: ESTree.Expression;
}

function splitTest(
  test: ESTree.Expression,
  operator: "&&" | "||",
  context: RuleContext,
): SplitTest | undefined {
  if (test.type === "ConditionalExpression") {
    const chain = asChain(test, operator);
    return chain && splitTest(chain, operator, context);
  }
  if (test.type !== "LogicalExpression" || test.operator !== operator) return undefined;
  // The first test with steps is the deepest one: the chain leans to the left.
  const before = splitTest(test.left, operator, context);
  if (before !== undefined) return { ...before, test: logical(operator, before.test, test.right) };
  const right = asSteps(test.right, context);
  if (right.type !== "SequenceExpression" || !hasSeveralSteps(right)) return undefined;
  const last = right.expressions.at(-1);
  return last && { first: test.left, steps: right.expressions.slice(0, -1), test: truth(last) };
}

/** `a ? (b, c) : false` and `a ? false : (b, c)`, where their truth counts, are `a && (b, c)` and `!a && (b, c)`. */
function asChain(
  { test, consequent, alternate }: ESTree.ConditionalExpression,
  operator: "&&" | "||",
): ESTree.LogicalExpression | undefined {
  const decides = (node: Node): boolean => node.type === "Literal" && node.value === (operator === "||");
  const isPlain = operator === "&&" ? decides(alternate) : decides(consequent);
  if (isPlain) return logical(operator, test, operator === "&&" ? consequent : alternate);
  const isOpposite = operator === "&&" ? decides(consequent) : decides(alternate);
  if (!isOpposite) return undefined;
  return logical(operator, opposite(truth(test)), operator === "&&" ? alternate : consequent);
}

/** A branch that only leaves, with nothing or a literal. */
function isShortExit(node: ESTree.Statement): boolean {
  const [only, ...more] = branch(node);
  if (more.length > 0) return false;
  switch (only?.type) {
    case "ReturnStatement":
      return only.argument === null || (only.argument.type === "Literal" && !("regex" in only.argument));
    case "BreakStatement":
    case "ContinueStatement":
      return only.label === null;
    default:
      return false;
  }
}

function again(node: ESTree.Statement): ESTree.Statement {
  return block(
    branch(node).map((each) =>
      each.type === "ReturnStatement" && each.argument !== null
        ? { ...each, argument: { ...each.argument } }
        : { ...each },
    ),
    node,
  );
}
