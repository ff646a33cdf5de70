// What an enum becomes: the object that tsc makes of it, and the values that can be told from the file alone.

import { clean } from "../syntax/clean.ts";
import { mapped, type Node, rangeOf } from "../syntax/tree.ts";
import {
  assignment,
  call,
  constant,
  element,
  functionOf,
  identifier,
  member,
  orNewObject,
  statement,
} from "./build.ts";
import { childIn, nameIn, nodesIn, partIn, type SourceNode, valueIn } from "./source.ts";

/** The value of a member that can be computed without running anything. */
export type EnumValue = string | number;

/** An enum of the file, or a part of one that is declared in several. */
export interface Enum {
  readonly name: string;
  readonly isConst: boolean;
  /** The identifier of the variable that holds it; undefined where an earlier declaration made it. */
  readonly variable: Node | undefined;
  /** The parameter of the function that fills it. */
  readonly parameter: Node;
  readonly values: ReadonlyMap<string, EnumValue>;
}

/** An enum's members, with what is known of those that stand before it. */
export interface EnumMembers {
  readonly values: ReadonlyMap<string, EnumValue>;
  /** The statements that fill the object. */
  readonly body: readonly Node[];
}

/** Values of enums that a name may mean where the walk stands. */
export type KnownEnums = (name: string) => ReadonlyMap<string, EnumValue> | undefined;

/**
 * The members of an enum, as tsc compiles them: constant expressions are folded, other initializers stay and reach members
 * through the object (TypeScript handbook, "Computed and constant members").
 */
export function enumMembers(
  source: SourceNode,
  erase: (node: SourceNode) => Node,
  known: KnownEnums,
): EnumMembers {
  const name = nameIn(partIn(source, "id")) ?? "";
  const values = new Map(known(name));
  const names = new Set(values.keys());
  const resolve: KnownEnums = (other) => (other === name ? values : known(other));
  let next: number | undefined = 0;
  const body = nodesIn(partIn(source, "body"), "members").map((each) => {
    const key = memberName(partIn(each, "id"));
    const initializer = childIn(each, "initializer");
    const value: EnumValue | undefined =
      initializer === undefined ? next : folded(initializer, values, resolve);
    next = typeof value === "number" ? value + 1 : undefined;
    names.add(key);
    if (value === undefined) values.delete(key);
    else values.set(key, value);
    const written =
      value !== undefined || initializer === undefined
        ? constant(value ?? Number.NaN, each)
        : qualified(erase(initializer), name, names);
    const isText = typeof value === "string" || (initializer !== undefined && isTextual(initializer));
    return memberStatement(name, key, written, isText, each);
  });
  return { values, body };
}

/** `E["a"] = "text"`, or `E[E["a"] = 0] = "a"` with the way back from the number. */
function memberStatement(name: string, key: string, value: Node, isText: boolean, at: SourceNode): Node {
  const forward = assignment(member(identifier(name, at), key, at), value, at);
  if (isText) return statement(forward, at);
  return statement(assignment(element(identifier(name, at), forward), constant(key, at), at), at);
}

/** The statement that fills an enum's object: `(function (E) { ... })(E || (E = {}))`. */
export function enumFilling(parameter: Node, body: readonly Node[], object: Node, at: SourceNode): Node {
  return statement(call(functionOf([parameter], body, at), [object], at), at);
}

/** The object that is handed to an enum's or a namespace's function, and what it is kept in. */
export function sharedObject(name: string, owner: string | undefined, at: SourceNode): Node {
  if (owner === undefined) return orNewObject(identifier(name, at), identifier(name, at), at);
  const place = (): Node => member(identifier(owner, at), name, at);
  return assignment(identifier(name, at), orNewObject(place(), place(), at), at);
}

function memberName(id: SourceNode): string {
  return nameIn(id) ?? templateText(id) ?? "";
}

/** Initializers name the members before them without the enum; the object's property is meant. */
function qualified(initializer: Node, name: string, names: ReadonlySet<string>): Node {
  clean(initializer);
  const qualify = (node: Node): Node => {
    // The names of a function within are its own affair; there is hardly ever one.
    if (node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression") return node;
    if (node.type !== "Identifier") return mapped(node, qualify);
    return names.has(node.name) ? member(identifier(name, rangeOf(node)), node.name, rangeOf(node)) : node;
  };
  return qualify(initializer);
}

/** The value of a constant enum expression; undefined where something must run. */
function folded(
  source: SourceNode,
  own: ReadonlyMap<string, EnumValue>,
  known: KnownEnums,
): EnumValue | undefined {
  const fold = (node: SourceNode): EnumValue | undefined => folded(node, own, known);
  switch (source.type) {
    case "Literal": {
      const value = valueIn(source, "value");
      return typeof value === "string" || typeof value === "number" ? value : undefined;
    }
    case "ParenthesizedExpression":
      return fold(partIn(source, "expression"));
    case "Identifier": {
      const name = nameIn(source) ?? "";
      const value = own.get(name);
      if (value !== undefined) return value;
      return name === "NaN" ? Number.NaN : name === "Infinity" ? Number.POSITIVE_INFINITY : undefined;
    }
    case "MemberExpression": {
      const object = partIn(source, "object");
      const key = nameIn(partIn(source, "property"));
      if (object.type !== "Identifier" || key === undefined) return undefined;
      const isText = partIn(source, "property").type === "Literal";
      return valueIn(source, "computed") === isText ? known(nameIn(object) ?? "")?.get(key) : undefined;
    }
    case "UnaryExpression": {
      const operand = fold(partIn(source, "argument"));
      return typeof operand === "number" ? unary(valueIn(source, "operator"), operand) : undefined;
    }
    case "BinaryExpression": {
      const left = fold(partIn(source, "left"));
      const right = fold(partIn(source, "right"));
      return left === undefined || right === undefined
        ? undefined
        : binary(valueIn(source, "operator"), left, right);
    }
    case "TemplateLiteral":
      return template(source, fold);
    default:
      return undefined;
  }
}

function unary(operator: unknown, operand: number): number | undefined {
  switch (operator) {
    case "+":
      return operand;
    case "-":
      return -operand;
    case "~":
      return ~operand;
    default:
      return undefined;
  }
}

function binary(operator: unknown, left: EnumValue, right: EnumValue): EnumValue | undefined {
  if (typeof left !== "number" || typeof right !== "number")
    return operator === "+" ? `${left}${right}` : undefined;
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
    case "**":
      return left ** right;
    case "|":
      return left | right;
    case "&":
      return left & right;
    case "^":
      return left ^ right;
    case "<<":
      return left << right;
    case ">>":
      return left >> right;
    case ">>>":
      return left >>> right;
    default:
      return undefined;
  }
}

function template(source: SourceNode, fold: (node: SourceNode) => EnumValue | undefined): string | undefined {
  const values = nodesIn(source, "expressions").map(fold);
  if (values.includes(undefined)) return undefined;
  return nodesIn(source, "quasis")
    .map((quasi, index) => `${cookedText(quasi)}${values[index] ?? ""}`)
    .join("");
}

function templateText(source: SourceNode): string | undefined {
  return source.type === "TemplateLiteral" ? template(source, () => undefined) : undefined;
}

function cookedText(quasi: SourceNode): string {
  const value = valueIn(quasi, "value");
  return typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "";
}

/** Whether an initializer that must run gives a text for certain: such a member has no way back. */
function isTextual(source: SourceNode): boolean {
  switch (source.type) {
    case "TemplateLiteral":
      return true;
    case "Literal":
      return typeof valueIn(source, "value") === "string";
    case "ParenthesizedExpression":
      return isTextual(partIn(source, "expression"));
    case "BinaryExpression":
      return (
        valueIn(source, "operator") === "+" &&
        (isTextual(partIn(source, "left")) || isTextual(partIn(source, "right")))
      );
    default:
      return false;
  }
}
