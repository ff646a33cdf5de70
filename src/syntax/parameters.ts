// How many of its arguments a function can see.

import type { Count } from "../units.ts";
import type { Traits } from "./binding.ts";
import type { Node } from "./tree.ts";

/**
 * The number of arguments that can matter to a function; undefined if all can, or their number. To a function without a rest
 * parameter and without `arguments`, a missing argument is `undefined`, and further ones are nothing (ECMA-262, 10.2.11).
 */
export function seenParameters(root: Node, { usesArguments, dynamicScope }: Traits): Count | undefined {
  if (usesArguments || dynamicScope) return undefined;
  switch (root.type) {
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return root.params.some(({ type }) => type === "RestElement") ? undefined : root.params.length;
    default:
      return undefined;
  }
}
