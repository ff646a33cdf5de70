// What CommonJS modules of packages export: functions that were made when the module was loaded, as opposed to those that a
// function of the package made later.

import { record } from "./inspector.ts";

let exported: WeakSet<object> = new WeakSet();
let modules = 0;

/** Whether a function is exported by a CommonJS module of a package, as it is or as a property. */
export function isPackageExport(fn: object): boolean {
  if (exported.has(fn)) return true;
  const loader: unknown = globalThis.process?.getBuiltinModule?.("node:module");
  const cache = typeof loader === "function" ? record(Reflect.get(loader, "_cache")) : {};
  const files = Object.keys(cache);
  // What a module exports is set while it is loaded.
  if (files.length === modules) return false;
  modules = files.length;
  exported = new WeakSet();
  for (const file of files) {
    if (file.includes("node_modules")) noteExports(record(cache[file]).exports);
  }
  return exported.has(fn);
}

function noteExports(value: unknown): void {
  noteFunction(value);
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return;
  for (const { value: each } of Object.values(Object.getOwnPropertyDescriptors(value))) noteFunction(each);
}

function noteFunction(value: unknown): void {
  if (typeof value === "function") exported.add(value);
}
