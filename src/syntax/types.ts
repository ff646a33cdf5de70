// Of which type an expression's value is, whatever its operands are, as far as its operator says so (ECMA-262, 13.15.3, 7.1.3).

import type { Count } from "../units.ts";
import type { Node } from "./tree.ts";

/** A primitive type; `numeric` is a number or a bigint, and `integer` a number that is neither NaN nor -0 nor infinite. */
export type ValueType = "string" | "boolean" | "integer" | "number" | "numeric";

const COMPARISONS: ReadonlySet<string> = new Set("=== !== == != < > <= >= in instanceof".split(" "));
const BITWISE: ReadonlySet<string> = new Set("& | ^ << >>".split(" "));
const ARITHMETIC: ReadonlySet<string> = new Set("- * / % **".split(" "));

// What stands deeper is not looked at, so that asking costs little.
const DEEPEST = 10;

/** The type of what an expression gives, whenever it gives something; undefined where that depends. */
export function typeOf(node: Node, depth: Count = DEEPEST): ValueType | undefined {
  if (depth === 0) return undefined;
  const below = (child: Node): ValueType | undefined => typeOf(child, depth - 1);
  switch (node.type) {
    case "Literal":
      return typeOfLiteral(node.value);
    case "TemplateLiteral":
      return "string";
    case "UnaryExpression":
      return typeOfUnary(node.operator, node.argument, below);
    case "UpdateExpression":
      return "numeric";
    case "BinaryExpression":
      return typeOfBinary(node.operator, node.left, node.right, below);
    case "LogicalExpression": {
      const type = below(node.left);
      return type !== undefined && type === below(node.right) ? type : undefined;
    }
    case "ConditionalExpression": {
      const type = below(node.consequent);
      return type !== undefined && type === below(node.alternate) ? type : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a type is that of numbers, and of no bigint. */
export function isNumber(type: ValueType | undefined): boolean {
  return type === "number" || type === "integer";
}

/** Whether a type is that of numbers or bigints: to use these in arithmetic does nothing but the arithmetic. */
export function isNumeric(type: ValueType | undefined): boolean {
  return type === "numeric" || isNumber(type);
}

type TypeOf = (child: Node) => ValueType | undefined;

function typeOfLiteral(value: unknown): ValueType | undefined {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(value) && !Object.is(value, -0) ? "integer" : "number";
    case "bigint":
      return "numeric";
    default:
      return undefined;
  }
}

function typeOfUnary(operator: string, argument: Node, below: TypeOf): ValueType | undefined {
  switch (operator) {
    case "typeof":
      return "string";
    case "!":
    case "delete":
      return "boolean";
    case "+":
      return "number";
    case "-":
      return isNumber(below(argument)) ? "number" : "numeric";
    case "~":
      return isNumber(below(argument)) ? "integer" : "numeric";
    default:
      return undefined;
  }
}

/** A bigint does not mix with a number (ECMA-262, 13.15.3, step 6): where one operand is a number, the result is. */
function typeOfBinary(operator: string, left: Node, right: Node, below: TypeOf): ValueType | undefined {
  if (COMPARISONS.has(operator)) return "boolean";
  if (operator === ">>>") return "integer";
  const isSum = operator === "+";
  if (!isSum && !ARITHMETIC.has(operator) && !BITWISE.has(operator)) return undefined;
  const [one, other] = [below(left), below(right)];
  if (isSum && (one === "string" || other === "string")) return "string";
  if (isSum && !(isNumeric(one) && isNumeric(other))) return undefined;
  if (!isNumber(one) && !isNumber(other)) return "numeric";
  return BITWISE.has(operator) ? "integer" : "number";
}
