// What was found out about the latest texts, so that a cell that runs again is not understood again.

import type { Count } from "../units.ts";

/** Values by their keys, of which those asked for longest ago are forgotten first. */
export class Memo<V> {
  readonly #values = new Map<string, V>();
  readonly #most: Count;
  #characters: Count = 0;

  /** @param most characters that the keys may have in all; a longer key is not remembered */
  constructor(most: Count) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    if (key.length > this.#most) return;
    if (!this.#values.has(key)) this.#characters += key.length;
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#characters <= this.#most) return;
      this.#values.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}
