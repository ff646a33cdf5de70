// Entries that are read in the order in which they were stored are fetched together; what others change meanwhile is seen.

import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diskStore } from "../../src/store/disk-store.ts";
import { temporaryFolder } from "./child-process.ts";
import { entryOf, verdictOf } from "./children/stored.mjs";

const root = temporaryFolder();
const keys = Array.from({ length: 200 }, (_, index) => `${index}:40`);

function filled(name: string): string {
  const folder = join(root, name);
  const store = diskStore({ folder });
  for (const key of keys) store.set(key, entryOf(key));
  store.close();
  return folder;
}

describe("reading on", () => {
  it("gives each entry as it was stored, in any order of reading", () => {
    const store = diskStore({ folder: filled("orders") });
    const order = fc.oneof(
      fc.constant(keys),
      fc.constant([...keys].reverse()),
      fc.array(fc.constantFrom(...keys), { maxLength: 300 }),
      fc.tuple(fc.nat(199), fc.nat(199)).map(([from, more]) => [...keys.slice(from), ...keys.slice(0, more)]),
    );
    fc.assert(
      fc.property(order, (read) => {
        for (const key of read) expect(verdictOf(key, store.get(key))).toBe("right");
      }),
      { numRuns: 60 },
    );
    store.close();
  });

  it("sees at once what another store of this process writes or drops, between any two reads", () => {
    const folder = filled("others");
    const [reader, writer] = [diskStore({ folder }), diskStore({ folder })];
    const act = fc.tuple(fc.constantFrom("delete", "set", "clear"), fc.nat(199), fc.nat(199));
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (acts) => {
        for (const key of keys) writer.set(key, entryOf(key));
        const there = new Set(keys);
        let at = 0;
        const readUpTo = (end: number): void => {
          for (; at < end; at++) {
            const key = keys[at] ?? "";
            expect(verdictOf(key, reader.get(key)), key).toBe(there.has(key) ? "right" : "absent");
          }
        };
        for (const [kind, place, when] of acts) {
          readUpTo(when);
          const key = keys[place] ?? "";
          if (kind === "delete") {
            writer.delete(key);
            there.delete(key);
          } else if (kind === "set") {
            writer.set(key, entryOf(key));
            there.add(key);
          } else {
            writer.clear();
            there.clear();
          }
        }
        readUpTo(keys.length);
      }),
      { numRuns: 30 },
    );
    reader.close();
    writer.close();
  });

  it("sees the newer value of an entry that was fetched already", () => {
    const folder = filled("newer");
    const [reader, writer] = [diskStore({ folder }), diskStore({ folder })];
    for (const key of keys.slice(0, 50)) reader.get(key);
    const newer = { ...entryOf("60:40"), bytes: new Uint8Array([1, 2, 3]) };
    writer.set("60:40", newer);
    for (const key of keys.slice(50, 60)) reader.get(key);
    expect([...(reader.get("60:40")?.bytes ?? [])]).toEqual([1, 2, 3]);
    reader.set("70:40", newer);
    for (const key of keys.slice(61, 70)) reader.get(key);
    expect([...(reader.get("70:40")?.bytes ?? [])]).toEqual([1, 2, 3]);
    reader.close();
    writer.close();
  });
});
