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
  // The rest is stored, but only with the prototype that it was made with.
  [isDisguised, "a built-in object with another prototype"],
];

function isDisguised(value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return (
    Array.isArray(value) ||
    types.isMap(value) ||
    types.isSet(value) ||
    types.isDate(value) ||
    types.isRegExp(value) ||
    types.isAnyArrayBuffer(value) ||
    ArrayBuffer.isView(value)
  );
}
