// What a store tells its user: each kind of thing once.

import type { Trouble } from "./trouble.ts";

/** What a store may have to say. */
export type NoticeKind = Trouble | "entry" | "newer";

/** Tells each kind of thing once, as a text of one or two sentences. */
export class Notices {
  readonly #tell: (text: string) => void;
  readonly #told = new Set<NoticeKind>();

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  once(kind: NoticeKind, text: () => string): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#tell(text());
  }
}

/** What to say of trouble with a store in a folder. `damaged` is told where the file is set aside. */
export function troubleText(trouble: Exclude<Trouble, "damaged">, folder: string, error: unknown): string {
  const because = error instanceof Error ? error.message : String(error);
  switch (trouble) {
    case "full":
      return `The store in ${folder} cannot grow: ${because}. Results stay in memory until there is room on the disk.`;
    case "readonly":
      return `The store in ${folder} cannot be opened or written: ${because}. Results stay in memory; make the folder writable or choose another one.`;
    case "busy":
      return `The store in ${folder} was locked by another process for seconds: ${because}. What could not be read or written is computed.`;
    case "other":
      return `The store in ${folder} does not work: ${because}. Results stay in memory.`;
    default:
      return trouble satisfies never;
  }
}
