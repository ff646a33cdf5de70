// Where a program runs: as scripts, whose variables all cells share, or within a function or module, whose variables only its
// closures see. Each side of each chapter becomes a list of functions, one a step.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import type { Act, Chapter } from "./chapters.ts";
import type { Choices } from "./dice.ts";

/** One step, ready to be done. */
export type Deed = () => unknown;

export interface Performance {
  /** One for each act. */
  readonly deeds: readonly Deed[];
  /** Each gives one of the program's functions, or throws. */
  readonly functions: readonly Deed[];
}

export interface Host {
  readonly title: string;
  readonly isScript: boolean;
  /**
   * Runs all cells of a chapter.
   *
   * @param nextCell called before each cell, if each runs by itself
   */
  readonly begin: (chapter: Chapter, nextCell?: () => void) => Performance | Promise<Performance>;
}

const LETS = ["l", "g"].flatMap((letter) =>
  ["K_", "P_"].flatMap((prefix) => Array.from({ length: 8 }, (_, index) => `${prefix}${letter}${index}`)),
);
// What a script declares with let stays declared: later programs assign to the same names.
vm.runInThisContext(`let ${LETS.join(", ")};`);

const SCRIPT: Host = {
  title: "script",
  isScript: true,
  begin: ({ cells, acts, functions }, nextCell) => {
    for (const cell of nextCell === undefined ? [cells.join("\n")] : cells) {
      nextCell?.();
      vm.runInThisContext(cell);
    }
    const isCall = ({ kind }: Act): boolean => kind !== "edit";
    const texts = textsOf(acts.filter(isCall));
    const calls = texts.map((text) => `() => (${text})`);
    const called = performance(
      vm.runInThisContext(`({ deeds: [${calls.join(", ")}], functions: ${functions} })`),
    );
    const deeds = acts.map((act): Deed | undefined =>
      isCall(act) ? called.deeds[texts.indexOf(act.text)] : () => vm.runInThisContext(act.text),
    );
    return { deeds: deeds.filter((deed) => deed !== undefined), functions: called.functions };
  },
};

/** The same call is the same code each time. */
function textsOf(acts: readonly Act[]): readonly string[] {
  return [...new Set(acts.map(({ text }) => text))];
}

const WRAPPED: Host = {
  title: "function",
  isScript: false,
  begin: (chapter) =>
    performance(
      vm.runInThisContext(`(function () {\n${closed(chapter, "return")}\n})()`, {
        filename: "/never-stale/function.js",
      }),
    ),
};

const COMMONJS: Host = {
  title: "CommonJS module",
  isScript: false,
  begin: (chapter) => performance(required(closed(chapter, "module.exports ="), "/never-stale/module.cjs")),
};

const ECMASCRIPT: Host = {
  title: "ECMAScript module",
  isScript: false,
  begin: async (chapter) => {
    const path = modulePath();
    writeFileSync(path, closed(chapter, "export default"));
    if (typeof nativeImport !== "function") throw new TypeError("import() is missing");
    const found: unknown = await nativeImport(`${pathToFileURL(path).href}?v=${++loads}`);
    return performance(isObject(found) ? Reflect.get(found, "default") : undefined);
  },
};

export const HOSTS: Choices<Host> = [SCRIPT, WRAPPED, COMMONJS, ECMASCRIPT];

function closed({ cells, acts, functions }: Chapter, returning: string): string {
  const deeds = acts.map(({ kind, text }) => (kind === "edit" ? `() => { ${text} }` : `() => (${text})`));
  return `${cells.join("\n")}\n${returning} { deeds: [${deeds.join(",\n")}], functions: ${functions} };`;
}

let folder: string | undefined;
let loads = 0;

function modulePath(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "define-once-never-stale-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return join(folder, "module.mjs");
}

/** A CommonJS module of a text; the file need not exist. */
function required(text: string, path: string): unknown {
  const made = new Module(path);
  const compile: unknown = Reflect.get(made, "_compile");
  if (typeof compile !== "function") throw new TypeError("Module has no _compile");
  Reflect.apply(compile, made, [text, path]);
  return made.exports;
}

/** Node's own `import()`: the test runner would transform the file. */
const nativeImport = required("module.exports = (url) => import(url)", "/never-stale/import.cjs");

function performance(value: unknown): Performance {
  if (!isObject(value)) throw new TypeError("the program gives no list of deeds");
  return {
    deeds: deedList(Reflect.get(value, "deeds")),
    functions: deedList(Reflect.get(value, "functions")),
  };
}

function deedList(value: unknown): readonly Deed[] {
  if (!Array.isArray(value)) throw new TypeError("the program gives no list of deeds");
  return value.map((each: unknown): Deed => {
    if (typeof each !== "function") throw new TypeError("a deed is no function");
    return () => Reflect.apply(each, undefined, []);
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
