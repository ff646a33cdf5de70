// The driver of the rewrite rules: it brings a tree to the fixed point of a list of rules, from the leaves up.

import type { Rule, RuleContext } from "./rule.ts";
import { mapped, type Node, type NodeType, shapeOf } from "./tree.ts";

/** Rules by the type of node they look at, in the order in which they are tried. */
export type RuleIndex = ReadonlyMap<NodeType, readonly Rule[]>;

/** Rules indexed once, for many trees. */
export function ruleIndex(rules: readonly Rule[]): RuleIndex {
  const index = new Map<NodeType, Rule[]>();
  for (const each of rules) for (const type of each.on) index.set(type, [...(index.get(type) ?? []), each]);
  return index;
}

// Every rule shrinks the tree or moves it towards its one form, so a node is rewritten a few times at most.
// The bound turns a pair of rules that undo each other into an error that a test sees, instead of a hang.
const MOST_REWRITES_OF_A_NODE = 1000;

/**
 * The normal form of a tree under some rules; the same object where nothing applies.
 * A node is looked at when its children are in normal form, and again after each rewrite; what is known to be in normal
 * form is not walked twice, so the cost grows with the size of the tree.
 */
export function rewritten(root: Node, rules: RuleIndex, context: RuleContext): Node {
  const normal = new Set<Node>();

  const normalForm = (node: Node): Node => {
    if (normal.has(node)) return node;
    let current = mapped(node, normalForm);
    for (let count = 0; ; count++) {
      if (count > MOST_REWRITES_OF_A_NODE)
        throw new Error(`the rules for ${current.type} do not come to an end`);
      const next = firstRewrite(current, rules, context);
      if (next === undefined) break;
      current = normal.has(next) ? next : mapped(next, normalForm);
    }
    // Leaves are cheaper to look at again than to remember.
    if (shapeOf(current).children.length > 0) normal.add(current);
    return current;
  };

  return normalForm(root);
}

function firstRewrite(node: Node, rules: RuleIndex, context: RuleContext): Node | undefined {
  for (const each of rules.get(node.type) ?? []) {
    const next = each.rewritten(node, context);
    if (next !== undefined && next !== node) return next;
  }
  return undefined;
}
