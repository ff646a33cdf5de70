// Values that literals cannot write, made anew at each call.

/** An array with a hole. */
export function sparse(): readonly unknown[] {
  const list: unknown[] = [];
  list[1] = 1;
  return list;
}

const NOTE: unique symbol = Symbol("note");

/** An object that keeps a value under a symbol only. */
export function withSymbol(value: unknown): object {
  return { [NOTE]: value };
}

/** An object that leads back to itself by so many steps. */
export function cycle(steps: number): object {
  const first: Record<string, unknown> = {};
  let last = first;
  for (let step = 1; step < steps; step++) {
    const next: Record<string, unknown> = {};
    last.next = next;
    last = next;
  }
  last.next = first;
  return first;
}

/** One of two classes with the same fields. */
export class Meter {
  readonly length: number;
  readonly #note: string;

  constructor(length: number, note = "") {
    this.length = length;
    this.#note = note;
  }

  note(): string {
    return this.#note;
  }
}

/** The other. */
export class Mile {
  readonly length: number;

  constructor(length: number) {
    this.length = length;
  }
}
