// Which store a choice means, and where its folder is.

import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chosenStore, storeFolder } from "../../src/host/stores.ts";
import { memoryStore } from "../../src/store/memory-store.ts";

let folder = "";
let within = "";
let notices: string[] = [];
const say = (text: string): void => void notices.push(text);
beforeEach(() => {
  notices = [];
  folder = realpathSync(mkdtempSync(join(tmpdir(), "define-once-stores-")));
  within = join(folder, "src", "deep");
  mkdirSync(within, { recursive: true });
  vi.stubEnv("DEFINE_ONCE_DIR", "");
  vi.spyOn(process, "cwd").mockReturnValue(within);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true, force: true });
});

describe("the folder of the store", () => {
  it.each(["package.json", "deno.json", "deno.jsonc"])("is beside the nearest %s above", (file) => {
    writeFileSync(join(folder, file), "{}");
    writeFileSync(join(folder, "src", file), "{}");
    expect(storeFolder()).toBe(join(folder, "src", ".define-once"));
  });

  it("stays where it is while the program stays where it is, though a project is begun there", () => {
    writeFileSync(join(folder, "package.json"), "{}");
    expect(storeFolder()).toBe(join(folder, ".define-once"));
    writeFileSync(join(within, "package.json"), "{}");
    expect(storeFolder()).toBe(join(folder, ".define-once"));
  });

  it("is in the folder of the program where there is no project", () => {
    expect(storeFolder()).toBe(join(within, ".define-once"));
  });

  it("is beside the notebook, whatever project that is in", () => {
    writeFileSync(join(folder, "package.json"), "{}");
    vi.stubGlobal("$$", {});
    expect(storeFolder()).toBe(join(within, ".define-once"));
  });

  it("is what DEFINE_ONCE_DIR says, in notebooks too", () => {
    vi.stubEnv("DEFINE_ONCE_DIR", join(folder, "elsewhere"));
    expect(storeFolder()).toBe(join(folder, "elsewhere"));
    vi.stubGlobal("$$", {});
    expect(storeFolder()).toBe(join(folder, "elsewhere"));
  });
});

describe("the choice", () => {
  it("of memory means no store", () => {
    expect(chosenStore("memory", say)).toBeUndefined();
  });

  it("of one's own store means that very object", () => {
    const store = memoryStore();
    expect(chosenStore(store, say)).toBe(store);
  });

  it("of the disk means one store for each folder, which is not made before it is used", () => {
    vi.stubEnv("DEFINE_ONCE_DIR", join(folder, "one"));
    const store = chosenStore("disk", say);
    expect([store?.isSync, chosenStore("disk", say) === store]).toEqual([true, true]);
    vi.stubEnv("DEFINE_ONCE_DIR", join(folder, "other"));
    expect(chosenStore("disk", say)).not.toBe(store);
    vi.stubEnv("DEFINE_ONCE_DIR", join(folder, "one"));
    expect(chosenStore("disk", say)).toBe(store);
    expect(readdirSync(folder)).toEqual(["src"]);
  });

  it("of the disk tells whoever asked of trouble, once", () => {
    writeFileSync(join(folder, "taken"), "mine");
    vi.stubEnv("DEFINE_ONCE_DIR", join(folder, "taken"));
    const store = chosenStore("disk", say);
    const entry = { bytes: new Uint8Array(1), codec: "none", group: "g", name: "f", took: 1, at: 1 };
    for (const key of ["a", "b"]) store?.set(key, entry);
    expect([notices.length, store?.get("a")]).toEqual([1, undefined]);
    expect(notices[0]).toContain(join(folder, "taken"));
  });
});
