// The syntax tree: ESTree as meriyah gives it, and the one table that says of which fields each node is made.
// Whoever walks, rewrites, encodes or compares trees does it through this table, so that none can forget a field.

import type { ESTree } from "meriyah";

/** A node of the tree. Trees are immutable once `syntaxTree` has handed them out. */
export type Node = ESTree.Node;
export type NodeType = Node["type"];
export type NodeOf<T extends NodeType> = Extract<Node, { type: T }>;

export type FunctionNode =
  | ESTree.FunctionExpression
  | ESTree.FunctionDeclaration
  | ESTree.ArrowFunctionExpression;
export type ClassNode = ESTree.ClassExpression | ESTree.ClassDeclaration;

/** The fields of one type of node, in source order. */
export interface Shape {
  /** Fields that hold a node, a list of nodes and holes, or nothing. */
  readonly children: readonly string[];
  /** Fields that hold a string, a number, a boolean or nothing. */
  readonly scalars: readonly string[];
  /** A number for the type, for encodings. */
  readonly tag: number;
}

const shape = (children: string, scalars = ""): Omit<Shape, "tag"> => ({
  children: children === "" ? [] : children.split(" "),
  scalars: scalars === "" ? [] : scalars.split(" "),
});

/**
 * Every type of node that a function can contain. The position of a type is its tag in the canonical encoding:
 * append, never reorder. `Identifier`, `Literal` and `TemplateElement` carry text and are handled by name.
 */
const TYPES: Readonly<Record<string, Omit<Shape, "tag">>> = {
  Identifier: shape(""),
  Literal: shape(""),
  TemplateElement: shape(""),
  PrivateIdentifier: shape(""),
  AccessorProperty: shape("decorators key value", "computed static"),
  ArrayExpression: shape("elements"),
  ArrayPattern: shape("elements"),
  ArrowFunctionExpression: shape("params body", "async"),
  AssignmentExpression: shape("left right", "operator"),
  AssignmentPattern: shape("left right"),
  AwaitExpression: shape("argument"),
  BinaryExpression: shape("left right", "operator"),
  BlockStatement: shape("body"),
  BreakStatement: shape("label"),
  CallExpression: shape("callee arguments", "optional"),
  CatchClause: shape("param body"),
  ChainExpression: shape("expression"),
  ClassBody: shape("body"),
  ClassDeclaration: shape("decorators id superClass body"),
  ClassExpression: shape("decorators id superClass body"),
  ConditionalExpression: shape("test consequent alternate"),
  ContinueStatement: shape("label"),
  DebuggerStatement: shape(""),
  Decorator: shape("expression"),
  DoWhileStatement: shape("body test"),
  EmptyStatement: shape(""),
  ExpressionStatement: shape("expression", "directive"),
  ForInStatement: shape("left right body"),
  ForOfStatement: shape("left right body", "await"),
  ForStatement: shape("init test update body"),
  FunctionDeclaration: shape("id params body", "async generator"),
  FunctionExpression: shape("id params body", "async generator"),
  IfStatement: shape("test consequent alternate"),
  ImportExpression: shape("source options", "phase"),
  LabeledStatement: shape("label body"),
  LogicalExpression: shape("left right", "operator"),
  MemberExpression: shape("object property", "computed optional"),
  MetaProperty: shape("meta property"),
  MethodDefinition: shape("decorators key value", "kind computed static"),
  NewExpression: shape("callee arguments"),
  ObjectExpression: shape("properties"),
  ObjectPattern: shape("properties"),
  ParenthesizedExpression: shape("expression"),
  Property: shape("key value", "kind computed method shorthand"),
  PropertyDefinition: shape("decorators key value", "computed static"),
  RestElement: shape("argument"),
  ReturnStatement: shape("argument"),
  SequenceExpression: shape("expressions"),
  SpreadElement: shape("argument"),
  StaticBlock: shape("body"),
  Super: shape(""),
  SwitchCase: shape("test consequent"),
  SwitchStatement: shape("discriminant cases"),
  TaggedTemplateExpression: shape("tag quasi"),
  TemplateLiteral: shape("quasis expressions"),
  ThisExpression: shape(""),
  ThrowStatement: shape("argument"),
  TryStatement: shape("block handler finalizer"),
  UnaryExpression: shape("argument", "operator"),
  UpdateExpression: shape("argument", "operator prefix"),
  VariableDeclaration: shape("declarations", "kind"),
  VariableDeclarator: shape("id init"),
  WhileStatement: shape("test body"),
  WithStatement: shape("object body"),
  YieldExpression: shape("argument", "delegate"),
  Program: shape("body"),
};

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries(TYPES).map(([type, fields], tag) => [type, { ...fields, tag }]),
);

/** The shape of a node; a type that is not in the table is a syntax this version does not know. */
export function shapeOf(node: Node): Shape {
  return SHAPES.get(node.type) ?? unknownType(node.type);
}

/** The tag of a type of node. */
export function tagOf(type: NodeType): number {
  return SHAPES.get(type)?.tag ?? unknownType(type);
}

function unknownType(type: string): never {
  throw new TypeError(`unknown syntax: ${type}`);
}

/** What a field of a node may hold. */
export type Child = Node | null | undefined | readonly (Node | null)[];

// The only place where a node is read by a field's name. The table above names children and scalars that exist, and
// `fieldsOf` is the one cast that this trust costs.
type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (node: Node): Fields => node as unknown as Fields;

/** The child in a field that the node's shape lists. */
export function childOf(node: Node, field: string): Child {
  return fieldsOf(node)[field] as Child;
}

/** The scalar in a field that the node's shape lists. */
export function scalarOf(node: Node, field: string): string | number | boolean | null | undefined {
  return fieldsOf(node)[field] as string | number | boolean | null | undefined;
}

/** The node with every child passed through `map`; the same object when none changed. */
export function mapped(node: Node, map: (child: Node) => Node, shape: Shape = shapeOf(node)): Node {
  let copy: Record<string, unknown> | undefined;
  for (const field of shape.children) {
    const before = childOf(node, field);
    if (before === null || before === undefined) continue;
    const after = isList(before) ? mappedList(before, map) : map(before);
    if (after === before) continue;
    copy ??= { ...node };
    copy[field] = after;
  }
  return copy === undefined ? node : (copy as unknown as Node);
}

function mappedList(list: readonly (Node | null)[], map: (child: Node) => Node): readonly (Node | null)[] {
  let copy: (Node | null)[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const before = list[index];
    if (before === null || before === undefined) continue;
    const after = map(before);
    if (after === before) continue;
    copy ??= list.slice();
    copy[index] = after;
  }
  return copy ?? list;
}

/** Calls `visit` for each child, in source order. */
export function eachChild(node: Node, visit: (child: Node) => void): void {
  for (const field of shapeOf(node).children) {
    const child = childOf(node, field);
    if (child === null || child === undefined) continue;
    if (isList(child)) {
      for (const element of child) if (element !== null) visit(element);
    } else visit(child);
  }
}

/** Whether a child is a list of nodes. */
export function isList(child: Child): child is readonly (Node | null)[] {
  return Array.isArray(child);
}

/** Where a node stands, for a node made in its place. Offsets count UTF-16 units from 0. */
export function rangeOf(node: Node): { start: number; end: number } {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

/** The identifiers that a binding pattern declares, in source order. */
export function boundIdentifiers(pattern: Node): readonly ESTree.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "AssignmentPattern":
      return boundIdentifiers(pattern.left);
    case "RestElement":
      return boundIdentifiers(pattern.argument);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element === null ? [] : boundIdentifiers(element)));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundIdentifiers(property.type === "RestElement" ? property : property.value),
      );
    default:
      return [];
  }
}

/** Whether a member of a class is its constructor. */
export function isConstructor(member: Node): boolean {
  return member.type === "MethodDefinition" && member.kind === "constructor";
}
