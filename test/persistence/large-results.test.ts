// Large results that come from files: each caller gets one of its own.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Cached, cache } from "../../src/index.ts";
import { diskStore } from "../../src/store/disk-store.ts";

const folder = mkdtempSync(join(tmpdir(), "large-"));
const store = diskStore({ folder });
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

type Floats = Cached<(n: number) => Float64Array>;
const floats = (share = false): Floats =>
  cache((n: number): Float64Array => new Float64Array(50_000).fill(n), { store, share });

it("what one caller does to a large result from the disk, the next does not see", () => {
  expect(floats()(1)[0]).toBe(1);
  const read = floats();
  const [one, other] = [read(1), read(1)];
  expect(one).not.toBe(other);
  one.fill(0);
  expect(read(1)[0]).toBe(1);
  expect(read.info()).toMatchObject({ hits: 3, misses: 0, entries: 0 });
});

it("share: true hands out one object", () => {
  floats()(2);
  const read = floats(true);
  expect(read(2)).toBe(read(2));
});
