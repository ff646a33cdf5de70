// How the store stays within its bounds: from time to time, what was not used for longest goes.

import type { Bytes, Count, Milliseconds } from "../units.ts";
import { type Blobs, blobName } from "./blobs.ts";
import type { Connection } from "./connection.ts";

/** How much a store may hold. */
export interface Bounds {
  readonly maxBytes: Bytes;
  readonly maxEntries: Count;
}

interface Weight {
  readonly bytes: Bytes;
  readonly entries: Count;
}

// To drop a little more than needed keeps the next time away.
const KEPT = 0.9;

// How many entries go in one transaction, so that other writers need not wait long.
const BATCH: Count = 256;

const SWEEP_EVERY: Milliseconds = 3_600_000;

/** Keeps a store within its bounds, in batches: it may be over them by a sixteenth in between. */
export class Upkeep {
  readonly #bounds: Bounds;
  #writtenBytes: Bytes = 0;
  #writtenEntries: Count = 0;
  /** How many entries may be written before weighing again, which takes time in proportion to all there are. */
  #patience: Count;
  #swept: Milliseconds | undefined;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
    this.#patience = this.#mostBetween(0);
  }

  /** Notes that an entry was written. */
  written(size: Bytes): void {
    this.#writtenBytes += size;
    this.#writtenEntries++;
  }

  /** Whether enough was written for the bounds to be looked at. */
  get isDue(): boolean {
    return this.#writtenEntries >= this.#patience || this.#writtenBytes * 16 > this.#bounds.maxBytes;
  }

  /** Drops what is over the bounds, if anything was written since the last time. */
  apply(connection: Connection, blobs: Blobs, now: Milliseconds): void {
    if (this.#writtenEntries === 0) return;
    this.#writtenBytes = 0;
    this.#writtenEntries = 0;
    const weight = weightOf(connection);
    this.#patience = this.#mostBetween(weight.entries);
    if (weight.bytes > this.#bounds.maxBytes || weight.entries > this.#bounds.maxEntries)
      this.#shrink(connection, blobs, weight);
    this.#sweep(connection, blobs, now);
  }

  #mostBetween(entries: Count): Count {
    const most = Math.min(this.#bounds.maxEntries / 16, Math.max(BATCH, entries / 64));
    return Math.max(1, Math.floor(most));
  }

  #shrink(connection: Connection, blobs: Blobs, weight: Weight): void {
    let bytes = weight.bytes - KEPT * this.#bounds.maxBytes;
    let entries = weight.entries - KEPT * this.#bounds.maxEntries;
    if (weight.bytes <= this.#bounds.maxBytes) bytes = 0;
    if (weight.entries <= this.#bounds.maxEntries) entries = 0;
    while (bytes > 0 || entries > 0) {
      const rows = connection.statement(OLDEST).all(BATCH);
      const blobNames: string[] = [];
      let dropped: Count = 0;
      connection.transaction(() => {
        for (const [id, size, blob] of rows) {
          if (bytes <= 0 && entries <= 0) break;
          if (typeof id !== "number") continue;
          dropped += connection.statement("DELETE FROM entries WHERE rowid = ?").run(id);
          blobNames.push(blobName(blob) ?? "");
          bytes -= Number(size);
          entries -= 1;
        }
      });
      for (const name of blobNames) blobs.remove(name);
      // A damaged index may name rows that are not there.
      if (dropped === 0) break;
    }
    connection.exec("PRAGMA incremental_vacuum");
  }

  /** Clears away what died writers left: files without rows, leases that nobody will take. */
  #sweep(connection: Connection, blobs: Blobs, now: Milliseconds): void {
    if (this.#swept !== undefined && now - this.#swept < SWEEP_EVERY) return;
    this.#swept = now;
    connection.statement("DELETE FROM leases WHERE until < ?").run(now - SWEEP_EVERY);
    const mentioned = connection.statement("SELECT 1 FROM entries WHERE blob = ?");
    blobs.sweep((name) => mentioned.get(name) !== undefined, now);
  }
}

const OLDEST = "SELECT rowid, CAST(size AS INTEGER), CAST(blob AS BLOB) FROM entries ORDER BY used LIMIT ?";

function weightOf(connection: Connection): Weight {
  const row = connection.statement("SELECT sum(size), count(*) FROM entries").get();
  return { bytes: Number(row?.[0] ?? 0), entries: Number(row?.[1] ?? 0) };
}
