// Built-in objects that never come back as they were, by what they are inside: no prototype tells, since it may be replaced.

import { types } from "node:util";

/** What kind of built-in object a value is that is neither plain nor stored as it is; undefined for others. */
export function unstorableNature(value: object): string | undefined {
  return KINDS.find(([is]) => is(value))?.[1];
}

const KINDS: readonly (readonly [is: (value: object) => boolean, what: string])[] = [
  [types.isNativeError, "an error"],
  [types.isPromise, "a promise"],
  [types.isBoxedPrimitive, "a boxed primitive"],
  [types.isArgumentsObject, "an arguments object"],
  [types.isModuleNamespaceObject, "a module"],
  [types.isGeneratorObject, "a generator"],
  [types.isMapIterator, "an iterator"],
  [types.isSetIterator, "an iterator"],
  [types.isWeakMap, "a weak collection"],
  [types.isWeakSet, "a weak collection"],
];

/**
 * What an object is that inherits from `Object.prototype` without being plain; undefined for a plain one. Only kinds are
 * told that the engine would write, each as what it is inside; at others its writer throws.
 */
export function disguise(value: object): string | undefined {
  // A tag of its own would be asked for, and is refused as a property.
  if (Object.hasOwn(value, Symbol.toStringTag)) return undefined;
  const isPlain =
    toStringOf.call(value) === "[object Object]" &&
    !types.isMap(value) &&
    !types.isSet(value) &&
    !types.isAnyArrayBuffer(value) &&
    !ArrayBuffer.isView(value);
  return isPlain ? undefined : (unstorableNature(value) ?? "a built-in object with another prototype");
}

const toStringOf: () => string = Object.prototype.toString;
