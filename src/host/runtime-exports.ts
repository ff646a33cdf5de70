// Functions that the runtime's own modules export, by module: for hosts that do not tell where a function's source stands.

import { record } from "./inspector.ts";

// Where nobody tells which modules are loaded, those that programs use most.
const COMMON =
  "assert buffer child_process crypto dns events fs fs/promises http https module net os path perf_hooks process querystring " +
  "readline stream stream/promises string_decoder timers timers/promises tls url util v8 vm worker_threads zlib";

let modules: ReadonlyMap<object, string> | undefined;

/** The module of the runtime that exports a function: `node:os`. */
export function runtimeModuleOf(fn: object): string | undefined {
  const known = modules?.get(fn);
  if (known !== undefined) return known;
  // Another module may have been loaded since.
  modules = runtimeExports();
  return modules.get(fn);
}

function runtimeExports(): ReadonlyMap<object, string> {
  const found = new Map<object, string>();
  for (const name of loadedModules()) {
    const exported: unknown = globalThis.process?.getBuiltinModule?.(name);
    for (const property of Object.values(Object.getOwnPropertyDescriptors(record(exported)))) {
      const value: unknown = property.value;
      if (typeof value === "function" && !found.has(value)) found.set(value, `node:${name}`);
    }
  }
  return found;
}

/** Node lists what it has loaded; to ask for others would load them. */
function loadedModules(): readonly string[] {
  const loaded: unknown = Reflect.get(globalThis.process ?? {}, "moduleLoadList");
  const names = COMMON.split(" ");
  if (!Array.isArray(loaded)) return names;
  const native = new Set(loaded.map(String));
  return names.filter((name) => native.has(`NativeModule ${name}`));
}
