// A store in a folder: one SQLite database that several processes use at once and that survives the death of any of them,
// and files for large results. Whatever is wrong with the folder, the answer is a miss and a notice.

import { join } from "node:path";
import { DefineOnceError } from "../error.ts";
import type { Bytes, Count, Milliseconds } from "../units.ts";
import { Blobs } from "./blobs.ts";
import { type Bounds, Upkeep } from "./bounds.ts";
import type { Connection } from "./connection.ts";
import { DatabaseHandle } from "./database-handle.ts";
import { dropEntries, dropEntry, findEntry, putEntry } from "./entries.ts";
import { LastUses } from "./last-uses.ts";
import { dropLease, extendLease, SOLITARY_LEASE, takeLease } from "./leases.ts";
import { Notices } from "./notices.ts";
import { Readahead } from "./readahead.ts";
import type { Lease, Store, StoredEntry } from "./store.ts";

/** What a disk store is made with. */
export interface DiskStoreOptions {
  /** Made at the first write, with a `.gitignore` in it. */
  readonly folder: string;
  /** How much all entries together may take; what was not used for longest goes first. Default: 1 GiB. */
  readonly maxBytes?: Bytes;
  /** How many entries there may be. Default: as many as there is room for. */
  readonly maxEntries?: Count;
  /** Told in words, once for each kind of trouble. Default: nobody is told. */
  readonly notice?: (text: string) => void;
  /** The clock: milliseconds since 1970. Default: `Date.now`. Processes that share a store share it too. */
  readonly now?: () => Milliseconds;
}

/** A store in a folder, whose methods answer at once. */
export interface DiskStore extends Store {
  readonly isSync: true;
  readonly folder: string;
  get(key: string): StoredEntry | undefined;
  set(key: string, entry: StoredEntry): void;
  delete(key: string): boolean;
  clear(group?: string): void;
  lease(key: string, duration: Milliseconds): Lease | undefined;
  close(): void;
}

const DEFAULT_BYTES: Bytes = 2 ** 30;

/**
 * A store in a folder. Nothing is opened or made before it is used.
 *
 * @throws DefineOnceError `DEFINE_ONCE_STORE` where the runtime has no SQLite and `libsql` is not installed;
 * `DEFINE_ONCE_OPTION` for a bound that is not a positive number
 * @example
 * const store = diskStore({ folder: ".define-once", notice: console.warn });
 */
export function diskStore(options: DiskStoreOptions): DiskStore {
  return new FolderStore(options);
}

class FolderStore implements DiskStore {
  readonly isSync = true;
  readonly folder: string;
  readonly #bounds: Bounds;
  readonly #now: () => Milliseconds;
  readonly #notices: Notices;
  readonly #handle: DatabaseHandle;
  readonly #blobs: Blobs;
  readonly #uses = new LastUses();
  readonly #readahead = new Readahead();
  readonly #upkeep: Upkeep;

  constructor({ folder, maxBytes, maxEntries, notice, now = Date.now }: DiskStoreOptions) {
    this.folder = folder;
    this.#bounds = {
      maxBytes: bound("maxBytes", maxBytes ?? DEFAULT_BYTES),
      maxEntries: bound("maxEntries", maxEntries ?? Infinity),
    };
    this.#now = now;
    this.#notices = new Notices(notice ?? (() => undefined));
    this.#handle = new DatabaseHandle(folder, this.#notices, now);
    this.#blobs = new Blobs(join(folder, "blobs"));
    this.#upkeep = new Upkeep(this.#bounds);
  }

  get(key: string): StoredEntry | undefined {
    return this.#handle.read(undefined, (connection) => {
      const found = findEntry(connection, this.#blobs, this.#readahead, key);
      if (found.kind === "absent") return undefined;
      if (found.kind === "damaged") {
        this.#notices.once(
          "entry",
          () =>
            `An entry of the store in ${this.folder} was damaged, perhaps by the disk. It was dropped and is computed again, as will be others like it.`,
        );
        return undefined;
      }
      this.#uses.note(found.row, this.#now(), found.used);
      if (this.#uses.isDue) this.#handle.write(undefined, (writable) => this.#uses.write(writable));
      return found.entry;
    });
  }

  set(key: string, entry: StoredEntry): void {
    const size = entry.bytes.length;
    if (size > this.#bounds.maxBytes) return;
    this.#handle.write(undefined, (connection) => {
      this.#readahead.forget(key);
      putEntry(connection, this.#blobs, key, entry, this.#now());
      this.#upkeep.written(size);
      if (this.#upkeep.isDue) this.#maintain(connection);
    });
  }

  delete(key: string): boolean {
    this.#readahead.forget(key);
    return this.#handle.read(false, (connection) => dropEntry(connection, this.#blobs, key));
  }

  clear(group?: string): void {
    this.#readahead.forget();
    this.#handle.read(undefined, (connection) => dropEntries(connection, this.#blobs, group));
  }

  lease(key: string, duration: Milliseconds): Lease | undefined {
    return this.#handle.write<Lease | undefined>(SOLITARY_LEASE, (connection) => {
      const token = takeLease(connection, key, duration, this.#now());
      if (token === undefined) return undefined;
      return {
        renew: () =>
          this.#handle.write(false, (later) => extendLease(later, key, token, this.#now() + duration)),
        release: () => this.#handle.read(undefined, (later) => dropLease(later, key, token)),
      };
    });
  }

  close(): void {
    this.#handle.ifOpen((connection) => this.#maintain(connection));
    this.#handle.close();
  }

  #maintain(connection: Connection): void {
    this.#uses.write(connection);
    this.#readahead.forget();
    this.#upkeep.apply(connection, this.#blobs, this.#now());
  }
}

function bound(name: string, value: number): number {
  if (value > 0) return value;
  throw new DefineOnceError(
    "DEFINE_ONCE_OPTION",
    `${name} is ${String(value)}; it must be a positive number, or be left out.`,
  );
}
