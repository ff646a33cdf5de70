// The entries in the database: a row for each, with the bytes in it or in a file.

import type { Milliseconds } from "../units.ts";
import { BLOB_SIZE, type Blobs, blobName } from "./blobs.ts";
import { checksum, isSameChecksum } from "./checksum.ts";
import type { Connection } from "./connection.ts";
import type { Row } from "./driver.ts";
import type { StoredEntry } from "./store.ts";
import { originalText, storedText } from "./stored-text.ts";

/** What was found under a key. */
export type Found =
  | { readonly kind: "entry"; readonly entry: StoredEntry; readonly used: Milliseconds }
  | { readonly kind: "absent" }
  /** The row or its file does not say what was written; it has been dropped. */
  | { readonly kind: "damaged" };

const ABSENT: Found = { kind: "absent" };

/** The entry of a key. */
export function findEntry(connection: Connection, blobs: Blobs, key: string): Found {
  const select = connection.statement(SELECT);
  const stored = storedText(key);
  let row = select.get(stored);
  if (row === undefined) return ABSENT;
  let found = foundIn(row, blobs, key);
  if (found !== undefined) return found;
  // The entry may have been written anew, and its old file removed, between the row and the file.
  const before = blobName(row[BLOB]);
  row = select.get(stored);
  if (row === undefined) return ABSENT;
  if (blobName(row[BLOB]) !== before) found = foundIn(row, blobs, key);
  if (found !== undefined) return found;
  dropEntry(connection, blobs, key);
  return { kind: "damaged" };
}

// A flipped bit makes a text of bytes, or a text that is not UTF-8, at which libsql ends the whole process. With all columns
// cast there are only bytes and numbers, whatever the file says.
const SELECT = `SELECT CAST(groupKey AS BLOB), CAST(name AS BLOB), CAST(codec AS BLOB), CAST(took AS REAL), CAST(at AS REAL),
  CAST(used AS REAL), CAST(checksum AS BLOB), CAST(blob AS BLOB), CAST(bytes AS BLOB) FROM entries WHERE key = ?`;

/** Which column of `SELECT` names the file. */
const BLOB = 7;

function foundIn(row: Row, blobs: Blobs, key: string): Found | undefined {
  const [groupCell, nameCell, codecCell, took, at, used, sum, blobCell, bytesCell] = row;
  const group = originalText(groupCell);
  const name = originalText(nameCell);
  const codec = originalText(codecCell);
  const bytes = bytesOf(blobCell, bytesCell, blobs);
  if (group === undefined || name === undefined || codec === undefined) return undefined;
  if (typeof took !== "number" || typeof at !== "number" || typeof used !== "number") return undefined;
  if (bytes === undefined || !(sum instanceof Uint8Array)) return undefined;
  const entry: StoredEntry = { bytes, codec, group, name, took, at };
  return isSameChecksum(sum, checksum(key, entry)) ? { kind: "entry", entry, used } : undefined;
}

function bytesOf(blob: unknown, bytes: unknown, blobs: Blobs): Uint8Array | undefined {
  const file = blobName(blob);
  if (file !== undefined) return blobs.read(file);
  if (bytes instanceof Uint8Array) return bytes;
  // SQLite takes no bytes for NULL.
  return bytes === null ? new Uint8Array() : undefined;
}

/** Writes an entry in place of any of that key. */
export function putEntry(
  connection: Connection,
  blobs: Blobs,
  key: string,
  entry: StoredEntry,
  now: Milliseconds,
): void {
  const { bytes, codec, group, name, took, at } = entry;
  const stored = storedText(key);
  const blob = bytes.length < BLOB_SIZE ? null : blobs.write(bytes);
  const values = [
    storedText(group),
    storedText(name),
    storedText(codec),
    took,
    at,
    now,
    bytes.length,
    checksum(key, entry),
    blob,
    blob === null ? bytes : null,
  ];
  try {
    if (connection.statement(INSERT).run(stored, ...values) > 0) return;
    const before = blobName(connection.statement(SELECT_BLOB).get(stored)?.[0] ?? null);
    connection.statement(UPDATE).run(...values, stored);
    if (before !== undefined) blobs.remove(before);
  } catch (error) {
    if (blob !== null) blobs.remove(blob);
    throw error;
  }
}

const INSERT = `INSERT OR IGNORE INTO entries
  (key, groupKey, name, codec, took, at, used, size, checksum, blob, bytes)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE entries SET groupKey = ?, name = ?, codec = ?, took = ?, at = ?, used = ?,
  size = ?, checksum = ?, blob = ?, bytes = ? WHERE key = ?`;
const SELECT_BLOB = "SELECT CAST(blob AS BLOB) FROM entries WHERE key = ?";

/** Drops an entry. True if there was one. */
export function dropEntry(connection: Connection, blobs: Blobs, key: string): boolean {
  const stored = storedText(key);
  const blob = blobName(connection.statement(SELECT_BLOB).get(stored)?.[0] ?? null);
  const isDropped = connection.statement("DELETE FROM entries WHERE key = ?").run(stored) > 0;
  if (blob !== undefined) blobs.remove(blob);
  return isDropped;
}

/** Drops all entries of a group, or all there are. */
export function dropEntries(connection: Connection, blobs: Blobs, group: string | undefined): void {
  const [condition, cells] = group === undefined ? ["TRUE", []] : ["groupKey = ?", [storedText(group)]];
  const rows = connection
    .statement(`SELECT CAST(blob AS BLOB) FROM entries WHERE ${condition} AND blob IS NOT NULL`)
    .all(...cells);
  connection
    .statement(`DELETE FROM entries${group === undefined ? "" : ` WHERE ${condition}`}`)
    .run(...cells);
  for (const [blob] of rows) blobs.remove(blobName(blob) ?? "");
  connection.exec("PRAGMA incremental_vacuum");
}
