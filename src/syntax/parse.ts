// From any text that `Function.prototype.toString` can give to a clean syntax tree: parentheses gone, names of
// properties told apart from names of variables. What has no source (native, bound) or is not a function gives undefined.

import { type ESTree, parseModule, parseScript } from "meriyah";
import { type ClassNode, childOf, type FunctionNode, isList, type Node, shapeOf } from "./tree.ts";

/** What a text defines. Methods and accessors cannot be constructed; arrows have no `this` of their own. */
export type SourceKind = "function" | "arrow" | "method" | "getter" | "setter" | "class";

/** A function's or a class's text, parsed. */
export interface SyntaxTree {
  readonly kind: SourceKind;
  readonly root: FunctionNode | ClassNode;
  readonly text: string;
  /** Subtract this from a node's `start` and `end` to get offsets into `text`. */
  readonly offset: number;
}

// Each wrapper makes one class of texts legal: `super`, `new.target` and expressions; members of an object literal;
// members of a class, where private names and constructors may stand (FACTS.md, "Parsing what toString gives").
const EXPRESSION = { before: "({m(){(", after: "\n)}})" };
const MEMBER = { before: "({", after: "\n})" };
const CLASS_MEMBER = { before: "(class extends Object{", after: "\n})" };

const OPTIONS = {
  next: true,
  webcompat: true,
  validateRegex: false,
  lexical: false,
  ranges: true,
  preserveParens: true,
};

/**
 * The tree of a function's or class's text, or undefined when the text is neither.
 *
 * @param text what `Function.prototype.toString` gave, or a source text of the same form
 * @param isMethod true when the live function is known to be a method: a method named `function` reads like a
 *   function expression
 * @throws {RangeError} when the text is nested more deeply than the engine's stack allows
 * @example syntaxTree("x => x + 1")?.kind // "arrow"
 */
export function syntaxTree(text: string, isMethod = false): SyntaxTree | undefined {
  const wrappers = isMethod ? [MEMBER, CLASS_MEMBER, EXPRESSION] : [EXPRESSION, MEMBER, CLASS_MEMBER];
  for (const wrapper of wrappers) {
    for (const parse of [parseScript, parseModule]) {
      const program = parsed(parse, wrapper.before + text + wrapper.after);
      const found = program && definition(program, wrapper === EXPRESSION);
      if (found === undefined) continue;
      clean(found.root, false);
      return { ...found, text, offset: wrapper.before.length };
    }
  }
  return undefined;
}

type Parse = typeof parseScript;

function parsed(parse: Parse, source: string): ESTree.Program | undefined {
  try {
    return parse(source, OPTIONS);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

/** The function or class within a wrapper; undefined when the wrapper holds anything else, or more than one thing. */
function definition(
  program: ESTree.Program,
  isExpression: boolean,
): Pick<SyntaxTree, "kind" | "root"> | undefined {
  const [statement] = program.body;
  if (program.body.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  const outer = unwrapped(statement.expression);
  const members =
    outer.type === "ObjectExpression"
      ? outer.properties
      : outer.type === "ClassExpression"
        ? outer.body.body
        : [];
  const [member] = members;
  if (members.length !== 1 || member === undefined) return undefined;
  return isExpression ? expressionDefinition(member) : memberDefinition(member);
}

function expressionDefinition(member: Node): Pick<SyntaxTree, "kind" | "root"> | undefined {
  if (member.type !== "Property" || member.value.type !== "FunctionExpression") return undefined;
  const statements = member.value.body?.body ?? [];
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  const root = unwrapped(statement.expression);
  // The parentheses of the wrapper must be the outermost thing: `x) => (y` would slip through otherwise.
  if (root === statement.expression) return undefined;
  switch (root.type) {
    case "FunctionExpression":
      return { kind: "function", root };
    case "ArrowFunctionExpression":
      return { kind: "arrow", root };
    case "ClassExpression":
      return { kind: "class", root };
    default:
      return undefined;
  }
}

function memberDefinition(member: Node): Pick<SyntaxTree, "kind" | "root"> | undefined {
  if (member.type !== "Property" && member.type !== "MethodDefinition") return undefined;
  const root = member.value;
  if (root.type !== "FunctionExpression") return undefined;
  if (member.kind === "get") return { kind: "getter", root };
  if (member.kind === "set") return { kind: "setter", root };
  return member.type === "MethodDefinition" || member.method ? { kind: "method", root } : undefined;
}

/** The node behind any parentheses. */
function unwrapped(node: Node): Node {
  let inner = node;
  while (inner.type === "ParenthesizedExpression") inner = inner.expression;
  return inner;
}

/**
 * Cleans a tree that is fresh from the parser, in place, before anyone else has seen it:
 * parentheses vanish (what they grouped is in the tree's shape), and the names of properties become string literals, so
 * that an `Identifier` is always a variable, a label or part of a meta property.
 *
 * One pair of parentheses means something: `(f) = function () {}` does not name the function `f`
 * (ECMA-262, 13.15.2, IsIdentifierRef of a CoverParenthesizedExpression). It stays.
 */
function clean(node: Node, isTagged: boolean): void {
  switch (node.type) {
    case "MemberExpression":
      if (!node.computed) node.property = propertyName(node.property);
      break;
    case "Property":
      if (!node.computed) node.key = keyName(node.key);
      break;
    case "MethodDefinition":
      if (!node.computed && node.key !== null) node.key = propertyName(node.key);
      break;
    case "PropertyDefinition":
    case "AccessorProperty":
      if (!node.computed) node.key = propertyName(node.key);
      break;
    case "TemplateLiteral":
      // Only a tag can see the raw text (ECMA-262, 13.2.8.4 GetTemplateObject).
      if (!isTagged) for (const quasi of node.quasis) quasi.value = { raw: "", cooked: quasi.value.cooked };
      break;
  }
  for (const field of shapeOf(node).children) {
    const child = childOf(node, field);
    if (child === null || child === undefined) continue;
    if (isList(child)) {
      if (child.some((element) => element?.type === "ParenthesizedExpression")) {
        Object.assign(node, { [field]: child.map((element) => element && unwrapped(element)) });
      }
      for (const element of child) if (element !== null) clean(unwrapped(element), false);
    } else {
      const inner = field === "left" && isNamelessAssignment(node) ? child : unwrapped(child);
      if (inner !== child) Object.assign(node, { [field]: inner });
      clean(inner, node.type === "TaggedTemplateExpression" && inner === node.quasi);
    }
  }
}

/** Whether parentheses around the target keep an anonymous function from taking the target's name. */
function isNamelessAssignment(node: Node): boolean {
  const assigns = node.type === "AssignmentExpression" || node.type === "AssignmentPattern";
  return (
    assigns &&
    node.right !== undefined &&
    unwrapped(node.left).type === "Identifier" &&
    isAnonymous(unwrapped(node.right))
  );
}

function isAnonymous(node: Node): boolean {
  return (
    node.type === "ArrowFunctionExpression" ||
    ((node.type === "FunctionExpression" || node.type === "ClassExpression") && node.id === null)
  );
}

function propertyName(
  key: ESTree.Expression | ESTree.PrivateIdentifier,
): ESTree.Expression | ESTree.PrivateIdentifier {
  return key.type === "PrivateIdentifier" ? key : keyName(key);
}

/** `a`, `"a"` and `'a'`, and `1`, `"1"` and `0x1` name one property (ECMA-262, 13.2.5.5, PropName). */
function keyName(key: ESTree.Expression): ESTree.Expression {
  if (key.type === "Identifier") return stringLiteral(key, key.name);
  if (key.type === "Literal" && typeof key.value !== "string") return stringLiteral(key, String(key.value));
  return key;
}

function stringLiteral(node: Node, value: string): ESTree.StringLiteral {
  return { type: "Literal", value, start: node.start ?? 0, end: node.end ?? 0 };
}
