// The rule about declarations `var a;`, which stand anywhere and do nothing there.

import type { ESTree } from "meriyah";
import type { Binding } from "../binding.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { isBareVar, isDirective, LISTS, type List, statementsOf, withStatements } from "../statements.ts";
import { eachChild, mapped, type Node } from "../tree.ts";

const bareVars = rule({
  name: "places of var without a value",
  statement: "`a; { var b; }` is `let b; a;`",
  condition:
    "14.3.2.1, 10.2.11: the variable exists from the beginning of the function, and to come to the declaration does nothing, " +
    "nor does making the declared functions, which stand before it; it stays a `var` beside a parameter, a function or another `var` of that name",
  same: [
    "a => { for (; a();) { b = a(); var b } return b }",
    "a => { var b; for (; a();) { b = a() } return b }",
  ],
  different: [
    "a => { for (; a();) { b = a(); var b = 1 } return b }",
    "a => { var b = 1; for (; a();) { b = a() } return b }",
  ],
  on: ["FunctionExpression", "FunctionDeclaration", "ArrowFunctionExpression", "StaticBlock"],
  rewritten: (node, context) => {
    if (!context.met.bareVar) return undefined;
    const block = node.type === "StaticBlock" ? node : node.body;
    if (!block || (block.type !== "BlockStatement" && block.type !== "StaticBlock")) return undefined;
    const found: ESTree.Statement[] = [];
    const bare = withoutBareVars(block, found);
    if (found.length === 0 || bare.type !== block.type) return undefined;
    const first = bare.body.findIndex((each) => !isDirective(each) && !isDeclaredFunction(each, context));
    const start = first === -1 ? bare.body.length : first;
    const [before, code] = [bare.body.slice(0, start), bare.body.slice(start)];
    const vars = inOrderOfUse(found.flatMap(singly), code, context).map((each) => asLet(each, context));
    const body = [...before, ...vars, ...code];
    if (withStatements(block, body) === undefined) return undefined;
    return node.type === "StaticBlock"
      ? { ...node, body }
      : ({ ...node, body: { ...block, body } } as typeof node);
  },
});

/** The rules of this topic. */
export const BARE_VARS: readonly Rule[] = [bareVars];

/** A part of a function without its declarations `var a;`, which are added to a list. */
function withoutBareVars<T extends Node>(node: T, found: ESTree.Statement[]): T {
  switch (node.type) {
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "ClassDeclaration":
    case "ExpressionStatement":
    case "VariableDeclaration":
      return node;
  }
  const mappedNode = mapped(node, (child) => withoutBareVars(child, found));
  if (!isListNode(mappedNode)) return mappedNode as T;
  const statements = statementsOf(mappedNode);
  if (!statements.some(isBareVar)) return mappedNode as unknown as T;
  found.push(...statements.filter(isBareVar));
  return withStatements(
    mappedNode,
    statements.filter((each) => !isBareVar(each)),
  ) as unknown as T;
}

function isListNode(node: Node): node is List {
  return LISTS.some((type) => type === node.type);
}

/** Whether a variable is one that the text declares as a function. */
function isDeclaredFunction(node: ESTree.Statement, { scopes }: RuleContext): boolean {
  const [first] = node.type === "VariableDeclaration" ? node.declarations : [];
  return first !== undefined && scopes.bindingOf.get(first.id)?.kind === "function";
}

function singly(node: ESTree.Statement): readonly ESTree.Statement[] {
  return node.type === "VariableDeclaration" && node.declarations.length > 1
    ? node.declarations.map((one) => ({ ...node, declarations: [one] }))
    : [node];
}

/** At the beginning of its function, before anything can use it, a variable of its own may as well be a `let`. */
function asLet(node: ESTree.Statement, { scopes }: RuleContext): ESTree.Statement {
  const [first] = node.type === "VariableDeclaration" ? node.declarations : [];
  const binding = first && scopes.bindingOf.get(first.id);
  const isOwn = binding?.kind === "var" && binding.declarations === 1 && binding.renamable;
  return node.type === "VariableDeclaration" && isOwn ? { ...node, kind: "let" } : node;
}

/** Declarations whose order does not matter, by the first use of what they declare. */
function inOrderOfUse(
  declarations: readonly ESTree.Statement[],
  code: readonly Node[],
  { scopes }: RuleContext,
): readonly ESTree.Statement[] {
  if (declarations.length < 2) return declarations;
  const order = new Map<Binding, number>();
  const visit = (node: Node): void => {
    const binding = scopes.bindingOf.get(node);
    if (binding === undefined) eachChild(node, visit);
    else if (!order.has(binding)) order.set(binding, order.size);
  };
  for (const each of code) visit(each);
  const place = (node: Node): number => {
    const [first] = node.type === "VariableDeclaration" ? node.declarations : [];
    const binding = first && scopes.bindingOf.get(first.id);
    return (binding && order.get(binding)) ?? order.size;
  };
  return [...declarations].sort((one, other) => place(one) - place(other));
}
