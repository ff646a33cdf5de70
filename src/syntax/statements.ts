// What rules ask about statements and lists of them.

import type { ESTree } from "meriyah";
import type { Scopes } from "./binding.ts";
import type { Node } from "./tree.ts";

/** The nodes that hold a list of statements. */
export const LISTS: readonly ["BlockStatement", "StaticBlock", "SwitchCase"] = [
  "BlockStatement",
  "StaticBlock",
  "SwitchCase",
];

export type List = ESTree.BlockStatement | ESTree.StaticBlock | ESTree.SwitchCase;

export function statementsOf(list: List): readonly ESTree.Statement[] {
  return list.type === "SwitchCase" ? list.consequent : list.body;
}

/** The list with other statements; undefined where they are the same ones. */
export function withStatements(list: List, statements: readonly ESTree.Statement[]): List | undefined {
  const before = statementsOf(list);
  if (before.length === statements.length && before.every((each, index) => each === statements[index]))
    return undefined;
  return list.type === "SwitchCase"
    ? { ...list, consequent: [...statements] }
    : { ...list, body: [...statements] };
}

/** The list with some statements replaced by others; undefined where `replacement` replaces none. */
export function withReplaced(
  list: List,
  replacement: (each: ESTree.Statement) => readonly ESTree.Statement[] | undefined,
): List | undefined {
  const before = statementsOf(list);
  let after: ESTree.Statement[] | undefined;
  for (let index = 0; index < before.length; index++) {
    const each = before[index];
    if (each === undefined) continue;
    const others = replacement(each);
    if (others !== undefined) {
      after ??= before.slice(0, index);
      after.push(...others);
    } else after?.push(each);
  }
  return after && withStatements(list, after);
}

export function isBlock(node: Node): node is ESTree.BlockStatement {
  return node.type === "BlockStatement";
}

/** The statements of a branch or a body, as a list. */
export function branch(node: ESTree.Statement): readonly ESTree.Statement[] {
  return isBlock(node) ? node.body : [node];
}

/** The loop, or what else a statement is behind its labels. */
export function unlabelled(node: ESTree.Statement): ESTree.Statement {
  let inner = node;
  while (inner.type === "LabeledStatement") inner = inner.body;
  return inner;
}

/** A statement with another loop behind its labels. */
export function withLoop(node: ESTree.Statement, loop: ESTree.Statement): ESTree.Statement {
  return node.type === "LabeledStatement" ? { ...node, body: withLoop(node.body, loop) } : loop;
}

/** Whether no statement follows this one, however it ends (ECMA-262, 6.2.4: an abrupt completion). */
export function isExit(node: Node | undefined): boolean {
  switch (node?.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return true;
    case "BlockStatement":
      return exits(node.body);
    case "IfStatement":
      return node.alternate !== null && isExit(node.consequent) && isExit(node.alternate);
    case "TryStatement":
      if (node.finalizer !== null && isExit(node.finalizer)) return true;
      return isExit(node.block) && (node.handler === null || isExit(node.handler.body));
    default:
      return false;
  }
}

/** Whether a list of statements never ends by coming to its end. */
export function exits(statements: readonly Node[]): boolean {
  return isExit(statements.at(-1)) || statements.some(isExit);
}

/** An exit that says nothing but where to: it may be written any number of times. */
export function isBareExit(node: Node | undefined): node is ESTree.Statement {
  switch (node?.type) {
    case "ReturnStatement":
      return node.argument === null;
    case "BreakStatement":
    case "ContinueStatement":
      return node.label === null;
    default:
      return false;
  }
}

/** Whether a statement declares something for the block in which it stands. */
export function declaresInBlock(node: Node): boolean {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind !== "var";
    case "ClassDeclaration":
    case "FunctionDeclaration":
      return true;
    case "LabeledStatement":
      return declaresInBlock(node.body);
    default:
      return false;
  }
}

/** Whether a statement is a declaration of a function, with a label or without (ECMA-262, 14.13.1). */
export function declaresFunction(node: Node): boolean {
  return node.type === "LabeledStatement" ? declaresFunction(node.body) : node.type === "FunctionDeclaration";
}

/** `var a;`, which does nothing where it stands. */
export function isBareVar(node: Node): boolean {
  return (
    node.type === "VariableDeclaration" &&
    node.kind === "var" &&
    node.declarations.every(({ id, init }) => init === null && id.type === "Identifier")
  );
}

/** `let a;` or `let a = 1;` of a variable that may have another name. */
export function isStillLet(node: Node, { bindingOf }: Scopes): boolean {
  return (
    node.type === "VariableDeclaration" &&
    node.kind === "let" &&
    node.declarations.every(
      ({ id, init }) =>
        (init === null || isStillLiteral(init)) && id.type === "Identifier" && bindingOf.get(id)?.renamable,
    )
  );
}

/** Whether a value stands in the text, so that it does not matter when it is evaluated. */
export function isStillLiteral(node: Node): boolean {
  if (node.type === "UnaryExpression" && node.operator === "-")
    return node.argument.type === "Literal" && typeof node.argument.value === "number";
  return node.type === "Literal";
}

/** A directive, which must stay at the beginning of its function (ECMA-262, 11.2.1). */
export function isDirective(node: Node): boolean {
  return node.type === "ExpressionStatement" && node.directive !== undefined;
}
