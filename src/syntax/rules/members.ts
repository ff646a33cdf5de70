// Rules about members: read and written in one go, or only if there is something that has them.

import type { ESTree } from "meriyah";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { areSame } from "../same-nodes.ts";
import type { Node } from "../tree.ts";
import { COMPOUND } from "./operators.ts";

const compoundMembers = rule({
  name: "compound assignments to members",
  statement: "`a.b = a.b + c` is `a.b += c`, and `this.b = this.b + c` alike",
  condition:
    "13.15.2, 13.3.2: the object is found first, and once more at once, which for `this` and for a variable of the code is no " +
    "effect and gives the same; the member is read before `c` either way and written last. A computed name is converted twice " +
    "or once, and `||` writes less often, so these stay",
  same: ["(a, b) => { a.c = a.c + b(); return a }", "(a, b) => { a.c += b(); return a }"],
  different: ["(a, b) => { a.b.c = a.b.c + 1; return a }", "(a, b) => { a.b.c += 1; return a }"],
  on: ["AssignmentExpression"],
  rewritten: (node, context) => {
    const { operator, left, right } = node;
    if (operator !== "=" || left.type !== "MemberExpression" || right.type !== "BinaryExpression")
      return undefined;
    const compound = COMPOUND[right.operator];
    if (compound === undefined || !isFoundTwice(left, context)) return undefined;
    if (right.left.type !== "MemberExpression" || !areSame(left, right.left, context.scopes))
      return undefined;
    context.uses.drop(right.left);
    return { ...node, operator: compound, right: right.right };
  },
});

const nestedChains = rule({
  name: "chains within chains",
  statement: "`(a?.b)?.c` is `a?.b?.c`, and `(a?.b)?.()` is `a?.b?.()`",
  condition:
    "13.3.9: what ends the inner chain gives undefined, which ends the outer one; parentheses keep the object that a call sees " +
    "(13.2.9.2)",
  same: ["a => [(a?.b)?.c.d, (a?.b)?.(1)]", "a => [a?.b?.c.d, a?.b?.(1)]"],
  different: ["a => (a?.b).c", "a => a?.b.c"],
  on: ["MemberExpression", "CallExpression"],
  rewritten: (node) => {
    if (!node.optional) return undefined;
    if (node.type === "MemberExpression")
      return node.object.type === "ChainExpression" ? { ...node, object: node.object.expression } : undefined;
    return node.callee.type === "ChainExpression" ? { ...node, callee: node.callee.expression } : undefined;
  },
});

/** The rules of this topic. */
export const MEMBERS: readonly Rule[] = [compoundMembers, nestedChains];

/** Whether to find a member twice in a row is to find it once. */
function isFoundTwice(
  { object, property, computed }: ESTree.MemberExpression,
  { scopes }: RuleContext,
): boolean {
  if (computed || !isName(property)) return false;
  return object.type === "ThisExpression" || (object.type === "Identifier" && scopes.bindingOf.has(object));
}

function isName(property: Node): boolean {
  return property.type === "Literal" || property.type === "PrivateIdentifier";
}
