// Nodes that compiling makes where a TypeScript construct stood: enums, namespaces and parameter properties become these.

import type { ESTree } from "meriyah";
import { type Node, rangeOf } from "../syntax/tree.ts";

/** Where a made node stands: the source that it was made from. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function identifier(name: string, { start, end }: Range): ESTree.Identifier {
  return { type: "Identifier", name, start, end };
}

/** A string, or a number of any sign, NaN and the infinities included. */
export function constant(value: string | number, { start, end }: Range): ESTree.Expression {
  if (typeof value === "string") return { type: "Literal", value, start, end };
  if (Number.isNaN(value)) return identifier("NaN", { start, end });
  if (value < 0 || Object.is(value, -0)) {
    const argument = constant(-value, { start, end });
    return { type: "UnaryExpression", operator: "-", argument, prefix: true, start, end };
  }
  if (value === Number.POSITIVE_INFINITY) return identifier("Infinity", { start, end });
  return { type: "Literal", value, start, end };
}

/** `object.key`. */
export function member(object: ESTree.Expression, key: string, range: Range): ESTree.MemberExpression {
  return {
    type: "MemberExpression",
    object,
    property: { type: "Literal", value: key, start: range.start, end: range.end },
    computed: false,
    optional: false,
    start: range.start,
    end: range.end,
  };
}

/** `object[key]`. */
export function element(object: ESTree.Expression, key: Node): Node {
  return made("MemberExpression", rangeOf(key), { object, property: key, computed: true, optional: false });
}

export function assignment(left: Node, right: Node, range: Range): Node {
  return made("AssignmentExpression", range, { operator: "=", left, right });
}

export function statement(expression: Node, range: Range): Node {
  return made("ExpressionStatement", range, { expression });
}

export function declaration(
  kind: "var" | "let" | "const",
  name: ESTree.Identifier,
  init: Node | null,
  range: Range,
): Node {
  const declarator = made("VariableDeclarator", range, { id: name, init });
  return made("VariableDeclaration", range, { kind, declarations: [declarator] });
}

export function block(body: readonly Node[], range: Range): Node {
  return made("BlockStatement", range, { body });
}

/** `function (...params) { body }`. */
export function functionOf(params: readonly Node[], body: readonly Node[], range: Range): Node {
  const fields = { id: null, params, body: block(body, range), async: false, generator: false };
  return made("FunctionExpression", range, { ...fields, expression: false });
}

export function call(callee: Node, args: readonly Node[], range: Range): Node {
  return made("CallExpression", range, { callee, arguments: args, optional: false });
}

/** `left || (target = {})`: the object that a merged enum or namespace goes on filling. */
export function orNewObject(left: Node, target: Node, range: Range): Node {
  const object = made("ObjectExpression", range, { properties: [] });
  return made("LogicalExpression", range, {
    operator: "||",
    left,
    right: assignment(target, object, range),
  });
}

/** A node from its fields, which the shape of its type must list. */
export function made(type: string, { start, end }: Range, fields: Readonly<Record<string, unknown>>): Node {
  // The shapes of syntax/tree.ts say which fields a type has; this is the cast that such a table costs.
  return { type, ...fields, start, end } as unknown as Node;
}
