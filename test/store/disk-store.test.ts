// What a store on disk does besides the contract: where it writes, what it keeps, what it tells.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { BLOB_SIZE } from "../../src/store/blobs.ts";
import { assertStored, sampleEntry } from "../../src/store/contract.ts";
import { type DiskStore, type DiskStoreOptions, diskStore } from "../../src/store/disk-store.ts";
import { started, temporaryFolder } from "./child-process.ts";
import { entryOf, verdictOf } from "./children/stored.mjs";

const root = temporaryFolder();
const HOUR = 3_600_000;

interface Opened {
  readonly folder: string;
  readonly store: DiskStore;
  readonly notices: string[];
  readonly clock: { time: number };
}

function opened(name: string, options: Partial<DiskStoreOptions> = {}): Opened {
  const folder = join(root, name);
  const notices: string[] = [];
  const clock = { time: Date.now() };
  const notice = (text: string) => void notices.push(text);
  return { folder, notices, clock, store: diskStore({ folder, notice, now: () => clock.time, ...options }) };
}

function fileNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.map(({ name }) => name).sort();
}

describe("the folder of a store", () => {
  it("is made at the first write, and ignored by git", () => {
    const { store, folder } = opened("lazy");
    store.get("key");
    store.delete("key");
    store.clear();
    store.close();
    expect(existsSync(folder)).toBe(false);
    store.set("key", sampleEntry());
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
  });

  it("gets no .gitignore where the user keeps other things", () => {
    const { store, folder } = opened("mine");
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.txt"), "");
    store.set("key", sampleEntry());
    expect(existsSync(join(folder, ".gitignore"))).toBe(false);
  });

  it("may be removed while the store is open: a new store begins", async () => {
    const { store, folder, clock, notices } = opened("removed");
    store.set("key", sampleEntry());
    rmSync(folder, { recursive: true });
    clock.time += 2000;
    store.set("other", sampleEntry());
    store.close();
    expect(store.get("key")).toBeUndefined();
    await assertStored(store, "other", sampleEntry());
    expect(notices).toEqual([]);
  });
});

describe("large results", () => {
  it("are files, which go with their entries", () => {
    const { store, folder } = opened("large");
    const blobs = join(folder, "blobs");
    store.set("small:1000", entryOf("small:1000"));
    expect(fileNames(blobs)).toEqual([]);
    for (const key of [`a:${BLOB_SIZE}`, "b:500000", "c:500000", "d:500000"]) store.set(key, entryOf(key));
    expect(fileNames(blobs)).toHaveLength(4);
    store.set("b:500000", sampleEntry());
    store.set("c:500000", entryOf("c:500000"));
    expect(fileNames(blobs)).toHaveLength(3);
    store.delete("c:500000");
    expect(fileNames(blobs)).toHaveLength(2);
    store.clear("group of d:500000");
    expect(fileNames(blobs)).toHaveLength(1);
    store.clear();
    expect(fileNames(blobs)).toEqual([]);
  });

  it("are misses, with one notice, when their files are gone or changed", () => {
    const { store, folder, notices } = opened("blobs");
    for (const key of ["a:500000", "b:500000", "c:500000"]) store.set(key, entryOf(key));
    const blobs = join(folder, "blobs");
    const paths = readdirSync(blobs, { recursive: true, encoding: "utf8" })
      .map((name) => join(blobs, name))
      .filter((path) => statSync(path).isFile());
    rmSync(paths[0] ?? "");
    writeFileSync(paths[1] ?? "", "short");
    const verdicts = ["a:500000", "b:500000", "c:500000"].map((key) => verdictOf(key, store.get(key))).sort();
    expect(verdicts).toEqual(["absent", "absent", "right"]);
    expect(notices).toEqual([expect.stringMatching(/^An entry of the store in .* was damaged/)]);
    store.set("a:500000", entryOf("a:500000"));
    expect(verdictOf("a:500000", store.get("a:500000"))).toBe("right");
  });

  it("leave no files behind that no entry mentions, once these are an hour old", () => {
    const { store, folder, clock } = opened("orphans", { maxEntries: 16 });
    store.set("a:500000", entryOf("a:500000"));
    const shelf = join(folder, "blobs", "ab");
    mkdirSync(shelf, { recursive: true });
    const names = { old: "ab".repeat(16), oldPart: `${"ab".repeat(16)}.tmp`, recent: "ac".repeat(16) };
    for (const name of Object.values(names)) writeFileSync(join(shelf, name), "x");
    const old = new Date(clock.time - 2 * HOUR);
    for (const name of [names.old, names.oldPart]) utimesSync(join(shelf, name), old, old);
    clock.time += 2 * HOUR - 10 * 60_000;
    utimesSync(join(shelf, names.recent), new Date(clock.time), new Date(clock.time));
    store.set("b", sampleEntry());
    expect(readdirSync(shelf).filter((name) => Object.values(names).includes(name))).toEqual([names.recent]);
    expect(verdictOf("a:500000", store.get("a:500000"))).toBe("right");
  });
});

describe("the bounds of a store", () => {
  it("let go what was not used for longest", () => {
    const { store, clock } = opened("used", { maxEntries: 100 });
    for (let index = 0; index < 90; index++) {
      clock.time += 1000;
      store.set(`key ${index}`, sampleEntry());
    }
    clock.time += 10 * 60_000;
    for (let index = 0; index < 10; index++) store.get(`key ${index}`);
    for (let index = 90; index < 140; index++) {
      clock.time += 1000;
      store.set(`key ${index}`, sampleEntry());
    }
    store.close();
    const kept = Array.from({ length: 140 }, (_, index) => index).filter(
      (index) => store.get(`key ${index}`) !== undefined,
    );
    expect(kept.length).toBeGreaterThanOrEqual(88);
    expect(kept.length).toBeLessThanOrEqual(106);
    expect(kept.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(kept).not.toContain(20);
    expect(kept).toContain(139);
  });

  it("hold for bytes, in rows and files", () => {
    const { store, folder } = opened("bytes", { maxBytes: 4_000_000 });
    for (let index = 0; index < 40; index++) {
      const key = `${index}:${index % 2 === 0 ? 50_000 : 400_000}`;
      store.set(key, entryOf(key));
    }
    store.close();
    const blobs = fileNames(join(folder, "blobs")).length;
    expect(blobs).toBeLessThanOrEqual(10);
    expect(blobs).toBeGreaterThan(4);
    expect(statSync(join(folder, "store.sqlite")).size).toBeLessThan(4_000_000);
    expect(verdictOf("39:400000", store.get("39:400000"))).toBe("right");
    expect(store.get("0:50000")).toBeUndefined();
  });

  it("keep out an entry that is larger than all of it", () => {
    const { store } = opened("too large", { maxBytes: 1000 });
    store.set("a:2000", entryOf("a:2000"));
    expect(store.get("a:2000")).toBeUndefined();
    store.set("b:900", entryOf("b:900"));
    expect(verdictOf("b:900", store.get("b:900"))).toBe("right");
  });

  it("must be positive", () => {
    for (const maxBytes of [0, -1, Number.NaN])
      expect(() => diskStore({ folder: root, maxBytes })).toThrow(
        expect.objectContaining({ code: "DEFINE_ONCE_OPTION" }),
      );
  });
});

describe("a process with a store", () => {
  it("ends by itself, and prints nothing, with the store open", async () => {
    const built = pathToFileURL(join(import.meta.dirname, "../../dist/store/disk-store.js")).href;
    const script = `
      const { diskStore } = await import(${JSON.stringify(built)});
      const store = diskStore({ folder: ${JSON.stringify(join(root, "open"))} });
      store.set("key", { bytes: new Uint8Array(3), codec: "", group: "", name: "", took: 1, at: 1 });
      store.lease("key", 60_000);
      process.stdout.write(String(store.get("key").bytes.length));`;
    const { ended } = started([process.execPath, "--input-type=module", "-e", script]);
    expect(await ended).toEqual({ code: 0, signal: null, lines: ["3"], errors: "" });
  });
});

describe("a runtime without SQLite", () => {
  it("is told to install libsql", async () => {
    const elsewhere = join(root, "elsewhere");
    cpSync(join(import.meta.dirname, "../../dist"), elsewhere, { recursive: true });
    writeFileSync(join(elsewhere, "package.json"), '{ "type": "module" }');
    const script = `
      const { diskStore } = await import(${JSON.stringify(pathToFileURL(join(elsewhere, "store/disk-store.js")).href)});
      try { diskStore({ folder: "none" }); } catch (error) { console.log(error.code, error.message); }`;
    const flags = process.versions.node.startsWith("20.") ? [] : ["--no-experimental-sqlite"];
    const { ended } = started([process.execPath, ...flags, "--input-type=module", "-e", script]);
    const { lines, errors } = await ended;
    expect(errors).toBe("");
    expect(lines).toEqual([
      expect.stringMatching(/^DEFINE_ONCE_STORE The disk store needs SQLite.*npm install libsql$/),
    ]);
  });
});

describe("two stores in one process", () => {
  it("notice a database that one of them set aside", async () => {
    const { store, folder, notices, clock } = opened("aside");
    store.set("key", sampleEntry());
    const other = diskStore({ folder, now: () => clock.time });
    await assertStored(other, "key", sampleEntry());
    store.close();
    other.close();
    writeFileSync(join(folder, "store.sqlite"), "this is not a database ".repeat(500));
    for (const name of ["store.sqlite-wal", "store.sqlite-shm"]) rmSync(join(folder, name), { force: true });
    expect(store.get("key")).toBeUndefined();
    expect(notices).toEqual([
      expect.stringMatching(/is damaged: .*It was moved to .*store\.sqlite\.damaged-\d+/),
    ]);
    store.set("key", sampleEntry());
    await assertStored(other, "key", sampleEntry());
    expect(fileNames(folder).filter((name) => name.includes("damaged"))).toHaveLength(1);
  });
});
