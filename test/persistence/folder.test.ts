// Where the store is, and what happens when it cannot be.

import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../kernels/binary.ts";
import { newDesk, started } from "./program.ts";

const CALLS = `
  configure({ store: "disk" });
  const doubled = cache((n) => { console.log("ran"); return n * 2; });
  const later = cache(async (n) => { console.log("ran"); return n * 3; });
  console.log(doubled(2), doubled(2), doubled(3), await later(2), await later(2), doubled.forget(2));
`;
const WORKED = ["ran", "ran", "ran", "4 4 6 6 6 true"];

describe("a folder that is a file", () => {
  it("costs one notice, and calls work in memory", async () => {
    const { folder, start } = newDesk();
    const file = join(folder, "taken");
    writeFileSync(file, "mine");
    const { code, lines, notices } = await start(CALLS, { env: { DEFINE_ONCE_DIR: file } }).ended;
    expect([code, lines]).toEqual([0, WORKED]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^define-once: .*stay in memory/);
    expect(notices[0]).toContain(file);
  });

  it("costs no notice where notices are off", async () => {
    const { folder, start } = newDesk();
    const file = join(folder, "taken");
    writeFileSync(file, "mine");
    const quiet = CALLS.replace("{ store", "{ notices: false, store");
    const { code, lines, notices } = await start(quiet, { env: { DEFINE_ONCE_DIR: file } }).ended;
    expect([code, lines, notices]).toEqual([0, WORKED, []]);
  });
});

describe("a runtime without SQLite", () => {
  it("makes the first call throw, before anything runs, and say what to install", async () => {
    const { folder, store } = newDesk();
    cpSync(join(ROOT, "dist"), join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(ROOT, "node_modules", "meriyah"), join(folder, "node_modules", "meriyah"));
    const file = join(folder, "program.mjs");
    const calls =
      "for (let i = 0; i < 2; i++) try { doubled(2); } catch (error) { console.log(error.code, error.message); }";
    const text = CALLS.slice(0, CALLS.indexOf("console.log(doubled"));
    writeFileSync(file, `import { cache, configure } from "./dist/index.js";\n${text}${calls}`);
    const without = isBuiltin("node:sqlite") ? ["--no-experimental-sqlite"] : [];
    const { ended } = started([process.execPath, ...without, file], { DEFINE_ONCE_DIR: store });
    const { lines, notices } = await ended;
    expect(notices).toEqual([]);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^DEFINE_ONCE_STORE .*npm install libsql/);
  });
});

describe("a relative DEFINE_ONCE_DIR", () => {
  it("means whole stores, though a program moves from folder to folder", async () => {
    const { folder, run } = newDesk();
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    for (const each of [one, other]) mkdirSync(each);
    // So long that each result is a file of its own.
    const text = `
      const long = cache((n) => { console.log("ran"); return "x".repeat(n); }, { store: "disk" });
      long(300_000);
      process.chdir(${JSON.stringify(other)});
      long(300_001);
    `;
    const circumstances = { env: { DEFINE_ONCE_DIR: "data" }, cwd: one };
    expect(await run(text, circumstances)).toEqual(["ran", "ran"]);
    for (const each of [one, other]) {
      const hasFiles = existsSync(join(each, "data", "blobs"));
      expect([each, existsSync(join(each, "data", "store.sqlite"))]).toEqual([each, hasFiles]);
    }
    expect(await run(text, circumstances)).toEqual([]);
  });
});

describe("without DEFINE_ONCE_DIR", () => {
  it("the store is beside the package.json or deno.json above", async () => {
    const { folder, run } = newDesk();
    const within = join(folder, "src", "deep");
    mkdirSync(within, { recursive: true });
    const circumstances = { env: { DEFINE_ONCE_DIR: undefined }, cwd: within };
    expect(await run(CALLS, circumstances)).toEqual(WORKED);
    expect(readdirSync(folder)).toContain(".define-once");
    expect((await run(CALLS, circumstances))[0]).toBe("ran");
    expect(existsSync(join(within, ".define-once"))).toBe(false);
  });

  it("nothing is written by functions that keep their results in memory", async () => {
    const { folder, run } = newDesk();
    await run(CALLS.replace('"disk"', '"memory"'), { env: { DEFINE_ONCE_DIR: "" }, cwd: folder });
    expect(existsSync(join(folder, ".define-once"))).toBe(false);
  });
});
