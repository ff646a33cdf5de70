// Where a walk stands among functions, blocks and loops, and what follows for the uses of a variable: whether they may come
// before it has a value, whether they stay within the block of its declaration, whether another function sees it.

import type { Binding, BindingKind } from "./binding.ts";
import type { Scope } from "./scope.ts";
import type { Node } from "./tree.ts";

/** A block on the way from the root, by its depth and a number of its own. */
interface Block {
  readonly level: number;
  readonly id: number;
}

// A parameter of any kind has its value before a body runs, and so before any function that is declared there.
const BEFORE_BODY: ReadonlySet<BindingKind> = new Set(["parameter", "catch"]);
const NEVER_DEAD: ReadonlySet<BindingKind> = new Set(["var", "function"]);

export class Places {
  readonly early: Set<Node> = new Set();
  readonly #ready = new Set<Binding>();
  readonly #skippable = new Set<Binding>();
  readonly #homes = new Map<Binding, Block>();
  readonly #blocks: number[] = [];
  #nextBlock = 0;
  #loops = 0;

  /** Walks a list of statements, or a lone statement that rules will make one. */
  block(walk: () => void): void {
    this.#blocks.push(this.#nextBlock++);
    walk();
    this.#blocks.pop();
  }

  /** Walks what runs again and again. */
  loop(walk: () => void): void {
    this.#loops++;
    this.block(walk);
    this.#loops--;
  }

  /** Walks a function, whose loops are its own. */
  function(walk: () => void): void {
    const outer = this.#loops;
    this.#loops = 0;
    this.block(walk);
    this.#loops = outer;
  }

  /** A declaration of a name. */
  declared(binding: Binding): void {
    binding.declarations++;
    if (this.#loops > 0) binding.isRepeated = true;
  }

  /** From here on, wherever the code comes, the variable has its value; one that `mayBeSkipped` has it in this block only. */
  ready(binding: Binding, mayBeSkipped: boolean): void {
    this.#ready.add(binding);
    if (mayBeSkipped) this.#skippable.add(binding);
    const level = this.#blocks.length - 1;
    this.#homes.set(binding, { level, id: this.#blocks[level] ?? 0 });
  }

  /** The head of a `for (const x of x)` binds what its right side must not read. */
  unready(binding: Binding): void {
    this.#ready.delete(binding);
  }

  /** A use of a name at the place of the walk, in `scope`, of a variable bound in `home`. */
  used(identifier: Node, binding: Binding, scope: Scope, home: Scope): void {
    if (home.depth !== scope.depth) binding.captured = true;
    const isHoisted = home.hoists !== scope.hoists;
    if (isHoisted) binding.hoisted = true;
    const block = this.#homes.get(binding);
    const isWithin = block !== undefined && this.#blocks[block.level] === block.id;
    const isReady = this.#ready.has(binding) && (isWithin || !this.#skippable.has(binding));
    if (!isReady || isHoisted || !isWithin) binding.isLocal = false;
    if (NEVER_DEAD.has(binding.kind)) return;
    if (!isReady || (isHoisted && !BEFORE_BODY.has(binding.kind))) this.early.add(identifier);
  }
}
