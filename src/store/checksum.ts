// A digest of an entry, kept beside it: SQLite and the disk hand flipped bits back without a word.

import * as crypto from "node:crypto";
import { ByteWriter } from "../fingerprint/bytes.ts";
import type { Bytes } from "../units.ts";
import type { StoredEntry } from "./store.ts";

const SIZE: Bytes = 16;

// The first thing digested. Change it with what is digested.
const FORMAT = "define-once/entry/1";

// Up to here, to copy the bytes and digest them in one call is faster than a digest in two parts.
const SHORT: Bytes = 4096;

const oneShot: typeof crypto.hash | undefined = crypto.hash;

const writer = new ByteWriter(2 * SHORT);

/** The first 16 bytes of the SHA-256 of an entry with its key. */
export function checksum(key: string, { codec, group, name, took, at, bytes }: StoredEntry): Uint8Array {
  writer.reset();
  for (const text of [FORMAT, key, codec, group, name]) writer.string(text);
  writer.number(took);
  writer.number(at);
  if (oneShot !== undefined && bytes.length <= SHORT) {
    writer.block(bytes);
    return oneShot("sha256", writer.bytes, "buffer").subarray(0, SIZE);
  }
  writer.number(bytes.length);
  return crypto.createHash("sha256").update(writer.bytes).update(bytes).digest().subarray(0, SIZE);
}

/** Whether two checksums are the same. */
export function isSameChecksum(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
