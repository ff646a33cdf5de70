// A digest of what is stored, kept beside it: SQLite and the disk hand flipped bits back without a word.

import * as crypto from "node:crypto";
import type { Bytes } from "../units.ts";

export const CHECKSUM_SIZE: Bytes = 16;

const oneShot: typeof crypto.hash | undefined = crypto.hash;

/** The first 16 bytes of the SHA-256 of some bytes. */
export function checksum(bytes: Uint8Array): Uint8Array {
  const digest =
    oneShot === undefined
      ? crypto.createHash("sha256").update(bytes).digest()
      : oneShot("sha256", bytes, "buffer");
  return digest.subarray(0, CHECKSUM_SIZE);
}

/** Whether two checksums are the same. */
export function isSameChecksum(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
