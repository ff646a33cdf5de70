// When entries were last used: noted in memory, written in batches, since a write takes longer than a hit.

import type { Count, Milliseconds } from "../units.ts";
import type { Connection } from "./connection.ts";
import { storedText } from "./stored-text.ts";

/** How exactly the time of the last use is known. */
const PRECISION: Milliseconds = 60_000;

const BATCH: Count = 256;

/** The uses of entries that are not yet written. */
export class LastUses {
  readonly #uses = new Map<string, Milliseconds>();

  /** Notes a use, unless one nearly as late is written. */
  note(key: string, now: Milliseconds, written: Milliseconds): void {
    if (now - written > PRECISION) this.#uses.set(key, now);
  }

  /** Whether there are enough to be written. */
  get isDue(): boolean {
    return this.#uses.size >= BATCH;
  }

  /** Writes what was noted. */
  write(connection: Connection): void {
    if (this.#uses.size === 0) return;
    const uses = [...this.#uses];
    // What cannot be written now is not worth a second try.
    this.#uses.clear();
    const update = connection.statement("UPDATE entries SET used = ? WHERE key = ? AND used < ?");
    connection.transaction(() => {
      for (const [key, used] of uses) update.run(used, storedText(key), used);
    });
  }
}
