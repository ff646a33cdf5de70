// An entry as the bytes of one column: a database gives one column in half the time of nine. They begin with a checksum, since
// SQLite and the disk hand flipped bits back without a word.

import { Buffer } from "node:buffer";
import type { Bytes } from "../units.ts";
import { CHECKSUM_SIZE, checksum, isSameChecksum } from "./checksum.ts";
import type { StoredEntry } from "./store.ts";
import { originalText, storedText } from "./stored-text.ts";

/** What stands in a row. */
export interface RecordedEntry {
  readonly key: string;
  readonly entry: EntryFacts;
  readonly payload: Payload;
}

/** All of an entry but its bytes. */
export type EntryFacts = Omit<StoredEntry, "bytes">;

/** The bytes of an entry, or the file that has them. */
export type Payload =
  | { readonly kind: "inline"; readonly bytes: Uint8Array }
  | { readonly kind: "file"; readonly file: BlobFile };

/** A file with the bytes of an entry. */
export interface BlobFile {
  readonly name: string;
  readonly checksum: Uint8Array;
  /** What the file system said of it when its bytes were known to be right; empty if that says nothing. */
  readonly stamp: string;
}

// After the checksum: two doubles, whether a file has the bytes, and the length of each text.
const TEXTS = 6;
const FIXED: Bytes = CHECKSUM_SIZE + 8 + 8 + 4 + 4 * TEXTS;
const LENGTHS: Bytes = FIXED - 4 * TEXTS;

/** The bytes of a row. */
export function recordOf({ key, entry, payload }: RecordedEntry): Uint8Array {
  const { codec, group, name, took, at } = entry;
  const isFile = payload.kind === "file";
  const file = isFile ? [payload.file.name, payload.file.stamp] : ["", ""];
  const texts = [key, codec, group, name, ...file].map((text) => Buffer.from(storedText(text), "utf8"));
  const head = Buffer.alloc(FIXED);
  head.writeDoubleLE(took, CHECKSUM_SIZE);
  head.writeDoubleLE(at, CHECKSUM_SIZE + 8);
  head.writeUInt32LE(Number(isFile), CHECKSUM_SIZE + 16);
  for (const [index, { length }] of texts.entries()) head.writeUInt32LE(length, LENGTHS + 4 * index);
  const record = Buffer.concat([head, ...texts, isFile ? payload.file.checksum : payload.bytes]);
  record.set(checksum(record.subarray(CHECKSUM_SIZE)), 0);
  return record;
}

/** What stands in a row; undefined if these are not the bytes that were written. */
export function recorded(record: Uint8Array): RecordedEntry | undefined {
  if (!isSameChecksum(record.subarray(0, CHECKSUM_SIZE), checksum(record.subarray(CHECKSUM_SIZE))))
    return undefined;
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  const { texts, end } = textsIn(bytes);
  const [key = "", codec = "", group = "", name = "", fileName = "", stamp = ""] = texts;
  const took = bytes.readDoubleLE(CHECKSUM_SIZE);
  const at = bytes.readDoubleLE(CHECKSUM_SIZE + 8);
  const rest = record.subarray(end);
  const payload: Payload =
    bytes.readUInt32LE(CHECKSUM_SIZE + 16) === 0
      ? { kind: "inline", bytes: rest }
      : { kind: "file", file: { name: fileName, checksum: rest, stamp } };
  return { key, entry: { codec, group, name, took, at }, payload };
}

/** The texts of a record, and where they end. */
function textsIn(bytes: Buffer): { readonly texts: readonly string[]; readonly end: Bytes } {
  const ends: Bytes[] = [];
  let end = FIXED;
  for (let index = 0; index < TEXTS; index++) {
    end += bytes.readUInt32LE(LENGTHS + 4 * index);
    ends.push(end);
  }
  // Nearly always they are plain, and one call reads them all.
  const all = bytes.toString("latin1", FIXED, end);
  const text = PLAIN.test(all)
    ? (from: Bytes, to: Bytes) => all.slice(from - FIXED, to - FIXED)
    : (from: Bytes, to: Bytes) => originalText(bytes.subarray(from, to)) ?? "";
  return { texts: ends.map((to, index) => text(ends[index - 1] ?? FIXED, to)), end };
}

// UTF-8 says these characters in one byte each; what is escaped begins with another one.
const PLAIN = /^[ -~]*$/;

/** The key of a record, whose checksum need not have been looked at. */
export function keyOf(record: Uint8Array): string | undefined {
  if (record.length < FIXED) return undefined;
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.byteLength);
  return originalText(bytes.subarray(FIXED, FIXED + bytes.readUInt32LE(LENGTHS)));
}
