// Babel's parser, and a walk over its trees.

import { loadBabel, type ParserOptions, type Tree } from "./tools.ts";

export const { parse, traverse, generate } = await loadBabel();

const NO_CHILDREN: ReadonlySet<string> = new Set([
  "loc",
  "extra",
  "errors",
  "comments",
  "tokens",
  "leadingComments",
  "trailingComments",
  "innerComments",
]);

/** The nodes directly below a node, in source order. */
export function childrenOf(node: Tree): readonly Tree[] {
  const found: Tree[] = [];
  for (const field of Object.keys(node)) {
    if (NO_CHILDREN.has(field)) continue;
    const value = node[field];
    if (Array.isArray(value)) found.push(...value.filter(isTree));
    else if (isTree(value)) found.push(value);
  }
  return found.sort((left, right) => left.start - right.start);
}

/** Whether a value is a node. */
export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The nodes in a field that holds a list; holes are left out. */
export function nodesIn(node: Tree, field: string): readonly Tree[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isTree) : [];
}

/** The node in a field. */
export function nodeIn(node: Tree, field: string): Tree | undefined {
  const value = node[field];
  return isTree(value) ? value : undefined;
}

/** The program in a text, as a module or, if it is none, as a script. */
export function parsedFile(source: string): Tree | undefined {
  return parsedAs(source, { sourceType: "module" }) ?? parsedAs(source, { sourceType: "script" });
}

/** The program in a text, or undefined where the parser finds an error. */
export function parsedAs(source: string, options: ParserOptions): Tree | undefined {
  try {
    return parse(source, { errorRecovery: false, ...options }).program;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
