// What earlier versions wrote is read by this one.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { assertStored } from "../../src/store/contract.ts";
import { diskStore } from "../../src/store/disk-store.ts";
import { decoded, encoded } from "../../src/store/encoding.ts";
import { SCHEMA } from "../../src/store/schema.ts";
import { temporaryFolder } from "./child-process.ts";
import { goldenEntries, goldenInstances, goldenValue, points } from "./golden-value.ts";

const golden = join(import.meta.dirname, "golden");
const root = temporaryFolder();
const names = readdirSync(golden);

it("there is a database of each schema, and values in each format", () => {
  const schemas = Array.from({ length: SCHEMA }, (_, index) => `schema-${index + 1}.sqlite`);
  const formats = ["jsc-14+codecs.value", "jsc-14.value", "v8-15+codecs.value", "v8-15.value"];
  expect(names.filter((name) => !name.endsWith(".ts")).sort()).toEqual([...formats, ...schemas].sort());
});

for (const name of names.filter((each) => each.endsWith(".value"))) {
  const codec = name.replace(".value", "").replace("-", ":");
  const value = codec.endsWith("+codecs") ? goldenInstances() : goldenValue();
  const bytes = readFileSync(join(golden, name));

  it(`${name} is ${codec.startsWith("v8") ? "read" : "unknown to this runtime"}`, () => {
    const back = decoded(bytes, codec, [points]);
    if (!codec.startsWith("v8")) return expect(back).toEqual({ kind: "unknown" });
    assert.deepStrictEqual(back, { kind: "decoded", value });
  });

  it(`${name} is what is written today`, () => {
    if (!codec.startsWith("v8")) return;
    const now = encoded(value, [points]);
    assert(now.kind === "encoded");
    expect(now.codec).toBe(codec);
    expect(Buffer.compare(now.bytes, bytes)).toBe(0);
  });
}

for (const name of names.filter((each) => each.endsWith(".sqlite"))) {
  it(`${name} is read, and written on`, async () => {
    const folder = join(root, name);
    mkdirSync(folder);
    copyFileSync(join(golden, name), join(folder, "store.sqlite"));
    const notices: string[] = [];
    const store = diskStore({ folder, notice: (text) => notices.push(text) });
    for (const [key, entry] of goldenEntries) await assertStored(store, key, entry);
    for (const [key, entry] of goldenEntries) {
      store.set(`new ${key}`, entry);
      await assertStored(store, `new ${key}`, entry);
    }
    store.close();
    expect(notices).toEqual([]);
  });
}
