// Expressions that have statements in them.

import type { ESTree } from "meriyah";
import type { Node } from "./tree.ts";

/** Whether an expression has statements in it: a sequence, by itself or under a condition. */
export function isMore(node: ESTree.Expression): boolean {
  if (node.type === "ConditionalExpression") return isMore(node.consequent) || isMore(node.alternate);
  return node.type === "SequenceExpression" && !isZero(node.expressions[0]);
}

function isZero(node: Node | undefined): boolean {
  return node?.type === "Literal" && node.value === 0;
}
