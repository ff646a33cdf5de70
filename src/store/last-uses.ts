// When entries were last used: noted in memory, written in batches, since a write takes longer than a hit.

import type { Count, Milliseconds } from "../units.ts";
import type { Connection } from "./connection.ts";

/** How exactly the time of the last use is known. */
const PRECISION: Milliseconds = 60_000;

const BATCH: Count = 1024;

/** The uses of rows that are not yet written. */
export class LastUses {
  readonly #rows = new Set<Count>();
  #latest: Milliseconds = 0;

  /** Notes a use, unless one nearly as late is written. */
  note(row: Count, now: Milliseconds, written: Milliseconds): void {
    if (now - written <= PRECISION) return;
    this.#rows.add(row);
    this.#latest = Math.max(now, this.#latest);
  }

  /** Whether there are enough to be written. */
  get isDue(): boolean {
    return this.#rows.size >= BATCH;
  }

  /** Writes what was noted; all of it as used just now. */
  write(connection: Connection): void {
    if (this.#rows.size === 0) return;
    const ranges = rangesOf([...this.#rows].sort((one, other) => one - other));
    const latest = this.#latest;
    // What cannot be written now is not worth a second try.
    this.#rows.clear();
    // A row may be another entry's by now: that one is kept a little longer than it should be.
    const update = connection.statement(
      "UPDATE entries SET used = ? WHERE rowid BETWEEN ? AND ? AND used < ?",
    );
    connection.transaction(() => {
      for (const [first, last] of ranges) update.run(latest, first, last, latest);
    });
  }
}

/** What is read ahead is used one row after another: such rows are written as one. */
function rangesOf(rows: readonly Count[]): readonly (readonly [first: Count, last: Count])[] {
  const ranges: [first: Count, last: Count][] = [];
  for (const row of rows) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] + 1 === row) range[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
