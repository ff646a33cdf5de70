// The tables of the store, and the version that says which tables a file has.

import type { Count } from "../units.ts";
import type { Database } from "./driver.ts";

/** The version of the tables, kept in the file as `user_version`. Raise it with every change, and add a golden file. */
export const SCHEMA: Count = 1;

// `record` is all that is read for a result; it stands last, so that SQLite reads the rest of a row without it. `blob` names the
// file that holds the bytes instead.
// `size` beside `used` in an index lets the bounds be weighed without reading a row.
const TABLES = `
  CREATE TABLE entries (
    key TEXT NOT NULL PRIMARY KEY,
    groupKey TEXT NOT NULL,
    name TEXT NOT NULL,
    used REAL NOT NULL,
    size INTEGER NOT NULL,
    blob TEXT,
    record BLOB NOT NULL
  );
  CREATE INDEX entries_by_group ON entries (groupKey);
  CREATE INDEX entries_by_use ON entries (used, size);
  CREATE INDEX entries_by_blob ON entries (blob) WHERE blob IS NOT NULL;
  CREATE TABLE leases (key TEXT NOT NULL PRIMARY KEY, token TEXT NOT NULL, until REAL NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA};
`;

/** The version of the tables in a file; 0 for one that has none. */
export function schemaVersion(database: Database): Count {
  return Number(database.prepare("PRAGMA user_version").get()?.[0] ?? 0);
}

/** Makes the tables, unless another process did meanwhile. */
export function createTables(database: Database): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    if (schemaVersion(database) === 0) database.exec(TABLES);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
