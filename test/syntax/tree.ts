// A second reading of function texts, independent of src/: acorn parses them, and a plain walk visits what it finds.

import { type Node as AcornNode, parse } from "acorn";

/** A node of acorn's tree. */
export interface Tree extends AcornNode {
  readonly [field: string]: unknown;
}

/** A function's text within the shortest program that holds it. */
export interface Wrapped {
  readonly program: Tree;
  /** The whole program: positions of nodes count in it. */
  readonly source: string;
  readonly before: string;
  readonly after: string;
}

const WRAPPERS: readonly (readonly [before: string, after: string])[] = [
  ["(", "\n)"],
  ["({m(){(", "\n)}})"],
  ["({", "\n})"],
  ["(class extends Object{", "\n})"],
];

/** The tree of a function's, a method's or a class's text; throws acorn's error where it is none of them. */
export function wrapped(text: string): Wrapped {
  let first: unknown;
  for (const sourceType of ["script", "module"] as const) {
    for (const [before, after] of WRAPPERS) {
      const source = before + text + after;
      try {
        return { program: programOf(source, sourceType), source, before, after };
      } catch (error) {
        first ??= error;
      }
    }
  }
  throw first;
}

/** Whether an engine, and the parser of the oracles, accept a text as an expression of sloppy code. */
export function isAccepted(text: string): boolean {
  try {
    new Function(`(${text}\n)`);
    // acorn refuses a few texts that engines accept: `static { var a; function a() {} }`.
    wrapped(text);
    return true;
  } catch {
    return false;
  }
}

/** The tree of a program, or of a file. */
export function programOf(source: string, sourceType: "script" | "module"): Tree {
  return asTree(
    parse(source, { ecmaVersion: "latest", sourceType, ranges: true, checkPrivateFields: false }),
  );
}

// acorn's `Node` lacks the fields of its types; this is the one place that adds them.
const asTree = (node: AcornNode): Tree => node as Tree;

export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Calls `visit` for a node and all below it, outermost first; what `visit` refuses is not entered. */
export function walk(node: Tree, visit: (node: Tree, parent: Tree | undefined) => boolean | undefined): void {
  const enter = (each: Tree, parent: Tree | undefined): void => {
    if (visit(each, parent) === false) return;
    for (const child of childrenOf(each)) enter(child, each);
  };
  enter(node, undefined);
}

export function childrenOf(node: Tree): readonly Tree[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isTree));
}

/** The name of an identifier, or undefined for any other node. */
export function nameOf(node: unknown): string | undefined {
  if (!isTree(node)) return undefined;
  const isName = node.type === "Identifier" || node.type === "PrivateIdentifier";
  return isName && typeof node.name === "string" ? node.name : undefined;
}

export function isFunction(node: Tree): boolean {
  return /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type);
}

/** Whether a function's own text makes it strict. */
export function hasUseStrict(node: Tree): boolean {
  const body = node.body;
  return isTree(body) && childrenOf(body).some((each) => each.directive === "use strict");
}
