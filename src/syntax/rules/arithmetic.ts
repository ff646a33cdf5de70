// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of programs.

// Rules about operators whose operands are of known types.

import type { ESTree } from "meriyah";
import { boolean, isUntagged, text, unary, untagged } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { type Node, rangeOf } from "../tree.ts";
import { isNumber, typeOf } from "../types.ts";

const plusNumbers = rule({
  name: "plus before numbers",
  statement: "`+5` is `5`, and `+(a % 2)` is `a % 2`",
  condition: "13.5.4: a number is itself; not for what may be a bigint, which throws",
  same: ["a => [+5, +(a % 2)]", "a => [5, a % 2]"],
  different: ["a => +-a", "a => -a"],
  on: ["UnaryExpression"],
  rewritten: ({ operator, argument }) =>
    operator === "+" && isNumber(typeOf(argument)) ? argument : undefined,
});

const minusFirst = rule({
  name: "minus before quotients of numbers",
  statement: "`-1 / 0` is `-(1 / 0)`",
  condition:
    "6.1.6.1.5, 6.1.6.1.1: the sign of a quotient is that of its operands, and rounding does not depend on it",
  same: ["a => [a, -1 / 0, -1 / 3]", "a => [a, -(1 / 0), -(1 / 3)]"],
  different: ["a => [-1 + a]", "a => [-(1 + a)]"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (operator !== "/" || left.type !== "UnaryExpression" || left.operator !== "-") return undefined;
    if (!isNumberText(left.argument) || !isNumberText(right)) return undefined;
    return unary("-", { ...node, left: left.argument });
  },
});

const typeOrder = rule({
  name: "order of names of types",
  statement:
    "`typeof a > 'u'` is `typeof a === 'undefined'`, and `typeof a < 'u'` is `typeof a !== 'undefined'`",
  condition: "13.5.3: of the eight texts that `typeof` gives, one comes behind `u`",
  same: [
    "a => [typeof a > 'u', typeof a < 'u']",
    "a => [typeof a === 'undefined', typeof a !== 'undefined']",
  ],
  different: ["a => typeof a > 's'", "a => typeof a === 'undefined'"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (operator !== "<" && operator !== ">") return undefined;
    if (left.type !== "UnaryExpression" || left.operator !== "typeof") return undefined;
    if (right.type !== "Literal" || right.value !== "u") return undefined;
    return { ...node, operator: operator === ">" ? "===" : "!==", right: text("undefined", right) };
  },
});

const nullishComparisons = rule({
  name: "comparisons with undefined that mean null too",
  statement: "`a == undefined` is `a == null`",
  condition: "7.2.14: null and undefined are equal to the same values, `document.all` among them (B.3.6.2)",
  same: ["a => [a == void 0, a != void 0]", "a => [a == null, a != null]"],
  different: ["a => a === void 0", "a => a === null"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, right } = node;
    if (operator !== "==" && operator !== "!=") return undefined;
    if (right.type !== "UnaryExpression" || right.operator !== "void" || right.argument.type !== "Literal")
      return undefined;
    return { ...node, right: { type: "Literal", value: null, ...rangeOf(right) } };
  },
});

const comparedLiterals = rule({
  name: "comparisons of literals",
  statement: "`1 < 2` is `true`",
  condition: "7.2.13, 7.2.15: two numbers, or two texts, that stand in the text compare in one way",
  same: ["a => [1 < 2, 'a' === 'b', a]", "a => [true, false, a]"],
  different: ["a => [1 < a]", "a => [true]"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (left.type !== "Literal" || right.type !== "Literal") return undefined;
    const [one, other] = [left.value, right.value];
    const isNumbers = typeof one === "number" && typeof other === "number";
    const isTexts = typeof one === "string" && typeof other === "string";
    const result = isNumbers || isTexts ? compared(operator, one, other) : undefined;
    return result === undefined ? undefined : boolean(result, node);
  },
});

const comparedBits = rule({
  name: "bits compared with zero",
  statement: "`(a & 1) === 0` is `!(a & 1)`, and `(a & 1) !== 0` is `!!(a & 1)`",
  condition:
    "13.12.1, 7.1.2: a number that is no NaN is false if it is zero; what may be a bigint is no number: `0n === 0` is false",
  same: ["a => [(a & 1) === 0, (a & 1) !== 0]", "a => [!(a & 1), !!(a & 1)]"],
  different: ["a => a - a === 0", "a => !(a - a)"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (operator !== "===" && operator !== "!==") return undefined;
    if (right.type !== "Literal" || right.value !== 0 || left.type === "PrivateIdentifier") return undefined;
    if (left.type === "Literal" || typeOf(left) !== "integer") return undefined;
    return operator === "===" ? unary("!", left) : unary("!", unary("!", left));
  },
});

const emptyTexts = rule({
  name: "texts and nothing",
  statement: "`'a' + b + ''` is `'a' + b`",
  condition: "13.15.3: the sum is a text already",
  same: ["a => ['a' + a + '', '' + typeof a]", "a => ['a' + a, typeof a]"],
  different: ["a => [a + '']", "a => [a]"],
  on: ["BinaryExpression"],
  rewritten: ({ operator, left, right }) => {
    if (operator !== "+" || left.type === "PrivateIdentifier") return undefined;
    if (isEmptyText(right)) return typeOf(left) === "string" ? left : undefined;
    return isEmptyText(left) && typeOf(right) === "string" ? right : undefined;
  },
});

const textSums = rule({
  name: "sums of texts",
  statement: "`'a' + (b + '.' + c)` is `'a' + b + '.' + c`",
  condition:
    "13.15.3: texts are put together in any order, and each operand is converted before the next one is evaluated, as it was: the " +
    "first sum is of a text, and so is the first operand of the second, or its other one stands in the text",
  same: ["(a, b) => 'a' + (a + '.' + b)", "(a, b) => 'a' + a + '.' + b"],
  different: ["(a, b) => 'a' + (a + b)", "(a, b) => 'a' + a + b"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { operator, left, right } = node;
    if (operator !== "+" || right.type !== "BinaryExpression" || right.operator !== "+") return undefined;
    if (right.left.type === "PrivateIdentifier" || left.type === "PrivateIdentifier") return undefined;
    if (!isText(right.right) && typeOf(right.left) !== "string") return undefined;
    if (typeOf(left) !== "string") return undefined;
    return { ...right, left: { ...node, right: right.left } };
  },
});

const knownTexts = rule({
  name: "templates with known parts",
  statement: "`` `a${'b'}${c}` `` is `` `ab${c}` ``",
  condition:
    "13.2.8.6: a text that stands in the text is itself; where the template has a tag, it sees the parts",
  same: ["a => `a${'b'}${a}`", "a => `ab${a}`"],
  different: ["a => a`a${'b'}`", "a => a`ab`"],
  on: ["TemplateLiteral"],
  rewritten: (node) => {
    if (!node.expressions.some(isText)) return undefined;
    const [first, ...others] = node.quasis;
    if (first === undefined || !isUntagged(first)) return undefined;
    const quasis = [first];
    const expressions: ESTree.Expression[] = [];
    for (const [index, expression] of node.expressions.entries()) {
      const next = others[index];
      const before = quasis.at(-1);
      if (next === undefined || before === undefined) return undefined;
      if (isText(expression)) {
        const cooked = `${before.value.cooked ?? ""}${expression.value}${next.value.cooked ?? ""}`;
        quasis[quasis.length - 1] = { ...next, value: untagged(cooked) };
      } else {
        quasis.push(next);
        expressions.push(expression);
      }
    }
    return { ...node, quasis, expressions };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const ARITHMETIC: readonly Rule[] = [
  plusNumbers,
  minusFirst,
  typeOrder,
  nullishComparisons,
  comparedLiterals,
  comparedBits,
  emptyTexts,
  textSums,
  knownTexts,
];

function compared(
  operator: ESTree.BinaryOperator,
  one: number | string,
  other: number | string,
): boolean | undefined {
  switch (operator) {
    case "<":
      return one < other;
    case ">":
      return one > other;
    case "<=":
      return one <= other;
    case ">=":
      return one >= other;
    case "===":
      return one === other;
    case "!==":
      return one !== other;
    default:
      return undefined;
  }
}

function isNumberText(node: Node): node is ESTree.NumericLiteral {
  return node.type === "Literal" && typeof node.value === "number";
}

function isText(node: Node): node is ESTree.StringLiteral {
  return node.type === "Literal" && typeof node.value === "string";
}

function isEmptyText(node: Node): boolean {
  return node.type === "Literal" && node.value === "";
}
