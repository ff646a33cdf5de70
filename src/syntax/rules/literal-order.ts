// The rules about declarations that only give variables a literal, or nothing.

import type { ESTree } from "meriyah";
import type { Binding } from "../binding.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { isStillLiteral, withStatements } from "../statements.ts";
import { eachChild, type Node } from "../tree.ts";
import { stillBinding } from "./declarations.ts";

const emptyLets = rule({
  name: "let undefined",
  statement: "`let a = undefined` is `let a`",
  condition:
    "14.3.1.2: a `let` without a value gives undefined, each time it is come to; a `var` gives nothing",
  same: [
    "(a, b) => { let c = void 0; if (a) c = b; return [c, c] }",
    "(a, b) => { let c; if (a) c = b; return [c, c] }",
  ],
  different: [
    "a => { for (;;) { var b = void 0; if (b) return b; b = a(b) } }",
    "a => { for (;;) { var b; if (b) return b; b = a(b) } }",
  ],
  on: ["VariableDeclaration"],
  rewritten: (node) => {
    if (node.kind !== "let" || !node.declarations.some(isEmpty)) return undefined;
    return {
      ...node,
      declarations: node.declarations.map((each) => (isEmpty(each) ? { ...each, init: null } : each)),
    };
  },
});

const literalOrder = rule({
  name: "order of declarations with literals",
  statement: "`let a = 1; let b = 2; b(a)` is `let b = 2; let a = 1; b(a)`: in the order of their first uses",
  condition:
    "14.3.1.2, 13.2.3: a literal does nothing and sees nothing, and between the declarations nothing else is evaluated",
  same: [
    "a => { let b = 1, c = 'x'; a(() => c += b++); return [c, b] }",
    "a => { let c = 'x', b = 1; a(() => c += b++); return [c, b] }",
  ],
  different: [
    "a => { let b = 1, c = a(() => b); return [c, b++] }",
    "a => { let c = a(() => b), b = 1; return [c, b++] }",
  ],
  on: ["BlockStatement", "StaticBlock"],
  holding: ["VariableDeclaration"],
  rewritten: (node, context) => {
    const { body } = node;
    let ordered: ESTree.Statement[] | undefined;
    for (let start = 0; start < body.length; start++) {
      const end = runEnd(body, start, context);
      if (end - start < 2) continue;
      const run = body.slice(start, end);
      const sorted = inOrderOfUse(run, body, end, context);
      if (sorted.some((each, index) => each !== run[index])) {
        ordered ??= [...body];
        ordered.splice(start, run.length, ...sorted);
      }
      start = end - 1;
    }
    return ordered && withStatements(node, ordered);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const LITERAL_ORDER: readonly Rule[] = [emptyLets, literalOrder];

function isEmpty({ id, init }: ESTree.VariableDeclarator): boolean {
  return (
    id.type === "Identifier" &&
    init?.type === "UnaryExpression" &&
    init.operator === "void" &&
    init.argument.type === "Literal"
  );
}

/** Where the declarations with literals that begin at an index end. */
function runEnd(body: readonly ESTree.Statement[], start: number, context: RuleContext): number {
  let end = start;
  for (let each = body[end]; each !== undefined && literalBinding(each, context); each = body[end]) end++;
  return end;
}

/**
 * The variable that a declaration gives a literal, or nothing, and that has no place of its own (see "places of declarations with
 * a literal or no value"), since a function may find it in its dead zone.
 */
function literalBinding(node: ESTree.Statement, context: RuleContext): Binding | undefined {
  if (node.type !== "VariableDeclaration" || node.declarations.length > 1) return undefined;
  const [only] = node.declarations;
  if (only?.id.type !== "Identifier" || (node.kind !== "let" && node.kind !== "var" && node.kind !== "const"))
    return undefined;
  const binding = context.scopes.bindingOf.get(only.id);
  if (binding === undefined || !binding.renamable || binding.declarations > 1) return undefined;
  if (stillBinding(node, context) !== undefined) return undefined;
  return (only.init === null ? node.kind === "let" : isStillLiteral(only.init)) ? binding : undefined;
}

/** The declarations by the first use of what they declare: behind them, else anywhere in their list. */
function inOrderOfUse(
  run: readonly ESTree.Statement[],
  body: readonly ESTree.Statement[],
  end: number,
  context: RuleContext,
): readonly ESTree.Statement[] {
  const bindings = new Map(run.map((each) => [literalBinding(each, context), each]));
  const sorted = new Set<ESTree.Statement>();
  const visit = (node: Node): void => {
    if (sorted.size === run.length) return;
    const binding = context.scopes.bindingOf.get(node);
    if (binding === undefined) {
      eachChild(node, visit);
      return;
    }
    const declaration = bindings.get(binding);
    if (declaration !== undefined && context.scopes.roleOf.get(node) !== "declaration")
      sorted.add(declaration);
  };
  for (let index = end; index < body.length + end && sorted.size < run.length; index++) {
    const each = body[index % body.length];
    if (each !== undefined) visit(each);
  }
  for (const each of run) sorted.add(each);
  return [...sorted];
}
