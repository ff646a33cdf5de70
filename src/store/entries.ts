// The entries in the database: a row for each, with the bytes in it or in a file.

import type { Count, Milliseconds } from "../units.ts";
import { BLOB_SIZE, type Blobs, blobName } from "./blobs.ts";
import type { Connection } from "./connection.ts";
import { type EntryRow, entryRow, noteWrite, type Readahead, SELECT } from "./readahead.ts";
import { type EntryFacts, type Payload, type RecordedEntry, recorded, recordOf } from "./record.ts";
import type { ByteSource, StoredEntry } from "./store.ts";
import { storedText } from "./stored-text.ts";

/** What was found under a key. */
export type Found =
  | { readonly kind: "entry"; readonly entry: StoredEntry; readonly used: Milliseconds; readonly row: Count }
  | { readonly kind: "absent" }
  /** The row or its file does not say what was written; it has been dropped. */
  | { readonly kind: "damaged" };

const ABSENT: Found = { kind: "absent" };

/** The entry of a key. */
export function findEntry(connection: Connection, blobs: Blobs, readahead: Readahead, key: string): Found {
  const ahead = readahead.taken(connection, key);
  const known = ahead && foundIn(ahead, blobs, key, connection);
  if (known !== undefined) return known;
  const select = connection.statement(SELECT);
  const stored = storedText(key);
  let cells = select.get(stored);
  if (cells === undefined) return ABSENT;
  const row = entryRow(cells);
  let found = row && foundIn(row, blobs, key, connection);
  if (row !== undefined && found !== undefined) {
    readahead.follow(connection, row);
    return found;
  }
  // The entry may have been written anew, and its old file removed, between the row and the file.
  cells = select.get(stored);
  if (cells === undefined) return ABSENT;
  const again = entryRow(cells);
  if (again !== undefined) found = foundIn(again, blobs, key, connection);
  if (found !== undefined) return found;
  dropEntry(connection, blobs, key);
  return { kind: "damaged" };
}

function foundIn(
  { id, record, used }: EntryRow,
  blobs: Blobs,
  key: string,
  connection: Connection,
): Found | undefined {
  const found = recorded(record);
  if (found === undefined || found.key !== key || typeof used !== "number") return undefined;
  const { entry, payload } = found;
  const { codec, group, name, took, at } = entry;
  if (payload.kind === "inline")
    return { kind: "entry", entry: { bytes: payload.bytes, codec, group, name, took, at }, used, row: id };
  const { file } = payload;
  const content = blobs.read(file);
  if (content === undefined) return undefined;
  if (content.kind === "source")
    return { kind: "entry", entry: fileEntry(entry, content.source), used, row: id };
  const { bytes, stamp } = content;
  if (stamp !== "")
    restamp(connection, id, { key, entry, payload: { kind: "file", file: { ...file, stamp } } });
  return { kind: "entry", entry: { bytes, codec, group, name, took, at }, used, row: id };
}

/** An entry whose bytes are read when they are asked for; its source is no part of what it says. */
function fileEntry({ codec, group, name, took, at }: EntryFacts, source: ByteSource): StoredEntry {
  const entry: StoredEntry = {
    get bytes() {
      return new Uint8Array(source.read(0, source.length));
    },
    codec,
    group,
    name,
    took,
    at,
  };
  return Object.defineProperty(entry, "source", { value: source });
}

/** Notes that the bytes of a file are right, so that they need not be summed again. */
function restamp(connection: Connection, row: Count, recorded: RecordedEntry): void {
  try {
    connection.statement("UPDATE entries SET record = ? WHERE rowid = ?").run(recordOf(recorded), row);
  } catch {
    // Without it they are summed each time, in a store that cannot be written.
  }
}

/** Writes an entry in place of any of that key. */
export function putEntry(
  connection: Connection,
  blobs: Blobs,
  key: string,
  entry: StoredEntry,
  now: Milliseconds,
): void {
  const { bytes, group, name } = entry;
  const stored = storedText(key);
  const file = bytes.length < BLOB_SIZE ? undefined : blobs.write(bytes);
  const payload: Payload = file === undefined ? { kind: "inline", bytes } : { kind: "file", file };
  const blob = file?.name ?? null;
  const record = recordOf({ key, entry, payload });
  const values = [storedText(group), storedText(name), now, bytes.length, blob, record];
  try {
    noteWrite();
    if (connection.statement(INSERT).run(stored, ...values) > 0) return;
    const before = blobName(connection.statement(SELECT_BLOB).get(stored)?.[0] ?? null);
    connection.statement(UPDATE).run(...values, stored);
    if (before !== undefined) blobs.remove(before);
  } catch (error) {
    if (blob !== null) blobs.remove(blob);
    throw error;
  }
}

const INSERT = `INSERT OR IGNORE INTO entries (key, groupKey, name, used, size, blob, record)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const UPDATE = `UPDATE entries SET groupKey = ?, name = ?, used = ?, size = ?, blob = ?, record = ? WHERE key = ?`;
const SELECT_BLOB = "SELECT CAST(blob AS BLOB) FROM entries WHERE key = ?";

/** Drops an entry. True if there was one. */
export function dropEntry(connection: Connection, blobs: Blobs, key: string): boolean {
  noteWrite();
  const stored = storedText(key);
  const blob = blobName(connection.statement(SELECT_BLOB).get(stored)?.[0] ?? null);
  const isDropped = connection.statement("DELETE FROM entries WHERE key = ?").run(stored) > 0;
  if (blob !== undefined) blobs.remove(blob);
  return isDropped;
}

/** Drops all entries of a group, or all there are. */
export function dropEntries(connection: Connection, blobs: Blobs, group: string | undefined): void {
  noteWrite();
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
