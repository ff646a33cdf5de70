// Runs the contract of stores, the values that are stored and the golden values on the built package, for runtimes without
// vitest: Node from 22.18 on, Deno and Bun all run this file as it is.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ACCEPTED } from "./accepted-values.ts";
import { goldenInstances, goldenValue, points } from "./golden-value.ts";
import { shape } from "./shape.ts";

const built = new URL("../../dist/store/", import.meta.url);
const { storeContract }: typeof import("../../src/store/contract.ts") = await import(
  new URL("contract.js", built).href
);
const { diskStore }: typeof import("../../src/store/disk-store.ts") = await import(
  new URL("disk-store.js", built).href
);
const { memoryStore }: typeof import("../../src/store/memory-store.ts") = await import(
  new URL("memory-store.js", built).href
);
const { decoded, encoded }: typeof import("../../src/store/encoding.ts") = await import(
  new URL("encoding.js", built).href
);

const root = mkdtempSync(join(tmpdir(), "define-once-contract-"));
const golden = join(import.meta.dirname, "golden");
let passes = 0;
let failures = 0;

async function check(title: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
    passes++;
  } catch (error) {
    failures++;
    console.error(`FAILED ${title}\n`, error);
  }
}

const onDisk = storeContract({ open: (place) => diskStore({ folder: join(root, place) }), isShared: true });
const inMemory = storeContract({ open: () => memoryStore(), isShared: false });
try {
  for (const { title, run } of onDisk) await check(`disk: ${title}`, run);
  for (const { title, run } of inMemory) await check(`memory: ${title}`, run);
  for (const [title, value] of ACCEPTED) {
    await check(`comes back: ${title}`, async () => {
      const there = encoded(value);
      const back = there.kind === "encoded" ? decoded(there.bytes, there.codec) : there;
      assert.equal(back.kind, "decoded");
      if (back.kind !== "decoded") return;
      assert.deepStrictEqual(back.value, value);
      assert.deepStrictEqual(shape(back.value), shape(value));
    });
  }
  for (const name of readdirSync(golden).filter((each) => each.endsWith(".value"))) {
    await check(`golden value: ${name}`, async () => {
      const codec = name.replace(".value", "").replace("-", ":");
      const back = decoded(readFileSync(join(golden, name)), codec, [points]);
      const value = codec.endsWith("+codecs") ? goldenInstances() : goldenValue();
      const isOurs = codec.startsWith("bun" in process.versions ? "jsc" : "v8");
      assert.deepStrictEqual(back, isOurs ? { kind: "decoded", value } : { kind: "unknown" });
    });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(`${passes} store tests passed, ${failures} failed`);
if (failures > 0) process.exitCode = 1;
