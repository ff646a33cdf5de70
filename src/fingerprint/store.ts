// Whether writing to an object does no more than that: no setter runs, no trap, and no other object shares its memory.

import { types } from "node:util";
import { ANY_KEY } from "../syntax/uses.ts";
import { isObject, ownProperty } from "./property-path.ts";
import type { Reader } from "./reader.ts";

/** Whether a property can be written to an object, and nothing else happens. */
export function storesPlainly(
  object: object,
  key: string,
  { isOpen, wellKnownName }: Pick<Reader, "isOpen" | "wellKnownName">,
): boolean {
  if (types.isProxy(object)) return isOpen(object);
  if (ArrayBuffer.isView(object)) return false;
  if (key === ANY_KEY && !Object.isExtensible(object)) return false;
  for (const at of inheritance(object)) {
    if (types.isProxy(at)) return false;
    if (key === ANY_KEY) {
      // What intrinsics inherit is known to do nothing to others.
      if (wellKnownName(at) !== undefined) return true;
      // Elements of arrays are plain but for what nobody does; to look at each would take too long.
      if (!Array.isArray(at) && hasAccessor(at)) return false;
      continue;
    }
    const property = ownProperty(at, key);
    if (property === undefined || property === "dead") continue;
    return "value" in property && property.writable === true;
  }
  return Object.isExtensible(object);
}

function hasAccessor(object: object): boolean {
  return Object.values(Object.getOwnPropertyDescriptors(object)).some((property) => !("value" in property));
}

/** A value with what it inherits from, as far as that can be asked for without running anything; nothing for a primitive. */
export function inheritance(value: unknown): readonly object[] {
  const found: object[] = [];
  for (let at: unknown = value; isObject(at); at = Object.getPrototypeOf(at)) {
    found.push(at);
    if (types.isProxy(at)) break;
  }
  return found;
}
