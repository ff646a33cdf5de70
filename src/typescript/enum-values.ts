// Uses of an enum's members, with the value in the place of the name where that is what runs.

import { scopes } from "../syntax/scopes.ts";
import { mapped, type Node, rangeOf } from "../syntax/tree.ts";
import { block, constant } from "./build.ts";
import type { Enum, EnumValue } from "./enums.ts";

/**
 * What tools make of `E.A`. `language`: what TypeScript says, the value of a `const enum` and a read of any other. `read`: always
 * a read (`tsc` with `isolatedModules`, Babel). `values`: always the value, where the file tells it (esbuild, swc, Deno).
 */
export type EnumUses = "language" | "read" | "values";

/** The module in which the uses of enums are what `uses` says. A `const enum` whose values stand everywhere is gone. */
export function withEnumValues(module: Node, enums: readonly Enum[], uses: EnumUses): Node {
  const valued = enums.filter(({ isConst }) => uses !== "read" && (isConst || uses === "values"));
  if (valued.length === 0) return module;
  if (module.type !== "FunctionExpression") return module;
  const { bindingOf } = scopes({ kind: "function", root: module, key: undefined, text: "", offset: 0 });
  const byBinding = new Map<unknown, ReadonlyMap<string, EnumValue>>();
  for (const { name, variable } of valued) {
    // The last part of an enum knows the members of all.
    const last = enums.findLast((each) => each.name === name && (each.variable ?? variable) === variable);
    if (variable !== undefined && last !== undefined) byBinding.set(bindingOf.get(variable), last.values);
  }
  const gone = new Set<Node>();
  for (const { isConst, variable, parameter } of valued) {
    if (!isConst) continue;
    gone.add(parameter);
    if (variable !== undefined) gone.add(variable);
  }
  const rewrite = (node: Node): Node => {
    if (node.type === "BlockStatement" && node.body.some((each) => makesEnum(each, gone))) {
      const body = node.body.filter((each) => !makesEnum(each, gone));
      return rewrite(block(body, rangeOf(node)));
    }
    if (node.type !== "MemberExpression" || node.object.type !== "Identifier") return mapped(node, rewrite);
    const values = byBinding.get(bindingOf.get(node.object));
    const { property } = node;
    const value = property.type === "Literal" ? values?.get(String(property.value)) : undefined;
    return value === undefined ? mapped(node, rewrite) : constant(value, rangeOf(node));
  };
  return rewrite(module);
}

/** Whether a statement declares or fills an enum, by the identifiers that every enum has of its own. */
function makesEnum(node: Node, identifiers: ReadonlySet<Node>): boolean {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.some(({ id }) => identifiers.has(id));
    case "ExpressionStatement": {
      const callee = node.expression.type === "CallExpression" ? node.expression.callee : undefined;
      const [parameter] = callee?.type === "FunctionExpression" ? callee.params : [];
      return parameter !== undefined && identifiers.has(parameter);
    }
    default:
      return false;
  }
}
