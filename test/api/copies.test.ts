// Two copies of the library in one process, as two packages of a program bring them: they share one registry.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "define-once-copies-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(ROOT, "node_modules", "meriyah"), join(folder, "node_modules", "meriyah"), "dir");
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const copy of ["one", "two"]) cpSync(built(), join(folder, copy), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built library; `npm test` builds it first. */
function built(): string {
  const dist = join(ROOT, "dist");
  if (!existsSync(join(dist, "index.js")))
    execFileSync("npm", ["run", "build"], { cwd: ROOT, stdio: "inherit" });
  return dist;
}

/** What a program prints as JSON that imports both copies, as `one` and `two`. */
function printed(program: string): unknown {
  const file = join(folder, "program.js");
  writeFileSync(
    file,
    `import * as one from "./one/index.js"; import * as two from "./two/index.js";
     one.configure({ notices: false });
     const turn = () => new Promise((done) => setTimeout(done, 3));
     const print = (...values) => console.log(JSON.stringify(values));
     ${program}`,
  );
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: "utf8" }));
}

describe("two copies of the library in one process", () => {
  it("are two: neither is the other's module", () => {
    expect(printed("print(one.defineOnce === two.defineOnce, one.cache === two.cache)")).toEqual([
      false,
      false,
    ]);
  });

  it("share definitions: what one defined, the other keeps, with its results", () => {
    const program = `
      let runs = 0;
      const define = ({ defineOnce, cache }) => defineOnce(cache((x) => { console.assert(x); return x + 1 }), { name: "f" });
      const first = define(one); first(1);
      await turn();
      const second = define(two);
      second(1);
      print(second === first, second.info().hits, second.info().misses);`;
    expect(printed(program)).toEqual([true, 1, 1]);
  });

  it("see each other's events, rows and settings", () => {
    const program = `
      one.defineOnce(function shared() { return 1 });
      two.configure({ enabled: false });
      const plain = function off() {};
      print(two.status().map(({ name }) => name), two.explain("shared").events.length, one.defineOnce(plain) === plain);`;
    expect(printed(program)).toEqual([["shared"], 1, true]);
  });

  it("know each other's functions: one's cache of two's definition is one cache", () => {
    const program = `
      const f = function known(x) { return { x } };
      const cached = two.cache(one.defineOnce(f));
      print(cached === one.defineOnce(two.cache(f)), one.cache(cached) === cached, one.explain(cached).definition.name,
        one.fingerprint(cached).digest === two.fingerprint(f).digest);`;
    expect(printed(program)).toEqual([true, true, "known", true]);
  });

  it("compare objects by one numbering: a class seen by one is the same to the other", () => {
    const program = `
      class Point { constructor(x) { this.x = x } }
      class Other { constructor(x) { this.x = x } }
      let runs = 0;
      const define = ({ defineOnce, cache }) => defineOnce(cache(function area(p) { return p.constructor.name }));
      const f = define(one); await turn(); const g = define(two);
      print(f === g, f(new Point(1)), g(new Point(1)), g(new Other(1)), g.info().hits);`;
    expect(printed(program)).toEqual([true, "Point", "Point", "Other", 1]);
  });

  it("are found under one symbol, which no enumeration of the global object shows", () => {
    const program = `
      one.status(); two.status();
      const found = globalThis[Symbol.for("define-once.registry")];
      print(found.length, Object.keys(globalThis).some((key) => key.includes("define")),
        Object.getOwnPropertySymbols(globalThis).filter((key) => String(key).includes("define-once")).length);`;
    expect(printed(program)).toEqual([1, false, 1]);
  });
});
