// What the value that a declaration gives its variable is, as far as that can be told from its form.

import type { Node } from "./tree.ts";

/** Whether a node is a function or a class. */
export function isFunction(node: Node): boolean {
  switch (node.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
      return true;
    default:
      return false;
  }
}

/** Whether a node is a literal that may be written wherever its value is meant. */
export function isShortLiteral(node: Node): boolean {
  if (node.type === "UnaryExpression") {
    // A plus before a bigint throws.
    if (node.operator === "+" && !isNumber(node.argument)) return false;
    return node.operator !== "typeof" && node.operator !== "delete" && isShortLiteral(node.argument);
  }
  if (node.type === "TemplateLiteral") {
    const [only] = node.quasis;
    return node.expressions.length === 0 && only !== undefined && isShortText(only.value.cooked);
  }
  if (node.type !== "Literal" || "regex" in node) return false;
  return typeof node.value !== "string" || isShortText(node.value);
}

function isShortText(text: string | null | undefined): boolean {
  return typeof text === "string" && text.length <= LONGEST_TEXT;
}

function isNumber(node: Node): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}

// A longer text is moved, not written many times.
const LONGEST_TEXT = 40;
