// Who called, in real files and evaluated text: the scope of a definition, and whether a function is running.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { afterAll, describe, expect, it } from "vitest";
import { type Caller, caller } from "../../src/host/caller.ts";

const root = mkdtempSync(join(tmpdir(), "define-once-caller-"));
const require = createRequire(import.meta.url);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the files below call, as they would call `defineOnce`. */
const seen: Caller[] = [];
function where(): Caller {
  const found = caller(where);
  seen.push(found);
  return found;
}
Object.assign(globalThis, { where });

function file(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const nativeImport: unknown = require(file("import.cjs", "module.exports = (url) => import(url)"));

/** Imports a module as Node does, and gives all the callers that it saw. */
async function callersIn(path: string, query = ""): Promise<readonly Caller[]> {
  seen.length = 0;
  if (typeof nativeImport !== "function") throw new TypeError("no import");
  const loaded: unknown = await nativeImport(pathToFileURL(path).href + query);
  await Object(loaded).done;
  return [...seen];
}

function callersRequired(path: string): readonly Caller[] {
  seen.length = 0;
  require(path);
  return [...seen];
}

function callersOf(text: string): readonly Caller[] {
  seen.length = 0;
  vm.runInThisContext(text);
  return [...seen];
}

const scopesOf = (callers: readonly Caller[]): readonly string[] => callers.map(({ scope }) => scope);
const inFunctions = (callers: readonly Caller[]): readonly boolean[] =>
  callers.map((each) => each.isInFunction);

describe("the scope of a call", () => {
  it("is the path of an ES module, without its query", async () => {
    const path = file("a.mjs", "where()");
    expect(scopesOf(await callersIn(path, "?v=1"))).toEqual([path]);
    expect(scopesOf(await callersIn(path, "?v=2&t=177"))).toEqual([path]);
    expect(scopesOf(await callersIn(path, "#fragment"))).toEqual([path]);
  });

  it("is the path of a CommonJS module", () => {
    const path = file("b.cjs", "where()");
    expect(scopesOf(callersRequired(path))).toEqual([path]);
  });

  it("is the path of the file that calls, not of the one that was loaded first", async () => {
    const inner = file("inner.mjs", "export const call = () => where()");
    const outer = file("outer.mjs", `import { call } from ${JSON.stringify(inner)}; call(); where()`);
    expect(scopesOf(await callersIn(outer))).toEqual([inner, outer]);
  });

  it.each([
    ["blanks", "with blanks/c.cjs"],
    ["parentheses, as routers have them", "(group)/c.cjs"],
    ["brackets", "[id]/c.cjs"],
    ["a hash sign", "c#/c.cjs"],
    ["a question mark", "what?/c.cjs"],
    ["a colon and numbers", "at 1:2:3/c.cjs"],
    ["letters beyond ASCII", "données/c.cjs"],
    ["at", "at/c.cjs"],
  ])("is the whole path where the folder's name has %s", (_title, name) => {
    const path = file(name, "where()");
    expect(scopesOf(callersRequired(path))).toEqual([path]);
  });

  it.each(["with blanks/d.mjs", "(group)/d.mjs", "[id]/d.mjs", "at 1:2:3/d.mjs"])(
    "tells two ES modules apart in a folder like %s",
    async (name) => {
      const [one, two] = [file(name, "where()"), file(name.replace("/d", "/e"), "where()")];
      const scopes = [...(await callersIn(one)), ...(await callersIn(two))].map(({ scope }) => scope);
      expect(new Set(scopes).size).toBe(2);
      for (const scope of scopes) expect(scope).toMatch(/\/[de]\.mjs$/);
    },
  );

  it("is the notebook for a cell, a script without a name, and evaluated text", () => {
    expect(scopesOf(callersOf("where()"))).toEqual(["notebook"]);
    expect(scopesOf(callersOf("eval('where()')"))).toEqual(["notebook"]);
    expect(scopesOf(callersOf("(0, eval)('where()')"))).toEqual(["notebook"]);
    expect(scopesOf(callersOf("new Function('return where()')()"))).toEqual(["notebook"]);
  });

  it("is the notebook for text that a module evaluates", async () => {
    const path = file("evaluates.mjs", "(0, eval)('where()')");
    expect(scopesOf(await callersIn(path))).toEqual(["notebook"]);
  });

  it("is the notebook for the lines of a Node REPL", () => {
    for (const filename of ["REPL1", "REPL27", "[eval]", "[eval1]"]) {
      seen.length = 0;
      vm.runInThisContext("where()", { filename });
      expect([filename, ...scopesOf(seen)]).toEqual([filename, "notebook"]);
    }
  });

  it("is the name of a script that was given one", () => {
    seen.length = 0;
    vm.runInThisContext("where()", { filename: "/lab/analysis.js" });
    expect(scopesOf(seen)).toEqual(["/lab/analysis.js"]);
  });

  it("is found although the program shows its stacks in another way", () => {
    const path = file("prepared.cjs", "where()");
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = (_, sites) => sites;
    try {
      expect(scopesOf(callersRequired(path))).toEqual([path]);
    } finally {
      Error.prepareStackTrace = before;
    }
  });

  it("is found although the program keeps its stacks short, and leaves that setting alone", () => {
    const path = file("short.cjs", "where()");
    const before = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      expect(scopesOf(callersRequired(path))).toEqual([path]);
      expect(Error.stackTraceLimit).toBe(0);
    } finally {
      Error.stackTraceLimit = before;
    }
  });
});

describe("the module of a call", () => {
  it("is the address of one evaluation of an ES module, query included", async () => {
    const path = file("module.mjs", "where(); where()");
    const first = (await callersIn(path, "?v=1")).map(({ module }) => module);
    const second = (await callersIn(path, "?v=2")).map(({ module }) => module);
    expect(new Set(first).size).toBe(1);
    expect(first[0]).toMatch(/^file:.*module\.mjs\?v=1$/);
    expect(second[0]).toMatch(/\?v=2$/);
  });
});

const FORMS: readonly (readonly [title: string, text: string, isInFunction: boolean])[] = [
  ["the top level", "where()", false],
  ["a block", "{ where() }", false],
  ["a loop", "for (const _ of [1]) where()", false],
  ["an argument", "String(where())", false],
  ["a named function", "function make() { return where() } make()", true],
  ["an arrow with a name", "const make = () => where(); make()", true],
  ["a callback of map", "[1].map(() => where())", true],
  ["a nameless function called at once", "(function () { where() })()", true],
  ["an arrow called at once", "(() => where())()", true],
  ["a method", "({ make() { where() } }).make()", true],
  ["a getter", "({ get make() { return where() } }).make", true],
  ["a constructor", "new (class { constructor() { where() } })()", true],
  ["a field of a class", "new (class { f = where() })()", true],
  ["a nested function", "function outer() { return (() => where())() } outer()", true],
  ["an arrow in a callback of a callback", "[1].map(() => [1].map(() => where()))", true],
  ["a generator", "[...(function* make() { yield where() })()]", true],
];

describe("whether a function is running", () => {
  it.each(FORMS)("is known in an ES module: %s", async (title, text, expected) => {
    expect(inFunctions(await callersIn(file(`m-${title}.mjs`, text)))).toEqual([expected]);
  });

  it.each(FORMS)("is known in a CommonJS module: %s", (title, text, expected) => {
    expect(inFunctions(callersRequired(file(`c-${title}.cjs`, text)))).toEqual([expected]);
  });

  it.each(FORMS)("is known in a cell: %s", (_title, text, expected) => {
    expect(inFunctions(callersOf(`{ ${text} }`))).toEqual([expected]);
  });

  it.each([
    ["the top level after an await", "await pause(); where(); export const done = 0", false],
    ["an async function", "const make = async () => { where() }; export const done = make()", true],
    [
      "an async function after an await",
      "const make = async () => { await pause(); where() }; export const done = make()",
      true,
    ],
    [
      "a nameless async function after an await",
      "export const done = (async () => { await pause(); where() })()",
      true,
    ],
    [
      "a callback of a timer",
      "export const done = new Promise((end) => setTimeout(() => { where(); end() }, 1))",
      true,
    ],
    ["a callback of a promise", "export const done = pause().then(() => { where() })", true],
    ["a microtask", "export const done = pause(); queueMicrotask(() => { where() })", true],
    [
      "an event's listener",
      "const t = new EventTarget(); t.addEventListener('e', () => { where() }); t.dispatchEvent(new Event('e'))",
      true,
    ],
  ])("is known in code that runs later: %s", async (title, text, expected) => {
    const path = file(
      `later-${title}.mjs`,
      `const pause = () => new Promise((end) => setTimeout(end, 1)); ${text}`,
    );
    expect(inFunctions(await callersIn(path))).toEqual([expected]);
  });

  it("is known for a nameless callback that a function of another file calls", async () => {
    const other = file("other.mjs", "export const each = (callback) => callback(1)");
    const path = file("uses-other.mjs", `import { each } from ${JSON.stringify(other)}; each(() => where())`);
    expect(inFunctions(await callersIn(path))).toEqual([true]);
  });

  it("is known for a nameless callback, through however many functions of another file", async () => {
    const other = file(
      "deep-other.mjs",
      "export const each = (callback, depth = 20) => (depth === 0 ? callback(1) : each(callback, depth - 1))",
    );
    const path = file("uses-deep.mjs", `import { each } from ${JSON.stringify(other)}; each(() => where())`);
    expect(inFunctions(await callersIn(path))).toEqual([true]);
  });

  it("is not so for a module whose top level another module's function loads", () => {
    const inner = file("loaded.cjs", "where()");
    const outer = file(
      "loads.cjs",
      `function load(name) { return require(name) } load(${JSON.stringify(inner)})`,
    );
    expect(inFunctions(callersRequired(outer))).toEqual([false]);
  });
});
