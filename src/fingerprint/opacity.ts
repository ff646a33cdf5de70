// Which objects can be compared by content, and which hide state from anyone who only reads their properties.

import { types } from "node:util";
import { textOf } from "./code.ts";

/** What makes an object's content unreadable, in words; undefined if it can be read. */
export function opaqueKind(value: object): string | undefined {
  if (types.isProxy(value)) return "a proxy";
  if (types.isPromise(value)) return "a promise";
  if (types.isWeakMap(value) || types.isWeakSet(value)) return "a weak collection";
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value))
    return "an iterator";
  if (types.isModuleNamespaceObject(value)) return "a module namespace";
  // Deno's node:util does not know handles of native code.
  if ("isExternal" in types && types.isExternal(value)) return "a native handle";
  return isPlainURL(value) ? undefined : hiddenState(value, hasReadableSlots(value));
}

/** A URL whose text is all it holds. */
export function isPlainURL(value: object): value is URL {
  return Object.getPrototypeOf(value) === URL.prototype && value instanceof URL;
}

/** Built-in objects whose inner state a `ValueWriter` reads. */
function hasReadableSlots(value: object): boolean {
  return (
    Array.isArray(value) ||
    types.isMap(value) ||
    types.isSet(value) ||
    types.isDate(value) ||
    types.isRegExp(value) ||
    types.isAnyArrayBuffer(value) ||
    ArrayBuffer.isView(value) ||
    types.isBoxedPrimitive(value) ||
    types.isNativeError(value)
  );
}

/**
 * State that no property shows: that of a class with private members, of a built-in class that is none of those we read,
 * and of what inherits from something else than classes.
 */
function hiddenState(value: object, isBuiltIn: boolean): string | undefined {
  for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (types.isProxy(at)) return "an object that inherits from a proxy";
    const maker: unknown = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (types.isProxy(maker)) return "an instance of a proxied class";
    if (typeof maker !== "function") return "an object that inherits from an object without a class";
    // A class may have a getter of that name.
    const name = String(Object.getOwnPropertyDescriptor(maker, "name")?.value ?? "(unnamed)");
    const text = textOf(maker);
    if (isNative(text)) {
      return isBuiltIn || isRootPrototype(at) ? undefined : `an instance of the built-in class ${name}`;
    }
    if (PRIVATE.test(text)) return `an instance of ${name}, a class with private members`;
  }
  return undefined;
}

// Private members as they are written, or as compilers and people put them into weak maps by instance.
const PRIVATE = /#|_classPrivate|__private(?:Get|Set|Add|In|Method)\b|\.(?:get|set|has|add)\(this\b/;

function isNative(text: string): boolean {
  return text.endsWith("{ [native code] }");
}

/** Whether a prototype is the `Object.prototype` of any realm. */
function isRootPrototype(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null;
}

/** The prototypes of an object that belong to classes of the user, up to the first built-in one. */
export function userPrototypes(value: object): readonly object[] {
  const found: object[] = [];
  if (isPlainURL(value)) return found;
  for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    const maker: unknown = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof maker !== "function" || isNative(textOf(maker))) break;
    found.push(at);
  }
  return found;
}
