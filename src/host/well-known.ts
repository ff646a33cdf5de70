// The intrinsics of the language and of the runtime, by name, as they were when this module was loaded: what replaces one
// of them later is not found here, and counts by its content.

import { globalNames, isRuntimeName } from "./globals.ts";

const NAMES = new Map<object, string>();

/** The name of an intrinsic; undefined for anything else. */
export function wellKnownName(value: object): string | undefined {
  return NAMES.get(value);
}

/** `Function.prototype.toString`, taken before anyone could replace it. */
const sourceText = Function.prototype.toString;

function isNative(fn: object): boolean {
  return sourceText.call(fn).endsWith("{ [native code] }");
}

function note(value: unknown, name: string, isRuntime: boolean): value is object {
  const isFunction = typeof value === "function";
  if (!isFunction && (typeof value !== "object" || value === null)) return false;
  // A library may have been loaded after someone patched an intrinsic of the language, which is native.
  if (isFunction && !isRuntime && !isNative(value)) return false;
  if (NAMES.has(value)) return false;
  NAMES.set(value, name);
  return true;
}

/** Notes what hangs on an intrinsic: functions and accessors, and its prototype. */
function noteProperties(owner: object, name: string, isRuntime: boolean): void {
  for (const key of Reflect.ownKeys(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property === undefined || key === "constructor") continue;
    const path = typeof key === "symbol" ? `${name}[${String(key)}]` : `${name}.${key}`;
    if (key === "prototype") {
      if (note(property.value, path, isRuntime)) noteProperties(property.value, path, isRuntime);
    } else if (typeof property.value === "function") note(property.value, path, isRuntime);
    for (const [kind, accessor] of [
      ["get", property.get],
      ["set", property.set],
    ] as const) {
      if (accessor !== undefined) note(accessor, `${kind} ${path}`, isRuntime);
    }
  }
}

function noteGlobal(name: string): void {
  const property = Object.getOwnPropertyDescriptor(globalThis, name);
  if (property === undefined) return;
  const isRuntime = isRuntimeName(name);
  if (isRuntime && property.get !== undefined) note(property.get, `get ${name}`, true);
  // Node has these two behind accessors that do nothing else.
  if (name === "process" || name === "Buffer") noteRuntimeValue(name, Reflect.get(globalThis, name));
  // What hangs on the global object has names of its own, or is the user's.
  if (property.value === globalThis) NAMES.set(globalThis, "globalThis");
  else if (isRuntime) noteRuntimeValue(name, property.value);
  else if (note(property.value, name, false)) noteProperties(property.value, name, false);
}

/** Notes an object of the runtime, with what it inherits: some are behind accessors until they are asked for. */
export function noteRuntimeValue(name: string, value: unknown): void {
  if (!note(value, name, true)) return;
  noteProperties(value, name, true);
  for (let at = Object.getPrototypeOf(value); at !== null && !NAMES.has(at); at = Object.getPrototypeOf(at))
    noteProperties(at, name, true);
}

// In Node and Deno these are the user's, if there are any.
const BROWSER: ReadonlySet<string> = new Set(["document", "location", "self", "window"]);

for (const name of globalNames()) {
  if (!BROWSER.has(name) || Reflect.get(globalThis, name) === globalThis) noteGlobal(name);
}

// Prototypes that no global name leads to (ECMA-262, 27.1 and 27.3 to 27.6).
const HIDDEN: readonly (readonly [name: string, value: object])[] = [
  ["%IteratorPrototype%", Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))],
  ["%TypedArray%", Object.getPrototypeOf(Uint8Array)],
  ["%AsyncFunction%", Object.getPrototypeOf(async () => {}).constructor],
  ["%GeneratorFunction%", Object.getPrototypeOf(function* () {}).constructor],
  ["%AsyncGeneratorFunction%", Object.getPrototypeOf(async function* () {}).constructor],
];
for (const [name, value] of HIDDEN) if (note(value, name, false)) noteProperties(value, name, false);
