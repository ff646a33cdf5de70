// What is read will be read on: whoever runs a notebook again asks for results in the order in which they were stored. Rows
// that follow the last ones are fetched together, which takes a sixth of the time.

import type { Count } from "../units.ts";
import type { Connection } from "./connection.ts";
import { keyOf } from "./record.ts";

/** A row of the table, as it was read. */
export interface EntryRow {
  readonly id: Count;
  readonly used: unknown;
  readonly record: Uint8Array;
}

/** How far apart rows may be that follow each other: other results were stored in between. */
const NEAR: Count = 64;
const LEAST: Count = 16;
const MOST: Count = 512;

// How often any store of this process wrote: there may be two on one folder.
let writes: Count = 0;

/** To be called before entries are written or dropped. */
export function noteWrite(): void {
  writes++;
}

/** Rows that are fetched and not yet asked for. */
export class Readahead {
  readonly #rows = new Map<string, EntryRow>();
  #connection: Connection | undefined;
  /** What the database said of itself when they were fetched: another number after any other connection wrote. */
  #version: unknown;
  /** Whether the database was asked for its version in this turn of the event loop. */
  #isAsked = false;
  #writes: Count = 0;
  /** The row that was last asked for. */
  #last: Count = 0;
  #window: Count = 0;

  /** The row of a key, if it is here and still what the database has. */
  taken(connection: Connection, key: string): EntryRow | undefined {
    const row = this.#rows.get(key);
    if (row === undefined) return undefined;
    if (connection !== this.#connection || !this.#isStill(connection)) {
      this.forget();
      return undefined;
    }
    this.#rows.delete(key);
    this.#last = row.id;
    return row;
  }

  /** Notes a row that was asked for, and fetches what follows if it followed the one before. */
  follow(connection: Connection, { id }: EntryRow): void {
    const isNext = id > this.#last && id - this.#last <= NEAR;
    this.#last = id;
    this.#window = isNext ? Math.min(MOST, Math.max(LEAST, 2 * this.#window)) : 0;
    if (!isNext) return;
    this.#rows.clear();
    this.#connection = connection;
    this.#version = versionOf(connection);
    this.#begin();
    for (const cells of connection.statement(FOLLOWING).all(id, this.#window)) {
      const row = entryRow(cells);
      const key = row && keyOf(row.record);
      if (row !== undefined && key !== undefined) this.#rows.set(key, row);
    }
  }

  /** Whether the database is as it was; what other processes do within this turn of the event loop comes after it. */
  #isStill(connection: Connection): boolean {
    if (this.#isAsked && this.#writes === writes) return true;
    this.#begin();
    return versionOf(connection) === this.#version;
  }

  #begin(): void {
    this.#writes = writes;
    if (this.#isAsked) return;
    this.#isAsked = true;
    queueMicrotask(() => {
      this.#isAsked = false;
    });
  }

  /** Forgets the row of a key that this connection writes, or all of them. */
  forget(key?: string): void {
    if (key === undefined) this.#rows.clear();
    else this.#rows.delete(key);
  }
}

// A flipped bit makes a text of bytes, or a text that is not UTF-8, at which libsql ends the whole process. With all columns
// cast there are only bytes and numbers, whatever the file says.
const COLUMNS = "rowid, CAST(used AS REAL), CAST(record AS BLOB)";

/** Gives the row of a key. */
export const SELECT: string = `SELECT ${COLUMNS} FROM entries WHERE key = ?`;

const FOLLOWING = `SELECT ${COLUMNS} FROM entries WHERE rowid > ? AND blob IS NULL AND size <= 4096 ORDER BY rowid LIMIT ?`;

/** The cells that `SELECT` gives as a row; undefined for what is none. */
export function entryRow([id, used, record]: readonly unknown[]): EntryRow | undefined {
  const bytes = record instanceof ArrayBuffer ? new Uint8Array(record) : record;
  return typeof id === "number" && bytes instanceof Uint8Array ? { id, used, record: bytes } : undefined;
}

function versionOf(connection: Connection): unknown {
  return connection.statement("PRAGMA data_version").get()?.[0];
}
