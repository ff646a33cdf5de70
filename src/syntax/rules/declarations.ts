// Rules about how variables are declared.

import type { ESTree } from "meriyah";
import type { Binding, BindingKind } from "../binding.ts";
import { isSilent } from "../effects.ts";
import { statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { isStillLiteral, LISTS, withReplaced, withStatements } from "../statements.ts";
import { boundIdentifiers, eachChild, type Node } from "../tree.ts";
import { usesWithin } from "./occurrences.ts";

const DROPPABLE: ReadonlySet<BindingKind> = new Set(["let", "const", "var", "function"]);

const unwrittenConstants = rule({
  name: "const never written",
  statement: "`const a = b` is `let a = b`",
  condition: "14.3.1: the two differ only in what an assignment does, so none may occur",
  same: [
    "(a, f) => { const b = a(f); return b + f() + b }",
    "(a, f) => { let b = a(f); return b + f() + b }",
  ],
  different: ["a => { const b = a; b = 1; return b }", "a => { let b = a; b = 1; return b }"],
  on: ["VariableDeclaration"],
  rewritten: (node, { scopes, uses }) => {
    if (node.kind !== "const") return undefined;
    const mayBeWritten = (name: Node): boolean => {
      const binding = scopes.bindingOf.get(name);
      return binding === undefined || uses.writes(binding) > 0;
    };
    const isWritten = node.declarations.some(({ id }) =>
      id.type === "Identifier" ? mayBeWritten(id) : boundIdentifiers(id).some(mayBeWritten),
    );
    return isWritten ? undefined : { ...node, kind: "let" };
  },
});

const singleDeclarations = rule({
  name: "declarations of several variables",
  statement: "`let a = b, c = d` is `let a = b; let c = d`",
  condition: "14.3.1.3, 14.3.2.2: they are evaluated one after another",
  same: [
    "(a, b) => { let c = a(), d = b(); return [d, c, d] }",
    "(a, b) => { let c = a(); let d = b(); return [d, c, d] }",
  ],
  different: [
    "(a, b) => { let c = a(), d = b(); return [d, c, d] }",
    "(a, b) => { let d = b(), c = a(); return [d, c, d] }",
  ],
  on: LISTS,
  holding: ["VariableDeclaration"],
  rewritten: (node) =>
    withReplaced(node, (each) =>
      each.type === "VariableDeclaration" && each.declarations.length > 1
        ? each.declarations.map((one) => ({ ...each, declarations: [one] }))
        : undefined,
    ),
});

const unusedVariables = rule({
  name: "variables nobody uses",
  statement: "`let a = b(); c` is `b(); c` where nothing uses `a`",
  condition:
    "14.3: a variable without uses is not seen; what is evaluated for it stays, unless it does nothing; not `using`",
  same: ["(a, b) => { var c = a(), d = 1; b() }", "(a, b) => { a(); b() }"],
  different: ["(a, b) => { let { c } = a; b() }", "(a, b) => { b() }"],
  on: LISTS,
  holding: ["VariableDeclaration"],
  rewritten: (node, context) =>
    withReplaced(node, (each) => {
      if (each.type !== "VariableDeclaration" || each.kind.endsWith("using")) return undefined;
      const [first] = each.declarations;
      if (first?.id.type !== "Identifier" || each.declarations.length > 1) return undefined;
      const { id, init } = first;
      const binding = context.scopes.bindingOf.get(id);
      if (binding === undefined || !binding.renamable || context.uses.references(binding) > 0)
        return undefined;
      if (!DROPPABLE.has(binding.kind)) return undefined;
      // A class shows the name that it takes from its variable.
      if (init?.type === "ClassExpression" && init.id === null) return undefined;
      context.uses.drop(init !== null && !isSilent(init, context) ? id : each);
      return init === null || isSilent(init, context) ? [] : [statement(init)];
    }),
});

const unreadVariables = rule({
  name: "assignments nobody reads",
  statement: "`a = b();` is `b();` where that is the only use of the variable `a`",
  condition:
    "13.15.2: to write a variable that has no other use is not seen; not a constant, nor before it is declared, which throws",
  same: ["(a, b) => { let c; if (a) { c = b() } }", "(a, b) => { if (a) { b() } }"],
  different: ["(a, b) => { if (a) { c = b() } let c }", "(a, b) => { if (a) { b() } }"],
  on: ["ExpressionStatement"],
  rewritten: (node, context) => {
    const { expression } = node;
    if (expression.type !== "AssignmentExpression" || expression.operator !== "=") return undefined;
    const { left, right } = expression;
    const binding = context.scopes.bindingOf.get(left);
    if (binding === undefined || !binding.renamable || context.scopes.early.has(left)) return undefined;
    if (!DROPPABLE.has(binding.kind) || binding.kind === "const") return undefined;
    if (context.uses.references(binding) !== 1 || context.uses.writes(binding) !== 1) return undefined;
    // A class shows the name that it takes from its variable.
    if (right.type === "ClassExpression" && right.id === null) return undefined;
    context.uses.drop(left);
    return statement(right);
  },
});

const lateDeclarations = rule({
  name: "places of declarations with a literal or no value",
  statement: "`let a = 1; b(); a++;` is `b(); let a = 1; a++;`, and `let a; b(); a = c;` alike",
  condition:
    "14.3.1, 13.2.3: a variable that nothing uses before may begin there, and to evaluate a literal does nothing and sees nothing; " +
    "not where a function that is made before uses it, which may be called between, and not in a `switch`, whose cases may be skipped",
  same: [
    "(a, b) => { let c, d = 1; a(); if (b) { c = d++ } return [c, d] }",
    "(a, b) => { a(); let d = 1, c; if (b) { c = d++ } return [c, d] }",
  ],
  different: [
    "(a, b) => { let c; g(); c = a; return [c, c]; function g() { b(c) } }",
    "(a, b) => { g(); let c; c = a; return [c, c]; function g() { b(c) } }",
  ],
  on: ["BlockStatement", "StaticBlock"],
  holding: ["VariableDeclaration"],
  rewritten: (node, context) => {
    const statements = node.body;
    if (!statements.some((each) => stillBinding(each, context) !== undefined)) return undefined;
    const still = new Map<Binding, ESTree.Statement>();
    const later: ESTree.Statement[] = [];
    for (const each of statements) {
      const binding = stillBinding(each, context);
      if (binding !== undefined) {
        still.set(binding, each);
        continue;
      }
      if (still.size > 0) later.push(...taken(still, each, context));
      later.push(each);
    }
    return withStatements(node, [...later, ...still.values()]);
  },
});

const firstValues = rule({
  name: "declarations and first values",
  statement: "`let a; a = b;` is `let a = b;`, and `let a = 1; a = b;` alike",
  condition:
    "14.3.1: the value comes before anything can see the variable; what is evaluated for it must not use it, nor call what does",
  same: ["(a, b) => { let c; c = a(); return b(c, c) }", "(a, b) => { let c = a(); return b(c, c) }"],
  different: [
    "(a, b) => { let c; c = a(() => c); return [c, c] }",
    "(a, b) => { let c = a(() => c); return [c, c] }",
  ],
  on: ["BlockStatement", "StaticBlock"],
  holding: ["VariableDeclaration"],
  rewritten: (node, context) => {
    if (!node.body.some((each) => stillBinding(each, context) !== undefined)) return undefined;
    const statements: ESTree.Statement[] = [];
    for (const each of node.body) {
      const target = assignedVariable(each, context);
      const place = target === undefined ? -1 : waitingPlace(target, statements, context);
      const before = statements[place];
      const value = target && before && valueFor(target, each, context);
      if (before?.type !== "VariableDeclaration" || target === undefined || value === undefined) {
        statements.push(each);
        continue;
      }
      context.uses.revalue(target);
      context.uses.drop(value.left);
      const declarations = before.declarations.map((one) => ({ ...one, init: value.right }));
      statements.splice(place, 1);
      statements.push({ ...before, declarations });
    }
    return withStatements(node, statements);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const DECLARATIONS: readonly Rule[] = [
  singleDeclarations,
  unwrittenConstants,
  unusedVariables,
  unreadVariables,
  lateDeclarations,
  firstValues,
];

/** The waiting declarations of what a statement uses, in the order of its uses, which then wait no more. */
function taken(
  waiting: Map<Binding, ESTree.Statement>,
  node: Node,
  { scopes }: RuleContext,
): readonly ESTree.Statement[] {
  const used = new Set<Binding>();
  const visit = (each: Node): void => {
    const binding = scopes.bindingOf.get(each);
    if (binding === undefined) eachChild(each, visit);
    else if (waiting.has(binding)) used.add(binding);
  };
  visit(node);
  return [...used].flatMap((each) => {
    const declaration = waiting.get(each);
    waiting.delete(each);
    return declaration === undefined ? [] : [declaration];
  });
}

/**
 * The variable of a declaration `let a;` or `let a = 1;` that nothing finds in its dead zone: a closure made before it could be
 * called between there and the place where it goes. One that was a `var` stands at the beginning of its function, behind the
 * functions.
 */
export function stillBinding(node: ESTree.Statement, { scopes }: RuleContext): Binding | undefined {
  if (node.type !== "VariableDeclaration" || node.kind !== "let" || node.declarations.length > 1)
    return undefined;
  const [{ id, init } = { id: undefined, init: null }] = node.declarations;
  if (id?.type !== "Identifier" || (init !== null && !isStillLiteral(init))) return undefined;
  const binding = scopes.bindingOf.get(id);
  if (!binding?.renamable) return undefined;
  return (binding.kind === "var" ? !binding.hoisted : binding.isLocal) ? binding : undefined;
}

/** The variable that a statement assigns. */
function assignedVariable(node: ESTree.Statement, { scopes }: RuleContext): Binding | undefined {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression")
    return undefined;
  return scopes.bindingOf.get(node.expression.left);
}

/** Where a variable is declared among the last statements, of which none does more than that; else -1. */
function waitingPlace(
  target: Binding,
  statements: readonly ESTree.Statement[],
  context: RuleContext,
): number {
  for (let place = statements.length - 1; place >= 0; place--) {
    const each = statements[place];
    const binding = each && stillBinding(each, context);
    if (binding === undefined) return -1;
    if (binding === target) return place;
  }
  return -1;
}

/** The assignment by which a statement gives a variable a value that does not depend on it. */
function valueFor(
  binding: Binding,
  node: ESTree.Statement,
  context: RuleContext,
): ESTree.AssignmentExpression | undefined {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "AssignmentExpression")
    return undefined;
  const { left, right, operator } = node.expression;
  if (operator !== "=" || context.scopes.bindingOf.get(left) !== binding) return undefined;
  const isFunction = right.type === "FunctionExpression" || right.type === "ArrowFunctionExpression";
  return isFunction || usesWithin([right], context)(binding) === 0 ? node.expression : undefined;
}
