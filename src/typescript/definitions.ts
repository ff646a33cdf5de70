// The functions and classes of a module's tree, each as a tree of its own: what `Function.prototype.toString` would give the
// text of.

import type { ESTree } from "meriyah";
import type { SourceKind, SyntaxTree } from "../syntax/parse.ts";
import {
  type ClassNode,
  childOf,
  eachChild,
  type FunctionNode,
  type Node,
  type NodeOf,
} from "../syntax/tree.ts";
import { DEFAULT_EXPORT } from "./erase.ts";
import { generatedBy } from "./namespaces.ts";

/** A function or class, and where it was found. */
export interface Definition {
  /** Names from the outside in, joined by `.`; the second nameless one in `f` is `f.<2>`. */
  readonly path: string;
  readonly tree: SyntaxTree;
}

/**
 * All definitions in a module, in source order. Constructors are none: a class is what holds them.
 *
 * @param text the source of the file
 * @param generated functions that the source does not have, with the names of what they stand for
 */
export function definitions(
  module: Node,
  text: string,
  generated: ReadonlyMap<Node, string>,
): readonly Definition[] {
  const walk = new Walk(text, generated);
  eachChild(module, (child) => walk.visit(child, { path: [], nameless: 0 }));
  return walk.found.toSorted((a, b) => a.tree.offset - b.tree.offset);
}

/** The definition around a place; it counts those in it that have no name. */
interface Around {
  readonly path: readonly string[];
  nameless: number;
}

class Walk {
  readonly found: Definition[] = [];
  readonly #text: string;
  readonly #generated: ReadonlyMap<Node, string>;

  constructor(text: string, generated: ReadonlyMap<Node, string>) {
    this.#text = text;
    this.#generated = generated;
  }

  visit(node: Node, around: Around, name?: string): void {
    switch (node.type) {
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#function(
          node,
          around,
          node.type === "ArrowFunctionExpression" ? name : (node.id?.name ?? name),
        );
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#class(node, around, node.id?.name ?? name);
        return;
      case "MethodDefinition":
        this.#member(node, node.value, around, node.kind);
        return;
      case "Property":
        if (node.kind === "init" && !node.method) this.#named(node, node.value, keyName(node), around);
        else this.#member(node, node.value, around, node.kind === "init" ? "method" : node.kind);
        return;
      case "PropertyDefinition":
      case "AccessorProperty":
        this.#named(node, node.value, keyName(node), around);
        return;
      case "VariableDeclarator":
        this.#named(node, node.init, plainName(node.id), around);
        return;
      case "AssignmentExpression":
      case "AssignmentPattern":
        this.#named(node, node.right ?? null, plainName(node.left), around);
        return;
      default:
        eachChild(node, (child) => this.visit(child, around));
    }
  }

  /** Visits a node whose part `value` takes a name from it. */
  #named(node: Node, value: Node | null, name: string | undefined, around: Around): void {
    eachChild(node, (child) => this.visit(child, around, child === value ? name : undefined));
  }

  #function(node: FunctionNode, around: Around, name: string | undefined): void {
    const standsFor = generatedBy(node, this.#generated);
    if (standsFor !== undefined) {
      const within = { path: [...around.path, standsFor], nameless: 0 };
      eachChild(node, (child) => this.visit(child, within));
      return;
    }
    // A declaration's text is that of an expression, once it stands alone.
    const root = node.type === "FunctionDeclaration" ? expression(node) : node;
    const kind = node.type === "ArrowFunctionExpression" ? "arrow" : "function";
    const within = this.#add(kind, root, node, around, name);
    eachChild(node, (child) => this.visit(child, within));
  }

  #class(node: ClassNode, around: Around, name: string | undefined): void {
    const root: ESTree.ClassExpression = { ...node, type: "ClassExpression" };
    const within = this.#add("class", root, node, around, name);
    eachChild(node, (child) => this.visit(child, within));
  }

  #member(
    node: NodeOf<"MethodDefinition" | "Property">,
    value: Node,
    around: Around,
    kind: "constructor" | "method" | "get" | "set",
  ): void {
    for (const field of ["decorators", "key"]) {
      const parts = [childOf(node, field)].flat();
      for (const part of parts) if (isNode(part)) this.visit(part, around);
    }
    if (value.type !== "FunctionExpression") return;
    const name = keyName(node);
    const within =
      kind === "constructor"
        ? { path: [...around.path, "constructor"], nameless: 0 }
        : this.#add(MEMBER_KINDS[kind], value, node, around, name, name);
    eachChild(value, (child) => this.visit(child, within));
  }

  #add(
    kind: SourceKind,
    root: FunctionNode | ClassNode,
    node: Node,
    around: Around,
    name: string | undefined,
    key?: string,
  ): Around {
    const step = name === DEFAULT_EXPORT || isDefault(node) ? "default" : (name ?? `<${++around.nameless}>`);
    const path = [...around.path, step];
    const start = this.#start(node);
    const text = this.#text.slice(start, node.end ?? start);
    this.found.push({ path: path.join("."), tree: { kind, root, key, text, offset: start } });
    return { path, nameless: 0 };
  }

  /** Where the text of a definition begins: behind decorators and what only says how a class holds its member. */
  #start(node: Node): number {
    const start = node.start ?? 0;
    if (node.type !== "MethodDefinition") return start;
    const behind = Math.max(start, ...(node.decorators ?? []).map(({ end = 0 }) => end));
    const modifiers = MODIFIERS.exec(this.#text.slice(behind, node.key?.start ?? behind));
    return behind + (modifiers?.[0].length ?? 0);
  }
}

const MEMBER_KINDS = { method: "method", get: "getter", set: "setter" } as const;

const MODIFIERS = /^\s*(?:(?:static|public|private|protected|override)\b\s*)*/;

const isNode = (part: unknown): part is Node => typeof part === "object" && part !== null && "type" in part;

function expression(node: ESTree.FunctionDeclaration): ESTree.FunctionExpression {
  return { ...node, type: "FunctionExpression" };
}

/** Only a default export may declare a function or a class without a name. */
function isDefault(node: Node): boolean {
  return (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") && node.id === null;
}

function plainName(node: Node): string | undefined {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "MemberExpression":
      return node.property.type === "Literal" && !node.computed ? String(node.property.value) : undefined;
    default:
      return undefined;
  }
}

/** The name of a member, as far as it is written out. */
function keyName(
  node: NodeOf<"MethodDefinition" | "Property" | "PropertyDefinition" | "AccessorProperty">,
): string | undefined {
  const { key } = node;
  if (key === null || node.computed) return undefined;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Literal" ? String(key.value) : undefined;
}
