// The expression that a statement evaluates first, and once: what stands before it in a sequence may as well stand before the
// statement.

import type { ESTree } from "meriyah";

/** A statement's first expression, and the statement with another one in its place. */
export interface Head {
  readonly node: ESTree.Expression;
  readonly put: (other: ESTree.Expression) => ESTree.Statement;
}

/** The expression that may be the head of a statement, at a glance. */
export function firstExpression(statement: ESTree.Statement): ESTree.Expression | null | undefined {
  switch (statement.type) {
    case "ExpressionStatement":
      return statement.expression;
    case "ReturnStatement":
    case "ThrowStatement":
      return statement.argument;
    case "IfStatement":
      return statement.test;
    case "SwitchStatement":
      return statement.discriminant;
    case "ForInStatement":
    case "ForOfStatement":
      return statement.right;
    case "VariableDeclaration":
      return statement.declarations[0]?.init;
    default:
      return undefined;
  }
}

/** The head of a statement; undefined where it has none, or where a scope of its own begins before it (14.7.5.6). */
export function headOf(statement: ESTree.Statement): Head | undefined {
  switch (statement.type) {
    case "ExpressionStatement":
      if (statement.directive !== undefined) return undefined;
      return { node: statement.expression, put: (expression) => ({ ...statement, expression }) };
    case "ReturnStatement":
      if (statement.argument === null) return undefined;
      return { node: statement.argument, put: (argument) => ({ ...statement, argument }) };
    case "ThrowStatement":
      return { node: statement.argument, put: (argument) => ({ ...statement, argument }) };
    case "IfStatement":
      return { node: statement.test, put: (test) => ({ ...statement, test }) };
    case "SwitchStatement":
      return { node: statement.discriminant, put: (discriminant) => ({ ...statement, discriminant }) };
    case "ForInStatement":
    case "ForOfStatement":
      if (statement.left.type === "VariableDeclaration" && !isPlainVar(statement.left)) return undefined;
      return { node: statement.right, put: (right) => ({ ...statement, right }) };
    case "VariableDeclaration": {
      const [first, ...others] = statement.declarations;
      if (first === undefined || first.init === null || others.length > 0) return undefined;
      return {
        node: first.init,
        put: (init) => ({ ...statement, declarations: [{ ...first, init }] }),
      };
    }
    default:
      return undefined;
  }
}

/** Whether a declaration in the head of a loop neither has a dead zone nor a value, which comes first (ECMA-262, B.3.5). */
function isPlainVar({ kind, declarations }: ESTree.VariableDeclaration): boolean {
  return kind === "var" && declarations.every(({ init }) => init === null);
}
