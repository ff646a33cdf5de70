// Honest re-evaluation for tests: source text goes in and is evaluated as a notebook, a script or a module is, each time
// making new closures; what it gave comes out. The library stands on the global object, as if a first cell had imported it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { afterAll } from "vitest";
import * as api from "../../src/index.ts";

Object.assign(globalThis, api, { verdicts });
api.configure({ notices: false });

/** Runs text as one cell or script; gives the value of its last statement. */
export type Evaluate = (text: string) => Promise<unknown>;

let count = 0;

/** A notebook or script of its own: definitions in it meet those of its earlier cells and no others. */
export function script(file = `/scripts/${++count}.js`): Evaluate {
  return async (text) => {
    await nextTurn();
    return vm.runInThisContext(text, { filename: file });
  };
}

/** Cells without a file, which all share the scope "notebook". */
export const cell: Evaluate = async (text) => {
  await nextTurn();
  return vm.runInThisContext(text);
};

/** Ends the turn of the event loop: two evaluations by hand never happen in one. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3));
}

/** Waits for a stated time in milliseconds. */
export function delay(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** A file on disk that Node itself imports, again and again. */
export interface ModuleFile {
  readonly path: string;
  /** Evaluates the module anew, as a hot-reloading server does; with other text, if given. */
  load(text?: string): Promise<Readonly<Record<string, unknown>>>;
}

const root = mkdtempSync(join(tmpdir(), "define-once-api-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A module file; `name` ends in `.mjs` or `.cjs`. */
export function moduleFile(text: string, name = `m${++count}.mjs`): ModuleFile {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return {
    path,
    load: async (changed) => {
      await nextTurn();
      if (changed !== undefined) writeFileSync(path, changed);
      return imported(`${pathToFileURL(path).href}?v=${++count}`);
    },
  };
}

/** Node's own `import()`: the test runner would transform the file. */
async function imported(url: string): Promise<Readonly<Record<string, unknown>>> {
  const found: unknown = await nativeImport(url);
  if (typeof found !== "object" || found === null) throw new TypeError(`${url} is no module`);
  return { ...found };
}

const nativeImport = functionOf(requiredFile("module.exports = (url) => import(url)", "native-import.cjs"));

/** A CommonJS file in the temporary folder, written and required. */
export function requiredFile(text: string, name: string): unknown {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return createRequire(import.meta.url)(path);
}

/** Something evaluated, as a function to call. */
export function functionOf(value: unknown): (...args: readonly unknown[]) => unknown {
  if (typeof value !== "function") throw new TypeError(`${String(value)} is no function`);
  return (...args) => Reflect.apply(value, undefined, args);
}

/** The verdicts on a definition so far, oldest first: `kept by normal`, `changed: code`, `restored`. */
export function verdicts(what: api.Callable | api.AnyClass | string): readonly string[] {
  return api.explain(what).events.map((event) => {
    if (event.type !== "defined") return event.type;
    const { verdict } = event;
    switch (verdict.kind) {
      case "first":
        return "first";
      case "changed":
        return `changed: ${verdict.reason.kind}`;
      default:
        return `${verdict.kind} by ${verdict.by}`;
    }
  });
}

/** The error that some code throws. */
export function errorOf(code: () => unknown): api.DefineOnceError {
  try {
    code();
  } catch (error) {
    if (error instanceof api.DefineOnceError) return error;
    throw new TypeError(`threw ${String(error)}, which is no DefineOnceError`, { cause: error });
  }
  throw new TypeError("threw nothing");
}
