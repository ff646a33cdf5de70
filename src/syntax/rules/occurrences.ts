// How often variables are used in a part of a tree.

import type { ESTree } from "meriyah";
import type { Binding, Scopes } from "../binding.ts";
import type { RuleContext } from "../rule.ts";
import { boundIdentifiers, eachChild, type Node } from "../tree.ts";

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

/** Whether declarations are such of variables, and all uses of these stand in some nodes. */
export function areUsedOnlyIn(
  nodes: readonly Node[],
  declarations: readonly ESTree.Statement[],
  context: RuleContext,
): boolean {
  if (declarations.length === 0) return true;
  const within = usesWithin(nodes, context);
  return declarations.every((each) => {
    if (each.type !== "VariableDeclaration" || (each.kind !== "let" && each.kind !== "const")) return false;
    return each.declarations.every(({ id }) =>
      boundIdentifiers(id).every((name) => {
        const binding = context.scopes.bindingOf.get(name);
        return binding?.renamable && within(binding) === context.uses.references(binding);
      }),
    );
  });
}

/** Whether a name in a part of a tree is compared as it is spelled, so that in another block it might mean another variable. */
export function holdsSpelledName(node: Node, { bindingOf, freeOf }: Scopes): boolean {
  const holds = (each: Node, hasArguments: boolean): boolean => {
    switch (each.type) {
      case "MetaProperty":
        return false;
      case "Identifier": {
        const binding = bindingOf.get(each);
        return binding === undefined ? !hasArguments && !freeOf.has(each) : !binding.renamable;
      }
    }
    const isOwner = hasArguments || each.type === "FunctionExpression" || each.type === "FunctionDeclaration";
    let found = false;
    eachChild(each, (child) => {
      found ||= holds(child, isOwner);
    });
    return found;
  };
  return holds(node, false);
}
