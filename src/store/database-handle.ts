// The database of a store for as long as it is used: opened at the first need, opened anew when it was moved or removed,
// set aside when it is damaged. All trouble ends here.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Milliseconds } from "../units.ts";
import { Connection, fileNumber, NewerSchema } from "./connection.ts";
import { type OpenDatabase, sqliteDriver } from "./driver.ts";
import { type Notices, troubleText } from "./notices.ts";
import { setAside } from "./set-aside.ts";
import { troubleOf } from "./trouble.ts";

const FILE = "store.sqlite";

/** How long a store that could not be opened or written is left alone, so that trouble does not slow down each call. */
const REST: Milliseconds = 10_000;

/** How often it is looked whether the file is still the one that was opened. */
const CHECK_EVERY: Milliseconds = 1000;

/** A database in a folder that may not be there yet, and may be broken. */
export class DatabaseHandle {
  readonly #open: OpenDatabase = sqliteDriver();
  readonly #folder: string;
  readonly #path: string;
  readonly #notices: Notices;
  readonly #now: () => Milliseconds;
  #connection: Connection | undefined;
  #checkedAt: Milliseconds = 0;
  #closedUntil: Milliseconds = 0;
  #readOnlyUntil: Milliseconds = 0;

  constructor(folder: string, notices: Notices, now: () => Milliseconds) {
    this.#folder = folder;
    this.#path = join(folder, FILE);
    this.#notices = notices;
    this.#now = now;
  }

  /** What some work on the database gives; the other value if there is no database, or trouble with it. */
  read<T>(otherwise: T, work: (connection: Connection) => T): T {
    if (this.#connection === undefined && (this.#isResting || fileNumber(this.#path) === 0n))
      return otherwise;
    return this.#attempt(otherwise, work);
  }

  /** As `read`, with a database that is made if it is missing. What met a damaged one is done again with the new one. */
  write<T>(otherwise: T, work: (connection: Connection) => T): T {
    if (this.#isResting || this.#now() < this.#readOnlyUntil) return otherwise;
    this.#check();
    const before = this.#connection;
    const result = this.#attempt<T | typeof FAILED>(FAILED, work);
    if (result !== FAILED) return result;
    const isAnother = before !== undefined && this.#connection === undefined && !this.#isResting;
    return isAnother && this.#now() >= this.#readOnlyUntil ? this.#attempt(otherwise, work) : otherwise;
  }

  /** Does some work if the database is open. */
  ifOpen(work: (connection: Connection) => void): void {
    if (this.#connection !== undefined) this.#attempt(undefined, work);
  }

  /** Lets go of the file. The next use opens it anew. */
  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#closedUntil = 0;
    this.#readOnlyUntil = 0;
  }

  get #isResting(): boolean {
    return this.#now() < this.#closedUntil;
  }

  /** A file that was moved or removed takes no more entries: nobody would find them. */
  #check(): void {
    const now = this.#now();
    if (this.#connection === undefined || Math.abs(now - this.#checkedAt) < CHECK_EVERY) return;
    this.#checkedAt = now;
    if (!this.#connection.isCurrent) this.close();
  }

  #attempt<T>(otherwise: T, work: (connection: Connection) => T): T {
    let file = fileNumberOf(this.#connection);
    try {
      if (this.#connection === undefined) {
        file = fileNumber(this.#path);
        if (file === 0n) this.#makeFolder();
        this.#connection = Connection.open(this.#open, this.#path);
        file = this.#connection.file;
        this.#checkedAt = this.#now();
      }
      return work(this.#connection);
    } catch (error) {
      this.#settle(error, file);
      return otherwise;
    }
  }

  /** Tells of trouble once, and decides how to go on. */
  #settle(error: unknown, file: bigint): void {
    if (error instanceof NewerSchema) {
      this.#rest();
      return this.#notices.once("newer", () => newerText(this.#folder, error.message));
    }
    // Whatever went wrong with a file that was moved or removed, the next one may be sound.
    if (this.#connection?.isCurrent === false) return this.close();
    const trouble = troubleOf(error);
    if (trouble === "damaged") return this.#replace(error, file);
    this.#notices.once(trouble, () => troubleText(trouble, this.#folder, error));
    if (this.#connection === undefined) this.#rest();
    else if (trouble === "full" || trouble === "readonly") this.#readOnlyUntil = this.#now() + REST;
    else if (trouble === "other") this.#rest();
  }

  #rest(): void {
    this.close();
    this.#closedUntil = this.#now() + REST;
  }

  #replace(error: unknown, file: bigint): void {
    this.close();
    try {
      const path = setAside(this.#path, file, this.#now());
      if (path !== undefined)
        this.#notices.once("damaged", () => damagedText(this.#folder, path, messageOf(error)));
    } catch (reason) {
      this.#rest();
      this.#notices.once("damaged", () => damagedText(this.#folder, undefined, messageOf(reason)));
    }
  }

  /** The folder, which git ignores by itself. One that the user keeps other things in is left as it is. */
  #makeFolder(): void {
    mkdirSync(this.#folder, { recursive: true });
    if (readdirSync(this.#folder).length > 0) return;
    writeFileSync(join(this.#folder, ".gitignore"), "*\n");
  }
}

const FAILED = Symbol("failed");

function fileNumberOf(connection: Connection | undefined): bigint {
  return connection?.file ?? 0n;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function damagedText(folder: string, moved: string | undefined, because: string): string {
  const what = `The store in ${folder} is damaged: ${because}.`;
  if (moved === undefined) return `${what} Results stay in memory; remove the folder to begin a new store.`;
  return `${what} It was moved to ${moved} and a new one begun; results are computed again.`;
}

function newerText(folder: string, version: string): string {
  return `The store in ${folder} was written by a later version of define-once (${version}). It is left as it is and results stay in memory; update define-once, or choose another folder.`;
}
