// Seeded randomness: the same seed gives the same values, on the side of the original and on that of its copy.

/** Draws from one seed. */
export class Random {
  #state: number;

  constructor(seed: string) {
    let state = 2166136261;
    for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
    this.#state = state >>> 0;
  }

  /** A number of at least 0 and less than 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number of at least 0 and less than `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  pick<T>(choices: readonly T[], otherwise: T): T {
    return choices[this.below(choices.length)] ?? otherwise;
  }

  many<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make);
  }
}
