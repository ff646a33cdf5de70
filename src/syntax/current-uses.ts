// How often a variable is used in a tree while rules rewrite it: what scope analysis counted, less what they dropped.

import type { ESTree } from "meriyah";
import type { Binding, Role, Scopes } from "./binding.ts";
import { eachChild, type Node, rangeOf } from "./tree.ts";

export class CurrentUses {
  readonly #scopes: Scopes;
  readonly #references = new Map<Binding, number>();
  readonly #writes = new Map<Binding, number>();
  readonly #declarations = new Map<Binding, number>();
  readonly #revalued = new Set<Binding>();
  #isFewer = false;

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** Uses of a variable, its declarations not counted. */
  references(binding: Binding): number {
    return binding.references - (this.#references.get(binding) ?? 0);
  }

  /** Those of them that assign to it. */
  writes(binding: Binding): number {
    return binding.writes - (this.#writes.get(binding) ?? 0);
  }

  declarations(binding: Binding): number {
    return binding.declarations - (this.#declarations.get(binding) ?? 0);
  }

  /** The literal that a variable's declaration gives it. */
  literal(binding: Binding): Node | undefined {
    return this.#revalued.has(binding) ? undefined : binding.literal;
  }

  /** Notes that a variable's declaration gives it another value than it did in the text. */
  revalue(binding: Binding): void {
    this.#revalued.add(binding);
  }

  /** Notes that a node is in the tree no more, but for some identifiers in it; each node may be dropped once. */
  drop(node: Node, kept?: ReadonlySet<Node>): void {
    if (kept?.has(node)) return;
    const binding = this.#scopes.bindingOf.get(node);
    if (binding === undefined) {
      eachChild(node, (child) => this.drop(child, kept));
      return;
    }
    const role = this.#scopes.roleOf.get(node);
    if (role === "declaration") return count(this.#declarations, binding);
    count(this.#references, binding);
    if (role === "target") count(this.#writes, binding);
    // The list that declares a variable is looked at after all its uses; only what those ask of it may have been said too early.
    const [references, writes] = [this.references(binding), this.writes(binding)];
    const isConstant = role === "target" && writes === 0;
    const isLast = references <= 1 && (binding.kind === "var" || writes === 1);
    if (isConstant || isLast) this.#isFewer = true;
  }

  /** A new read of the variable that an identifier means, in the place of the identifier. */
  read(identifier: ESTree.Identifier): ESTree.Identifier {
    return this.#use(identifier, undefined);
  }

  /** A new target of an assignment to it. */
  target(identifier: ESTree.Identifier): ESTree.Identifier {
    return this.#use(identifier, "target");
  }

  #use(identifier: ESTree.Identifier, role: Role | undefined): ESTree.Identifier {
    const use: ESTree.Identifier = { type: "Identifier", name: identifier.name, ...rangeOf(identifier) };
    const binding = this.#scopes.bindingOf.get(identifier);
    if (binding === undefined)
      throw new Error(`a use of ${identifier.name}, which is no variable of the code`);
    this.#scopes.bind(use, binding, role);
    count(this.#references, binding, -1);
    if (role === "target") count(this.#writes, binding, -1);
    return use;
  }

  /** Whether uses were dropped since the last time this was asked, so that rules may find more to do. */
  isFewer(): boolean {
    const was = this.#isFewer;
    this.#isFewer = false;
    return was;
  }
}

function count(counts: Map<Binding, number>, binding: Binding, by = 1): void {
  counts.set(binding, (counts.get(binding) ?? 0) + by);
}
