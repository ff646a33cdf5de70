// Rules that put a value in the place of a variable.

import type { ESTree } from "meriyah";
import type { Binding } from "../binding.ts";
import { commute, type Effects, effectsOf } from "../effects.ts";
import { headOf } from "../heads.ts";
import { operandsOf } from "../operands.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { LISTS, type List, statementsOf, withStatements } from "../statements.ts";
import { eachChild, mapped, type Node, rangeOf } from "../tree.ts";
import { stillBinding } from "./declarations.ts";
import { holdsSpelledName } from "./occurrences.ts";

const namedLiterals = rule({
  name: "variables that hold a literal",
  statement: "`const a = 5; return b * a` is `return b * 5`",
  condition: "14.3.1, 13.1.3: the variable is never written, and has its value where it is used",
  same: ["a => { const b = 5; return () => a * b }", "a => () => a * 5"],
  different: ["a => { let b = 5; a(() => { b = 6 }); return b }", "a => { a(() => {}); return 5 }"],
  on: ["Identifier"],
  rewritten: (node, { scopes, uses }) => {
    const binding = scopes.bindingOf.get(node);
    if (binding?.literal === undefined) return undefined;
    const literal = uses.literal(binding);
    if (literal === undefined || scopes.roleOf.has(node) || scopes.early.has(node)) return undefined;
    if (uses.writes(binding) > 0 || binding.declarations > 1 || !binding.renamable) return undefined;
    const isOne =
      binding.kind === "let" || binding.kind === "const" || (binding.kind === "var" && binding.isLocal);
    if (!isOne) return undefined;
    uses.drop(node);
    return literalLike(literal, node);
  },
});

const singleUses = rule({
  name: "variables used once",
  statement: "`const a = b(); return a + c` is `return b() + c`",
  condition:
    "6.2.4, 13: nothing that is evaluated between can observe or affect the value; what does nothing may go anywhere but into " +
    "a loop or a function, where it would be made again, and `this` not into another function; a class keeps its name, and " +
    "so does a function where the code reads a `name` (8.4.5)",
  same: [
    "(a, b) => { const c = a(); const d = () => c; return b[1] + 1 }",
    "(a, b) => { a(); return b[1] + 1 }",
  ],
  different: ["(a, b) => { const c = a(); return b() + c }", "(a, b) => { return b() + a() }"],
  on: LISTS,
  holding: ["VariableDeclaration"],
  rewritten: (node, context) => {
    const candidates = statementsOf(node).map((each) => candidate(each, context));
    if (candidates.every((each) => each === undefined)) return undefined;
    const statements = [...statementsOf(node)];
    let at = statements.length - 1;
    for (let index = at - 1; index >= 0; index--) {
      const behind = statements[index + 1];
      // Declarations that neither do nor see anything may stand between.
      if (behind !== undefined && stillBinding(behind, context) === undefined) at = index + 1;
      const found = candidates[index];
      const next = found && placed(found, statements[at], context);
      if (next === undefined) continue;
      statements[at] = next;
      candidates[at] = candidate(next, context);
      statements.splice(index, 1);
      candidates.splice(index, 1);
      at--;
    }
    if (candidates.some((each) => each !== undefined && isStill(each)))
      return carried(node, statements, candidates, context);
    return withStatements(node, statements);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const INLINING: readonly Rule[] = [namedLiterals, singleUses];

/** A literal as it stands in a declaration, made anew. */
function literalLike(literal: Node, at: Node): Node {
  if (literal.type === "UnaryExpression")
    return { ...literal, argument: literalLike(literal.argument, at) as ESTree.Expression, ...rangeOf(at) };
  return { ...literal, ...rangeOf(at) };
}

/** A variable that is used once, and the value it is given. */
interface Candidate {
  readonly binding: Binding;
  readonly value: ESTree.Expression;
  readonly effects: Effects;
}

function candidate(node: ESTree.Statement | undefined, context: RuleContext): Candidate | undefined {
  const { scopes, uses } = context;
  if (node?.type !== "VariableDeclaration" || (node.kind !== "let" && node.kind !== "const"))
    return undefined;
  const [{ id, init: value } = { id: undefined, init: null }, ...more] = node.declarations;
  if (id?.type !== "Identifier" || value === null || more.length > 0) return undefined;
  const binding = scopes.bindingOf.get(id);
  if (binding === undefined || !binding.renamable || binding.declarations > 1) return undefined;
  if (uses.references(binding) !== 1 || uses.writes(binding) > 0) return undefined;
  switch (value.type) {
    case "ClassExpression":
      return undefined;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      if (scopes.traits.readsNames) return undefined;
  }
  return { binding, value, effects: effectsOf(value, context) };
}

/** A statement with the value where it uses the variable, if nothing comes between. */
function placed(
  found: Candidate,
  next: ESTree.Statement | undefined,
  context: RuleContext,
): ESTree.Statement | undefined {
  const head = next && headOf(next);
  if (head === undefined) return undefined;
  const path = pathTo(found.binding, head.node, context);
  const expression = path && substituted(head.node, path, found, context);
  if (path === undefined || expression === undefined) return undefined;
  context.uses.drop(path.use);
  return head.put(expression);
}

/** The way to the use of a variable. */
interface Path {
  readonly use: Node;
  readonly through: ReadonlySet<Node>;
}

function pathTo(binding: Binding, root: Node, { scopes }: RuleContext): Path | undefined {
  const through = new Set<Node>();
  let use: Node | undefined;
  const visit = (node: Node): void => {
    if (use !== undefined) return;
    if (scopes.bindingOf.get(node) === binding) use = node;
    else eachChild(node, visit);
    if (use !== undefined) through.add(node);
  };
  visit(root);
  return use === undefined || scopes.early.has(use) ? undefined : { use, through };
}

function substituted(
  node: ESTree.Expression,
  path: Path,
  found: Candidate,
  context: RuleContext,
): ESTree.Expression | undefined {
  if (node === path.use) return found.value;
  for (const { node: operand, put } of operandsOf(node)) {
    if (path.through.has(operand)) {
      const inner = substituted(operand, path, found, context);
      return inner && put(inner);
    }
    if (!commute(effectsOf(operand, context), found.effects)) return undefined;
  }
  return undefined;
}

/** Whether a value is the same wherever it is evaluated, and nothing else happens. */
function isStill({ effects: { isAny, reads, writes } }: Candidate): boolean {
  return !isAny && reads.size === 0 && writes.size === 0;
}

/** The list with values that do nothing wherever they are used, unless they would be made again there. */
function carried(
  list: List,
  statements: readonly ESTree.Statement[],
  candidates: readonly (Candidate | undefined)[],
  context: RuleContext,
): List | undefined {
  const { bindingOf, early } = context.scopes;
  const waiting = new Map<Binding, Candidate>();
  const done = new Set<Binding>();
  const visit = (node: Node, isAgain: boolean): Node => {
    const binding = bindingOf.get(node);
    const found = binding && waiting.get(binding);
    if (found !== undefined && !early.has(node)) {
      const isOwn = found.effects.makes || holdsThis(found.value);
      if ((isAgain && isOwn) || holdsSpelledName(found.value, context.scopes)) return node;
      waiting.delete(found.binding);
      done.add(found.binding);
      context.uses.drop(node);
      return visit(found.value, isAgain);
    }
    if (waiting.size === 0 || (node.type === "Property" && node.shorthand)) return node;
    const isWithin = isAgain || isRepeated(node);
    return mapped(node, (child) => visit(child, isWithin));
  };
  const visited = statements.map((each, index) => {
    const rest = visit(each, false) as ESTree.Statement;
    const found = candidates[index];
    if (found !== undefined && isStill(found)) waiting.set(found.binding, withValue(found, rest));
    return rest;
  });
  const kept = visited.filter((_, index) => {
    const found = candidates[index];
    return found === undefined || !done.has(found.binding);
  });
  return withStatements(list, kept);
}

/** A candidate with the value that its declaration has by now. */
function withValue(found: Candidate, node: ESTree.Statement): Candidate {
  const value = node.type === "VariableDeclaration" ? node.declarations[0]?.init : undefined;
  return value ? { ...found, value } : found;
}

function holdsThis(node: Node): boolean {
  if (node.type === "ThisExpression") return true;
  let holds = false;
  eachChild(node, (child) => {
    holds ||= holdsThis(child);
  });
  return holds;
}

/** Whether what stands in a node may be evaluated more than once, or with another `this`. */
function isRepeated(node: Node): boolean {
  switch (node.type) {
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "ClassDeclaration":
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return true;
    default:
      return false;
  }
}
