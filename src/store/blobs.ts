// Large results as files, which the file system reads and writes faster than SQLite does. A file is complete before it gets
// its name, and has its name before a row of the database mentions it.

import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Bytes, Milliseconds } from "../units.ts";
import { blobStamp } from "./blob-stamp.ts";
import { checksum, isSameChecksum } from "./checksum.ts";
import type { BlobFile } from "./record.ts";
import type { ByteSource } from "./store.ts";
import { originalText } from "./stored-text.ts";

/**
 * From this size on, the bytes of a result are a file. Measured with 60 MB of entries of one size, microseconds a put and a get,
 * as rows against files, Node 20 with libsql and Node 24: at 64 kB 349 + 171 against 288 + 149, and 237 + 107 against 672 + 138;
 * at 128 kB 975 + 112 against 279 + 149, and 1,081 + 393 against 719 + 85; at 1 MB 4,481 + 812 against 1,015 + 294.
 */
export const BLOB_SIZE: Bytes = 128 * 1024;

/** A file that no row mentions may still be on its way into one. After this time it is not. */
const ORPHAN_AGE: Milliseconds = 3_600_000;

const NAME = /^[0-9a-f]{32}$/;

/** The name of a file as a row gives it; undefined for a row without one. */
export function blobName(cell: unknown): string | undefined {
  return cell === null ? undefined : originalText(cell);
}

/** What a file has. */
export type BlobContent =
  /** Its bytes, and the stamp that the file has now. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly stamp: string }
  /** Of a file that nobody has touched: its bytes are read when they are needed. */
  | { readonly kind: "source"; readonly source: ByteSource };

/** The files of large results in a folder. */
export class Blobs {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a new file. */
  write(bytes: Uint8Array): BlobFile {
    const name = randomBytes(16).toString("hex");
    const path = this.#path(name);
    const temporary = `${path}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(temporary, bytes);
      renameSync(temporary, path);
    } catch (error) {
      remove(temporary);
      throw error;
    }
    return { name, checksum: checksum(bytes), stamp: stampOf(path) };
  }

  /** What is in a file; undefined if that is not what was written. */
  read({ name, checksum: written, stamp }: BlobFile): BlobContent | undefined {
    if (!NAME.test(name)) return undefined;
    const path = this.#path(name);
    try {
      const now = stampOf(path);
      if (now !== "" && now === stamp) return { kind: "source", source: sourceIn(path) };
      const bytes = readFileSync(path);
      return isSameChecksum(checksum(bytes), written) ? { kind: "bytes", bytes, stamp: now } : undefined;
    } catch {
      return undefined;
    }
  }

  remove(name: string): void {
    if (NAME.test(name)) remove(this.#path(name));
  }

  /** Removes files that no row mentions, among them those whose writers died. */
  sweep(isMentioned: (name: string) => boolean, now: Milliseconds): void {
    for (const shelf of names(this.#folder)) {
      for (const name of names(join(this.#folder, shelf))) {
        const path = join(this.#folder, shelf, name);
        const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
        if (now - written > ORPHAN_AGE && !isMentioned(name)) remove(path);
      }
    }
  }

  #path(name: string): string {
    return join(this.#folder, name.slice(0, 2), name);
  }
}

function stampOf(path: string): string {
  return blobStamp(statSync(path, { bigint: true }));
}

function sourceIn(path: string): ByteSource {
  const { size } = statSync(path);
  return {
    length: size,
    read: (start, end) => {
      // Its own memory, and not cleared first: all of it is read into, or it is thrown away.
      const bytes = Buffer.allocUnsafeSlow(end - start);
      const file = openSync(path, "r");
      try {
        for (let at = 0; at < bytes.length; ) {
          const count = readSync(file, bytes, at, bytes.length - at, start + at);
          if (count === 0) throw new Error("the file is shorter than it was");
          at += count;
        }
      } finally {
        closeSync(file);
      }
      return bytes.buffer;
    },
  };
}

/** What is in a folder; nothing if there is no such folder. */
function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed now is an orphan, and is swept up later. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
