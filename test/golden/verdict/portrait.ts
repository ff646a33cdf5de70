// Draws a value as text, so that two sides' outcomes can be compared although they live in two realms: equal texts mean
// that nothing but function texts, inferred names and engine messages can tell them apart. Runs no getter and no trap.

import { types } from "node:util";

/** Objects that are drawn by a label instead of by content: probes, and each realm's global object. */
export type Labels = WeakMap<object, string>;

/**
 * The text of a value: `-0`, `NaN`, holes, the order and the flags of properties, prototypes and cycles all show.
 *
 * @example
 * portrait([1, , -0], new WeakMap()) // 'Array{"0": 1, "2": -0, "length"(w--): 3}'
 */
export function portrait(value: unknown, labels: Labels): string {
  return draw(value, labels, new Map());
}

function draw(value: unknown, labels: Labels, seen: Map<object, number>): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return String(value);

  const label = labels.get(value);
  if (label !== undefined) return label;
  if (types.isProxy(value)) return "proxy";
  const earlier = seen.get(value);
  if (earlier !== undefined) return `<the object ${earlier}>`;
  seen.set(value, seen.size);

  if (typeof value === "function") return "function";
  if (types.isNativeError(value)) return drawError(value);
  if (types.isGeneratorObject(value)) return "generator";
  if (types.isPromise(value)) return "promise";
  return `${kind(value, labels, seen)}{${[...content(value), ...properties(value)].join(", ")}}`;

  function content(object: object): readonly string[] {
    if (types.isDate(object)) return [String(object.getTime())];
    if (types.isRegExp(object)) return [String(object)];
    if (types.isBoxedPrimitive(object)) return [draw(object.valueOf(), labels, seen)];
    if (types.isSet(object)) return [...object].map((item) => draw(item, labels, seen));
    if (!types.isMap(object)) return [];
    return [...object].map(([key, item]) => `${draw(key, labels, seen)} => ${draw(item, labels, seen)}`);
  }

  function properties(object: object): readonly string[] {
    return Reflect.ownKeys(object).map((key) => {
      const found = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
      const accessors = `${found.get ? "get" : ""}${found.set ? "set" : ""}`;
      const shown = "value" in found ? draw(found.value, labels, seen) : `<${accessors}>`;
      return `${draw(key, labels, seen)}${flags(found)}: ${shown}`;
    });
  }
}

/** Engine messages name local variables, so only a plain `Error`, which engines never throw, shows its message. */
function drawError(error: Error): string {
  const name = ownText(error, "name") ?? constructorName(error) ?? "Error";
  return name === "Error" ? `Error(${ownText(error, "message")})` : name;
}

function kind(object: object, labels: Labels, seen: Map<object, number>): string {
  if (types.isArgumentsObject(object)) return "arguments";
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === null) return "null";
  const name = constructorName(object);
  return name ?? `like ${draw(prototype, labels, seen)} `;
}

function constructorName(object: object): string | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (typeof prototype !== "object" || prototype === null || types.isProxy(prototype)) return undefined;
  const found = Reflect.getOwnPropertyDescriptor(prototype, "constructor")?.value as unknown;
  return typeof found === "function" && !types.isProxy(found) ? ownText(found, "name") : undefined;
}

function ownText(object: object, key: string): string | undefined {
  const value = Reflect.getOwnPropertyDescriptor(object, key)?.value as unknown;
  return typeof value === "string" ? value : undefined;
}

function flags({ writable, enumerable, configurable, get, set }: PropertyDescriptor): string {
  const canWrite = writable ?? (get !== undefined || set !== undefined);
  if (canWrite && enumerable && configurable) return "";
  return `(${canWrite ? "w" : "-"}${enumerable ? "e" : "-"}${configurable ? "c" : "-"})`;
}
