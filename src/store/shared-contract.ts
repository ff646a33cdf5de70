// What a store must do that several handles may open at once, as processes do.

import assert from "node:assert/strict";
import { assertStored, type ContractRow, sampleEntry } from "./contract.ts";

/** The promises about several handles on one place. */
export const sharedContract: readonly ContractRow[] = [
  [
    "shows an entry to everyone who opened the place",
    async (store, open) => {
      const other = await open();
      await store.set("key", sampleEntry());
      await assertStored(other, "key", sampleEntry());
      await other.set("key", sampleEntry(Uint8Array.of(5)));
      await assertStored(store, "key", sampleEntry(Uint8Array.of(5)));
      await store.delete("key");
      assert.equal(await other.get("key"), undefined);
      await other.set("key", sampleEntry());
      await store.clear();
      assert.equal(await other.get("key"), undefined);
    },
  ],
  [
    "keeps what was set after all have closed it",
    async (store, open) => {
      await store.set("key", sampleEntry());
      await store.set("large", sampleEntry(new Uint8Array(2_000_000).fill(3)));
      await store.close();
      const later = await open();
      await assertStored(later, "key", sampleEntry());
      await assertStored(later, "large", sampleEntry(new Uint8Array(2_000_000).fill(3)));
    },
  ],
  [
    "gives a lease to one of all who opened the place",
    async (store, open) => {
      const other = await open();
      const lease = await store.lease("key", 60_000);
      assert.ok(lease);
      assert.equal(await other.lease("key", 60_000), undefined);
      await lease.release();
      assert.ok(await other.lease("key", 60_000));
      assert.equal(await lease.renew(), false);
    },
  ],
];
