// The canonical bytes of a tree. Under the rung "normal" each name is written as the number of its first occurrence, so that
// renaming locals consistently changes nothing, while any other difference does. What a free name stands for is compared
// beside the tree, in the order of these numbers.

import type { Binding, FreeName } from "../syntax/binding.ts";
import type { Analysis, TreeRung } from "../syntax/normal-form.ts";
import { childOf, isList, type Node, type NodeOf, scalarOf, shapeOf } from "../syntax/tree.ts";
import { freeKey } from "../syntax/uses.ts";
import type { ByteWriter } from "./bytes.ts";

// Kinds of items within a tree; append, never reorder. Types of nodes follow from NODE on.
const NODE = 64;
const TAG = {
  nothing: 0,
  list: 2,
  hole: 3,
  string: 4,
  number: 5,
  true: 6,
  false: 7,
  null: 8,
  bigint: 9,
  regexp: 10,
  local: 11,
  free: 12,
  spelled: 13,
  inferredName: 14,
} as const;

/**
 * Writes the tree that a rung compares. Two analyses write the same bytes only if they mean the same on that rung, given
 * that their free names, one by one, stand for the same.
 *
 * @returns the free names, by first occurrence
 */
export function writeTree(
  writer: ByteWriter,
  found: Analysis,
  rung: TreeRung,
  tree: Node,
): readonly FreeName[] {
  const renames = rung === "normal" && !found.traits.dynamicScope;
  const trees = new TreeWriter(writer, found, renames);
  trees.node(tree);
  return trees.freeNames;
}

class TreeWriter {
  readonly #writer: ByteWriter;
  readonly #analysis: Analysis;
  readonly #renames: boolean;
  /** Numbers of locals, by binding, in the order of their first occurrence. */
  readonly #locals = new Map<object, number>();
  readonly #freeNumbers = new Map<string, number>();
  readonly freeNames: FreeName[] = [];

  constructor(writer: ByteWriter, found: Analysis, renames: boolean) {
    this.#writer = writer;
    this.#analysis = found;
    this.#renames = renames;
  }

  node(node: Node): void {
    const { tag, scalars, children } = shapeOf(node);
    this.#writer.tag(NODE + tag);
    for (const field of scalars) this.#scalar(scalarOf(node, field));
    if (children.length === 0) {
      this.#leaf(node);
      return;
    }
    for (const field of children) {
      const child = childOf(node, field);
      if (child === null || child === undefined) this.#writer.tag(TAG.nothing);
      else if (isList(child)) this.#list(child);
      else this.node(child);
    }
    if (this.#renames) this.#observableName(node);
  }

  /** The text that a node without children carries. */
  #leaf(node: Node): void {
    switch (node.type) {
      case "Identifier":
      case "PrivateIdentifier":
        this.#name(node);
        return;
      case "Literal":
        this.#literal(node);
        return;
      case "TemplateElement":
        this.#text(node.value.cooked);
        this.#text(node.value.raw);
        return;
    }
  }

  #list(list: readonly (Node | null)[]): void {
    this.#writer.tag(TAG.list);
    this.#writer.count(list.length);
    for (const element of list) {
      if (element === null) this.#writer.tag(TAG.hole);
      else this.node(element);
    }
  }

  #name(node: NodeOf<"Identifier" | "PrivateIdentifier">): void {
    const { scopes } = this.#analysis;
    const binding = this.#renames ? scopes.bindingOf.get(node) : undefined;
    if (binding?.renamable && !this.#isObservable(binding)) {
      this.#writer.tag(TAG.local);
      this.#writer.count(this.#localNumber(binding));
      return;
    }
    const free = scopes.freeOf.get(node);
    if (free !== undefined) {
      this.#writer.tag(TAG.free);
      const number = this.#freeNumber(free);
      // Code that looks names up at run time may look for this very name.
      if (this.#renames) this.#writer.count(number);
      else this.#writer.string(free.name);
    } else {
      this.#writer.tag(TAG.spelled);
      this.#writer.string(node.name);
    }
  }

  #localNumber(binding: Binding): number {
    const known = this.#locals.get(binding);
    if (known !== undefined) return known;
    const number = this.#locals.size;
    this.#locals.set(binding, number);
    return number;
  }

  #freeNumber(free: FreeName): number {
    const key = freeKey(free);
    const number = this.#freeNumbers.get(key) ?? this.freeNames.length;
    if (number === this.freeNames.length) {
      this.#freeNumbers.set(key, number);
      this.freeNames.push(free);
    }
    return number;
  }

  /** A private method or field gives its name to its function. */
  #isObservable({ kind }: Binding): boolean {
    return kind === "private" && this.#analysis.traits.readsNames;
  }

  /**
   * A class shows its name in `constructor.name`, errors and displays, so it counts even where it is a local one, own or
   * taken from the variable it is given to (ECMA-262, 8.4.5 NamedEvaluation). That of a function counts if the code
   * reads a `name`.
   */
  #observableName(node: Node): void {
    const name =
      ownName(node, this.#analysis.traits.readsNames) ?? inferredName(node, this.#analysis.traits.readsNames);
    if (name === undefined) return;
    this.#writer.tag(TAG.inferredName);
    this.#writer.string(name);
  }

  #literal(node: NodeOf<"Literal">): void {
    if ("regex" in node) {
      this.#writer.tag(TAG.regexp);
      this.#writer.string(node.regex.pattern);
      // Nothing shows the order of the flags (ECMA-262, 22.2.6.4).
      this.#writer.string([...node.regex.flags].sort().join(""));
    } else if (typeof node.value === "bigint") {
      this.#writer.tag(TAG.bigint);
      this.#writer.string(node.value.toString());
    } else this.#scalar(node.value);
  }

  #scalar(value: string | number | boolean | null | undefined): void {
    switch (typeof value) {
      case "string":
        this.#text(value);
        break;
      case "number":
        this.#writer.tag(TAG.number);
        this.#writer.number(value);
        break;
      case "boolean":
        this.#writer.tag(value ? TAG.true : TAG.false);
        break;
      case "undefined":
        this.#writer.tag(TAG.nothing);
        break;
      default:
        this.#writer.tag(TAG.null);
    }
  }

  #text(value: string | null | undefined): void {
    if (value === null || value === undefined) {
      this.#writer.tag(TAG.nothing);
      return;
    }
    this.#writer.tag(TAG.string);
    this.#writer.string(value);
  }
}

function ownName(node: Node, readsNames: boolean): string | undefined {
  switch (node.type) {
    case "ClassDeclaration":
    case "ClassExpression":
      return node.id?.name;
    case "FunctionDeclaration":
    case "FunctionExpression":
      return readsNames ? node.id?.name : undefined;
    default:
      return undefined;
  }
}

/** The name that a declaration or an assignment gives to the anonymous class (or function) on its right. */
function inferredName(node: Node, readsNames: boolean): string | undefined {
  switch (node.type) {
    case "VariableDeclarator":
      return givenName(node.id, node.init, readsNames);
    case "AssignmentExpression":
    case "AssignmentPattern":
      return givenName(node.left, node.right, readsNames);
    case "PropertyDefinition":
    case "AccessorProperty":
      return givenName(node.key, node.value, readsNames);
    default:
      return undefined;
  }
}

function givenName(target: Node, value: Node | null | undefined, readsNames: boolean): string | undefined {
  if (target.type !== "Identifier" && target.type !== "PrivateIdentifier") return undefined;
  switch (value?.type) {
    case "ClassExpression":
      return value.id === null ? target.name : undefined;
    case "FunctionExpression":
      return readsNames && value.id === null ? target.name : undefined;
    case "ArrowFunctionExpression":
      return readsNames ? target.name : undefined;
    default:
      return undefined;
  }
}
