// The rewrite rules of the normal form, one table row each. A rule enters only if it is sound for every JavaScript
// value; the section numbers are those of ECMA-262, 2025. What renaming does is not here: see `encoded` names.

import type { ESTree } from "meriyah";
import { type Rule, rule } from "./rule.ts";
import { boundIdentifiers, type Node, rangeOf } from "./tree.ts";

const blockBodies = rule({
  name: "blocks around bodies",
  statement: "`if (a) b` is `if (a) { b }`, and an empty `else` is none; loops alike",
  condition:
    "14.2: a block around one statement changes nothing; a lone declaration cannot stand there, and a sloppy function " +
    "behaves as in a block (B.3.3)",
  same: ["a => { if (a) a() }", "a => { if (a) { a() } else {} }"],
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
  different: ["a => { let b = 1; { let b = a; } return b }", "a => { let b = 1; let c = a; return c }"],
  on: ["BlockStatement", "StaticBlock", "SwitchCase"],
  rewritten: (node) => {
    const statements = node.type === "SwitchCase" ? node.consequent : node.body;
    if (!statements.some(isRedundant)) return undefined;
    const flat = statements.flatMap((each) => (!isRedundant(each) ? [each] : isBlock(each) ? each.body : []));
    return node.type === "SwitchCase" ? { ...node, consequent: flat } : { ...node, body: flat };
  },
});

const arrowBodies = rule({
  name: "arrow bodies",
  statement: "`x => e` is `x => { return e }`",
  condition: "15.3.5: an expression body is the operand of a return",
  same: ["a => a + 1", "a => { return a + 1 }"],
  different: ["a => ({})", "a => {}"],
  on: ["ArrowFunctionExpression"],
  rewritten: (node) => {
    if (isBlock(node.body)) return undefined;
    const result: ESTree.ReturnStatement = {
      type: "ReturnStatement",
      argument: node.body,
      ...rangeOf(node.body),
    };
    return { ...node, expression: false, body: block([result], node.body) };
  },
});

const literalNames = rule({
  name: "computed literal names",
  statement: "`a['b']` is `a.b`, and `{ ['b']: c }` is `{ b: c }`",
  condition:
    "13.3.2, 13.2.5.5: the property key of a literal is known; not for `__proto__` in an object (B.3.1), nor for " +
    "`constructor` and `prototype` in a class (15.7.1), which only mean something special when not computed",
  same: ["a => a['b'] + a[1]", 'a => a.b + a["1"]'],
  different: ["a => ({ ['__proto__']: a })", "a => ({ __proto__: a })"],
  on: ["MemberExpression", "Property", "MethodDefinition", "PropertyDefinition", "AccessorProperty"],
  rewritten: (node) => {
    const key = node.type === "MemberExpression" ? node.property : node.key;
    if (!node.computed || key === null) return undefined;
    const name = literalName(key);
    if (name === undefined) return undefined;
    const literal: ESTree.StringLiteral = { type: "Literal", value: name, ...rangeOf(key) };
    if (node.type === "MemberExpression") return { ...node, computed: false, property: literal };
    const special = node.type === "Property" ? ["__proto__"] : ["constructor", "prototype"];
    if (special.includes(name)) return undefined;
    return { ...node, computed: false, key: literal };
  },
});

const shorthandProperties = rule({
  name: "shorthand properties",
  statement: "`{ a }` is `{ a: a }`",
  condition:
    "13.2.5.5: both read the variable; but `{ __proto__ }` makes a property where `{ __proto__: v }` sets the prototype",
  same: ["a => ({ a })", "a => ({ a: a })"],
  different: ["__proto__ => ({ __proto__ })", "__proto__ => ({ __proto__: __proto__ })"],
  on: ["ObjectExpression", "ObjectPattern"],
  rewritten: (node) => {
    const isPattern = node.type === "ObjectPattern";
    const expands = (each: Node): each is ESTree.Property =>
      each.type === "Property" && each.shorthand && (isPattern || literalName(each.key) !== "__proto__");
    if (!node.properties.some(expands)) return undefined;
    const expanded = <P extends Node>(each: P): P => (expands(each) ? { ...each, shorthand: false } : each);
    return isPattern
      ? { ...node, properties: node.properties.map(expanded) }
      : { ...node, properties: node.properties.map(expanded) };
  },
});

const unwrittenConstants = rule({
  name: "const never written",
  statement: "`const a = b` is `let a = b`",
  condition: "14.3.1: the two differ only in what an assignment does, so none may occur",
  same: ["a => { const b = a; return b }", "a => { let b = a; return b }"],
  different: ["a => { const b = a; b = 1; return b }", "a => { let b = a; b = 1; return b }"],
  on: ["VariableDeclaration"],
  rewritten: (node, { scopes }) => {
    if (node.kind !== "const") return undefined;
    const names = node.declarations.flatMap(({ id }) => boundIdentifiers(id));
    const isWritten = names.some((name) => (scopes.bindingOf.get(name)?.writes ?? 1) > 0);
    return isWritten ? undefined : { ...node, kind: "let" };
  },
});

const unusedOwnName = rule({
  name: "own name never used",
  statement: "`function f() {}` as an expression is `function () {}`",
  condition:
    "15.2.5: the name of a function expression is bound in its own scope only; not where the code reads a `name`",
  same: ["function f(a) { return a }", "function (a) { return a }"],
  different: ["function f(a) { return f }", "function (a) { return f }"],
  on: ["FunctionExpression"],
  rewritten: (node, { scopes }) => {
    if (node.id === null || scopes.traits.readsNames) return undefined;
    const own = scopes.bindingOf.get(node.id);
    return own === undefined || own.references > 0 || !own.renamable ? undefined : { ...node, id: null };
  },
});

const logicalChains = rule({
  name: "chains of one logical operator",
  statement: "`a && (b && c)` is `(a && b) && c`; `||` and `??` alike",
  condition: "13.13: both evaluate from left to right and stop at the same operand",
  same: ["(a, b, c) => a && (b && c)", "(a, b, c) => a && b && c"],
  different: ["(a, b, c) => a && (b || c)", "(a, b, c) => (a && b) || c"],
  on: ["LogicalExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (right.type !== "LogicalExpression" || right.operator !== operator) return undefined;
    return {
      ...node,
      left: { ...node, left, right: right.left, start: left.start ?? 0, end: right.left.end ?? 0 },
      right: right.right,
    };
  },
});

const flatSequences = rule({
  name: "sequences within sequences",
  statement: "`(a, (b, c))` is `(a, b, c)`",
  condition: "13.16: operands are evaluated from left to right, and only the last one's value is used",
  same: ["(a, b, c) => ((a(), b()), c())", "(a, b, c) => (a(), b(), c())"],
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

/** All rules of the normal form, in the order in which they are tried at a node. */
export const NORMAL_RULES: readonly Rule[] = [
  blockBodies,
  flatStatements,
  arrowBodies,
  literalNames,
  shorthandProperties,
  unwrittenConstants,
  unusedOwnName,
  logicalChains,
  flatSequences,
];

function isBlock(node: Node): node is ESTree.BlockStatement {
  return node.type === "BlockStatement";
}

function block(body: ESTree.Statement[], at: Node): ESTree.BlockStatement {
  return { type: "BlockStatement", body, ...rangeOf(at) };
}

/** An empty statement, or a block without declarations of its own. */
function isRedundant(node: Node): boolean {
  if (node.type === "EmptyStatement") return true;
  return isBlock(node) && !node.body.some(declaresInBlock);
}

function declaresInBlock(node: Node): boolean {
  switch (node.type) {
    case "VariableDeclaration":
      return node.kind !== "var";
    case "ClassDeclaration":
    case "FunctionDeclaration":
      return true;
    case "LabeledStatement":
      return declaresInBlock(node.body);
    default:
      return false;
  }
}

/** The property that a literal names, or undefined for what is no literal or has no one spelling. */
function literalName(key: Node): string | undefined {
  if (key.type !== "Literal" || "regex" in key) return undefined;
  return typeof key.value === "string" || typeof key.value === "number" ? String(key.value) : undefined;
}
