// Small values that JSON gives back exactly: a record of a few fields is read in a third of the time that the engine's own
// format takes.

import { Buffer } from "node:buffer";
import type { Count } from "../units.ts";

/** Beyond this many objects, or characters, the engine's own format is smaller or faster. */
const MOST_OBJECTS: Count = 64;
const MOST_CHARACTERS: Count = 4096;

/**
 * The bytes of a value's JSON; undefined where the value is large, or would come back as another one.
 *
 * @param value what `storable` accepts: to read it runs nothing
 * @example
 * plainJson({ mean: 0.5 }) // the bytes of '{"mean":0.5}'
 * plainJson({ mean: -0 }) // undefined
 */
export function plainJson(value: unknown): Uint8Array | undefined {
  if (!isExact(value, new Set())) return undefined;
  const text = JSON.stringify(value);
  return text.length <= MOST_CHARACTERS ? Buffer.from(text, "utf8") : undefined;
}

/** The value that some bytes of JSON stand for. */
export function fromPlainJson(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
}

/** Whether JSON has all of a value: a tree of plain objects and dense arrays, no number but those it can write. */
function isExact(value: unknown, met: Set<object>): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      return value === null || isExactObject(value, met);
    default:
      return false;
  }
}

function isExactObject(value: object, met: Set<object>): boolean {
  // What is met twice would come back as two objects; a `toJSON` may be anybody's, in a prototype.
  if (met.has(value) || met.size === MOST_OBJECTS || "toJSON" in value) return false;
  met.add(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const keys = Object.keys(value);
  const isPlain = Array.isArray(value)
    ? prototype === Array.prototype && keys.length === value.length
    : prototype === Object.prototype;
  return isPlain && keys.every((key) => isExact(Reflect.get(value, key), met));
}
