// Rules about `var`, whose variable exists from the beginning of its function, wherever the declaration stands.

import type { ESTree } from "meriyah";
import type { Binding } from "../binding.ts";
import { assigned, declared, statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import {
  isBareVar,
  isDirective,
  LISTS,
  type List,
  statementsOf,
  unlabelled,
  withLoop,
  withReplaced,
  withStatements,
} from "../statements.ts";
import { boundIdentifiers, eachChild, mapped, type Node } from "../tree.ts";

const localVars = rule({
  name: "var within its block",
  statement: "`var a = b` is `let a = b`",
  condition:
    "14.3.2: where each use stands behind the declaration, within its block, nobody sees the variable before it has its value " +
    "or outside; in a loop it must be given a value each time, and no closure may keep it (14.7.4.4); not beside a " +
    "parameter, a function or another `var` of that name",
  same: ["(a, b) => { if (a) { var c = a(); b(c, c) } }", "(a, b) => { if (a) { let c = a(); b(c, c) } }"],
  different: [
    "a => { for (var i of [1, 2]) { var b = i; a(() => b) } }",
    "a => { for (let i of [1, 2]) { let b = i; a(() => b) } }",
  ],
  on: [...LISTS, "ForInStatement", "ForOfStatement"],
  rewritten: (node, context) => {
    if (node.type === "ForInStatement" || node.type === "ForOfStatement") {
      const { left } = node;
      if (left.type !== "VariableDeclaration" || left.kind !== "var") return undefined;
      // A `for (var a = 1 in b)` of old (B.3.5) has a value of its own.
      const isPlain = left.declarations.every(({ id, init }) => init === null && isLocal(id, true, context));
      return isPlain ? { ...node, left: { ...left, kind: "let" } } : undefined;
    }
    return withReplaced(node, (each) => {
      if (each.type !== "VariableDeclaration" || each.kind !== "var") return undefined;
      const canChange = each.declarations.every(({ id, init }) => isLocal(id, init !== null, context));
      return canChange ? [{ ...each, kind: "let" }] : undefined;
    });
  },
});

const assignedVars = rule({
  name: "var as an assignment",
  statement:
    "`a; { var b = c }` is `var b; a; { b = c }`, and `for (var a of b) c` is `var a; for (a of b) c`",
  condition:
    "14.3.2.1, 14.7.5.7: the variable exists already, and to come to the declaration assigns it; not beside a parameter or a " +
    "function of that name",
  same: [
    "(a, b) => { if (a) { var c = b } a(c); return c }",
    "(a, b) => { var c; if (a) { c = b } a(c); return c }",
  ],
  different: [
    "a => { for (; a();) { var b = void 0; a(b); b = 1 } }",
    "a => { for (; a();) { var b; a(b); b = 1 } }",
  ],
  on: LISTS,
  holding: ["VariableDeclaration", "ForInStatement", "ForOfStatement", "LabeledStatement"],
  rewritten: (node, context) =>
    withReplaced(node, (each) => {
      const loop = unlabelled(each);
      const isLoop = loop.type === "ForInStatement" || loop.type === "ForOfStatement";
      const declaration = isLoop ? loop.left : each;
      const { id, init } = ownVar(declaration, context) ?? { init: null };
      if (id?.type !== "Identifier" || isLoop === (init !== null)) return undefined;
      const target = context.uses.target(id);
      const bare = declared(id, "var");
      if (isLoop) return [bare, withLoop(each, { ...loop, left: target })];
      return init === null ? undefined : [bare, statement(assigned(target, init, declaration))];
    }),
});

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
    const vars = inOrderOfUse(once(found.flatMap(singly), context), code, context).map((each) =>
      asLet(each, context),
    );
    const body = [...before, ...vars, ...code];
    if (withStatements(block, body) === undefined) return undefined;
    return node.type === "StaticBlock"
      ? { ...node, body }
      : ({ ...node, body: { ...block, body } } as typeof node);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const VARS: readonly Rule[] = [localVars, assignedVars, bareVars];

/** Whether `let` would mean the same for all names of a pattern. */
function isLocal(pattern: Node, hasValue: boolean, { scopes }: RuleContext): boolean {
  return boundIdentifiers(pattern).every((name) => {
    const binding = scopes.bindingOf.get(name);
    if (binding?.kind !== "var" || !binding.renamable || binding.declarations > 1 || !binding.isLocal)
      return false;
    return !binding.isRepeated || (hasValue && !binding.captured);
  });
}

/** The one variable that a `var` declares and that only it and other `var`s of its name do; not one that `let` would declare as well. */
function ownVar(node: Node, context: RuleContext): ESTree.VariableDeclarator | undefined {
  if (node.type !== "VariableDeclaration" || node.kind !== "var" || node.declarations.length > 1)
    return undefined;
  const [only] = node.declarations;
  if (only?.id.type !== "Identifier" || isLocal(only.id, true, context)) return undefined;
  const binding = context.scopes.bindingOf.get(only.id);
  return binding?.kind === "var" && binding.renamable && context.uses.references(binding) > 0
    ? only
    : undefined;
}

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

/** Bare declarations without those of a variable that another declares. */
function once(
  declarations: readonly ESTree.Statement[],
  { scopes, uses }: RuleContext,
): readonly ESTree.Statement[] {
  const seen = new Set<Binding>();
  return declarations.filter((each) => {
    const [first] = each.type === "VariableDeclaration" ? each.declarations : [];
    const binding = first && scopes.bindingOf.get(first.id);
    if (first === undefined || binding === undefined) return true;
    const isFirst = !seen.has(binding);
    if (isFirst) seen.add(binding);
    else uses.drop(first.id);
    return isFirst;
  });
}

function singly(node: ESTree.Statement): readonly ESTree.Statement[] {
  return node.type === "VariableDeclaration" && node.declarations.length > 1
    ? node.declarations.map((one) => ({ ...node, declarations: [one] }))
    : [node];
}

/** At the beginning of its function, before anything can use it, a variable of its own may as well be a `let`. */
function asLet(node: ESTree.Statement, { scopes, uses }: RuleContext): ESTree.Statement {
  const [first] = node.type === "VariableDeclaration" ? node.declarations : [];
  const binding = first && scopes.bindingOf.get(first.id);
  const isOwn = binding?.kind === "var" && uses.declarations(binding) === 1 && binding.renamable;
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
