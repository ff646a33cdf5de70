// Which names a block may still declare: what keeps random programs free of redeclarations, which are syntax errors.

/** The names that random programs bind. */
export const POOL: readonly string[] = ["a", "b", "c", "d"];

/** Numbers new names through one program. */
export interface Counter {
  next: number;
}

/** A block, or the body of a function with its parameters, and the names it declares. */
export class Blocks {
  readonly parent: Blocks | undefined;
  readonly #counter: Counter;
  readonly #lexical = new Set<string>();
  /** Names of parameters, and of variables declared in this block or below it. */
  readonly #variables = new Set<string>();

  constructor(counter: Counter, parent?: Blocks) {
    this.#counter = counter;
    this.parent = parent;
  }

  inner(): Blocks {
    return new Blocks(this.#counter, this);
  }

  /** The name, or a new one if another parameter has it. */
  parameter(name: string): string {
    const chosen = this.#variables.has(name) ? this.#fresh() : name;
    this.#variables.add(chosen);
    return chosen;
  }

  /** The name, or a new one where a `var` of that name may not stand. */
  variable(name: string): string {
    const chain = this.#chain();
    const chosen = chain.some((block) => block.#lexical.has(name)) ? this.#fresh() : name;
    for (const block of chain) block.#variables.add(chosen);
    return chosen;
  }

  /** The name, or a new one if this block declares it already. */
  lexical(name: string): string {
    const isTaken = this.#lexical.has(name) || this.#variables.has(name);
    const chosen = isTaken ? this.#fresh() : name;
    this.#lexical.add(chosen);
    return chosen;
  }

  /** The same for a function, which at the top of a body is declared like a `var`. */
  function(name: string): string {
    return this.parent === undefined ? this.variable(name) : this.lexical(name);
  }

  #fresh(): string {
    return `e${this.#counter.next++}`;
  }

  #chain(): readonly Blocks[] {
    return this.parent === undefined ? [this] : [this, ...this.parent.#chain()];
  }
}
