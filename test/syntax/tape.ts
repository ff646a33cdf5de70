// A tape of random bytes, read as choices. Where it ends every choice is the first one.

const DEEPEST = 7;

export class Tape {
  readonly #bytes: Uint8Array;
  #at = 0;
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** A number from 0 to one less than `below`. */
  next(below: number): number {
    return (this.#bytes[this.#at++] ?? 0) % below;
  }

  pick(choices: readonly string[]): string {
    return choices[this.next(choices.length)] ?? "";
  }

  flip(): boolean {
    return this.next(2) === 1;
  }

  /** Up to `most` texts, joined. */
  many(most: number, make: () => string, separator = ", "): string {
    return Array.from({ length: this.next(most + 1) }, make).join(separator);
  }

  /** One of the forms; the first, which must be simple, where the text is deep or the tape has ended. */
  form(forms: readonly [() => string, ...(() => string)[]]): string {
    const [simple] = forms;
    if (this.#depth > DEEPEST || this.#at >= this.#bytes.length) return simple();
    this.#depth++;
    const text = (forms[this.next(forms.length)] ?? simple)();
    this.#depth--;
    return text;
  }
}
