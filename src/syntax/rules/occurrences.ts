// How often variables are used in a part of a tree.

import type { Binding } from "../binding.ts";
import type { RuleContext } from "../rule.ts";
import { eachChild, type Node } from "../tree.ts";

/** Counts the uses of each variable in some nodes; declarations do not count. */
export function usesWithin(nodes: readonly Node[], { scopes }: RuleContext): (binding: Binding) => number {
  const counts = new Map<Binding, number>();
  const visit = (node: Node): void => {
    const binding = scopes.bindingOf.get(node);
    if (binding === undefined) eachChild(node, visit);
    else if (scopes.roleOf.get(node) !== "declaration") counts.set(binding, (counts.get(binding) ?? 0) + 1);
  };
  for (const node of nodes) visit(node);
  return (binding) => counts.get(binding) ?? 0;
}
