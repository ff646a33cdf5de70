// Rules about where statements come from and where they go: what follows an exit, guards, and what ends a function or a loop.
//
// A decision is a guard, `if (a) { ...; exit }`, with the other side behind it; the shorter side is the guard, so that nothing
// is nested deeper than it has to be.

import type { ESTree } from "meriyah";
import { block, logical, returned } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { areSame } from "../same-nodes.ts";
import {
  branch,
  declaresInBlock,
  exits,
  isBareExit,
  isBlock,
  isExit,
  isStillLet,
  LISTS,
  type List,
  statementsOf,
  withReplaced,
  withStatements,
} from "../statements.ts";
import { rangeOf } from "../tree.ts";
import { isNegative, mayJoin, opposite, truth } from "../truth.ts";
import { canOpen } from "./blocks.ts";
import { areUsedOnlyIn } from "./occurrences.ts";

const ends = rule({
  name: "ends of functions and loops",
  statement: "`{ a }` as a function's body is `{ a; return }`, as a loop's `{ a; continue }`",
  condition: "10.2.1.4, 14.7.1.2: to come to the end is to return nothing, or to go on",
  same: ["a => { for (;;) { a(); continue } }", "a => { for (;;) { a() } return }"],
  different: ["a => { for (;;) { a(); break } }", "a => { for (;;) { a() } }"],
  on: [
    "FunctionExpression",
    "FunctionDeclaration",
    "ArrowFunctionExpression",
    "ForStatement",
    "ForInStatement",
    "ForOfStatement",
    "WhileStatement",
    "DoWhileStatement",
  ],
  rewritten: (node) => {
    const { body } = node;
    if (!body || !isBlock(body) || exits(body.body)) return undefined;
    const isLoop = node.type.endsWith("Statement");
    const end: ESTree.Statement = isLoop
      ? { type: "ContinueStatement", label: null, ...rangeOf(body) }
      : returned(null, body);
    const withEnd = { ...body, body: [...body.body, end] };
    return { ...node, body: withEnd } as typeof node;
  },
});

const elseAfterExit = rule({
  name: "else after exit",
  statement:
    "`if (a) return b; else c;` is `if (a) return b; c;`, and `if (a) b; else return c;` is `if (!a) return c; b;`",
  condition: "14.6.2, 6.2.4: what follows the `if` is reached by one branch only",
  same: ["(a, b) => { if (a) { return b } else { b() } a() }", "(a, b) => { if (a) { return b } b(); a() }"],
  different: ["(a, b) => { if (a) { b() } else { a() } }", "(a, b) => { if (a) { b() } a() }"],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node) =>
    withReplaced(node, (each) => {
      if (each.type !== "IfStatement" || each.alternate === null) return undefined;
      if (isExit(each.consequent)) return [{ ...each, alternate: null }, each.alternate];
      if (!isExit(each.alternate)) return undefined;
      const test = opposite(truth(each.test));
      return [{ ...each, test, consequent: each.alternate, alternate: null }, each.consequent];
    }),
});

const sharedExits = rule({
  name: "exits behind branches",
  statement: "`if (a) { b } return;` is `if (a) { b; return } return;`; `continue` and `break` alike",
  condition: "6.2.4: an exit without a value or a label says the same wherever it stands",
  same: [
    "(a, b) => { if (a) { a(); b() } else { b() } return }",
    "(a, b) => { if (a) { a(); b(); return } b() }",
  ],
  different: ["(a, b) => { if (a) { a(); b(); return } a() }", "(a, b) => { if (a) { a(); b() } a() }"],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node) => {
    const statements = statementsOf(node);
    const [exit] = statements.slice(-1);
    const [last] = statements.slice(-2);
    if (!isBareExit(exit) || last?.type !== "IfStatement") return undefined;
    const ended = (each: ESTree.Statement): ESTree.Statement =>
      isExit(each) ? each : block([...branch(each), exit], each);
    const consequent = ended(last.consequent);
    const alternate = last.alternate && ended(last.alternate);
    if (consequent === last.consequent && alternate === last.alternate) return undefined;
    return withStatements(node, [...statements.slice(0, -2), { ...last, consequent, alternate }, exit]);
  },
});

const shortGuards = rule({
  name: "guard clauses",
  statement: "`if (a) { b; c; return d } return e` is `if (!a) return e; b; c; return d`",
  condition:
    "14.6.2: both sides leave the list, so it does not matter which stands behind; what the other side declares must be used " +
    "there only",
  same: [
    "(a, b) => { if (a) { a(); b(); return a } return b }",
    "(a, b) => { if (!a) { return b } a(); b(); return a }",
  ],
  different: ["(a, b) => { if (a) { a(); b() } return b }", "(a, b) => { if (!a) { return b } a(); b() }"],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node, context) => {
    let statements = statementsOf(node);
    if (!exits(statements)) return undefined;
    let behind = 0;
    for (let index = statements.length - 1; index >= 0; index--) {
      const guard = statements[index];
      const inside = guard && guardedSide(guard);
      if (guard?.type === "IfStatement" && inside !== undefined && behind > 0) {
        const here = steps(inside, context);
        const isShorter = here < behind || (here === behind && !isNegative(guard.test));
        if (!isShorter && canExchange(node, statements, index, context)) {
          const rest = block(statements.slice(index + 1), guard);
          const flipped = { ...guard, test: opposite(truth(guard.test)), consequent: rest };
          statements = [...statements.slice(0, index), flipped, ...inside];
          behind = here;
        }
      }
      if (guard !== undefined && !isStillLet(guard, context.scopes)) behind++;
    }
    return withStatements(node, statements);
  },
});

const sameGuards = rule({
  name: "guards with the same exit",
  statement:
    "`if (a) return; if (b) return;` is `if (a || b) return;`, `if (a) return; if (b) { c; return } return` has one guard",
  condition:
    "13.13.1, 14.6.2: the tests are evaluated in the same order, the second one only where the first did not decide",
  same: [
    "(a, b) => { if (a) { throw 1 } if (b) { throw 1 } a() }",
    "(a, b) => { if (a || b) { throw 1 } a() }",
  ],
  different: [
    "(a, b) => { if (a) { throw 1 } if (b) { throw 2 } a() }",
    "(a, b) => { if (a || b) { throw 1 } a() }",
  ],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node, { scopes, uses }) => {
    let statements = statementsOf(node);
    for (let index = statements.length - 2; index >= 0; index--) {
      const first = statements[index];
      const exit = loneExit(first);
      if (exit === undefined || first?.type !== "IfStatement") continue;
      const [second, third] = statements.slice(index + 1, index + 3);
      if (second === undefined) continue;
      if (areSame(exit, second, scopes)) {
        uses.drop(second);
        const test: ESTree.Statement = {
          type: "ExpressionStatement",
          expression: first.test,
          ...rangeOf(first),
        };
        statements = statements.toSpliced(index, 2, test, exit);
      } else if (second.type === "IfStatement" && second.alternate === null) {
        const other = loneExit(second);
        if (!mayJoin(first.test, second.test)) continue;
        if (other !== undefined && areSame(exit, other, scopes)) {
          uses.drop(second.consequent);
          const test = logical("||", first.test, second.test);
          statements = statements.toSpliced(index, 2, { ...first, test });
        } else if (third !== undefined && isExit(second.consequent) && areSame(exit, third, scopes)) {
          uses.drop(first.consequent);
          const test = logical("&&", opposite(truth(first.test)), second.test);
          statements = statements.toSpliced(index, 2, { ...second, test });
        }
      }
    }
    return withStatements(node, statements);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const CONTROL_FLOW: readonly Rule[] = [ends, elseAfterExit, sharedExits, sameGuards, shortGuards];

/** What a guard leaves the list with; undefined for any other statement. */
function guardedSide(node: ESTree.Statement): readonly ESTree.Statement[] | undefined {
  if (node.type !== "IfStatement" || node.alternate !== null || !isExit(node.consequent)) return undefined;
  return branch(node.consequent);
}

/** Whether a guard and what stands behind it can change places. */
function canExchange(
  list: List,
  statements: readonly ESTree.Statement[],
  index: number,
  context: RuleContext,
): boolean {
  const guard = statements[index];
  if (guard?.type !== "IfStatement" || !isBlock(guard.consequent)) return false;
  if (list.type === "SwitchCase" && guard.consequent.body.some(declaresInBlock)) return false;
  return canOpen(guard.consequent, context) && canMoveIn(statements, index + 1, context);
}

/** How many statements do something. */
function steps(statements: readonly ESTree.Statement[], { scopes }: RuleContext): number {
  return statements.filter((each) => !isStillLet(each, scopes)).length;
}

/** The one statement of a guard, if it is nothing but an exit. */
function loneExit(guard: ESTree.Statement | undefined): ESTree.Statement | undefined {
  if (guard?.type !== "IfStatement" || guard.alternate !== null) return undefined;
  const [only, ...others] = branch(guard.consequent);
  return others.length === 0 && isExit(only) ? only : undefined;
}

/** Whether the rest of a list can become a block: what it declares is used nowhere else. */
function canMoveIn(statements: readonly ESTree.Statement[], from: number, context: RuleContext): boolean {
  const rest = statements.slice(from);
  return areUsedOnlyIn(rest, rest.filter(declaresInBlock), context);
}
