// Makes golden files from the built package: the encoded values of the runtime that runs it, and with `database` as its
// argument the database of the present schema. Golden files are never made anew: a new format or schema gets new ones.
// Run with Node 24 (`make.ts database`), and with Bun.

import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goldenEntries, goldenInstances, goldenValue, points } from "../golden-value.ts";

const built = new URL("../../../dist/store/", import.meta.url);
const { diskStore }: typeof import("../../../src/store/disk-store.ts") = await import(
  new URL("disk-store.js", built).href
);
const { encoded }: typeof import("../../../src/store/encoding.ts") = await import(
  new URL("encoding.js", built).href
);
const { SCHEMA }: typeof import("../../../src/store/schema.ts") = await import(
  new URL("schema.js", built).href
);

for (const value of [goldenValue(), goldenInstances()]) {
  const result = encoded(value, [points]);
  if (result.kind === "refused") throw new Error(`${result.path}: ${result.what}`);
  write(`${result.codec.replace(":", "-")}.value`, (path) => writeFileSync(path, result.bytes));
}

if (process.argv[2] === "database") {
  const folder = mkdtempSync(join(tmpdir(), "golden-"));
  const store = diskStore({ folder });
  for (const [key, entry] of goldenEntries) store.set(key, entry);
  store.close();
  write(`schema-${SCHEMA}.sqlite`, (path) => copyFileSync(join(folder, "store.sqlite"), path));
  rmSync(folder, { recursive: true });
}

function write(name: string, writeTo: (path: string) => void): void {
  const path = join(import.meta.dirname, name);
  if (existsSync(path)) return console.log(`${name} is there already`);
  writeTo(path);
  console.log(`${name} is new`);
}
