// Rules about what is evaluated one after another, and about values that nobody uses.

import type { ESTree } from "meriyah";
import { isSilent } from "../effects.ts";
import { firstExpression, headOf } from "../heads.ts";
import { isReference, isValue, leading, mayLead, mayLeadStatement, partsOf, readAfter } from "../leading.ts";
import { nothing, number, sequence, statement } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { LISTS, withReplaced } from "../statements.ts";

const flatSequences = rule({
  name: "sequences within sequences",
  statement: "`(a, (b, c))` is `(a, b, c)`",
  condition: "13.16: operands are evaluated from left to right, and only the last one's value is used",
  same: ["(a, b, c) => a && ((a(), b()), c())", "(a, b, c) => a && (a(), b(), c())"],
  different: ["(a, b, c) => (a(), [b(), c()])", "(a, b, c) => (a(), b(), c())"],
  on: ["SequenceExpression"],
  rewritten: (node) => {
    if (!node.expressions.some((each) => each.type === "SequenceExpression")) return undefined;
    const expressions = node.expressions.flatMap((each) =>
      each.type === "SequenceExpression" ? each.expressions : [each],
    );
    return { ...node, expressions };
  },
});

const hoistedSequences = rule({
  name: "sequences as statements",
  statement:
    "`a, b;` is `a; b;`, `return a, b` is `a; return b`, `x = (a, b)` is `a; x = b`, `if ((a = b).c) d` is `a = b; if (a.c) d`",
  condition:
    "13.16, 14: what is evaluated first may stand before the statement, if what the statement evaluates before can neither " +
    "tell nor be told; a function that an assignment names stays in its sequence (8.4.5). What an assignment gives is what its " +
    "variable has then (13.15.2), which is read before anything else is evaluated",
  same: [
    "(a, b) => { if (a(), b) return b(), (a = b()) + (b(), 1) }",
    "(a, b) => { a(); if (b) { b(); a = b(); return a + (b(), 1) } }",
  ],
  different: ["(a, b) => { return a + (a = b()) }", "(a, b) => { a = b(); return a + a }"],
  on: LISTS,
  rewritten: (node, context) => {
    return withReplaced(node, (each) => {
      const begin = firstExpression(each);
      const isStatement = each.type === "ExpressionStatement";
      if (!begin || !(isStatement ? mayLeadStatement(begin) : mayLead(begin))) return undefined;
      const head = headOf(each);
      if (head === undefined) return undefined;
      const read = isStatement ? undefined : readAfter(head.node, context);
      if (read !== undefined) return [statement(head.node), head.put(read)];
      const split = leading(head.node, context, each.type === "VariableDeclaration");
      return typeof split === "string" ? undefined : [...split.before.map(statement), head.put(split.rest)];
    });
  },
});

const unseenOperands = rule({
  name: "operands nobody sees",
  statement: "`(1, a, b)` is `(a, b)` where `a` may do something and `1` cannot",
  condition:
    "13.16: the value is not used; a call must go on to see a value, and no member: `(0, a.b)()` (13.3.6.2)",
  same: ["(a, b) => [(1, a, a(), b, b())]", "(a, b) => [(a(), b())]"],
  different: ["a => [(0, a.b)()]", "a => [a.b()]"],
  on: ["SequenceExpression"],
  rewritten: (node, context) => {
    const last = node.expressions.at(-1);
    if (last === undefined) return undefined;
    const seen = node.expressions.slice(0, -1).filter((each) => !isSilent(each, context));
    const [first] = node.expressions;
    const isNeeded = seen.length === 0 && isReference(last, context);
    if (isNeeded && node.expressions.length === 2 && first?.type === "Literal" && first.value === 0)
      return undefined;
    const zero = isNeeded ? [number(0, node)] : [];
    if (!isNeeded && seen.length === node.expressions.length - 1) return undefined;
    for (const each of node.expressions.slice(0, -1)) if (!seen.includes(each)) context.uses.drop(each);
    return sequence([...zero, ...seen, last], node);
  },
});

const unseenStatements = rule({
  name: "statements that do nothing",
  statement: "`a; b();` is `b();` where `a` is a variable that has its value",
  condition:
    "14.5.1: the value is not used; names that the code does not bind, members and calls stay, for they may do anything",
  same: ["(a, b) => { a; 1; b() }", "(a, b) => { b() }"],
  different: ["(a, b) => { a.b; b() }", "(a, b) => { b() }"],
  on: LISTS,
  holding: ["ExpressionStatement"],
  rewritten: (node, context) =>
    withReplaced(node, (each) => {
      if (each.type !== "ExpressionStatement" || each.directive !== undefined) return undefined;
      if (!isSilent(each.expression, context)) return undefined;
      context.uses.drop(each.expression);
      return [];
    }),
});

const unusedValues = rule({
  name: "values nobody uses",
  statement: "`void a();`, `!a();`, `[a()];` are `a();`, and `a++;` is `++a;`",
  condition:
    "14.5.1, 13.5.2, 13.5.7, 13.4: the operators take any value and do nothing else; the value is not used",
  same: ["(a, b) => { void a(); !a(); b++ }", "(a, b) => { a(); a(); ++b }"],
  different: ["(a, b) => { -a(b) }", "(a, b) => { a(b) }"],
  on: ["ExpressionStatement", "ForStatement", "SequenceExpression"],
  rewritten: (node) => {
    if (node.type === "SequenceExpression") {
      const last = node.expressions.length - 1;
      const expressions = node.expressions.map((each, index) => (index === last ? each : unused(each)));
      const isSame = expressions.every((each, index) => each === node.expressions[index]);
      return isSame ? undefined : { ...node, expressions };
    }
    if (node.type === "ForStatement") {
      if (node.update === null) return undefined;
      const update = unused(node.update);
      return update === node.update ? undefined : { ...node, update };
    }
    if (node.directive !== undefined) return undefined;
    const expression = unused(node.expression);
    return expression === node.expression ? undefined : { ...node, expression };
  },
});

const voidValues = rule({
  name: "void values",
  statement: "`void a()` is `(a(), void 0)`, and `void 1` is `void 0`",
  condition: "13.5.2: the operand is evaluated, the value is undefined",
  same: ["a => [void a(), void 1]", "a => [(a(), void 0), void 0]"],
  different: ["a => [void a()]", "a => [void 0]"],
  on: ["UnaryExpression"],
  rewritten: (node) => {
    const { operator, argument } = node;
    if (operator !== "void" || (argument.type === "Literal" && argument.value === 0)) return undefined;
    return argument.type === "Literal" ? nothing(node) : sequence([argument, nothing(node)], node);
  },
});

const plainValues = rule({
  name: "values of places",
  statement: "`(0, a.b) + 1` is `a.b + 1`, and `c || (0, a.b)` is `c || a.b`",
  condition:
    "13.13.1, 13.14.1, 13.15.3: an operand is a value; only a call, `delete`, `typeof` and an assignment of a function see more",
  same: ["(a, b) => (0, a.b) + (b || (0, a.b))", "(a, b) => a.b + (b || a.b)"],
  different: ["a => (0, a.b)(1)", "a => a.b(1)"],
  on: ["BinaryExpression", "LogicalExpression", "ConditionalExpression"],
  rewritten: (node, context) => {
    if (!context.met.sequence) return undefined;
    const plain = (each: ESTree.Expression): ESTree.Expression =>
      each.type === "SequenceExpression" && isValue(each, context) ? (each.expressions[1] ?? each) : each;
    if (node.type === "ConditionalExpression") {
      const [test, consequent, alternate] = [plain(node.test), plain(node.consequent), plain(node.alternate)];
      const isSame = test === node.test && consequent === node.consequent && alternate === node.alternate;
      return isSame ? undefined : { ...node, test, consequent, alternate };
    }
    if (node.left.type === "PrivateIdentifier") return undefined;
    const [left, right] = [plain(node.left), plain(node.right)];
    return left === node.left && right === node.right ? undefined : { ...node, left, right };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const SEQUENCES: readonly Rule[] = [
  unusedValues,
  voidValues,
  flatSequences,
  unseenOperands,
  plainValues,
  hoistedSequences,
  unseenStatements,
];

/** An expression whose value nobody uses, without what only makes a value. */
function unused(node: ESTree.Expression): ESTree.Expression {
  switch (node.type) {
    case "UpdateExpression":
      return node.prefix ? node : { ...node, prefix: true };
    case "SequenceExpression": {
      const expressions = node.expressions.map(unused);
      return expressions.every((each, index) => each === node.expressions[index])
        ? node
        : { ...node, expressions };
    }
    case "ConditionalExpression": {
      const [consequent, alternate] = [unused(node.consequent), unused(node.alternate)];
      const isSame = consequent === node.consequent && alternate === node.alternate;
      return isSame ? node : { ...node, consequent, alternate };
    }
    default: {
      const parts = partsOf(node);
      return parts === undefined || parts.length === 0 ? node : sequence(parts.map(unused), node);
    }
  }
}
