// Digests: SHA-256 over canonical bytes, behind the version of the scheme that wrote them.

import * as crypto from "node:crypto";

/**
 * The version of everything that decides a digest: parsing, normal form and encoding. It is the first thing hashed;
 * digests of different schemes are never compared. Raise it with every change that can alter a digest.
 */
export const SCHEME = 5;

/** A SHA-256 digest: 64 lowercase hexadecimal digits. */
export type Digest = string & { readonly [digest]: true };
declare const digest: unique symbol;

const oneShot: typeof crypto.hash | undefined = crypto.hash;

/** The digest of some bytes (FIPS 180-4). */
export function sha256(bytes: Uint8Array): Digest {
  // The one-shot form saves the stream object; it came with Node 20.12 and is missing in some other runtimes.
  const hex =
    oneShot === undefined
      ? crypto.createHash("sha256").update(bytes).digest("hex")
      : oneShot("sha256", bytes, "hex");
  return hex as Digest;
}
