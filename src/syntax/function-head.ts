// What the head of a function and its directives say about its scopes.

import type { FunctionNode, Node } from "./tree.ts";

/** Whether a function's own text makes it strict (ECMA-262, 11.2.1). */
export function hasUseStrict(node: FunctionNode): boolean {
  if (node.body?.type !== "BlockStatement") return false;
  return node.body.body.some(
    (each) => each.type === "ExpressionStatement" && each.directive === "use strict",
  );
}

/** Whether a parameter contains an expression (ECMA-262, 15.1.2 ContainsExpression). */
export function hasExpression(parameter: Node): boolean {
  switch (parameter.type) {
    case "AssignmentPattern":
      return true;
    case "RestElement":
      return hasExpression(parameter.argument);
    case "ArrayPattern":
      return parameter.elements.some((element) => element !== null && hasExpression(element));
    case "ObjectPattern":
      return parameter.properties.some((property) =>
        property.type === "RestElement"
          ? hasExpression(property)
          : property.computed || hasExpression(property.value),
      );
    default:
      return false;
  }
}
