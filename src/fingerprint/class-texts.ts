// Classes that were met, by their texts: what stands in one of them as a method needs no description of its own.

import type { UsedName } from "../syntax/uses.ts";
import type { ParsedCode } from "./code.ts";
import type { Reader, Reading } from "./reader.ts";

export class ClassTexts {
  readonly #reader: Pick<Reader, "readings">;
  readonly #classes: { readonly fn: object; readonly text: string }[] = [];

  constructor(reader: Pick<Reader, "readings">) {
    this.#reader = reader;
  }

  add(fn: object, text: string): void {
    this.#classes.push({ fn, text });
  }

  /** Whether a text stands in that of a class. */
  holds(text: string): boolean {
    return this.#classes.some((each) => each.text.includes(text));
  }

  /** Whether a function is a method of one of the classes, and sees the very variables that the class sees. */
  isMethod({ kind, text }: ParsedCode, names: readonly UsedName[], readings: readonly Reading[]): boolean {
    if (kind === "arrow" || kind === "class" || kind === "function") return false;
    const owner = this.#classes.find((each) => each.text.includes(text));
    if (owner === undefined) return false;
    const seen = this.#reader.readings(owner.fn, names);
    return readings.every((reading, index) => {
      const other = seen[index];
      if (reading.kind !== "value" || other?.kind !== "value") return reading.kind === other?.kind;
      return Object.is(reading.value, other.value) && reading.isGlobal === other.isGlobal;
    });
  }
}
