// What a store of results is: bytes by key, for everyone who can reach it. A file in the project is one, a server that a team
// shares may be another.

import type { Bytes, Milliseconds } from "../units.ts";

/** A value, or the promise of one. */
export type Awaitable<T> = T | Promise<T>;

/** Bytes that are read when they are asked for. */
export interface ByteSource {
  readonly length: Bytes;
  /** Memory that nobody else has, with the bytes from `start` up to `end`. Throws if they are not there any more. */
  read(start: Bytes, end: Bytes): ArrayBuffer;
}

/** A result as a store keeps it. */
export interface StoredEntry {
  /** The encoded result. */
  readonly bytes: Uint8Array;
  /** What wrote the bytes; a reader that does not know it takes the entry for absent. */
  readonly codec: string;
  /** What the entry belongs to, so that it can be dropped with others: the digest of what the function depends on. */
  readonly group: string;
  /** The name of the function, for people. */
  readonly name: string;
  /** How long the result took to compute. */
  readonly took: Milliseconds;
  /** When it was computed: milliseconds since 1970. */
  readonly at: Milliseconds;
  /** The bytes again, where a store can read parts of them sooner than all: large results then need not be copied. */
  readonly source?: ByteSource;
}

/** The right to compute a result while others wait for it. It ends by itself when it is not renewed. */
export interface Lease {
  /** Extends it by its duration from now. False if it was lost: someone else may be computing by now. */
  renew(): Awaitable<boolean>;
  release(): Awaitable<void>;
}

/**
 * A store of results. Keys are digests that stand for all that a result was computed from, so an entry is never wrong, only
 * not wanted any more: a store may drop any at any time.
 *
 * A store does not throw because an entry is damaged or a disk is full: it takes the entry for absent, and tells its user
 * once in words. What it throws all the same is taken for a miss.
 */
export interface Store {
  /** Whether all methods answer at once instead of by a promise. Only such a store serves functions that are not async. */
  readonly isSync: boolean;
  get(key: string): Awaitable<StoredEntry | undefined>;
  set(key: string, entry: StoredEntry): Awaitable<void>;
  /** Drops an entry. True if there was one. */
  delete(key: string): Awaitable<boolean>;
  /** Drops all entries of a group, or all there are. */
  clear(group?: string): Awaitable<void>;
  /** The right to compute a result alone for so long; undefined while someone else has it. */
  lease(key: string, duration: Milliseconds): Awaitable<Lease | undefined>;
  /** Writes what is still to be written and lets go of files and connections. It may be used again, and opens anew. */
  close(): Awaitable<void>;
}
