// Results that cannot be kept, since only one caller can use them, or since they do their work when they are awaited.

import { types } from "node:util";
import { isObject } from "../fingerprint/property-path.ts";

/** Why a result cannot be kept, as the end of a sentence; undefined if it can. */
export function singleUse(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (types.isPromise(value)) return "it returns a promise with properties of its own";
  if (types.isProxy(value)) return undefined;
  if (hasMethod(value, "then")) return "it returns a thenable that is no promise";
  return isUsedUp(value) || partsOf(value).some(isUsedUp)
    ? "it returns what can be read only once"
    : undefined;
}

/**
 * A promise that is no more than one: others may carry properties that callers use, such as a child process. What is hidden
 * does not count, since Node's REPL hides its `domain` in every promise.
 */
export function isPlainPromise(value: unknown): value is Promise<unknown> {
  if (!types.isPromise(value) || Object.getPrototypeOf(value) !== Promise.prototype) return false;
  return Object.keys(value).length === 0;
}

/** Elements or properties of a plain collection, as far as they are objects. */
function partsOf(value: object): readonly object[] {
  if (Array.isArray(value)) return value.filter(isPart);
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return [];
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  return properties.map((property): unknown => property.value).filter(isPart);
}

function isPart(value: unknown): value is object {
  return isObject(value) && typeof value !== "function";
}

/** Iterators, streams, and bodies of requests and responses. */
function isUsedUp(value: object): boolean {
  if (types.isProxy(value)) return false;
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value)) return true;
  if (
    hasMethod(value, "next") &&
    (hasMethod(value, Symbol.iterator) || hasMethod(value, Symbol.asyncIterator))
  )
    return true;
  return hasMethod(value, Symbol.asyncIterator) || propertyOf(value, "bodyUsed") !== undefined;
}

function hasMethod(value: object, name: PropertyKey): boolean {
  return typeof propertyOf(value, name)?.value === "function";
}

/** A property of a value or its prototypes. Getters are not run. */
function propertyOf(value: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** Whether an error says that a caller gave up, which ends the call for that one alone. */
export function isAbort(error: unknown): boolean {
  if (!isObject(error) || types.isProxy(error)) return false;
  if (globalThis.DOMException !== undefined && error instanceof DOMException)
    return error.name === "AbortError";
  return propertyOf(error, "name")?.value === "AbortError";
}
