// A normal form printed as JavaScript: what enters is an analysed function or class and one of its trees, what leaves is
// a text that does the same, if the rules are sound. Every local stands under a name of its own that nothing else has,
// so that a mistake about scopes shows as a wrong value or a missing name.

import { type GeneratorOptions, generate } from "@babel/generator";
import type { Binding } from "../../src/syntax/binding.ts";
import { type Analysis, normalForm } from "../../src/syntax/normal-form.ts";
import { ruleIndex } from "../../src/syntax/rewrite.ts";
import type { Rule } from "../../src/syntax/rule.ts";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { eachChild, type Node, rangeOf } from "../../src/syntax/tree.ts";
import { type BabelNode, BabelTree, type NameOf } from "./babel-tree.ts";

/** How a tree is printed. */
export interface PrintOptions {
  /** What the new names begin with; nothing in the text may begin so. */
  readonly prefix: string;
  /** Whether functions keep their names, for code elsewhere that looks at them. Default: only classes do. */
  readonly keepsFunctionNames?: boolean;
}

/** The normal form under all rules, or under some of them. */
export function normalTree(found: Analysis, rules: readonly Rule[] = NORMAL_RULES): Node {
  return normalForm(found, ruleIndex(rules)).tree;
}

/**
 * The function, class or member of a tree, as `Function.prototype.toString` would show it.
 * A member keeps what its text has before the parameters: a key says nothing about what the function does.
 */
export function printed(found: Analysis, tree: Node, options: PrintOptions): string {
  const printer = new BabelTree(names(found, tree, options));
  const isMember = found.kind === "method" || found.kind === "getter" || found.kind === "setter";
  if (!isMember || tree.type !== "FunctionExpression") return text(printer.node(tree));
  const head = found.text.slice(0, rangeOf(found.syntax).start - found.offset);
  return head + text(printer.methodTail(tree)).replace(/^m/, "");
}

/** A declaration of the function or class of a tree, under the name that its text has. */
export function printedDeclaration(
  found: Analysis,
  tree: Node,
  name: string | undefined,
  options: PrintOptions,
): string {
  const printer = new BabelTree(names(found, tree, options));
  const type = tree.type === "ClassExpression" ? "ClassDeclaration" : "FunctionDeclaration";
  return text({ ...printer.node(tree), type, id: name === undefined ? null : { type: "Identifier", name } });
}

const STYLE: GeneratorOptions = { comments: false };

function text(node: BabelNode): string {
  // Babel's type of nodes describes what its own parser makes; ours are made field by field in babel-tree.ts.
  return generate(node as unknown as Parameters<typeof generate>[0], STYLE).code;
}

function names(found: Analysis, tree: Node, options: PrintOptions): NameOf {
  const { scopes, traits } = found;
  const kept = keptBindings(found, tree, options);
  const fresh = new Map<Binding, string>();
  return (node) => {
    const free = scopes.freeOf.get(node);
    if (free !== undefined) return free.origin === "" ? free.name : `${free.origin}.${free.name}`;
    const binding = scopes.bindingOf.get(node);
    if (binding === undefined || !binding.renamable || kept.has(binding) || traits.dynamicScope)
      return node.name;
    const known = fresh.get(binding) ?? `${options.prefix}${fresh.size}`;
    fresh.set(binding, known);
    return known;
  };
}

/**
 * Locals whose names can be observed: those of classes, the own name of the whole, and the variable of `{ __proto__ }`,
 * which cannot be written in full. Those of functions only where the code reads a `name`.
 */
function keptBindings(
  { scopes, traits, syntax }: Analysis,
  tree: Node,
  options: PrintOptions,
): ReadonlySet<Binding> {
  const kept = new Set<Binding>();
  const keep = (identifier: Node | null | undefined): void => {
    const binding = identifier && scopes.bindingOf.get(identifier);
    if (binding) kept.add(binding);
  };
  const readsNames = traits.readsNames || options.keepsFunctionNames === true;
  const enter = (node: Node): void => {
    switch (node.type) {
      case "ClassDeclaration":
      case "ClassExpression":
        keep(node.id);
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
        if (readsNames) keep(node.id);
        break;
      case "PrivateIdentifier":
        if (readsNames) keep(node);
        break;
      case "VariableDeclarator":
        if (isNamed(node.init, readsNames)) keep(node.id);
        break;
      case "AssignmentExpression":
      case "AssignmentPattern":
        if (isNamed(node.right, readsNames)) keep(node.left);
        break;
      case "PropertyDefinition":
      case "AccessorProperty":
        if (isNamed(node.value, readsNames)) keep(node.key);
        break;
      case "Property":
        if (node.shorthand) keep(node.value);
        break;
    }
    eachChild(node, enter);
  };
  if ("id" in syntax) keep(syntax.id);
  enter(tree);
  return kept;
}

function isNamed(value: Node | null | undefined, readsNames: boolean): boolean {
  switch (value?.type) {
    case "ClassExpression":
      return true;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return readsNames;
    default:
      return false;
  }
}
