// A file of a package with every outermost function and class replaced by its printed normal form; what stands around
// them stays as it was written.

import { type Analysis, analysis } from "../../src/syntax/normal-form.ts";
import type { Rule } from "../../src/syntax/rule.ts";
import type { Count } from "../../src/units.ts";
import { normalTree, type PrintOptions, printed, printedDeclaration } from "../../test/execution/print.ts";
import { unusedPrefix } from "../../test/syntax/renaming.ts";
import { isFunction, isTree, nameOf, programOf, type Tree, walk } from "../../test/syntax/tree.ts";

/** What is rewritten, and by which rules. */
export interface Rewriting {
  /** Default: all rules of the normal form. */
  readonly rules?: readonly Rule[];
  /** Whether to replace the outermost function at this position among those of its file. Default: each. */
  readonly selects?: (index: Count) => boolean;
  readonly keepsFunctionNames?: boolean;
}

/** A file after its functions were replaced. */
export interface RewrittenFile {
  readonly text: string;
  /** The outermost functions and classes, in source order. */
  readonly functions: readonly ReplacedFunction[];
}

/** One outermost function or class. */
export interface ReplacedFunction {
  readonly before: string;
  readonly after: string;
  /** How many functions it holds, itself among them. */
  readonly count: Count;
  /** How many of these have another normal form than syntax. */
  readonly changed: Count;
  /** Why it was left as it was, if it was. */
  readonly left?: "not understood";
}

/** The file with its functions rewritten. */
export function rewrittenFile(source: string, rewriting: Rewriting = {}): RewrittenFile {
  const functions: ReplacedFunction[] = [];
  const prefix = unusedPrefix(source);
  let text = "";
  let at = 0;
  outermost(source).forEach((place, index) => {
    if (rewriting.selects?.(index) === false) return;
    const found = replaced(source, place, { prefix }, rewriting);
    functions.push(found);
    text += source.slice(at, place.start) + found.after;
    at = place.end;
  });
  return { text: text + source.slice(at), functions };
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly node: Tree;
  readonly isMethod: boolean;
}

function outermost(source: string): readonly Place[] {
  const places: Place[] = [];
  walk(program(source), (node) => {
    if (node.type === "Property" && isMember(node)) {
      places.push({ start: node.start, end: node.end, node, isMethod: true });
      return false;
    }
    if (!isFunction(node) && !node.type.startsWith("Class")) return undefined;
    places.push({ start: node.start, end: node.end, node, isMethod: false });
    return false;
  });
  return places.sort((left, right) => left.start - right.start);
}

function isMember(node: Tree): boolean {
  return node.method === true || node.kind === "get" || node.kind === "set";
}

function program(source: string): Tree {
  try {
    return programOf(source, "module");
  } catch {
    return programOf(source, "script");
  }
}

function replaced(source: string, place: Place, print: PrintOptions, rewriting: Rewriting): ReplacedFunction {
  const before = source.slice(place.start, place.end);
  const found = analysis(before, { isMethod: place.isMethod });
  const sizes = { count: functionCount(place.node), changed: 0 };
  if (found === undefined) return { before, after: before, ...sizes, left: "not understood" };
  const options = { ...print, keepsFunctionNames: rewriting.keepsFunctionNames === true };
  const tree = normalTree(found, rewriting.rules);
  const after = inPlace(found, tree, place, options);
  return { before, after, ...sizes, changed: tree === found.syntax ? 0 : changedFunctions(place, source) };
}

function inPlace(
  found: Analysis,
  tree: ReturnType<typeof normalTree>,
  { node, isMethod }: Place,
  options: PrintOptions,
): string {
  if (node.type.endsWith("Declaration")) return printedDeclaration(found, tree, nameOf(node.id), options);
  const text = printed(found, tree, options);
  return isMethod ? text : `(${text})`;
}

function functionCount(node: Tree): Count {
  let count = 0;
  walk(node, (each) => {
    if (isFunction(each) || (each.type.startsWith("Class") && each.type !== "ClassBody")) count++;
    return undefined;
  });
  return count;
}

/** Functions within a place, itself among them, that some rule rewrites when they stand alone. */
function changedFunctions({ node }: Place, source: string): Count {
  let changed = 0;
  walk(node, (each) => {
    const member = each.type === "MethodDefinition" || (each.type === "Property" && isMember(each));
    const isWhole = isFunction(each) || each.type === "ClassExpression" || each.type === "ClassDeclaration";
    if (!isWhole && !member) return undefined;
    const text = source.slice(each.start, each.end).replace(member ? /^static\b\s*(?!\()/ : /^$/, "");
    const found = analysis(text, { isMethod: member });
    // A method's own function expression is no text of its own, so it is not understood, and not counted twice.
    if (found !== undefined && normalTree(found) !== found.syntax) changed++;
    return isTree(each);
  });
  return changed;
}
