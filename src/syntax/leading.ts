// What an expression evaluates before all else, and what is left of it when that has been done before.

import type { ESTree } from "meriyah";
import { isConstant, isWritable, knownVariable } from "./effects.ts";
import { operandsOf } from "./operands.ts";
import type { RuleContext } from "./rule.ts";
import type { Node } from "./tree.ts";

/** What an expression evaluates before all else as part of a sequence, and the rest of it. */
export interface Split {
  readonly before: readonly ESTree.Expression[];
  readonly rest: ESTree.Expression;
}

/** The sequence or the assignment to a variable at the very beginning of an expression; else whether what it evaluates is `quiet`: no effect, no change. */
export function leading(
  node: ESTree.Expression,
  context: RuleContext,
  names: boolean,
): Split | "quiet" | "busy" {
  if (node.type === "SequenceExpression") {
    const last = node.expressions.at(-1);
    if (last === undefined || (names && isNameless(last))) return "busy";
    return { before: node.expressions.slice(0, -1), rest: last };
  }
  const operands = operandsOf(node);
  if (operands.length === 0) return isQuiet(node, context) ? "quiet" : "busy";
  for (const { node: operand, put } of operands) {
    // A callee keeps the zero that makes a member a value.
    if (isValue(operand, context)) return "busy";
    const read = readAfter(operand, context);
    if (read !== undefined) return { before: [operand], rest: put(read) };
    const found = leading(
      operand,
      context,
      node.type === "AssignmentExpression" || node.type === "ObjectExpression",
    );
    if (found === "busy") return "busy";
    if (found !== "quiet") return { before: found.before, rest: put(found.rest) };
  }
  return partsOf(node) === undefined ? "busy" : "quiet";
}

/** The same for what has no operands. */
function isQuiet(node: ESTree.Expression, context: RuleContext): boolean {
  switch (node.type) {
    case "Identifier": {
      const variable = knownVariable(node, context);
      return variable !== undefined && isConstant(variable, context);
    }
    case "ThisExpression":
      return !context.scopes.mayLackThis;
    case "Literal":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return true;
    default:
      return false;
  }
}

/** `(0, a.b)`, which is `a.b` without its object. */
export function isValue(node: Node, context: RuleContext): boolean {
  if (node.type !== "SequenceExpression" || node.expressions.length !== 2) return false;
  const [zero, last] = node.expressions;
  return zero?.type === "Literal" && last !== undefined && isReference(last, context);
}

/** What is more than its value: a call sees the object, `delete` the place, an assignment gives its name. */
export function isReference(node: Node, { scopes }: RuleContext): boolean {
  switch (node.type) {
    case "Identifier":
      return node.name === "eval" || !scopes.bindingOf.has(node) || scopes.deletesValues;
    case "MemberExpression":
    case "ChainExpression":
      return true;
    default:
      return isNameless(node);
  }
}

function isNameless(node: Node): boolean {
  switch (node.type) {
    case "ArrowFunctionExpression":
      return true;
    case "FunctionExpression":
    case "ClassExpression":
      return node.id === null;
    default:
      return false;
  }
}

/** A read of the variable that an expression writes, which gives what the expression would have given (13.15.2, 13.4.4). */
export function readAfter(node: ESTree.Expression, context: RuleContext): ESTree.Identifier | undefined {
  const target = writtenName(node);
  return target && isWritable(target, context) ? context.uses.read(target) : undefined;
}

function writtenName(node: ESTree.Expression): ESTree.Identifier | undefined {
  if (node.type === "UpdateExpression")
    return node.prefix && node.argument.type === "Identifier" ? node.argument : undefined;
  return node.type === "AssignmentExpression" && node.left.type === "Identifier" ? node.left : undefined;
}

/**
 * Whether it pays to look for something leading: whether a sequence or a write may stand where an expression begins. Most
 * expressions have none, and are walked a few steps for that.
 */
export function mayLead(node: Node): boolean {
  return beginning(node) === "found";
}

/** The same for an expression that is a statement, where an assignment is no operand. */
export function mayLeadStatement(node: ESTree.Expression): boolean {
  if (node.type !== "AssignmentExpression") return mayLead(node);
  const target = node.left.type === "MemberExpression" ? places(node.left) : "quiet";
  return (target === "quiet" ? beginning(node.right) : target) === "found";
}

/** What stands first: a sequence or a write, something that ends the search, or something behind which it may go on. */
function beginning(node: Node): "found" | "busy" | "quiet" {
  switch (node.type) {
    case "SequenceExpression":
    case "UpdateExpression":
    case "AssignmentExpression":
      return "found";
    case "Identifier":
    case "Literal":
    case "ThisExpression":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return "quiet";
    case "BinaryExpression": {
      const left = beginning(node.left);
      return left === "quiet" ? beginning(node.right) : left;
    }
    case "LogicalExpression":
      return ended(beginning(node.left));
    case "ConditionalExpression":
      return ended(beginning(node.test));
    case "UnaryExpression":
      return beginning(node.argument);
    case "AwaitExpression":
      return ended(beginning(node.argument));
    case "YieldExpression":
      return node.argument ? ended(beginning(node.argument)) : "busy";
    case "MemberExpression":
      return ended(places(node));
    case "CallExpression":
    case "NewExpression": {
      const callee = beginning(node.callee);
      return ended(callee === "quiet" ? first(node.arguments) : callee);
    }
    case "ArrayExpression":
      return first(node.elements);
    case "ObjectExpression":
      return ended(first(node.properties));
    case "Property":
      return node.computed ? "busy" : beginning(node.value);
    case "TemplateLiteral":
      return node.expressions[0] === undefined ? "quiet" : ended(beginning(node.expressions[0]));
    default:
      return "busy";
  }
}

/** The same for what finds a member, which then is not read yet. */
function places(node: ESTree.MemberExpression): "found" | "busy" | "quiet" {
  const object = beginning(node.object);
  return object === "quiet" && node.computed ? beginning(node.property) : object;
}

function first(operands: readonly (Node | null)[]): "found" | "busy" | "quiet" {
  for (const each of operands) {
    const found = each === null ? "quiet" : beginning(each);
    if (found !== "quiet") return found;
  }
  return "quiet";
}

function ended(found: "found" | "busy" | "quiet"): "found" | "busy" {
  return found === "found" ? "found" : "busy";
}

/** The operands of what only makes a value of them, whatever they are; undefined where more is done with them. */
export function partsOf(node: ESTree.Expression): readonly ESTree.Expression[] | undefined {
  switch (node.type) {
    case "UnaryExpression":
      if (node.operator === "!" || node.operator === "void") return [node.argument];
      // Of a name that is not bound, `typeof` makes a value all the same.
      return node.operator === "typeof" && node.argument.type !== "Identifier" ? [node.argument] : undefined;
    case "BinaryExpression":
      if (node.operator !== "===" && node.operator !== "!==") return undefined;
      return node.left.type === "PrivateIdentifier" ? undefined : [node.left, node.right];
    case "ArrayExpression": {
      const elements: ESTree.Expression[] = [];
      for (const each of node.elements) {
        if (each?.type === "SpreadElement") return undefined;
        if (each !== null) elements.push(each);
      }
      return elements;
    }
    default:
      return undefined;
  }
}
