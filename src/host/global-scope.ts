// The global scope: what scripts, cells and the runtime bind for everyone. Asked by compiled getters, which see the `let` and
// `const` of cells too; accessors on the global object are never run, but for those that the runtime put there itself.

import type { Reading } from "../fingerprint/reader.ts";
import type { Count } from "../units.ts";
import { noteRuntimeValue, wellKnownName } from "./well-known.ts";

// Evaluates in the global scope.
// biome-ignore lint/security/noGlobalEval: there is no other way, and the text is an identifier checked below
const globally: (text: string) => unknown = eval;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** What a name means in the global scope. */
export function globalReading(name: string): Reading {
  const property = Object.getOwnPropertyDescriptor(globalThis, name);
  if (property !== undefined && !("value" in property)) {
    const { get } = property;
    // A `let` of that name would hide it, but nobody can ask for that without running it.
    if (get === undefined || wellKnownName(get) === undefined) return { kind: "accessor", get };
  }
  const read = getter(name);
  if (read === undefined) return { kind: "unread" };
  try {
    const value = read();
    if (property?.get !== undefined) noteRuntimeValue(name, value);
    return { kind: "value", value, isGlobal: true };
  } catch {
    return isDeclared(name) ? { kind: "dead" } : { kind: "absent" };
  }
}

/** Whether the name is declared; it cannot be read. */
function isDeclared(name: string): boolean {
  try {
    // `typeof` gives "undefined" for what is not declared, and throws for what is in its dead zone.
    globally(`typeof ${name}`);
    return false;
  } catch {
    return true;
  }
}

const getters = new Map<string, (() => unknown) | undefined>();

/** A function that reads a name of the global scope; undefined where none can be made. */
function getter(name: string): (() => unknown) | undefined {
  if (getters.has(name)) return getters.get(name);
  const made = IDENTIFIER.test(name) && name !== "arguments" ? evaluated(`() => ${name}`) : undefined;
  const read = typeof made === "function" ? (): unknown => Reflect.apply(made, undefined, []) : undefined;
  getters.set(name, read);
  return read;
}

/** The value of a text; undefined where it cannot be evaluated (a reserved word, or a policy that forbids it). */
function evaluated(text: string): unknown {
  try {
    return globally(text);
  } catch {
    return undefined;
  }
}

// Compiling takes as long as some hundred looks without it.
const WORTH_COMPILING: Count = 8;

/** A test whether names still stand for some values. It is compiled once it turns out to be asked often, as at every call. */
export function globalTest(names: readonly string[], values: readonly unknown[]): () => boolean {
  let asked: Count = 0;
  let compiled: (() => boolean) | undefined;
  return () => {
    if (compiled !== undefined) return compiled();
    if (++asked > WORTH_COMPILING) compiled = compiledTest(names, values);
    return names.every((name, index) => isStill(name, values[index]));
  };
}

function compiledTest(names: readonly string[], values: readonly unknown[]): () => boolean {
  const tests = names.map((name, index) => `is(${name}, values[${index}])`);
  const make = evaluated(
    `(is, values, guard) => () => { try { return ${tests.join(" && ")} && guard(); } catch { return false; } }`,
  );
  if (typeof make !== "function") return () => names.every((name, index) => isStill(name, values[index]));
  const made: unknown = Reflect.apply(make, undefined, [Object.is, values, accessorGuard(names)]);
  return typeof made === "function" ? () => Reflect.apply(made, undefined, []) === true : () => false;
}

function isStill(name: string, value: unknown): boolean {
  const reading = globalReading(name);
  return reading.kind === "value" && Object.is(reading.value, value);
}

/** Whether no property that could be made an accessor has become one. The runtime's own are not looked at. */
function accessorGuard(names: readonly string[]): () => boolean {
  const open = names.filter((name) => {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    if (property?.configurable !== true) return false;
    const value: unknown = property.value;
    const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
    return "value" in property && !(isObject && wellKnownName(value) !== undefined);
  });
  if (open.length === 0) return () => true;
  return () => open.every((name) => isData(Object.getOwnPropertyDescriptor(globalThis, name)));
}

function isData(property: PropertyDescriptor | undefined): boolean {
  return property === undefined || "value" in property;
}
