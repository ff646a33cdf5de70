// From any text that `Function.prototype.toString` can give to a syntax tree. What has no source (native, bound) or is no
// function gives undefined.

import { type ESTree, isParseError, type Options, parseModule, parseScript } from "meriyah";
import { clean } from "./clean.ts";
import type { ClassNode, FunctionNode, Node } from "./tree.ts";

/** What a text defines. Methods and accessors cannot be constructed; arrows have no `this` of their own. */
export type SourceKind = "function" | "arrow" | "method" | "getter" | "setter" | "class";

/** A function's or a class's text, parsed. */
export interface SyntaxTree {
  readonly kind: SourceKind;
  readonly root: FunctionNode | ClassNode;
  /** The name that a method or an accessor is written with; undefined for other kinds and for computed names. */
  readonly key: string | undefined;
  readonly text: string;
  /** Subtract this from a node's `start` and `end` to get offsets into `text`. */
  readonly offset: number;
}

// Each wrapper makes one class of texts legal: `super`, `new.target` and expressions; members of an object literal;
// members of a class, where private names and constructors may stand; arrows that call `super()`.
const EXPRESSION = { before: "({m(){(", after: "\n)}})" };
const MEMBER = { before: "({", after: "\n})" };
const CLASS_MEMBER = { before: "(class extends Object{", after: "\n})" };
const IN_CONSTRUCTOR = { before: "(class extends Object{constructor(){(", after: "\n)}})" };

const MEMBERS_FIRST = [MEMBER, CLASS_MEMBER, EXPRESSION];
const EXPRESSIONS_FIRST = [EXPRESSION, MEMBER, CLASS_MEMBER, IN_CONSTRUCTOR];
const SCRIPT_GOAL = [parseScript];
const BOTH_GOALS = [parseScript, parseModule];

const OPTIONS = {
  next: true,
  webcompat: true,
  validateRegex: false,
  lexical: false,
  ranges: { start: true, end: true, range: false },
  preserveParens: true,
};

// A name before parentheses begins a method, but for `function (` and `async (`. What it tells is only what to try first.
const METHOD_HEAD = /^(?:(?:static|async|get|set)\s+)?\*?\s*(?!(?:function|async)\b)#?[\w$]+\s*\(/;

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
  const wrappers = isMethod || METHOD_HEAD.test(text) ? MEMBERS_FIRST : EXPRESSIONS_FIRST;
  // Nothing but `import.meta` is syntax of modules alone.
  const parsers = text.includes("import") ? BOTH_GOALS : SCRIPT_GOAL;
  for (const wrapper of wrappers) {
    for (const parse of parsers) {
      const source = wrapper.before + text + wrapper.after;
      const program = parsed(parse, source);
      const found = program && definition(program, wrapper === EXPRESSION || wrapper === IN_CONSTRUCTOR);
      if (found === undefined) continue;
      if (isAmbiguous(source)) return undefined;
      return { ...found, text, offset: wrapper.before.length };
    }
  }
  return undefined;
}

type Parse = typeof parseScript;
type Definition = Pick<SyntaxTree, "kind" | "root" | "key">;

function parsed(parse: Parse, source: string, options: Options = OPTIONS): ESTree.Program | undefined {
  try {
    const program = parse(source, options);
    clean(program);
    return program;
  } catch (error) {
    if (isParseError(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a text means one thing in a script and another in a module, where `<!--` begins no comment (ECMA-262, B.1.1). */
function isAmbiguous(source: string): boolean {
  if (!source.includes("<!--")) return false;
  let isComment = false;
  const onComment = (type: string): void => {
    isComment ||= type === "HTMLOpen";
  };
  parsed(parseScript, source, { ...OPTIONS, onComment });
  return isComment && parsed(parseModule, source) !== undefined;
}

/** The function or class within a wrapper; undefined when the wrapper holds anything else, or more than one thing. */
function definition(program: ESTree.Program, isExpression: boolean): Definition | undefined {
  const [statement] = program.body;
  if (program.body.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  const outer = statement.expression;
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

function expressionDefinition(member: Node): Definition | undefined {
  if (member.type !== "Property" && member.type !== "MethodDefinition") return undefined;
  if (member.value.type !== "FunctionExpression") return undefined;
  const statements = member.value.body?.body ?? [];
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  const root = statement.expression;
  // The wrapper's parentheses must be the outermost thing: `x) => (y` would slip through otherwise.
  if (root.start === statement.start) return undefined;
  switch (root.type) {
    case "FunctionExpression":
      return { kind: "function", root, key: undefined };
    case "ArrowFunctionExpression":
      return { kind: "arrow", root, key: undefined };
    case "ClassExpression":
      return { kind: "class", root, key: undefined };
    default:
      return undefined;
  }
}

function memberDefinition(member: Node): Definition | undefined {
  if (member.type !== "Property" && member.type !== "MethodDefinition") return undefined;
  const root = member.value;
  if (root.type !== "FunctionExpression") return undefined;
  const key = member.computed || member.key === null ? undefined : keyText(member.key);
  if (member.kind === "get") return { kind: "getter", root, key };
  if (member.kind === "set") return { kind: "setter", root, key };
  return member.type === "MethodDefinition" || member.method ? { kind: "method", root, key } : undefined;
}

function keyText(key: Node): string | undefined {
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Literal" ? String(key.value) : undefined;
}
