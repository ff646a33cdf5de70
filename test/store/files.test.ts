// Large results in files: read by parts, trusted only while nobody touched them.

import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskStore } from "../../src/store/disk-store.ts";
import { decoded, encoded } from "../../src/store/encoding.ts";
import { temporaryFolder } from "./child-process.ts";
import { entryOf, verdictOf } from "./children/stored.mjs";

const root = temporaryFolder();
const KEY = "a:500000";

function stored(name: string): { readonly folder: string; readonly file: string } {
  const folder = join(root, name);
  const store = diskStore({ folder });
  store.set(KEY, entryOf(KEY));
  store.close();
  const blobs = join(folder, "blobs");
  const names = readdirSync(blobs, { recursive: true, encoding: "utf8" });
  const file = names.map((each) => join(blobs, each)).find((path) => statSync(path).isFile()) ?? "";
  return { folder, file };
}

describe("a file that somebody touched", () => {
  it("is not believed: a flipped bit is a miss, though its length and its time are as they were", () => {
    const { folder, file } = stored("flipped");
    const { atime, mtime } = statSync(file);
    const bytes = readFileSync(file);
    bytes[1234] = (bytes[1234] ?? 0) ^ 4;
    writeFileSync(file, bytes);
    utimesSync(file, atime, mtime);
    const store = diskStore({ folder });
    expect(verdictOf(KEY, store.get(KEY))).toBe("absent");
    store.close();
  });

  it("is believed again once its bytes were found right", () => {
    const { folder, file } = stored("copied");
    writeFileSync(file, readFileSync(file));
    const store = diskStore({ folder });
    for (let round = 0; round < 3; round++) expect(verdictOf(KEY, store.get(KEY))).toBe("right");
    store.close();
  });

  it("can be read while the store cannot be written, and is gone when it is removed between look and read", () => {
    const { folder } = stored("removed");
    const store = diskStore({ folder });
    const found = store.get(KEY);
    store.delete(KEY);
    const source = found?.source;
    if (source !== undefined) expect(() => source.read(0, 10)).toThrow();
    expect(decoded(source ?? new Uint8Array(), "v8:15")).toEqual({ kind: "unknown" });
    store.close();
  });
});

describe("a value with a large view", () => {
  const floats = Float64Array.from({ length: 40_000 }, (_, index) => index / 3);
  const values: readonly (readonly [string, unknown])[] = [
    ["the view alone", floats],
    ["two of them", [floats, floats.map((each) => -each)]],
    ["one beside small things", { name: "a", of: new Map([[1, floats]]), rows: [1, "b"] }],
    ["one that is met twice", [floats, { again: floats }]],
    ["bytes", new Uint8Array(300_000).fill(7)],
    ["big numbers", new BigInt64Array(20_000).fill(-5n)],
    ["a Node buffer", Buffer.alloc(300_000, 3)],
    ["a bare buffer", new Uint8Array(300_000).fill(9).buffer],
  ];

  it.each(values)("comes back as it was, from one piece and from parts: %s", (_title, value) => {
    const there = encoded(value);
    if (there.kind === "refused") throw new Error(there.what);
    const { bytes, codec } = there;
    const source = {
      length: bytes.length,
      read: (start: number, end: number) => new Uint8Array(bytes.subarray(start, end)).buffer,
    };
    for (const from of [bytes, source]) {
      const back = decoded(from, codec);
      expect(back).toEqual({ kind: "decoded", value });
    }
  });

  it("shares no memory with the bytes it was read from", () => {
    const there = encoded(floats);
    if (there.kind === "refused") throw new Error(there.what);
    const [one, other] = [decoded(there.bytes, there.codec), decoded(there.bytes, there.codec)];
    if (one.kind !== "decoded" || !(one.value instanceof Float64Array)) throw new Error("not decoded");
    one.value.fill(0);
    expect(other).toEqual({ kind: "decoded", value: floats });
    expect(one.value.buffer.byteLength).toBe(floats.byteLength);
  });

  it("is unknown when the bytes are cut, longer, or say another length of what stands in front", () => {
    const there = encoded({ floats });
    if (there.kind === "refused") throw new Error(there.what);
    const { bytes, codec } = there;
    for (const cut of [0, 1, 7, 8, 9, 100, 319_999, 320_000, bytes.length - 1])
      expect(decoded(bytes.subarray(0, cut), codec)).toEqual({ kind: "unknown" });
    for (const length of [-8, 0, 8, 319_992, 320_001, 1e9, Number.NaN, Number.POSITIVE_INFINITY, 0.5]) {
      const other = bytes.slice();
      new DataView(other.buffer).setFloat64(other.length - 8, length, true);
      expect(decoded(other, codec)).toEqual({ kind: "unknown" });
    }
  });
});
