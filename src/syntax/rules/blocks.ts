// Rules about blocks, empty statements, and what stands for one statement.

import type { ESTree } from "meriyah";
import { block } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { declaresInBlock, isBlock, LISTS, statementsOf, withStatements } from "../statements.ts";
import { boundIdentifiers, type Node } from "../tree.ts";

const blockBodies = rule({
  name: "blocks around bodies",
  statement: "`if (a) b` is `if (a) { b }`, and an empty `else` is none; loops alike",
  condition:
    "14.2: a block around one statement changes nothing; a lone declaration cannot stand there, and a sloppy function " +
    "behaves as in a block (B.3.3)",
  same: ["a => { if (a) a(); for (; a(); ) a() }", "a => { if (a) { a() } else {} for (; a(); ) { a() } }"],
  different: ["a => { if (a) { a() } a() }", "a => { if (a) { a(); a() } }"],
  on: [
    "IfStatement",
    "ForStatement",
    "ForInStatement",
    "ForOfStatement",
    "WhileStatement",
    "DoWhileStatement",
  ],
  rewritten: (node) => {
    if (node.type !== "IfStatement")
      return isBlock(node.body) ? undefined : { ...node, body: block([node.body], node.body) };
    const { consequent, alternate } = node;
    const isEmptyElse = alternate !== null && isBlock(alternate) && alternate.body.length === 0;
    if (isBlock(consequent) && (alternate === null || (isBlock(alternate) && !isEmptyElse))) return undefined;
    return {
      ...node,
      consequent: isBlock(consequent) ? consequent : block([consequent], consequent),
      alternate:
        alternate === null || isEmptyElse
          ? null
          : isBlock(alternate)
            ? alternate
            : block([alternate], alternate),
    };
  },
});

const flatStatements = rule({
  name: "nested blocks and empty statements",
  statement: "`{ a; { b } ; }` is `{ a; b }`",
  condition:
    "14.2, 14.4: a block that declares nothing of its own makes no scope; an empty statement does nothing",
  same: ["a => { { a(1) } ; a(2) }", "a => { a(1); a(2) }"],
  different: ["a => { let b = 1; { let b = a; a() } return b }", "a => { let b = 1; b = a; a(); return b }"],
  on: LISTS,
  holding: ["BlockStatement", "EmptyStatement"],
  rewritten: (node) => {
    const statements = statementsOf(node);
    if (!statements.some(isRedundant)) return undefined;
    return withStatements(
      node,
      statements.flatMap((each) => (!isRedundant(each) ? [each] : isBlock(each) ? each.body : [])),
    );
  },
});

const declaringBlocks = rule({
  name: "blocks that declare variables",
  statement: "`{ a; { let b = c; b() } }` is `{ a; let b = c; b() }`",
  condition:
    "14.2.2, 14.12.2: who can use a variable is known, so it may live longer than its block, also among the cases of a `switch`; " +
    "not what `using` ends (14.3.1), nor functions and classes, which show their names or leave their block (B.3.2)",
  same: ["a => { a(); { let b = a(); a(b, b) } a() }", "a => { a(); let b = a(); a(b, b); a() }"],
  different: [
    "a => { for (let i = 0; i < 2; i++) { let b = 0; a(() => ++b) } }",
    "a => { let b = 0; for (let i = 0; i < 2; i++) { a(() => ++b) } }",
  ],
  on: LISTS,
  holding: ["BlockStatement"],
  rewritten: (node, context) => {
    const statements = statementsOf(node);
    const isOpen = (each: Node): each is ESTree.BlockStatement => isBlock(each) && canOpen(each, context);
    if (!statements.some(isOpen)) return undefined;
    return withStatements(
      node,
      statements.flatMap((each) => (isOpen(each) ? each.body : [each])),
    );
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const BLOCKS: readonly Rule[] = [blockBodies, flatStatements, declaringBlocks];

/** An empty statement, or a block without declarations of its own. */
function isRedundant(node: Node): boolean {
  if (node.type === "EmptyStatement") return true;
  return isBlock(node) && !node.body.some(declaresInBlock);
}

/** Whether the declarations of a block may stand in the list around it. */
export function canOpen(node: ESTree.BlockStatement, { scopes }: RuleContext): boolean {
  return node.body.every((each) => {
    if (each.type !== "VariableDeclaration") return !declaresInBlock(each);
    if (each.kind !== "let" && each.kind !== "const") return each.kind === "var";
    return each.declarations.every(({ id }) =>
      boundIdentifiers(id).every((name) => scopes.bindingOf.get(name)?.renamable ?? false),
    );
  });
}
