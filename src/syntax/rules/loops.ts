// Rules about loops.

import type { ESTree } from "meriyah";
import { logical, statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { branch, exits, isBlock, LISTS, unlabelled, withLoop, withReplaced } from "../statements.ts";
import { boundIdentifiers, type Node, rangeOf } from "../tree.ts";
import { opposite, truth, truthOf } from "../truth.ts";
import { holdsSpelledName, usesWithin } from "./occurrences.ts";

const whileLoops = rule({
  name: "while loops",
  statement: "`while (a) b` is `for (; a;) b`",
  condition: "14.7.3.2, 14.7.4.2: without an update, `continue` leads to the test either way",
  same: ["a => { while (a()) a(1) }", "a => { for (; a();) a(1) }"],
  different: ["a => { do a(1); while (a()) }", "a => { while (a()) a(1) }"],
  on: ["WhileStatement"],
  rewritten: ({ test, body, ...node }) => ({
    type: "ForStatement",
    init: null,
    test,
    update: null,
    body,
    ...rangeOf({ ...node, test, body }),
  }),
});

const endlessLoops = rule({
  name: "tests that are always true",
  statement: "`for (; true;) a` is `for (;;) a`",
  condition: "14.7.4.3: a missing test is true",
  same: ["a => { while (1) a() }", "a => { for (;;) a() }"],
  different: ["a => { while (0) a() }", "a => { for (;;) a() }"],
  on: ["ForStatement"],
  rewritten: (node) =>
    node.test !== null && truthOf(node.test) === true ? { ...node, test: null } : undefined,
});

const loopInits = rule({
  name: "beginnings of loops",
  statement: "`for (let i = a; b; c) d` is `let i = a; for (; b; c) d`",
  condition:
    "14.7.4.2: it is evaluated once, before; a `let` that a closure captures is a new variable in each turn (14.7.4.4) and stays",
  same: [
    "(a, b) => { for (let i = a; i < b; ++i) b(i) }",
    "(a, b) => { let i = a; for (; i < b; ++i) b(i) }",
  ],
  different: [
    "a => { for (let i = 0; i < 2; ++i) a(() => i) }",
    "a => { let i = 0; for (; i < 2; ++i) a(() => i) }",
  ],
  on: LISTS,
  holding: ["ForStatement", "LabeledStatement"],
  rewritten: (node, context) => {
    return withReplaced(node, (each) => {
      const loop = unlabelled(each);
      if (loop.type !== "ForStatement" || loop.init === null) return undefined;
      if (!canStandBefore(loop.init, node.type, context)) return undefined;
      const { init } = loop;
      const before = init.type === "VariableDeclaration" ? init : statement(init as ESTree.Expression);
      return [before, withLoop(each, { ...loop, init: null })];
    });
  },
});

const firstBreaks = rule({
  name: "breaks at the beginning of loops",
  statement:
    "`for (; a; b) { if (c) break; d }` is `for (; a && !c; b) d`, and `if (c) d; else break;` alike",
  condition:
    "14.7.4.3, 14.9: the second test is evaluated after the first and before all else in each turn; it must not use what the " +
    "body declares",
  same: ["(a, b) => { for (;;) { if (a()) break; b() } }", "(a, b) => { for (; !a();) { b() } }"],
  different: ["(a, b) => { for (;;) { b(); if (a()) break } }", "(a, b) => { for (; !a();) { b() } }"],
  on: ["ForStatement"],
  rewritten: (node, context) => {
    if (!isBlock(node.body)) return undefined;
    const [first, ...others] = node.body.body;
    if (first?.type !== "IfStatement" || first.alternate !== null) return undefined;
    const inside = branch(first.consequent);
    const [test, rest] =
      isLoneBreak(inside) && others.length > 0
        ? [opposite(truth(first.test)), others]
        : isLoneBreak(others) && exits(inside)
          ? [first.test, inside]
          : [undefined, others];
    if (test === undefined || holdsSpelledName(test, context.scopes)) return undefined;
    if (usesNamesOf(others, test, context)) return undefined;
    const both = node.test === null ? test : logical("&&", node.test, test);
    return { ...node, test: both, body: { ...node.body, body: [...rest] } };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const LOOPS: readonly Rule[] = [whileLoops, endlessLoops, loopInits, firstBreaks];

/** Whether an expression uses what some statements declare for their block. */
function usesNamesOf(statements: readonly ESTree.Statement[], test: Node, context: RuleContext): boolean {
  const names = statements.flatMap(blockNames);
  if (names.length === 0) return false;
  const within = usesWithin([test], context);
  return names.some((name) => {
    const binding = context.scopes.bindingOf.get(name);
    return binding === undefined || within(binding) > 0;
  });
}

function blockNames(node: ESTree.Statement): readonly Node[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind === "var" ? [] : node.declarations.flatMap(({ id }) => boundIdentifiers(id));
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return node.id === null ? [] : [node.id];
    case "LabeledStatement":
      return blockNames(node.body);
    default:
      return [];
  }
}

function isLoneBreak(statements: readonly ESTree.Statement[]): boolean {
  const [only, ...more] = statements;
  return only?.type === "BreakStatement" && only.label === null && more.length === 0;
}

function canStandBefore(init: ESTree.ForStatement["init"], list: string, { scopes }: RuleContext): boolean {
  if (init?.type !== "VariableDeclaration" || init.kind === "var") return true;
  if ((init.kind !== "let" && init.kind !== "const") || list === "SwitchCase") return false;
  return init.declarations.every(({ id }) =>
    boundIdentifiers(id).every((name) => {
      const binding = scopes.bindingOf.get(name);
      return binding?.renamable && (init.kind === "const" || !binding.captured);
    }),
  );
}
