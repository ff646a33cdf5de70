// Rules about tests, negations and branches.

import type { ESTree } from "meriyah";
import type { Scopes } from "../binding.ts";
import { asValue, block, logical, sequence, statement, unary } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { areSame } from "../same-nodes.ts";
import { hasSeveralSteps } from "../several-steps.ts";
import { branch, isBlock } from "../statements.ts";
import { isBoolean, isNegative, isSameForm, mayJoin, opposite, truth, truthOf } from "../truth.ts";
import { hoistsNames } from "./hoisting.ts";

const negations = rule({
  name: "negations",
  statement: "`!(a && b)` is `!a || !b`, `!(a === b)` is `a !== b`, `!!!a` is `!a`, and `!0` is `true`",
  condition:
    "13.5.7, 13.13, 7.1.2: `!` asks for the truth of its operand and gives its opposite; the operands are evaluated in the " +
    "same order, as often. Not for `<` and its like, whose opposite is no comparison: `!(NaN < 1)`",
  same: ["(a, b, c) => [!(a && b !== c), !0]", "(a, b, c) => [!a || b === c, true]"],
  different: ["(a, b) => !(a < b)", "(a, b) => a >= b"],
  on: ["UnaryExpression", "LogicalExpression", "ConditionalExpression"],
  rewritten: (node) => {
    if (!isBoolean(node) || (node.type === "UnaryExpression" && node.operator !== "!")) return undefined;
    const form = truth(node);
    if (form === node && node.type !== "UnaryExpression") return undefined;
    const value = asBoolean(form);
    return isSameForm(value, node) ? undefined : value;
  },
});

const tests = rule({
  name: "tests",
  statement: "`if (!!a)` is `if (a)`, `if (!(a && b))` is `if (!a || !b)`; loops and `?:` alike",
  condition: "14.6.2, 14.7, 13.14.1: a test is asked for its truth only (7.1.2, ToBoolean)",
  same: ["(a, b) => { for (; !!a() && !(a || b); ) a() }", "(a, b) => { for (; a() && (!a && !b); ) a() }"],
  different: ["a => !!a", "a => a"],
  on: ["IfStatement", "ConditionalExpression", "ForStatement", "WhileStatement", "DoWhileStatement"],
  rewritten: (node) => {
    if (node.test === null) return undefined;
    const test = truth(node.test);
    return test === node.test ? undefined : { ...node, test };
  },
});

const negativeTests = rule({
  name: "branches of a negation",
  statement: "`if (!a) b; else c` is `if (a) c; else b`, and `a ? b : c` alike",
  condition: "14.6.2, 13.14.1: the test is evaluated once, and one branch",
  same: ["(a, b) => [a !== b ? a() : b()]", "(a, b) => [a === b ? b() : a()]"],
  different: ["(a, b) => { if (!a) a(); else b() }", "(a, b) => { if (a) a(); else b() }"],
  on: ["IfStatement", "ConditionalExpression"],
  rewritten: (node) => {
    if (!isNegative(node.test) || node.alternate === null) return undefined;
    const test = opposite(truth(node.test));
    return node.type === "IfStatement"
      ? { ...node, test, consequent: node.alternate, alternate: node.consequent }
      : { ...node, test, consequent: node.alternate, alternate: node.consequent };
  },
});

const emptyBranches = rule({
  name: "empty branches",
  statement: "`if (a) {} else b` is `if (!a) b`, and `if (a) {}` is `a;`",
  condition: "14.6.2: the test is evaluated, its truth asks for nothing (7.1.2)",
  same: ["(a, b) => { if (a) {} else b(); if (a()) {} }", "(a, b) => { if (!a) b(); a() }"],
  different: ["(a, b) => { if (a()) {} return b }", "(a, b) => { return b }"],
  on: ["IfStatement"],
  rewritten: (node) => {
    const { test, consequent, alternate } = node;
    if (!isBlock(consequent) || consequent.body.length > 0) return undefined;
    if (alternate === null) return statement(test);
    return { ...node, test: opposite(truth(test)), consequent: alternate, alternate: null };
  },
});

const nestedIfs = rule({
  name: "an if within an if",
  statement: "`if (a) { if (b) c }` is `if (a && b) c`",
  condition: "13.13.1: `b` is evaluated if `a` is true; neither `if` may have an `else`",
  same: ["(a, b, c) => { if (a) { if (b) c() } a() }", "(a, b, c) => { if (a && b) c(); a() }"],
  different: [
    "(a, b, c) => { if (a) { if (b) c(); else a() } }",
    "(a, b, c) => { if (a && b) c(); else a() }",
  ],
  on: ["IfStatement"],
  rewritten: (node) => {
    const [inner, ...others] = branch(node.consequent);
    if (inner?.type !== "IfStatement" || others.length > 0) return undefined;
    if (node.alternate !== null || inner.alternate !== null) return undefined;
    return { ...node, test: logical("&&", node.test, inner.test), consequent: inner.consequent };
  },
});

const booleanBranches = rule({
  name: "conditionals that give booleans",
  statement: "`a ? true : false` is `!!a`, `a ? b : false` is `!!a && b`, `a ? true : b` is `!!a || b`",
  condition:
    "13.14.1, 13.13.1: what is not evaluated stays so; `!!` gives the boolean that a test stands for (7.1.2)",
  same: ["(a, b) => [a ? true : false, a ? b : false]", "(a, b) => [!!a, !!a && b]"],
  different: ["a => a ? true : false", "a => a"],
  on: ["ConditionalExpression"],
  rewritten: (node) => {
    const { test, consequent, alternate } = node;
    const [yes, no] = [booleanOf(consequent), booleanOf(alternate)];
    const is = (): ESTree.Expression => (isBoolean(test) ? test : unary("!", unary("!", test)));
    const isNot = (): ESTree.Expression => unary("!", test);
    if (yes === true && no === false) return is();
    if (yes === false && no === true) return isNot();
    // A branch of several steps becomes statements, where it can.
    if (hasSeveralSteps(yes === undefined ? consequent : alternate)) return undefined;
    if (yes === true) return logical("||", is(), alternate);
    if (no === false) return logical("&&", is(), consequent);
    if (yes === false) return logical("&&", isNot(), alternate);
    if (no === true) return logical("||", isNot(), consequent);
    return undefined;
  },
});

const knownTests = rule({
  name: "tests with a known end",
  statement: "`if (true) a; else b` is `a;`, `false ? a : b` is `b`, `true && a` is `a`",
  condition:
    "13.13.1, 13.14.1, 14.6.2: a literal has one truth; a branch that declares a `var` or a function stays, and a member " +
    "stays a value: `(true && a.b)()` has no `this`",
  same: ["(a, b) => { if (1) a(); else b(); return false ? a : b }", "(a, b) => { a(); return b }"],
  different: ["a => (true && a.b)()", "a => a.b()"],
  on: ["IfStatement", "ConditionalExpression", "LogicalExpression"],
  rewritten: (node, { uses }) => {
    if (node.type === "LogicalExpression") {
      const known = truthOf(node.left);
      if (known === undefined || node.operator === "??") return undefined;
      const isLeft = known === (node.operator === "||");
      uses.drop(isLeft ? node.right : node.left);
      return isLeft ? node.left : asValue(node.right);
    }
    const known = truthOf(node.test);
    if (known === undefined) return undefined;
    const [taken, dropped] = known ? [node.consequent, node.alternate] : [node.alternate, node.consequent];
    if (dropped !== null && hoistsNames(dropped)) return undefined;
    if (dropped !== null) uses.drop(dropped);
    if (node.type === "ConditionalExpression") return asValue(known ? node.consequent : node.alternate);
    return taken ?? block([], node);
  },
});

const sameBranches = rule({
  name: "branches that are the same",
  statement:
    "`a ? b : b` is `(a, b)`, `a ? b : c ? b : d` is `a || c ? b : d`, `a ? b ? c : d : d` is `a && b ? c : d`",
  condition:
    "13.14.1, 13.13.1: the tests are evaluated in the same order and as often as they were, and one branch",
  same: ["(a, b, c) => [a() ? b : b, a ? b : c ? b : a]", "(a, b, c) => [(a(), b), a || c ? b : a]"],
  different: ["(a, b, c) => a ? b : c ? a : b", "(a, b, c) => a || c ? b : a"],
  on: ["ConditionalExpression"],
  rewritten: (node, { scopes, uses }) => {
    const { test, consequent: yes, alternate: no } = node;
    if (areSame(yes, no, scopes)) {
      uses.drop(no);
      return sequence([test, yes], node);
    }
    if (no.type === "ConditionalExpression" && mayJoin(test, no.test)) {
      if (areSame(yes, no.consequent, scopes)) {
        uses.drop(no.consequent);
        return { ...no, test: logical("||", test, no.test), consequent: yes };
      }
      if (areSame(yes, no.alternate, scopes)) {
        uses.drop(no.alternate);
        return { ...no, test: logical("&&", opposite(truth(test)), no.test), alternate: yes };
      }
    }
    if (yes.type === "ConditionalExpression" && mayJoin(test, yes.test)) {
      if (areSame(no, yes.alternate, scopes)) {
        uses.drop(yes.alternate);
        return { ...yes, test: logical("&&", test, yes.test), alternate: no };
      }
      if (areSame(no, yes.consequent, scopes)) {
        uses.drop(yes.consequent);
        return { ...yes, test: logical("||", opposite(truth(test)), yes.test), consequent: no };
      }
    }
    return undefined;
  },
});

const conditionalStatements = rule({
  name: "statements that are conditions",
  statement: "`a && b;` is `if (a) b;`, `a || b;` is `if (!a) b;`, `a ? b : c;` is `if (a) b; else c;`",
  condition: "14.5.1, 13.13.1, 13.14.1: the value of an expression statement is not used",
  same: ["(a, b) => { a && b(); a ? b() : a() }", "(a, b) => { if (a) b(); if (a) b(); else a() }"],
  different: ["(a, b) => { a || b() }", "(a, b) => { if (a) b() }"],
  on: ["ExpressionStatement"],
  rewritten: ({ expression, directive }) => {
    if (directive !== undefined) return undefined;
    const at = { start: expression.start ?? 0, end: expression.end ?? 0 };
    const body = (each: ESTree.Expression): ESTree.Statement => block([statement(each)], each);
    if (expression.type === "ConditionalExpression") {
      const { test, consequent, alternate } = expression;
      return { type: "IfStatement", test, consequent: body(consequent), alternate: body(alternate), ...at };
    }
    if (expression.type !== "LogicalExpression" || expression.operator === "??") return undefined;
    const test = expression.operator === "&&" ? expression.left : opposite(truth(expression.left));
    return { type: "IfStatement", test, consequent: body(expression.right), alternate: null, ...at };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const CONDITIONS: readonly Rule[] = [
  conditionalStatements,
  negations,
  tests,
  knownTests,
  sameBranches,
  booleanBranches,
  emptyBranches,
  negativeTests,
  nestedIfs,
];

/** Whether a branch stands once more in the other one, so that the tests can be joined. */
export function sharesBranch(
  { test, consequent, alternate }: ESTree.ConditionalExpression,
  scopes: Scopes,
): boolean {
  const holds = (inner: ESTree.Expression, outer: ESTree.Expression): boolean =>
    inner.type === "ConditionalExpression" &&
    mayJoin(test, inner.test) &&
    (areSame(outer, inner.consequent, scopes) || areSame(outer, inner.alternate, scopes));
  return (
    areSame(consequent, alternate, scopes) || holds(alternate, consequent) || holds(consequent, alternate)
  );
}

/** The boolean that a truth stands for: itself where it is one, else its positive form, negated once or twice. */
function asBoolean(form: ESTree.Expression): ESTree.Expression {
  if (isBoolean(form)) return form;
  const other = opposite(form);
  if (isBoolean(other) || isNegative(form)) return unary("!", other);
  return unary("!", unary("!", form));
}

function booleanOf(node: ESTree.Expression): boolean | undefined {
  return node.type === "Literal" && typeof node.value === "boolean" ? node.value : undefined;
}
