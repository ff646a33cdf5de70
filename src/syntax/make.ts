// Nodes that rules make, each in the place of one that was there.

import type { ESTree } from "meriyah";
import { type Node, rangeOf } from "./tree.ts";

export function block(body: ESTree.Statement[], at: Node): ESTree.BlockStatement {
  return { type: "BlockStatement", body, ...rangeOf(at) };
}

export function statement(expression: ESTree.Expression): ESTree.ExpressionStatement {
  return { type: "ExpressionStatement", expression, ...rangeOf(expression) };
}

/** The declaration of a variable without a value. */
export function declared(name: ESTree.Identifier, kind: "var" | "let"): ESTree.VariableDeclaration {
  const at = rangeOf(name);
  const declarations: ESTree.VariableDeclarator[] = [
    { type: "VariableDeclarator", id: name, init: null, ...at },
  ];
  return { type: "VariableDeclaration", kind, declarations, ...at };
}

export function returned(argument: ESTree.Expression | null, at: Node): ESTree.ReturnStatement {
  return { type: "ReturnStatement", argument, ...rangeOf(at) };
}

export function assigned(
  left: ESTree.Identifier,
  right: ESTree.Expression,
  at: Node,
): ESTree.AssignmentExpression {
  return { type: "AssignmentExpression", operator: "=", left, right, ...rangeOf(at) };
}

export function unary(operator: ESTree.UnaryOperator, argument: ESTree.Expression): ESTree.UnaryExpression {
  return { type: "UnaryExpression", operator, prefix: true, argument, ...rangeOf(argument) };
}

export function logical(
  operator: ESTree.LogicalOperator,
  left: ESTree.Expression,
  right: ESTree.Expression,
): ESTree.LogicalExpression {
  return {
    type: "LogicalExpression",
    operator,
    left,
    right,
    start: rangeOf(left).start,
    end: rangeOf(right).end,
  };
}

/** Operands one after another; a lone one is itself. */
export function sequence(expressions: readonly ESTree.Expression[], at: Node): ESTree.Expression {
  const [first] = expressions;
  if (first !== undefined && expressions.length === 1) return first;
  return { type: "SequenceExpression", expressions: [...expressions], ...rangeOf(at) };
}

/** `undefined` without a name: `void 0`. */
export function nothing(at: Node): ESTree.Expression {
  return unary("void", number(0, at));
}

export function number(value: number, at: Node): ESTree.NumericLiteral {
  return { type: "Literal", value, ...rangeOf(at) };
}

export function text(value: string, at: Node): ESTree.StringLiteral {
  return { type: "Literal", value, ...rangeOf(at) };
}

export function boolean(value: boolean, at: Node): ESTree.BooleanLiteral {
  return { type: "Literal", value, ...rangeOf(at) };
}

/**
 * An expression where its value is meant, not the place it came from: a call takes `this` from a member that it calls,
 * `delete`, `typeof` and `eval` treat names and members like nothing else (ECMA-262, 13.3.6.2, 13.5.1, 13.5.3), and a
 * function takes its name from where it stands (8.4.5).
 */
export function asValue(expression: ESTree.Expression): ESTree.Expression {
  switch (expression.type) {
    case "Identifier":
    case "MemberExpression":
    case "ChainExpression":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
      return sequence([number(0, expression), expression], expression);
    default:
      return expression;
  }
}

// No template's raw text: in one, a backtick is escaped.
const NO_TAG = "`";

/** The text of a part of a template without a tag, which nobody sees raw. */
export function untagged(cooked: string | null): ESTree.TemplateElement["value"] {
  return { raw: NO_TAG, cooked };
}

/** Whether a part of a template has no tag that sees its raw text. */
export function isUntagged({ value }: ESTree.TemplateElement): boolean {
  return value.raw === NO_TAG;
}
