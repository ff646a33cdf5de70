// Expressions that say what statements would say better: first this, then that.

import type { ESTree } from "meriyah";
import type { Node } from "./tree.ts";

/** Whether an expression is a sequence, by itself or under a condition; `(0, a.b)` is one step, the value of `a.b`. */
export function hasSeveralSteps(node: ESTree.Expression): boolean {
  if (node.type === "ConditionalExpression")
    return hasSeveralSteps(node.consequent) || hasSeveralSteps(node.alternate);
  return node.type === "SequenceExpression" && !isZero(node.expressions[0]);
}

function isZero(node: Node | undefined): boolean {
  return node?.type === "Literal" && node.value === 0;
}
