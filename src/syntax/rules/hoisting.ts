// What a statement that is dropped would still have declared.

import { eachChild, type Node } from "../tree.ts";

/** Whether a statement declares a `var` or a function, which can be seen from outside of it (ECMA-262, 8.2.6, B.3.2). */
export function hoistsNames(node: Node): boolean {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind === "var";
    case "FunctionDeclaration":
      return true;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "ClassDeclaration":
    case "ExpressionStatement":
    case "ReturnStatement":
    case "ThrowStatement":
      return false;
  }
  let found = false;
  eachChild(node, (child) => {
    found ||= hoistsNames(child);
  });
  return found;
}
