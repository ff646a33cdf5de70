// Rules about the clauses of a switch: where they end, which of them do the same, and when a switch is no more than an if.

import type { ESTree } from "meriyah";
import { block, statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { areSame } from "../same-nodes.ts";
import { declaresInBlock, exits } from "../statements.ts";
import { eachChild, type Node, rangeOf } from "../tree.ts";

type Case = ESTree.SwitchCase;

const lastBreaks = rule({
  name: "ends of switches",
  statement: "`switch (a) { case 1: b }` is `switch (a) { case 1: b; break }`",
  condition: "14.12.2: behind the last clause, as behind a `break`, comes what follows the switch",
  same: [
    "(a, b) => { switch (a) { case 1: b(1); break; case 2: b(2); break } b(3) }",
    "(a, b) => { switch (a) { case 1: b(1); break; case 2: b(2) } b(3) }",
  ],
  different: [
    "(a, b) => { switch (a) { case 1: b(1); break; case 2: b(2) } b(3) }",
    "(a, b) => { switch (a) { case 1: b(1); case 2: b(2) } b(3) }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node) => {
    const last = node.cases.at(-1);
    if (last === undefined || exits(last.consequent)) return undefined;
    const end: ESTree.BreakStatement = { type: "BreakStatement", label: null, ...rangeOf(last) };
    return {
      ...node,
      cases: [...node.cases.slice(0, -1), { ...last, consequent: [...last.consequent, end] }],
    };
  },
});

const idleClauses = rule({
  name: "clauses that do nothing",
  statement: "`switch (a) { case 1: b; break; default: break }` is `switch (a) { case 1: b; break }`",
  condition:
    "14.12.2: the last clause only leaves, and is not needed for that: a `default`, or a literal where no `default` would " +
    "come instead; what falls into it falls out of the switch",
  same: [
    "(a, b) => { switch (a) { case 1: b(1); break; case 2: b(2); break; default: break } b(3) }",
    "(a, b) => { switch (a) { case 1: b(1); break; case 2: b(2); break } b(3) }",
  ],
  different: [
    "(a, b) => { switch (a) { default: b(1); break; case 1: break } b(2) }",
    "(a, b) => { switch (a) { default: b(1); break } b(2) }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node) => {
    const last = node.cases.at(-1);
    if (last === undefined || !isLoneBreak(last.consequent)) return undefined;
    const others = node.cases.slice(0, -1);
    const isIdle = last.test === null || (literalKey(last.test) !== undefined && !others.some(isDefault));
    if (!isIdle) return undefined;
    return others.length === 0 ? statement(node.discriminant) : { ...node, cases: others };
  },
});

const lastDefaults = rule({
  name: "places of default",
  statement:
    "`switch (a) { default: return b; case 1: return c }` is `switch (a) { case 1: return c; default: return b }`",
  condition:
    "14.12.2: `default` comes when no test holds, wherever it stands; nothing falls into it or out of it, and the tests are " +
    "different literals, whose order nobody sees",
  same: [
    "(a, b) => { switch (a) { case 1: return b(1); default: return b(2); case 3: return b(3) } }",
    "(a, b) => { switch (a) { case 1: return b(1); case 3: return b(3); default: return b(2) } }",
  ],
  different: [
    "(a, b) => { switch (a) { case 1: return b(1); default: b(2); case 3: return b(3) } }",
    "(a, b) => { switch (a) { case 1: return b(1); case 3: return b(3); default: b(2) } }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node) => {
    const { cases } = node;
    const place = cases.findIndex(isDefault);
    const found = cases[place];
    if (found === undefined || place === cases.length - 1 || !haveKnownTests(cases)) return undefined;
    const start = groupStart(cases, place);
    if (!exits(found.consequent) || !isClosed(cases, start) || !isClosed(cases, cases.length))
      return undefined;
    const group = cases.slice(start, place + 1);
    return { ...node, cases: [...cases.slice(0, start), ...cases.slice(place + 1), ...group] };
  },
});

const defaultClauses = rule({
  name: "clauses that do what default does",
  statement:
    "`switch (a) { case 1: return b; case 2: return c; case 3: default: return b }` is `switch (a) { case 2: return c; default: return b }`",
  condition:
    "14.12.2: the tests are different literals, so that without the clause no test holds and `default`, which stands last, does " +
    "the same; nothing falls into the clause",
  same: [
    "(a, b) => { switch (a) { case 1: return b(1); case 2: return b(2); case 3: default: return b(1) } }",
    "(a, b) => { switch (a) { case 2: return b(2); default: return b(1) } }",
  ],
  different: [
    "(a, b) => { switch (a) { case 1: return b(1); case b(3): return b(2); default: return b(1) } }",
    "(a, b) => { switch (a) { case b(3): return b(2); default: return b(1) } }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node, context) => {
    const { cases } = node;
    const last = cases.at(-1);
    if (last === undefined || !isDefault(last) || cases.length < 2 || !haveKnownTests(cases))
      return undefined;
    const kept: Case[] = [];
    const start = groupStart(cases, cases.length - 1);
    for (let index = start - 1; index >= 0; index--) {
      const each = cases[index];
      if (each === undefined) continue;
      const first = groupStart(cases, index);
      if (isClosed(cases, first) && exits(each.consequent) && doSame(each, last, context)) {
        for (const one of each.consequent) context.uses.drop(one);
        index = first;
      } else kept.unshift(each);
    }
    return kept.length === cases.length - 1 ? undefined : { ...node, cases: [...kept, last] };
  },
});

const sameClauses = rule({
  name: "clauses that do the same",
  statement:
    "`switch (a) { case 1: return b; case 2: return b }` is `switch (a) { case 1: case 2: return b }`",
  condition: "14.12.2: a clause without statements falls into the next one, whose test is not evaluated then",
  same: [
    "(a, b) => { switch (a) { case 1: return b(1); case 2: return b(1); case 3: return b(3) } }",
    "(a, b) => { switch (a) { case 1: case 2: return b(1); case 3: return b(3) } }",
  ],
  different: [
    "(a, b) => { switch (a) { case 1: b(1); case 2: b(1); break; case 3: return b(3) } }",
    "(a, b) => { switch (a) { case 1: case 2: b(1); break; case 3: return b(3) } }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node, context) => {
    let isChanged = false;
    const cases = node.cases.map((each, index): Case => {
      const next = node.cases[index + 1];
      if (next === undefined || !exits(each.consequent) || !doSame(each, next, context)) return each;
      for (const one of each.consequent) context.uses.drop(one);
      isChanged = true;
      return { ...each, consequent: [] };
    });
    return isChanged ? { ...node, cases } : undefined;
  },
});

const soleClauses = rule({
  name: "switches of one test",
  statement: "`switch (a) { case b: c; break; default: d; break }` is `if (a === b) c; else d`",
  condition:
    "14.12.2, 14.12.3: the values are compared as by `===`, the one behind `switch` being evaluated first; nothing else in the " +
    "switch breaks out of it, and it declares nothing",
  same: [
    "(a, b) => { switch (a()) { case b(): a(1); break; default: return b(2) } return a }",
    "(a, b) => { if (a() === b()) { a(1) } else { return b(2) } return a }",
  ],
  different: [
    "(a, b) => { switch (a) { case 1: b(1); default: return b(2) } return a }",
    "(a, b) => { if (a === 1) { b(1) } else { return b(2) } return a }",
  ],
  on: ["SwitchStatement"],
  rewritten: (node) => {
    const [first, second, ...more] = node.cases;
    if (first === undefined || first.test === null || more.length > 0) return undefined;
    if (second !== undefined && (second.test !== null || !exits(first.consequent))) return undefined;
    const [yes, no] = [bodyOf(first), second && bodyOf(second)];
    if (yes === undefined || (second !== undefined && no === undefined)) return undefined;
    const test: ESTree.BinaryExpression = {
      type: "BinaryExpression",
      operator: "===",
      left: node.discriminant,
      right: first.test,
      ...rangeOf(node.discriminant),
    };
    const alternate = no && second ? block(no, second) : null;
    return { type: "IfStatement", test, consequent: block(yes, first), alternate, ...rangeOf(node) };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const SWITCHES: readonly Rule[] = [
  lastBreaks,
  idleClauses,
  lastDefaults,
  defaultClauses,
  sameClauses,
  soleClauses,
];

function isDefault({ test }: Case): boolean {
  return test === null;
}

function isLoneBreak(statements: readonly Node[]): boolean {
  const [only, ...more] = statements;
  return only?.type === "BreakStatement" && only.label === null && more.length === 0;
}

/** Where the clauses without statements begin that fall into one. */
function groupStart(cases: readonly Case[], place: number): number {
  let start = place;
  while (start > 0 && cases[start - 1]?.consequent.length === 0) start--;
  return start;
}

/** Whether nothing falls into the clause at a place from the one before. */
function isClosed(cases: readonly Case[], place: number): boolean {
  const before = cases[place - 1];
  return before === undefined || exits(before.consequent);
}

/** Whether all tests are literals, and no two of them are equal. */
function haveKnownTests(cases: readonly Case[]): boolean {
  const keys = new Set<string>();
  for (const { test } of cases) {
    if (test === null) continue;
    const key = literalKey(test);
    if (key === undefined || keys.has(key)) return false;
    keys.add(key);
  }
  return true;
}

/** A key for what a literal is strictly equal to; undefined for what is no literal (`-0` equals `0`). */
function literalKey(node: Node): string | undefined {
  if (node.type === "UnaryExpression") {
    const { operator, argument } = node;
    if (argument.type !== "Literal" || "regex" in argument) return undefined;
    if (operator === "void") return "undefined";
    return operator === "-" && typeof argument.value === "number" ? `number ${-argument.value}` : undefined;
  }
  return node.type === "Literal" && !("regex" in node) ? `${typeof node.value} ${node.value}` : undefined;
}

function doSame(one: Case, other: Case, { scopes }: RuleContext): boolean {
  const { length } = one.consequent;
  return (
    length > 0 &&
    length === other.consequent.length &&
    one.consequent.every((each, index) => {
      const matching = other.consequent[index];
      return matching !== undefined && areSame(each, matching, scopes);
    })
  );
}

/** What a clause does, without the break at its end; undefined where another one breaks out, or it declares something. */
function bodyOf({ consequent }: Case): ESTree.Statement[] | undefined {
  const last = consequent.at(-1);
  const body = last !== undefined && isLoneBreak([last]) ? consequent.slice(0, -1) : consequent;
  return body.some((each) => declaresInBlock(each) || breaksOut(each)) ? undefined : body;
}

/** Whether a break in a statement leaves what is around the statement. */
function breaksOut(node: Node): boolean {
  switch (node.type) {
    case "BreakStatement":
      return node.label === null;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "SwitchStatement":
    case "ExpressionStatement":
    case "VariableDeclaration":
    case "ReturnStatement":
    case "ThrowStatement":
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return false;
  }
  let breaks = false;
  eachChild(node, (child) => {
    breaks ||= breaksOut(child);
  });
  return breaks;
}
