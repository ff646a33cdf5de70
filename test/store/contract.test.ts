// The contract of stores, kept by both of ours.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, it } from "vitest";
import { storeContract } from "../../src/store/contract.ts";
import { diskStore } from "../../src/store/disk-store.ts";
import { memoryStore } from "../../src/store/memory-store.ts";

const root = mkdtempSync(join(tmpdir(), "define-once-contract-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a store in memory", () => {
  for (const { title, run } of storeContract({ open: () => memoryStore(), isShared: false })) it(title, run);
});

describe("a store on disk", () => {
  const kind = { open: (place: string) => diskStore({ folder: join(root, place) }), isShared: true };
  for (const { title, run } of storeContract(kind)) it(title, run);
});
