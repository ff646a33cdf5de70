// Expressions in boolean position, where only their truth counts: the one form of a truth, its opposite, and whether a value
// is a boolean at all. Negations stand at the leaves, so that `!(a && b)` and `!a || !b` are one (ECMA-262, 7.1.2, 13.13).

import type { ESTree } from "meriyah";
import { boolean, logical, sequence, unary } from "./make.ts";
import type { Node } from "./tree.ts";

const OPPOSITES: Readonly<Record<string, ESTree.BinaryOperator>> = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
};

/** The form of an expression of which only the truth counts; the same object where that is its form already. */
export function truth(node: ESTree.Expression): ESTree.Expression {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" ? negated(node) : node;
    case "LogicalExpression": {
      if (node.operator === "??") return node;
      const [left, right] = [truth(node.left), truth(node.right)];
      return left === node.left && right === node.right ? node : { ...node, left, right };
    }
    case "ConditionalExpression": {
      const { consequent, alternate } = node;
      const [yes, no] = [truth(consequent), truth(alternate)];
      return yes === consequent && no === alternate ? node : { ...node, consequent: yes, alternate: no };
    }
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      const form = last && truth(last);
      return form === undefined || form === last
        ? node
        : sequence([...node.expressions.slice(0, -1), form], node);
    }
    case "Literal": {
      const known = truthOf(node);
      return known === undefined || node.value === known ? node : boolean(known, node);
    }
    default:
      return node;
  }
}

/** The form of `!e`; the same object where that is its form already. */
function negated(node: ESTree.UnaryExpression): ESTree.Expression {
  const argument = truth(node.argument);
  const form = opposite(argument);
  const isSame = form.type === "UnaryExpression" && form.operator === "!" && form.argument === node.argument;
  return isSame ? node : form;
}

/** What is true where an expression in its form of truth is false. */
export function opposite(node: ESTree.Expression): ESTree.Expression {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" ? truth(node.argument) : unary("!", node);
    case "BinaryExpression": {
      const operator = OPPOSITES[node.operator];
      return operator === undefined ? unary("!", node) : { ...node, operator };
    }
    case "LogicalExpression":
      if (node.operator === "??") return unary("!", node);
      return logical(node.operator === "&&" ? "||" : "&&", opposite(node.left), opposite(node.right));
    case "ConditionalExpression":
      return { ...node, consequent: opposite(node.consequent), alternate: opposite(node.alternate) };
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last === undefined
        ? unary("!", node)
        : sequence([...node.expressions.slice(0, -1), opposite(last)], node);
    }
    case "Literal": {
      const known = truthOf(node);
      return known === undefined ? unary("!", node) : boolean(!known, node);
    }
    default:
      return unary("!", node);
  }
}

/** Whether a truth is said in the negative: of it and its opposite, one is. What is said first decides. */
export function isNegative(node: Node): boolean {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!";
    case "BinaryExpression":
      return node.operator === "!==" || node.operator === "!=";
    case "LogicalExpression":
      return node.operator !== "??" && isNegative(node.left);
    case "ConditionalExpression":
      return isNegative(node.consequent);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isNegative(last);
    }
    case "Literal":
      return node.value === false;
    default:
      return false;
  }
}

const COMPARISONS: ReadonlySet<string> = new Set("=== !== == != < > <= >= in instanceof".split(" "));

/** Whether an expression gives a boolean whenever it gives something. */
export function isBoolean(node: Node): boolean {
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "delete";
    case "BinaryExpression":
      return COMPARISONS.has(node.operator);
    case "LogicalExpression":
      return isBoolean(node.left) && isBoolean(node.right);
    case "ConditionalExpression":
      return isBoolean(node.consequent) && isBoolean(node.alternate);
    case "SequenceExpression": {
      const last = node.expressions.at(-1);
      return last !== undefined && isBoolean(last);
    }
    case "Literal":
      return typeof node.value === "boolean";
    default:
      return false;
  }
}

/** Whether two truths are made of the same operands by the same operators. */
export function isSameForm(one: Node, other: Node): boolean {
  if (one === other) return true;
  switch (one.type) {
    case "UnaryExpression":
      return (
        other.type === "UnaryExpression" &&
        one.operator === other.operator &&
        isSameForm(one.argument, other.argument)
      );
    case "BinaryExpression":
    case "LogicalExpression":
      return (
        one.type === other.type &&
        one.operator === other.operator &&
        isSameForm(one.left, other.left) &&
        isSameForm(one.right, other.right)
      );
    case "ConditionalExpression":
      return (
        other.type === "ConditionalExpression" &&
        isSameForm(one.test, other.test) &&
        isSameForm(one.consequent, other.consequent) &&
        isSameForm(one.alternate, other.alternate)
      );
    case "SequenceExpression":
      return (
        other.type === "SequenceExpression" &&
        one.expressions.length === other.expressions.length &&
        one.expressions.every((each, index) => {
          const matching = other.expressions[index];
          return matching !== undefined && isSameForm(each, matching);
        })
      );
    case "Literal":
      return other.type === "Literal" && !("regex" in one) && one.value === other.value;
    default:
      return false;
  }
}

/** The truth of a literal that is a primitive (ECMA-262, 7.1.2, ToBoolean). */
export function truthOf(node: Node): boolean | undefined {
  if (node.type === "UnaryExpression" && node.operator === "void" && node.argument.type === "Literal")
    return false;
  return node.type !== "Literal" || "regex" in node ? undefined : Boolean(node.value);
}

// A chain of tests is a tree as deep as it is long: beyond this length, it is left as it is.
const MOST_TESTS = 60;

/** Whether two tests may become one chain. */
export function mayJoin(one: Node, other: Node): boolean {
  return countOf(other, countOf(one, 0)) <= MOST_TESTS;
}

function countOf(test: Node, before: number): number {
  if (test.type !== "LogicalExpression" || before > MOST_TESTS) return before + 1;
  return countOf(test.right, countOf(test.left, before));
}
