// What every store must do, as tests that any test runner can run: the promises of `Store` in terms of what is seen.

import assert from "node:assert/strict";
import { leaseContract } from "./lease-contract.ts";
import { sharedContract } from "./shared-contract.ts";
import type { Awaitable, Store, StoredEntry } from "./store.ts";

/** A kind of store, as the tests need to know it. */
export interface StoreKind {
  /** Opens the store that is named by a place; each place is a store of its own, empty at first. */
  open(place: string): Awaitable<Store>;
  /** Whether two stores opened at one place are the same one, as two processes would see it. */
  readonly isShared: boolean;
}

/** A promise of stores, and whether one keeps it: `run` rejects if not. */
export interface StoreTest {
  /** A sentence. */
  readonly title: string;
  run(): Promise<void>;
}

/**
 * The tests of a store.
 *
 * @example
 * for (const { title, run } of storeContract({ open: (place) => myStore(place), isShared: true })) test(title, run);
 */
export function storeContract(kind: StoreKind): readonly StoreTest[] {
  const tests = [...ENTRIES, ...leaseContract, ...(kind.isShared ? sharedContract : [])];
  return tests.map(([title, check]) => ({
    title,
    run: async () => {
      const place = `contract-${++places}-${Math.random().toString(36).slice(2)}`;
      const opened: Store[] = [];
      const open = async (): Promise<Store> => {
        const store = await kind.open(place);
        opened.push(store);
        return store;
      };
      try {
        await check(await open(), open);
      } finally {
        for (const store of opened) await store.close();
      }
    },
  }));
}

let places = 0;

/** A promise, and how it is checked with a store; `open` gives another handle on the same place. */
export type ContractRow = readonly [
  title: string,
  check: (store: Store, open: () => Promise<Store>) => Promise<void>,
];

/** An entry of some bytes. */
export function sampleEntry(
  bytes: Uint8Array = Uint8Array.of(1, 2, 3),
  more: Partial<StoredEntry> = {},
): StoredEntry {
  return {
    bytes,
    codec: "v8:15",
    group: "group",
    name: "simulate",
    took: 12.5,
    at: 1_700_000_000_000,
    ...more,
  };
}

/** Asserts that an entry is in the store as it was set. */
export async function assertStored(store: Store, key: string, expected: StoredEntry): Promise<void> {
  const found = await store.get(key);
  assert.ok(found, `nothing under ${JSON.stringify(key)}`);
  const { bytes, ...rest } = found;
  const { bytes: expectedBytes, ...expectedRest } = expected;
  assert.deepEqual(rest, expectedRest);
  const isSame =
    bytes.length === expectedBytes.length && bytes.every((each, at) => each === expectedBytes[at]);
  assert.ok(isSame, "other bytes than were set");
}

const ENTRIES: readonly ContractRow[] = [
  [
    "gives back what was set: bytes, codec, group, name, duration and time",
    async (store) => {
      await store.set("key", sampleEntry());
      await assertStored(store, "key", sampleEntry());
    },
  ],
  [
    "gives undefined for a key that was never set",
    async (store) => {
      assert.equal(await store.get("key"), undefined);
      await store.set("key", sampleEntry());
      assert.equal(await store.get("KEY"), undefined);
      assert.equal(await store.get("key "), undefined);
    },
  ],
  [
    "keeps an entry of no bytes",
    async (store) => {
      await store.set("key", sampleEntry(new Uint8Array()));
      await assertStored(store, "key", sampleEntry(new Uint8Array()));
    },
  ],
  [
    "keeps every byte",
    async (store) => {
      const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index);
      await store.set("key", sampleEntry(bytes));
      await assertStored(store, "key", sampleEntry(bytes));
    },
  ],
  [
    "keeps entries of 5 MB",
    async (store) => {
      const bytes = new Uint8Array(5_000_000).map((_, index) => index * 31);
      await store.set("large", sampleEntry(bytes));
      await assertStored(store, "large", sampleEntry(bytes));
      const others = bytes.map((byte) => byte + 1);
      await store.set("large", sampleEntry(others));
      await assertStored(store, "large", sampleEntry(others));
    },
  ],
  [
    "keeps two thousand entries apart",
    async (store) => {
      for (let index = 0; index < 2000; index++)
        await store.set(`key ${index}`, sampleEntry(Uint8Array.of(index, index >> 8)));
      for (let index = 0; index < 2000; index++)
        await assertStored(store, `key ${index}`, sampleEntry(Uint8Array.of(index, index >> 8)));
    },
  ],
  [
    "takes any text for a key, a group or a name",
    async (store) => {
      for (const [index, text] of TEXTS.entries())
        await store.set(text, sampleEntry(Uint8Array.of(index), { group: text, name: text }));
      for (const [index, text] of TEXTS.entries())
        await assertStored(store, text, sampleEntry(Uint8Array.of(index), { group: text, name: text }));
    },
  ],
  [
    "gives the latest entry that was set for a key",
    async (store) => {
      await store.set("key", sampleEntry());
      const later = sampleEntry(Uint8Array.of(9), {
        codec: "other",
        group: "other",
        name: "other",
        took: 0,
        at: 1,
      });
      await store.set("key", later);
      await assertStored(store, "key", later);
    },
  ],
  [
    "does not change with the memory that it was given",
    async (store) => {
      const bytes = Uint8Array.of(1, 2, 3);
      await store.set("key", sampleEntry(bytes));
      bytes.fill(7);
      await assertStored(store, "key", sampleEntry());
    },
  ],
  [
    "drops an entry, and says whether there was one",
    async (store) => {
      await store.set("key", sampleEntry());
      await store.set("other", sampleEntry());
      assert.equal(await store.delete("key"), true);
      assert.equal(await store.get("key"), undefined);
      assert.equal(await store.delete("key"), false);
      assert.equal(await store.delete("never set"), false);
      await assertStored(store, "other", sampleEntry());
    },
  ],
  [
    "drops the entries of a group and no others",
    async (store) => {
      for (const group of ["a", "b", "ab", ""])
        await store.set(`in ${group}`, sampleEntry(undefined, { group }));
      await store.clear("a");
      assert.equal(await store.get("in a"), undefined);
      for (const group of ["b", "ab", ""])
        await assertStored(store, `in ${group}`, sampleEntry(undefined, { group }));
      await store.clear("no such group");
      await store.clear("");
      assert.equal(await store.get("in "), undefined);
      await assertStored(store, "in b", sampleEntry(undefined, { group: "b" }));
    },
  ],
  [
    "drops an entry with the group that it has now, not with the one that it had",
    async (store) => {
      await store.set("key", sampleEntry(undefined, { group: "before" }));
      await store.set("key", sampleEntry(undefined, { group: "after" }));
      await store.clear("before");
      await assertStored(store, "key", sampleEntry(undefined, { group: "after" }));
    },
  ],
  [
    "drops all entries, and takes new ones",
    async (store) => {
      await store.clear();
      await store.set("a", sampleEntry());
      await store.set("b", sampleEntry(new Uint8Array(1_000_000), { group: "other" }));
      await store.clear();
      assert.equal(await store.get("a"), undefined);
      assert.equal(await store.get("b"), undefined);
      await store.set("a", sampleEntry());
      await assertStored(store, "a", sampleEntry());
    },
  ],
  [
    "answers at once if it says so",
    async (store) => {
      if (!store.isSync) return;
      const isPending = (answer: unknown): boolean => answer instanceof Promise;
      assert.equal(isPending(store.set("key", sampleEntry())), false);
      assert.equal(isPending(store.get("key")), false);
      assert.equal(isPending(store.lease("key", 1000)), false);
      assert.equal(isPending(store.delete("key")), false);
    },
  ],
  [
    "may be used again after it was closed, and closed twice",
    async (store) => {
      await store.set("key", sampleEntry());
      await store.close();
      await store.close();
      await assertStored(store, "key", sampleEntry());
      await store.set("other", sampleEntry());
      await assertStored(store, "other", sampleEntry());
    },
  ],
];

const TEXTS: readonly string[] = [
  "",
  " ",
  "key",
  "KEY",
  "k".repeat(5000),
  "é",
  "e\u0301",
  "\u{1f600}",
  "a\0b",
  "a\0",
  "a",
  "\u0001",
  '\u0001"a"',
  "\ud800",
  "\udc00",
  "\ufffd",
  "'; DROP TABLE entries; --",
  "%",
  "a/../b",
  "\n",
];
