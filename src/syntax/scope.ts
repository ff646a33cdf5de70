// A region of text in which names are bound, linked to the region around it.

import type { Binding, BindingKind } from "./binding.ts";
import type { LexicalName } from "./hoist.ts";
import type { ClassNode, Node } from "./tree.ts";

/** A new binding. `arguments` and `eval` mean something beyond their binding, so they keep their names. */
export function binding(name: string, kind: BindingKind): Binding {
  const renamable = name !== "arguments" && name !== "eval";
  const holdsFunction = kind === "function" || kind === "class" || kind === "self";
  const counts = { references: 0, writes: 0, declarations: 0 };
  const uses = { captured: false, hoisted: false, isLocal: true, isRepeated: false, literal: undefined };
  return { name, kind, renamable, ...counts, ...uses, holdsFunction };
}

/** One scope. The scope of a function also knows what its nested blocks hoist. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding> = new Map();
  /** Names of functions in nested blocks, which sloppy mode may carry out of them. */
  blockFunctions: ReadonlySet<string> | undefined;
  /** Catch clauses of this function whose parameter is also a `var`; undefined for scopes of blocks. */
  sharedCatches: ReadonlySet<Node> | undefined;

  /** How many functions it is in, and how many function declarations. */
  readonly depth: number;
  readonly hoists: number;
  /** Whether it is that of a `switch`, whose declarations may be jumped over. */
  isSwitch = false;

  constructor(parent: Scope | undefined, edge: "none" | "function" | "function declaration" = "none") {
    this.parent = parent;
    this.depth = (parent?.depth ?? 0) + (edge === "none" ? 0 : 1);
    this.hoists = (parent?.hoists ?? 0) + (edge === "function declaration" ? 1 : 0);
  }

  /** The binding of a name in this very scope, made if there is none. */
  declare(name: string, kind: BindingKind): Binding {
    const known = this.bindings.get(name);
    if (known !== undefined) return known;
    const made = binding(name, kind);
    this.bindings.set(name, made);
    return made;
  }

  /** The same for a body beside its parameters: one of that name is what it declares. */
  declareBeside(parameters: Scope, name: string, kind: BindingKind): void {
    const parameter = parameters.bindings.get(name);
    if (parameter === undefined) this.declare(name, kind);
    else this.bindings.set(name, parameter);
  }

  declareAll(names: readonly LexicalName[]): void {
    for (const { name, kind } of names) this.declare(name, kind);
  }

  /** Whether a catch clause shares its parameter with a `var` of the function it stands in. */
  sharesCatch(clause: Node): boolean {
    let scope: Scope = this;
    while (scope.sharedCatches === undefined && scope.parent !== undefined) scope = scope.parent;
    return scope.sharedCatches?.has(clause) ?? false;
  }
}

/** The private names that a class declares for its body. */
export function privateNames(node: ClassNode): ReadonlyMap<string, Binding> {
  const names = new Map<string, Binding>();
  for (const member of node.body.body) {
    if (!("key" in member) || member.key?.type !== "PrivateIdentifier") continue;
    if (!names.has(member.key.name)) names.set(member.key.name, binding(member.key.name, "private"));
  }
  return names;
}
