// The operands of an expression in the order in which they are evaluated, as far as each is evaluated whenever the expression
// is (ECMA-262, 13).

import type { ESTree } from "meriyah";
import { asValue } from "./make.ts";
import type { Node } from "./tree.ts";

/** An operand, and the expression with another one in its place. */
export interface Operand {
  readonly node: ESTree.Expression;
  readonly put: (other: ESTree.Expression) => ESTree.Expression;
}

type Argument = ESTree.Expression | ESTree.SpreadElement | null;

/** The operands that are evaluated first, up to one that may not be evaluated, or that is no expression. */
export function operandsOf(node: ESTree.Expression): readonly Operand[] {
  switch (node.type) {
    case "BinaryExpression": {
      const { left } = node;
      const right: Operand = { node: node.right, put: (other) => ({ ...node, right: other }) };
      if (left.type === "PrivateIdentifier") return [right];
      return [{ node: left, put: (other) => ({ ...node, left: other }) }, right];
    }
    case "LogicalExpression":
      return [{ node: node.left, put: (left) => ({ ...node, left }) }];
    case "ConditionalExpression":
      return [{ node: node.test, put: (test) => ({ ...node, test }) }];
    case "UnaryExpression":
      if (node.operator === "delete" || node.operator === "typeof") return [];
      return [{ node: node.argument, put: (argument) => ({ ...node, argument }) }];
    case "AwaitExpression":
      return [{ node: node.argument, put: (argument) => ({ ...node, argument }) }];
    case "YieldExpression":
      return node.argument ? [{ node: node.argument, put: (argument) => ({ ...node, argument }) }] : [];
    case "MemberExpression":
      return memberOperands(node);
    case "AssignmentExpression":
      return assignmentOperands(node);
    case "CallExpression":
      return node.optional || node.callee.type === "Super" ? [] : callOperands(node, node.callee);
    case "NewExpression": {
      const put = (callee: ESTree.Expression): ESTree.Expression => {
        const made: ESTree.NewExpression = { ...node, callee: callee as ESTree.LeftHandSideExpression };
        return made;
      };
      return [
        { node: node.callee, put },
        ...listOperands(node.arguments, (all) => ({ ...node, arguments: all })),
      ];
    }
    case "ArrayExpression":
      return listOperands(node.elements, (elements) => ({ ...node, elements }));
    case "ObjectExpression":
      return propertyOperands(node);
    case "SequenceExpression":
      return listOperands(node.expressions, (expressions) => ({ ...node, expressions }));
    case "TemplateLiteral":
      // Each substitution becomes a text before the next one is evaluated (13.2.8.6), which may run anything.
      return listOperands(node.expressions, (expressions) => ({ ...node, expressions })).slice(0, 1);
    default:
      return [];
  }
}

function memberOperands(node: ESTree.MemberExpression): readonly Operand[] {
  if (node.object.type === "Super" || node.optional) return [];
  const object: Operand = { node: node.object, put: (other) => ({ ...node, object: other }) };
  if (!node.computed || node.property.type === "PrivateIdentifier") return [object];
  return [object, { node: node.property, put: (property) => ({ ...node, property }) }];
}

/** A target's own operands come first; the value of a compound target is read before the right side. */
function assignmentOperands(node: ESTree.AssignmentExpression): readonly Operand[] {
  if (node.operator !== "=") return [];
  const right: Operand = { node: node.right, put: (other) => ({ ...node, right: other }) };
  if (node.left.type === "Identifier") return [right];
  if (node.left.type !== "MemberExpression" || node.left.optional) return [];
  const target = memberOperands(node.left).map(
    ({ node: operand, put }): Operand => ({
      node: operand,
      put: (other) => {
        const left = put(other);
        return left.type === "MemberExpression" ? { ...node, left } : node;
      },
    }),
  );
  return target.length === 0 ? [] : [...target, right];
}

/** What is called is evaluated first; a member of it is read then, before the arguments. */
function callOperands(node: ESTree.CallExpression, callee: ESTree.Expression): readonly Operand[] {
  // Only a member that stands in the text gives its object as `this`; only the name `eval` is a direct call.
  const isReference = callee.type === "MemberExpression";
  const first: Operand = {
    node: callee,
    put: (other) => ({ ...node, callee: isReference || !isSpecial(other) ? other : asValue(other) }),
  };
  return [first, ...listOperands(node.arguments, (all) => ({ ...node, arguments: all }))];
}

/** The values of properties whose names are known; a computed name is converted before its value is evaluated (13.2.5.5). */
function propertyOperands(node: ESTree.ObjectExpression): readonly Operand[] {
  const operands: Operand[] = [];
  for (const [index, each] of node.properties.entries()) {
    if (each.type !== "Property" || each.computed || each.shorthand) break;
    if (each.method || each.kind !== "init") continue;
    const put = (value: ESTree.Expression): ESTree.Expression => ({
      ...node,
      properties: [
        ...node.properties.slice(0, index),
        { ...each, value },
        ...node.properties.slice(index + 1),
      ],
    });
    operands.push({ node: each.value as ESTree.Expression, put });
  }
  return operands;
}

function listOperands<T extends Argument>(
  list: readonly T[],
  put: (list: (T | ESTree.Expression)[]) => Node,
): readonly Operand[] {
  const operands: Operand[] = [];
  for (const [index, each] of list.entries()) {
    if (each === null) continue;
    if (each.type === "SpreadElement") break;
    operands.push({
      node: each as ESTree.Expression,
      put: (other) => put([...list.slice(0, index), other, ...list.slice(index + 1)]) as ESTree.Expression,
    });
  }
  return operands;
}

function isSpecial(callee: ESTree.Expression): boolean {
  if (callee.type === "Identifier") return callee.name === "eval";
  return callee.type === "MemberExpression" || callee.type === "ChainExpression";
}
