// What every store must do with leases.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import type { Milliseconds } from "../units.ts";
import type { ContractRow } from "./contract.ts";

const SHORT: Milliseconds = 60;
const PAST_SHORT: Milliseconds = 150;
const LONG: Milliseconds = 60_000;

/** The promises about leases. */
export const leaseContract: readonly ContractRow[] = [
  [
    "gives a lease to one holder at a time, key by key",
    async (store) => {
      assert.ok(await store.lease("key", LONG));
      assert.equal(await store.lease("key", LONG), undefined);
      assert.ok(await store.lease("other", LONG));
    },
  ],
  [
    "gives a lease anew once it was released",
    async (store) => {
      const lease = await store.lease("key", LONG);
      await lease?.release();
      assert.ok(await store.lease("key", LONG));
    },
  ],
  [
    "gives a lease anew once it has ended",
    async (store) => {
      assert.ok(await store.lease("key", SHORT));
      await setTimeout(PAST_SHORT);
      assert.ok(await store.lease("key", LONG));
    },
  ],
  [
    "lets a holder extend a lease",
    async (store) => {
      const lease = await store.lease("key", 400);
      assert.ok(lease);
      for (let time = 0; time < 5; time++) {
        await setTimeout(120);
        assert.equal(await lease.renew(), true);
      }
      assert.equal(await store.lease("key", LONG), undefined);
    },
  ],
  [
    "tells a holder who extends a lease too late that someone else has it",
    async (store) => {
      const late = await store.lease("key", SHORT);
      await setTimeout(PAST_SHORT);
      assert.ok(await store.lease("key", LONG));
      assert.equal(await late?.renew(), false);
      assert.equal(await store.lease("key", LONG), undefined);
    },
  ],
  [
    "keeps a lease when a holder releases it who has lost it",
    async (store) => {
      const late = await store.lease("key", SHORT);
      await setTimeout(PAST_SHORT);
      const present = await store.lease("key", LONG);
      await late?.release();
      assert.equal(await store.lease("key", LONG), undefined);
      assert.equal(await present?.renew(), true);
    },
  ],
  [
    "does not extend a lease that was released",
    async (store) => {
      const lease = await store.lease("key", LONG);
      await lease?.release();
      assert.equal(await lease?.renew(), false);
    },
  ],
  [
    "keeps leases and entries apart",
    async (store) => {
      assert.ok(await store.lease("key", LONG));
      assert.equal(await store.get("key"), undefined);
      await store.clear();
      assert.equal(await store.lease("key", LONG), undefined);
    },
  ],
];
