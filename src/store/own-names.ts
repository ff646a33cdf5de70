// Own properties of arrays and views that are no elements, found without listing the elements: a list of a million keys
// takes longer to make than the array itself takes to be stored.

import { Buffer } from "node:buffer";
import { inspect } from "node:util";
import type { Count } from "../units.ts";

/** The own property names of an array or a view that are no indices, in order; `length` aside. Nothing of the user's runs. */
export function ownNames(list: object, length: Count): readonly string[] {
  if (length > FEW && hasOnlyElements(list)) return [];
  return Object.getOwnPropertyNames(list).filter((name) => name !== "length" && !isIndex(name));
}

/** Up to so many elements, listing the keys is the faster way. */
export const FEW: Count = 64;

/**
 * What `inspect` shows of a list, apart from numbers, is what it shows of a bare one of the same class unless it has
 * properties of its own; `showHidden` shows those that are not enumerable.
 */
function hasOnlyElements(list: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(list);
  if (prototype === null) return false;
  const known = bareOutlines.get(prototype) ?? outline(bareTwin(list));
  bareOutlines.set(prototype, known);
  return outline(list) === known;
}

const bareOutlines = new WeakMap<object, string>();

/** A list of the same class without properties of its own. */
function bareTwin(list: object): object {
  if (Array.isArray(list)) return new Array(2 * FEW).fill(0);
  const prototype: object = Object.getPrototypeOf(list);
  if (prototype === Buffer.prototype) return Buffer.alloc(2 * FEW);
  const maker: unknown = prototype.constructor;
  const twin: unknown = typeof maker === "function" ? Reflect.construct(maker, [2 * FEW]) : undefined;
  return typeof twin === "object" && twin !== null ? twin : {};
}

function outline(list: object): string {
  const options = {
    maxArrayLength: 0,
    customInspect: false,
    depth: 0,
    showHidden: true,
    breakLength: Infinity,
  };
  return inspect(list, options).replaceAll(/\d+/g, "0");
}

function isIndex(name: string): boolean {
  const index = Number(name);
  return Number.isInteger(index) && index >= 0 && index < 2 ** 32 - 1 && String(index) === name;
}
