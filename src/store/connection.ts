// An open database with its prepared statements: how a file becomes one while other processes do the same.

import { statSync } from "node:fs";
import type { Milliseconds } from "../units.ts";
import type { Database, OpenDatabase, Statement } from "./driver.ts";
import { createTables, SCHEMA, schemaVersion } from "./schema.ts";
import { troubleOf } from "./trouble.ts";

/** How long a statement waits while another process writes. */
const PATIENCE: Milliseconds = 5000;

/** How long opening is tried again while other processes open or close the same file. */
const OPENING_PATIENCE: Milliseconds = 10_000;

/** A file cannot be opened for a moment while its companions are being removed; longer means that it cannot be opened. */
const UNOPENABLE_PATIENCE: Milliseconds = 100;

/** Thrown for a file that a later version of the library wrote. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";
}

/** A database that is open, and which file it is: the path may lead to another one later. */
export class Connection {
  readonly path: string;
  readonly #database: Database;
  /** The number of the file that was opened. */
  readonly file: bigint;
  readonly #statements = new Map<string, Statement>();

  private constructor(path: string, database: Database) {
    this.path = path;
    this.#database = database;
    this.file = fileNumber(path);
  }

  /** Opens a database of our tables; makes it if it is missing. */
  static open(open: OpenDatabase, path: string): Connection {
    for (const start = performance.now(); ; pause(2 + 10 * Math.random())) {
      try {
        return Connection.#openOnce(open, path);
      } catch (error) {
        const elapsed = performance.now() - start;
        const trouble = troubleOf(error);
        const isTransient =
          (trouble === "busy" && elapsed < OPENING_PATIENCE) ||
          (trouble === "readonly" && elapsed < UNOPENABLE_PATIENCE);
        if (!isTransient) throw error;
      }
    }
  }

  static #openOnce(open: OpenDatabase, path: string): Connection {
    const database = open(path);
    try {
      // Before anything else: switching to WAL asks for a lock, and others may be doing the same.
      database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
      const version = schemaVersion(database);
      if (version > SCHEMA) throw new NewerSchema(`schema ${version}`);
      // Lets the file shrink when entries are dropped; it counts only before there are tables.
      if (version === 0) database.exec("PRAGMA auto_vacuum = INCREMENTAL");
      // A power failure may lose the latest entries, which is no more than a miss.
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      // To move the log into the database waits for the disk: of 8,000 puts, those that did took half of the time at the
      // default of 1,000 pages (120 us each put on average against 50 us).
      database.exec("PRAGMA wal_autocheckpoint = 8000");
      if (version === 0) createTables(database);
      return new Connection(path, database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** A prepared statement. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** Does several things as one. */
  transaction(work: () => void): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // SQLite has ended the transaction by itself.
    }
  }

  /** Whether the path still leads to the file that was opened. */
  get isCurrent(): boolean {
    return fileNumber(this.path) === this.file;
  }

  close(): void {
    this.#statements.clear();
    try {
      this.#database.close();
    } catch {
      // A damaged file may refuse even that; nothing is left to be done with it.
    }
  }
}

/** The number of the file that a path leads to; 0 if there is none, or none that may be seen. */
export function fileNumber(path: string): bigint {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? 0n;
  } catch {
    return 0n;
  }
}

function pause(duration: Milliseconds): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, duration);
}
