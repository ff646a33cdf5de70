// The SQLite that the runtime has: `node:sqlite` (Node 22.16 and later, Deno, Bun), else the package `libsql`.
// Both are used through one small interface.

import { createRequire } from "node:module";
import { DefineOnceError } from "../error.ts";
import type { Count } from "../units.ts";

/** What a column holds. */
export type Cell = string | number | Uint8Array | null;

/** The columns of a row in the order in which they were asked for. Nothing is known of what a damaged database gives. */
export type Row = readonly unknown[];

/** A prepared statement. */
export interface Statement {
  /** The first row of the result. */
  get(...cells: readonly Cell[]): Row | undefined;
  all(...cells: readonly Cell[]): readonly Row[];
  /** Runs it; gives the number of rows that it changed. */
  run(...cells: readonly Cell[]): Count;
}

/** An open database. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** Opens a database file; makes it if it is missing. */
export type OpenDatabase = (path: string) => Database;

/**
 * How databases are opened here.
 *
 * @throws DefineOnceError `DEFINE_ONCE_STORE` where there is no SQLite
 */
export function sqliteDriver(): OpenDatabase {
  known ??= nodeSqlite() ?? libsql();
  if (known !== undefined) return known;
  throw new DefineOnceError(
    "DEFINE_ONCE_STORE",
    `The disk store needs SQLite, which Node has from 22.16 on; this is Node ${process.versions.node}. Run: npm install libsql`,
    { cause: lastFailure },
  );
}

let known: OpenDatabase | undefined;

interface RawStatement {
  /** Has rows given as arrays, which takes a quarter less time than objects: in `node:sqlite`; `raw` in libsql. */
  setReturnArrays?(enabled: boolean): void;
  raw?(): void;
  /** In libsql: whether it gives rows. */
  readonly reader?: boolean;
  get(...cells: unknown[]): Row | undefined;
  all(...cells: unknown[]): readonly Row[];
  run(...cells: unknown[]): { readonly changes: number | bigint };
}

interface RawDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): RawStatement;
  close(): unknown;
}

type RawConstructor = new (path: string) => RawDatabase;

function nodeSqlite(): OpenDatabase | undefined {
  const found: unknown = withoutSqliteWarning(() => optional("node:sqlite"));
  if (typeof found !== "object" || found === null || !("DatabaseSync" in found)) return undefined;
  const { DatabaseSync } = found;
  if (!isConstructor(DatabaseSync)) return undefined;
  return (path) => adapted(new DatabaseSync(path), (cells) => cells);
}

function libsql(): OpenDatabase | undefined {
  const found = optional("libsql");
  if (!isConstructor(found)) return undefined;
  // It takes a single object for named parameters, but always an array for positional ones.
  return (path) => adapted(new found(path), (cells) => [cells]);
}

function adapted(
  database: RawDatabase,
  bound: (cells: readonly Cell[]) => unknown[] | readonly Cell[],
): Database {
  return {
    exec: (sql) => void database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      statement.setReturnArrays?.(true);
      if (statement.reader === true) statement.raw?.();
      return {
        get: (...cells) => statement.get(...bound(cells)),
        all: (...cells) => statement.all(...bound(cells)),
        run: (...cells) => Number(statement.run(...bound(cells)).changes),
      };
    },
    close: () => void database.close(),
  };
}

function isConstructor(value: unknown): value is RawConstructor {
  return typeof value === "function";
}

/** A module that may be missing. */
function optional(name: string): unknown {
  try {
    return createRequire(import.meta.url)(name);
  } catch (error) {
    lastFailure = error;
    return undefined;
  }
}

// Why a module could not be loaded: it may be installed without the binary for this platform.
let lastFailure: unknown;

/**
 * Node 22 warns once that `node:sqlite` may change. Its user did not choose it, and our tests run on each version of Node,
 * so that one warning is left out; all others pass.
 */
function withoutSqliteWarning(load: () => unknown): unknown {
  const { emitWarning } = process;
  const filtered = (...args: readonly unknown[]): void => {
    if (!String(args[0]).startsWith("SQLite is an experimental feature"))
      Reflect.apply(emitWarning, process, args);
  };
  Object.assign(process, { emitWarning: filtered });
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
