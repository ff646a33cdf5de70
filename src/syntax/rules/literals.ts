// Rules about values that stand in the text.

import type { ESTree } from "meriyah";
import { nothing, number, text } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { type Node, rangeOf } from "../tree.ts";

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
  statement: "`typeof a == 'string'` is `typeof a === 'string'`, and `!a == !b` is `!a === !b`",
  condition: "7.2.14, 7.2.15: both operands are strings, or both are booleans, whatever their values",
  same: ["(a, b) => [typeof a == 'string', !a != !b]", "(a, b) => [typeof a === 'string', !a !== !b]"],
  different: ["(a, b) => a == 'string'", "(a, b) => a === 'string'"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    if (node.operator !== "==" && node.operator !== "!=") return undefined;
    const type = typeOf(node.left);
    if (type === undefined || type !== typeOf(node.right)) return undefined;
    return { ...node, operator: node.operator === "==" ? "===" : "!==" };
  },
});

const literalsLast = rule({
  name: "literals on the left",
  statement: "`null === a` is `a === null`, and `1 < a` is `a > 1`",
  condition:
    "13.10, 13.11: a literal does nothing when it is evaluated or converted; the other operand is converted once",
  same: ["(a, b) => [null === a, 1 < b(), void 0 !== a]", "(a, b) => [a === null, b() > 1, a !== void 0]"],
  different: ["(a, b) => a < b", "(a, b) => b > a"],
  on: ["BinaryExpression"],
  rewritten: (node) => {
    const operator = MIRRORED[node.operator];
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
    // Raw text is kept where a tag sees it; of two empty texts, nothing tells which one a tag sees.
    if (only === undefined || more.length > 0 || only.value.raw !== "" || !only.value.cooked)
      return undefined;
    return text(only.value.cooked, node);
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
};

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
      return node.operator === "/" && isNumber(node.left) && isNumber(node.right);
    default:
      return false;
  }
}

function isNumber(node: Node): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}

/** The type of what an expression gives, whenever it gives something. */
function typeOf(node: Node): "string" | "boolean" | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string"
        ? "string"
        : typeof node.value === "boolean"
          ? "boolean"
          : undefined;
    case "TemplateLiteral":
      return "string";
    case "UnaryExpression":
      if (node.operator === "typeof") return "string";
      return node.operator === "!" || node.operator === "delete" ? "boolean" : undefined;
    case "BinaryExpression":
      if (node.operator === "+") return isText(node.left) || isText(node.right) ? "string" : undefined;
      return COMPARISONS.has(node.operator) ? "boolean" : undefined;
    default:
      return undefined;
  }
}

function isText(node: Node): boolean {
  return typeOf(node) === "string";
}

const COMPARISONS: ReadonlySet<string> = new Set("=== !== == != < > <= >= in instanceof".split(" "));

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
