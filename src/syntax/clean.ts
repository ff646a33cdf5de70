// A tree fresh from the parser, made uniform: parentheses gone, names of properties told apart from names of variables,
// raw text of templates kept only where a tag can see it.

import type { ESTree } from "meriyah";
import { untagged } from "./make.ts";
import { childOf, isList, type Node, shapeOf } from "./tree.ts";

/**
 * Cleans a tree in place, before anyone else has seen it:
 * parentheses vanish (what they grouped is in the tree's shape), and the names of properties become string literals, so
 * that an `Identifier` is always a variable, a label or part of a meta property.
 *
 * One pair of parentheses means something: `(f) = function () {}` does not name the function `f`
 * (ECMA-262, 13.15.2, IsIdentifierRef of a CoverParenthesizedExpression). It stays.
 *
 * @throws {SyntaxError} for what the parser should not have let pass
 */
export function clean(node: Node, isTagged = false): void {
  switch (node.type) {
    case "MemberExpression":
      if (!node.computed) node.property = propertyName(node.property);
      break;
    case "Property":
      if (!node.computed) node.key = keyName(node.key);
      break;
    case "MethodDefinition":
      if (!node.computed) node.key = propertyName(node.key);
      break;
    case "PropertyDefinition":
    case "AccessorProperty":
      if (!node.computed) node.key = propertyName(node.key);
      break;
    case "TemplateLiteral":
      // Only a tag can see the raw text (ECMA-262, 13.2.8.4 GetTemplateObject).
      if (!isTagged) for (const quasi of node.quasis) quasi.value = untagged(quasi.value.cooked);
      break;
  }
  for (const field of shapeOf(node).children) {
    const child = childOf(node, field);
    if (child === null || child === undefined) continue;
    if (isList(child)) {
      if (child.some((element) => element?.type === "ParenthesizedExpression")) {
        Object.assign(node, { [field]: child.map((element) => element && unwrapped(element)) });
      }
      for (const element of child) if (element !== null) clean(unwrapped(element));
    } else {
      const inner = field === "left" && isNamelessAssignment(node) ? child : unwrapped(child);
      if (inner !== child) Object.assign(node, { [field]: inner });
      clean(inner, node.type === "TaggedTemplateExpression" && inner === node.quasi);
    }
  }
}

/** The node behind any parentheses. */
function unwrapped(node: Node): Node {
  let inner = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner;
}

/** Whether parentheses around the target keep an anonymous function from taking the target's name. */
function isNamelessAssignment(node: Node): boolean {
  const assigns = node.type === "AssignmentExpression" || node.type === "AssignmentPattern";
  return (
    assigns &&
    node.right !== undefined &&
    unwrapped(node.left).type === "Identifier" &&
    isAnonymous(unwrapped(node.right))
  );
}

function isAnonymous(node: Node): boolean {
  return (
    node.type === "ArrowFunctionExpression" ||
    ((node.type === "FunctionExpression" || node.type === "ClassExpression") && node.id === null)
  );
}

function propertyName(
  key: ESTree.Expression | ESTree.PrivateIdentifier | null,
): ESTree.Expression | ESTree.PrivateIdentifier {
  // The parser lets `class { ; = 1 }` pass.
  if (key === null) throw new SyntaxError("a member of a class without a name");
  return key.type === "PrivateIdentifier" ? key : keyName(key);
}

/** `a`, `"a"` and `'a'`, and `1`, `"1"` and `0x1` name one property (ECMA-262, 13.2.5.5, PropName). */
function keyName(key: ESTree.Expression): ESTree.Expression {
  if (key.type === "Identifier") return stringLiteral(key, key.name);
  if (key.type === "Literal" && typeof key.value !== "string") return stringLiteral(key, String(key.value));
  return key;
}

function stringLiteral(node: Node, value: string): ESTree.StringLiteral {
  return { type: "Literal", value, start: node.start ?? 0, end: node.end ?? 0 };
}
