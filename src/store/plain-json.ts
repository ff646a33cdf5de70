// Small values that JSON gives back exactly: a record of a few fields is read in a third of the time that the engine's own
// format takes.

import { Buffer } from "node:buffer";
import type { Count } from "../units.ts";

/** Beyond this many values, or characters, the engine's own format is smaller or faster. */
const MOST_VALUES: Count = 256;
const MOST_CHARACTERS: Count = 4096;

/** What was met of a value: large ones are left as soon as they are known to be large. */
interface Walk {
  values: Count;
  readonly objects: Set<object>;
}

/**
 * The bytes of a value's JSON; undefined where the value is large, or would come back as another one.
 *
 * @param value what `storable` accepts: to read it runs nothing
 * @example
 * plainJson({ mean: 0.5 }) // the bytes of '{"mean":0.5}'
 * plainJson({ mean: -0 }) // undefined
 */
export function plainJson(value: unknown): Uint8Array | undefined {
  if (!isExact(value, { values: 0, objects: new Set() })) return undefined;
  const text = JSON.stringify(value);
  return text.length <= MOST_CHARACTERS ? Buffer.from(text, "utf8") : undefined;
}

/** The value that some bytes of JSON stand for. */
export function fromPlainJson(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
}

/** Whether JSON has all of a value: a tree of plain objects and dense arrays, no number but those it can write. */
function isExact(value: unknown, walk: Walk): boolean {
  if (++walk.values > MOST_VALUES) return false;
  switch (typeof value) {
    case "string":
      return value.length <= MOST_CHARACTERS;
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      return value === null || isExactObject(value, walk);
    default:
      return false;
  }
}

function isExactObject(value: object, walk: Walk): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isArray = Array.isArray(value);
  if (prototype !== (isArray ? Array.prototype : Object.prototype)) return false;
  // What is met twice would come back as two objects; a `toJSON` may be anybody's, in a prototype.
  if (walk.objects.has(value) || "toJSON" in value) return false;
  if (isArray && value.length > MOST_VALUES) return false;
  walk.objects.add(value);
  const keys = Object.keys(value);
  if (isArray && keys.length !== value.length) return false;
  return keys.every((key) => isExact(Reflect.get(value, key), walk));
}
