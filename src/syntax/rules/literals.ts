// Rules about values that stand in the text.

import type { ESTree } from "meriyah";
import { knownVariable } from "../effects.ts";
import { isUntagged, nothing, number, text } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { isSameName } from "../same-nodes.ts";
import { type Node, rangeOf } from "../tree.ts";
import { isNumber, isNumeric, typeOf } from "../types.ts";

const globalConstants = rule({
  name: "constants of the global object",
  statement: "`undefined` is `void 0`, `Infinity` is `1 / 0`, `NaN` is `0 / 0`",
  condition:
    "19.1: they cannot be written; a variable of that name around the code can hide them, so that whoever compares what names " +
    "stand for must look",
  same: ["a => [undefined, Infinity, a === NaN]", "a => [void 0, 1 / 0, a === 0 / 0]"],
  different: ["undefined => undefined", "undefined => void 0"],
  on: ["Identifier"],
  rewritten: (node, { scopes, assume }) => {
    if (!CONSTANTS.has(node.name)) return undefined;
    const free = scopes.freeOf.get(node);
    if (free === undefined || free.origin !== "" || scopes.roleOf.has(node)) return undefined;
    const made = constantNamed(free.name, node);
    if (made !== undefined) assume(free);
    return made;
  },
});

const typeTests = rule({
  name: "comparisons of one type",
  statement:
    "`typeof a == 'string'` is `typeof a === 'string'`, `!a == !b` is `!a === !b`, `a % 2 == 1` is `a % 2 === 1`, `a != a` is `a !== a`",
  condition:
    "7.2.14, 7.2.15: both operands are strings, or booleans, or numbers, whatever their values, or one value of a variable; what " +
    "may be a bigint is no number: `0n == 0`",
  same: [
    "(a, b) => [typeof a == 'string', !a != !b, a % 2 == 1, b != b]",
    "(a, b) => [typeof a === 'string', !a !== !b, a % 2 === 1, b !== b]",
  ],
  different: ["a => -(-a) == 1", "a => -(-a) === 1"],
  on: ["BinaryExpression"],
  rewritten: (node, context) => {
    if (node.operator !== "==" && node.operator !== "!=") return undefined;
    const isOneType = haveOneType(node.left, node.right) || isOneVariable(node.left, node.right, context);
    return isOneType ? { ...node, operator: node.operator === "==" ? "===" : "!==" } : undefined;
  },
});

const literalsLast = rule({
  name: "literals on the left",
  statement: "`null === a` is `a === null`, `1 < a` is `a > 1`, `2 * a` is `a * 2`, and `1 + -a` is `-a + 1`",
  condition:
    "13.10, 13.11, 13.15.3: a literal does nothing when it is evaluated or converted; the other operand is converted once, and " +
    "these operators give the same for both orders; for `+`, both must be numeric, for texts have an order",
  same: [
    "(a, b) => [null === a, 1 < b(), void 0 !== a, 2 * b, 1 + -a]",
    "(a, b) => [a === null, b() > 1, a !== void 0, b * 2, -a + 1]",
  ],
  different: ["a => 1 + a", "a => a + 1"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const operator = node.operator === "+" ? commutative(node) : MIRRORED[node.operator];
    if (operator === undefined || !isConstant(node.left) || isConstant(node.right)) return undefined;
    return { ...node, operator, left: node.right, right: node.left as ESTree.Expression };
  },
});

const foldedNumbers = rule({
  name: "arithmetic on literals",
  statement: "`60 * 1000` is `60000`, and `'a' + 'b'` is `'ab'`",
  condition:
    "6.1.6.1, 13.15.3: the operation on two numbers, or the concatenation of two strings, has one result; not `1 / 0`, whose result is no literal",
  same: ["a => a * (60 * 1000) + ('a' + 'b')", "a => a * 60000 + 'ab'"],
  different: ["a => a + 'a' + 1", "a => a + ('a' + 2)"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const { left, right } = node;
    if (left.type === "BinaryExpression") return joined(node, left);
    if (left.type !== "Literal" || right.type !== "Literal") return undefined;
    const [one, other] = [left.value, right.value];
    if (typeof one === "string" && typeof other === "string" && node.operator === "+")
      return text(one + other, node);
    if (typeof one !== "number" || typeof other !== "number") return undefined;
    const value = arithmetic(node.operator, one, other);
    return value !== undefined && Number.isFinite(value) && !Object.is(value, -0) && value >= 0
      ? number(value, node)
      : undefined;
  },
});

const plainTemplates = rule({
  name: "templates without substitutions",
  statement: "`` `a` `` is `'a'`",
  condition: "13.2.8.6: without a tag, a template is the text that it shows",
  same: ["() => [`a`]", "() => ['a']"],
  different: ["a => a`b`", "a => a('b')"],
  on: ["TemplateLiteral"],
  rewritten: (node) => {
    const [only, ...more] = node.quasis;
    if (only === undefined || more.length > 0 || !isUntagged(only)) return undefined;
    return text(only.value.cooked ?? "", node);
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const LITERALS: readonly Rule[] = [
  globalConstants,
  foldedNumbers,
  typeTests,
  literalsLast,
  plainTemplates,
];

/** `(a + 'b') + 'c'`, where the inner sum is a text. */
function joined(
  { operator, right }: ESTree.BinaryExpression,
  left: ESTree.BinaryExpression,
): Node | undefined {
  if (operator !== "+" || left.operator !== "+") return undefined;
  if (left.right.type !== "Literal" || right.type !== "Literal") return undefined;
  const [one, other] = [left.right.value, right.value];
  if (typeof one !== "string" || typeof other !== "string") return undefined;
  return { ...left, right: text(one + other, right) };
}

const CONSTANTS: ReadonlySet<string> = new Set(["undefined", "Infinity", "NaN"]);

function constantNamed(name: string, at: Node): ESTree.Expression | undefined {
  const quotient = (left: number): ESTree.BinaryExpression => ({
    type: "BinaryExpression",
    operator: "/",
    left: number(left, at),
    right: number(0, at),
    ...rangeOf(at),
  });
  switch (name) {
    case "undefined":
      return nothing(at);
    case "Infinity":
      return quotient(1);
    case "NaN":
      return quotient(0);
    default:
      return undefined;
  }
}

const MIRRORED: Readonly<Record<string, ESTree.BinaryOperator>> = {
  "===": "===",
  "!==": "!==",
  "==": "==",
  "!=": "!=",
  "<": ">",
  ">": "<",
  "<=": ">=",
  ">=": "<=",
  "*": "*",
  "&": "&",
  "|": "|",
  "^": "^",
};

/** `+` where both operands are numbers or bigints. */
function commutative({ left, right }: ESTree.BinaryExpression): "+" | undefined {
  return isNumberText(left) && isNumeric(typeOf(right)) ? "+" : undefined;
}

/** Whether an operand is a primitive that stands in the text. */
function isConstant(node: Node): boolean {
  switch (node.type) {
    case "Literal":
      return !("regex" in node);
    case "UnaryExpression":
      return (
        (node.operator === "void" || node.operator === "-") &&
        node.argument.type === "Literal" &&
        isConstant(node.argument)
      );
    case "BinaryExpression":
      // Infinity and NaN. A bigint divided by zero throws, and a regular expression is converted.
      return node.operator === "/" && isNumberText(node.left) && isNumberText(node.right);
    default:
      return false;
  }
}

function isNumberText(node: Node): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}

function haveOneType(left: Node, right: Node): boolean {
  const [one, other] = [typeOf(left), typeOf(right)];
  if (one === "string" || one === "boolean") return one === other;
  return isNumber(one) && isNumber(other);
}

function isOneVariable(left: Node, right: Node, context: RuleContext): boolean {
  return knownVariable(left, context) !== undefined && isSameName(left, right, context.scopes);
}

/** The result of an operator on two numbers (ECMA-262, 6.1.6.1); engines agree on all but `**`, which is left out. */
function arithmetic(operator: ESTree.BinaryOperator, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    case "<<":
      return left << right;
    case ">>":
      return left >> right;
    case ">>>":
      return left >>> right;
    case "|":
      return left | right;
    case "&":
      return left & right;
    case "^":
      return left ^ right;
    default:
      return undefined;
  }
}
