// Rules about operators on variables: chains, shorter ways to say the same.

import type { ESTree } from "meriyah";
import { isWritable, knownVariable } from "../effects.ts";
import { logical } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { isSameName } from "../same-nodes.ts";
import { branch } from "../statements.ts";
import type { Node } from "../tree.ts";
import { sharesBranch } from "./conditions.ts";

const logicalChains = rule({
  name: "chains of one logical operator",
  statement: "`a && (b && c)` is `(a && b) && c`; `||` and `??` alike",
  condition: "13.13: both evaluate from left to right and stop at the same operand",
  same: ["(a, b, c) => a && (b && c)", "(a, b, c) => a && b && c"],
  different: ["(a, b, c) => a && (b || c)", "(a, b, c) => (a && b) || c"],
  on: ["LogicalExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (right.type !== "LogicalExpression" || right.operator !== operator) return undefined;
    const operands: ESTree.Expression[] = [];
    const collect = (each: ESTree.Expression): void => {
      if (each.type === "LogicalExpression" && each.operator === operator) {
        collect(each.left);
        collect(each.right);
      } else operands.push(each);
    };
    collect(right);
    return operands.reduce((chain, each) => logical(operator, chain, each), left);
  },
});

const chosenOperands = rule({
  name: "conditionals on a variable",
  statement: "`a ? a : b` is `a || b`, and `a ? b : a` is `a && b`",
  condition:
    "13.13.1, 13.14.1: to read a variable twice is to read it once, if it has its value and nothing comes between",
  same: ["(a, b) => [a ? a : b, a ? b : a]", "(a, b) => [a || b, a && b]"],
  different: ["(a, b) => a.b ? a.b : b", "(a, b) => a.b || b"],
  on: ["ConditionalExpression"],
  rewritten: (node, context) => {
    const { test, consequent, alternate } = node;
    if (knownVariable(test, context) === undefined || sharesBranch(node, context.scopes)) return undefined;
    if (isSameName(test, consequent, context.scopes)) {
      context.uses.drop(consequent);
      return logical("||", test, alternate);
    }
    if (isSameName(test, alternate, context.scopes) && alternate.type === "Identifier") {
      context.uses.drop(alternate);
      return logical("&&", test, consequent);
    }
    return undefined;
  },
});

const nullish = rule({
  name: "conditionals on null and undefined",
  statement: "`a !== null && a !== undefined ? a : b` is `a ?? b`",
  condition:
    "13.13.1: a variable that has its value is read, and compared with both; with `!=`, `document.all` differs (B.3.6)",
  same: ["(a, b) => a === null || a === undefined ? b : a", "(a, b) => a ?? b"],
  different: ["(a, b) => a === null ? b : a", "(a, b) => a ?? b"],
  on: ["ConditionalExpression"],
  rewritten: ({ test, consequent, alternate }, context) => {
    if (test.type !== "LogicalExpression" || test.operator === "??") return undefined;
    const [isNot, value, other] =
      test.operator === "&&" ? ["!==", consequent, alternate] : ["===", alternate, consequent];
    const [one, two] = [comparedWith(test.left, isNot), comparedWith(test.right, isNot)];
    if (one === undefined || two === undefined || one.with === two.with) return undefined;
    if (knownVariable(value, context) === undefined) return undefined;
    const isSame = [one.variable, two.variable].every((each) => isSameName(value, each, context.scopes));
    if (!isSame) return undefined;
    context.uses.drop(test);
    return logical("??", value, other);
  },
});

/** The assignments that stand for operators. */
export const COMPOUND: Readonly<Record<string, ESTree.AssignmentOperator>> = Object.fromEntries(
  ["+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "|", "&", "^"].map((each) => [each, `${each}=`]),
) as Record<string, ESTree.AssignmentOperator>;

const compoundAssignments = rule({
  name: "compound assignments",
  statement: "`a = a + b` is `a += b`, and `a = a || b` is `a ||= b`",
  condition:
    "13.15.2: the old value is read first either way, the new one written last; to write a variable its own value is nothing, " +
    "unless it is a constant. A name that the code does not bind is looked up once or twice, so it stays",
  same: ["(a, b) => { a = a - b; a = a || b(); return [a] }", "(a, b) => { a -= b; a ||= b(); return [a] }"],
  different: ["(a, b) => { a = b - a; return [a] }", "(a, b) => { a -= b; return [a] }"],
  on: ["AssignmentExpression"],
  rewritten: (node, context) => {
    const { operator, left, right } = node;
    if (operator !== "=" || left.type !== "Identifier") return undefined;
    if (right.type !== "BinaryExpression" && right.type !== "LogicalExpression") return undefined;
    if (!context.scopes.bindingOf.has(left) || !isSameName(left, right.left, context.scopes))
      return undefined;
    const compound =
      right.type === "BinaryExpression" ? COMPOUND[right.operator] : writesOnce(left, right, context);
    if (compound === undefined) return undefined;
    context.uses.drop(right.left);
    return { ...node, operator: compound, right: right.right };
  },
});

const assignedDefaults = rule({
  name: "assignments on a condition",
  statement: "`if (!a) a = b;` is `a ||= b;`, and `if (a) a = b;` is `a &&= b;`",
  condition:
    "13.15.2: the right side is evaluated, and the variable written, in the same case only; not for a constant",
  same: ["(a, b) => { if (!a) { a = b() } return [a] }", "(a, b) => { a ||= b(); return [a] }"],
  different: ["(a, b) => { if (!a) { b = a() } return [a] }", "(a, b) => { a ||= b(); return [a] }"],
  on: ["IfStatement"],
  rewritten: ({ test, consequent, alternate }, context) => {
    const [only, ...more] = branch(consequent);
    if (alternate !== null || more.length > 0 || only?.type !== "ExpressionStatement") return undefined;
    const { expression } = only;
    if (expression.type !== "AssignmentExpression" || expression.operator !== "=") return undefined;
    const isNot = test.type === "UnaryExpression" && test.operator === "!";
    const tested = isNot ? test.argument : test;
    if (!isSameName(expression.left, tested, context.scopes) || tested.type !== "Identifier")
      return undefined;
    if (!isWritable(expression.left, context)) return undefined;
    context.uses.drop(tested);
    return { ...only, expression: { ...expression, operator: isNot ? "||=" : "&&=" } };
  },
});

const assignedOperands = rule({
  name: "assignments as operands",
  statement: "`a || (a = b)` is `a ||= b`; `&&` and `??` alike",
  condition: "13.15.2: that is what it means, for a variable of the code",
  same: ["(a, b) => [a || (a = b()), a]", "(a, b) => [a ||= b(), a]"],
  different: ["(a, b) => [a || (b = a()), a]", "(a, b) => [a ||= b(), a]"],
  on: ["LogicalExpression"],
  rewritten: ({ operator, left, right }, context) => {
    if (right.type !== "AssignmentExpression" || right.operator !== "=") return undefined;
    if (left.type !== "Identifier" || !isSameName(right.left, left, context.scopes)) return undefined;
    if (!isWritable(right.left, context)) return undefined;
    context.uses.drop(left);
    return { ...right, operator: `${operator}=` };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const OPERATORS: readonly Rule[] = [
  logicalChains,
  chosenOperands,
  nullish,
  compoundAssignments,
  assignedDefaults,
  assignedOperands,
];

/** A comparison of a variable with null or with undefined. */
function comparedWith(
  node: Node,
  operator: string,
): { readonly variable: Node; readonly with: "null" | "undefined" } | undefined {
  if (node.type !== "BinaryExpression" || node.operator !== operator) return undefined;
  const { left, right } = node;
  // A regular expression that the engine does not know has no value.
  if (right.type === "Literal")
    return right.value === null && !("regex" in right) ? { variable: left, with: "null" } : undefined;
  const isNothing =
    right.type === "UnaryExpression" && right.operator === "void" && right.argument.type === "Literal";
  return isNothing ? { variable: left, with: "undefined" } : undefined;
}

function writesOnce(
  left: Node,
  { operator, right }: ESTree.LogicalExpression,
  context: RuleContext,
): ESTree.AssignmentOperator | undefined {
  // A class takes its name from an assignment, but not from an operand of one.
  const takesName =
    right.type === "ClassExpression" || (context.scopes.traits.readsNames && makesFunction(right));
  return isWritable(left, context) && !takesName ? `${operator}=` : undefined;
}

function makesFunction(node: Node): boolean {
  return node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}
