// Which objects can be compared by content, and which hide state from anyone who only reads their properties.

import { types } from "node:util";
import { textOf } from "./code.ts";

/** What hides the content of an object. */
export interface Opaqueness {
  /** What the object is, in words: "a promise". */
  readonly what: string;
  /** Whether what hides is a value that some hosts can read: a private field, the target of a proxy. */
  readonly isReadable: boolean;
}

/** What makes an object's content unreadable; undefined if it can be read. */
export function opaqueness(value: object): Opaqueness | undefined {
  if (types.isProxy(value)) {
    return readable(typeof value === "function" ? "a proxied function" : "a proxy");
  }
  if (types.isPromise(value)) return unreadable("a promise");
  if (types.isWeakMap(value) || types.isWeakSet(value)) return readable("a weak collection");
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value))
    return unreadable("an iterator");
  if (types.isModuleNamespaceObject(value)) return undefined;
  // Deno's node:util does not know handles of native code.
  if ("isExternal" in types && types.isExternal(value)) return unreadable("a native handle");
  return isPlainURL(value) ? undefined : hiddenState(value, hasReadableSlots(value));
}

function readable(what: string): Opaqueness {
  return { what, isReadable: true };
}

function unreadable(what: string): Opaqueness {
  return { what, isReadable: false };
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
 * and of what inherits from something that is neither a class nor an object of the user.
 */
function hiddenState(value: object, isBuiltIn: boolean): Opaqueness | undefined {
  for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (types.isProxy(at)) return unreadable("an object that inherits from a proxy");
    const maker: unknown = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (types.isProxy(maker)) return unreadable("an instance of a proxied class");
    if (typeof maker !== "function") {
      if (hasNativeMethods(at)) return unreadable("an object that inherits from an object without a class");
      continue;
    }
    // A class may have a getter of that name.
    const name = String(Object.getOwnPropertyDescriptor(maker, "name")?.value ?? "(unnamed)");
    const text = textOf(maker);
    if (isNative(text)) {
      const isKnown = isBuiltIn || isRootPrototype(at);
      return isKnown ? undefined : unreadable(`an instance of the built-in class ${name}`);
    }
    if (KEPT_ELSEWHERE.test(text)) return unreadable(`an instance of ${name}, a class with private members`);
    if (text.includes("#")) return readable(`an instance of ${name}, a class with private members`);
  }
  return undefined;
}

// Private members as compilers and people put them into weak maps by instance.
const KEPT_ELSEWHERE = /_classPrivate|__private(?:Get|Set|Add|In|Method)\b|\.(?:get|set|has|add)\(this\b/;

/** Whether built-in methods hang on an object, which may know more of the objects that inherit from it. */
function hasNativeMethods(prototype: object): boolean {
  return Object.values(Object.getOwnPropertyDescriptors(prototype)).some(({ value, get }) =>
    [value, get].some((each) => typeof each === "function" && isNative(textOf(each))),
  );
}

/** Whether a text is that of a function without source: built in, bound, or a proxy. */
export function isNative(text: string): boolean {
  return text.endsWith("{ [native code] }");
}

/** Whether a prototype is the `Object.prototype` of any realm. */
function isRootPrototype(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null;
}

/** The class or function whose instances inherit from a prototype; undefined where none is to be seen. */
export function makerOf(prototype: object): object | undefined {
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof maker === "function" ? maker : undefined;
}

/** The prototypes of an object that are the user's, up to the first built-in one. */
export function userPrototypes(value: object): readonly object[] {
  const found: object[] = [];
  if (isPlainURL(value) || types.isModuleNamespaceObject(value)) return found;
  for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (isBuiltIn(at)) break;
    found.push(at);
  }
  return found;
}

/** Whether a prototype is that of a built-in class. */
export function isBuiltIn(prototype: object): boolean {
  const maker = makerOf(prototype);
  return maker !== undefined && isNative(textOf(maker));
}
