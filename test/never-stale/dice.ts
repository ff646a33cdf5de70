// Seeded randomness: one seed gives the same numbers on every machine.

import type { Count } from "../../src/units.ts";

/** A list to choose from. */
export type Choices<T> = readonly [T, ...T[]];

/** The choice that a number means: every whole number from 0 means one. */
export function chosen<T>(choices: Choices<T>, number: number): T {
  return choices[number % choices.length] ?? choices[0];
}

/** Mulberry32. */
export class Dice {
  #state: number;

  /** Dice for one of several stories of a seed, each independent of the others. */
  constructor(seed: number, index = 0) {
    this.#state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((index + 1) | 0, 0x85ebca6b)) >>> 0;
    this.next(2);
    this.next(2);
  }

  /** A whole number from 0 to one less than `below`. */
  next(below: Count): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  }

  /** True in so many of 100 cases. */
  percent(share: number): boolean {
    return this.next(100) < share;
  }

  pick<T>(choices: Choices<T>): T {
    return chosen(choices, this.next(choices.length));
  }

  /** From `least` to `most` things, made one after the other. */
  list<T>(least: Count, most: Count, make: (index: number) => T): readonly T[] {
    return Array.from({ length: least + this.next(most - least + 1) }, (_, index) => make(index));
  }
}
