// The canonical bytes of a live value: equal bytes only for values that no function could tell apart by content.
// Reading a value never runs user code: no getter, no `toJSON`, no trap of a proxy.

import { types } from "node:util";
import type { Count } from "../units.ts";
import type { ByteWriter } from "./bytes.ts";
import { textOf } from "./code.ts";

/** Numbers for what is compared by identity. One table serves all copies of the library in a process. */
export interface Identities {
  readonly numbers: WeakMap<WeakKey, Count>;
  next: Count;
}

/** A part of a value whose content cannot be read. */
export interface Opaque {
  /** How to reach it from the value: `[0]`, `.rows[3].socket`. */
  readonly path: string;
  /** What it is, in words: "a promise". */
  readonly what: string;
}

// Append, never reorder.
const TAG = {
  undefined: 0,
  null: 1,
  true: 2,
  false: 3,
  number: 4,
  bigint: 5,
  string: 6,
  symbol: 7,
  registeredSymbol: 8,
  seen: 9,
  array: 10,
  hole: 11,
  object: 12,
  instance: 13,
  map: 14,
  set: 15,
  date: 16,
  regexp: 17,
  error: 18,
  buffer: 19,
  view: 20,
  boxed: 21,
  url: 22,
  function: 23,
  end: 24,
} as const;

/**
 * Writes a value. Functions, symbols and prototypes of classes count by identity; everything else by content, in the
 * order of its keys.
 *
 * @returns the first part whose content cannot be read, if any: the bytes are of no use then
 */
export function writeValue(writer: ByteWriter, value: unknown, identities: Identities): Opaque | undefined {
  const walk = new ValueWriter(writer, identities);
  try {
    walk.value(value, "");
  } catch (error) {
    if (error instanceof RangeError) return { path: "", what: "a value nested too deeply to walk" };
    throw error;
  }
  return walk.opaque;
}

/** The number by which an object or a symbol is known. */
export function identityOf(identities: Identities, key: WeakKey): Count {
  const known = identities.numbers.get(key);
  if (known !== undefined) return known;
  const number = identities.next++;
  identities.numbers.set(key, number);
  return number;
}

class ValueWriter {
  opaque: Opaque | undefined;
  readonly #writer: ByteWriter;
  readonly #identities: Identities;
  readonly #seen = new Map<object, Count>();

  constructor(writer: ByteWriter, identities: Identities) {
    this.#writer = writer;
    this.#identities = identities;
  }

  value(value: unknown, path: string): void {
    switch (typeof value) {
      case "undefined":
        return this.#writer.tag(TAG.undefined);
      case "boolean":
        return this.#writer.tag(value ? TAG.true : TAG.false);
      case "number":
        this.#writer.tag(TAG.number);
        return this.#writer.number(value);
      case "string":
        this.#writer.tag(TAG.string);
        return this.#writer.string(value);
      case "bigint":
        this.#writer.tag(TAG.bigint);
        return this.#writer.string(value.toString(16));
      case "symbol":
        return this.#symbol(value);
      case "function":
        this.#writer.tag(TAG.function);
        return this.#writer.count(identityOf(this.#identities, value));
      default:
        if (value === null) return this.#writer.tag(TAG.null);
        if (typeof value === "object") this.#shared(value, path);
    }
  }

  #symbol(value: symbol): void {
    const key = Symbol.keyFor(value);
    if (key === undefined) {
      this.#writer.tag(TAG.symbol);
      this.#writer.count(identityOf(this.#identities, value));
    } else {
      this.#writer.tag(TAG.registeredSymbol);
      this.#writer.string(key);
    }
  }

  /** An object met before is written as its number, so that cycles end and shared parts differ from equal copies. */
  #shared(value: object, path: string): void {
    const number = this.#seen.get(value);
    if (number !== undefined) {
      this.#writer.tag(TAG.seen);
      return this.#writer.count(number);
    }
    this.#seen.set(value, this.#seen.size);
    this.#object(value, path);
  }

  #object(value: object, path: string): void {
    const what = opaqueKind(value);
    if (what !== undefined) {
      this.opaque ??= { path, what };
      return;
    }
    this.#prototype(value);
    this.#slots(value, path);
    this.#properties(value, path);
  }

  /** A plain object or array needs no more than its tag; anything else counts by the identity of its prototype. */
  #prototype(value: object): void {
    const prototype: object | null = Object.getPrototypeOf(value);
    if (Array.isArray(value) && isRootOf("Array", prototype)) return this.#writer.tag(TAG.array);
    if (isRootOf("Object", prototype)) return this.#writer.tag(TAG.object);
    this.#writer.tag(TAG.instance);
    this.#writer.count(prototype === null ? 0 : identityOf(this.#identities, prototype));
  }

  /** What a built-in object holds besides its properties. */
  #slots(value: object, path: string): void {
    if (types.isMap(value)) {
      this.#writer.tag(TAG.map);
      let index = 0;
      for (const [key, each] of mapEntries.call(value)) {
        this.value(key, `${path}.key(${index})`);
        this.value(each, `${path}.value(${index++})`);
      }
      this.#writer.tag(TAG.end);
    } else if (types.isSet(value)) {
      this.#writer.tag(TAG.set);
      let index = 0;
      for (const each of setValues.call(value)) this.value(each, `${path}.value(${index++})`);
      this.#writer.tag(TAG.end);
    } else if (types.isDate(value)) {
      this.#writer.tag(TAG.date);
      this.#writer.number(dateValue.call(value));
    } else if (types.isRegExp(value)) {
      this.#writer.tag(TAG.regexp);
      this.#writer.string(regexpSource.call(value));
      this.#writer.string(regexpFlags.call(value));
    } else if (types.isAnyArrayBuffer(value)) {
      this.#writer.tag(TAG.buffer);
      this.#writer.block(new Uint8Array(value));
    } else if (ArrayBuffer.isView(value)) {
      this.#writer.tag(TAG.view);
      this.#writer.number(value.byteOffset);
      this.#writer.block(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    } else if (types.isBoxedPrimitive(value)) {
      this.#writer.tag(TAG.boxed);
      this.value(unboxed(value), path);
    } else if (value instanceof URL && Object.getPrototypeOf(value) === URL.prototype) {
      this.#writer.tag(TAG.url);
      this.#writer.string(urlText.call(value));
    } else if (types.isNativeError(value)) this.#writer.tag(TAG.error);
  }

  /** Own properties in their order, hidden and symbol-keyed ones included. */
  #properties(value: object, path: string): void {
    const isView = ArrayBuffer.isView(value);
    for (const key of Reflect.ownKeys(value)) {
      // The elements of a view stand in its bytes; a stack is where an error was made, not what it is.
      if (isView && typeof key === "string" && INDEX.test(key)) continue;
      if (key === "stack" && types.isNativeError(value)) continue;
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined) continue;
      const where = `${path}${pathStep(key)}`;
      if (!("value" in property)) {
        this.opaque ??= { path: where, what: "a property with a getter" };
        return;
      }
      this.value(key, where);
      this.#writer.tag(property.enumerable ? TAG.true : TAG.false);
      this.value(property.value, where);
    }
    this.#writer.tag(TAG.end);
  }
}

const INDEX = /^(?:0|[1-9]\d*)$/;

function pathStep(key: string | symbol): string {
  if (typeof key === "symbol") return `[${String(key)}]`;
  return INDEX.test(key) ? `[${key}]` : `.${key}`;
}

// Taken once, so that a patched prototype runs no foreign code here.
const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;
const dateValue = Date.prototype.getTime;
const regexpSource = getterOf<string>(RegExp.prototype, "source");
const regexpFlags = getterOf<string>(RegExp.prototype, "flags");
const urlText = getterOf<string>(URL.prototype, "href");

function getterOf<T>(prototype: object, name: string): (this: unknown) => T {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`this engine has no accessor ${name}`);
  return getter;
}

function unboxed(value: object): unknown {
  if (types.isNumberObject(value)) return Number.prototype.valueOf.call(value);
  if (types.isStringObject(value)) return String.prototype.valueOf.call(value);
  if (types.isBooleanObject(value)) return Boolean.prototype.valueOf.call(value);
  if (types.isBigIntObject(value)) return BigInt.prototype.valueOf.call(value);
  return Symbol.prototype.valueOf.call(value);
}

/** What makes an object's content unreadable, in words; undefined if it can be read. */
function opaqueKind(value: object): string | undefined {
  if (types.isProxy(value)) return "a proxy";
  if (types.isPromise(value)) return "a promise";
  if (types.isWeakMap(value) || types.isWeakSet(value)) return "a weak collection";
  if (types.isGeneratorObject(value) || types.isMapIterator(value) || types.isSetIterator(value))
    return "an iterator";
  if (types.isModuleNamespaceObject(value)) return "a module namespace";
  // Deno's node:util does not know handles of native code.
  if ("isExternal" in types && types.isExternal(value)) return "a native handle";
  if (hasKnownSlots(value)) return undefined;
  return hiddenStateOf(value);
}

function hasKnownSlots(value: object): boolean {
  return (
    Array.isArray(value) ||
    types.isMap(value) ||
    types.isSet(value) ||
    types.isDate(value) ||
    types.isRegExp(value) ||
    types.isAnyArrayBuffer(value) ||
    ArrayBuffer.isView(value) ||
    types.isBoxedPrimitive(value) ||
    types.isNativeError(value) ||
    (value instanceof URL && Object.getPrototypeOf(value) === URL.prototype)
  );
}

/** A class that has `#private` members, or is built in and none of those we know, hides state from its own properties. */
function hiddenStateOf(value: object): string | undefined {
  for (let at: object | null = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) {
    if (isRootOf("Object", at)) return undefined;
    const maker: unknown = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof maker !== "function") continue;
    const text = textOf(maker);
    if (text.includes("[native code]")) return `an instance of the built-in class ${maker.name}`;
    if (text.includes("#")) return `an instance of ${maker.name}, a class with private members`;
  }
  return undefined;
}

/** Whether a prototype is `Object.prototype` or `Array.prototype` of any realm, or null for `Object`. */
function isRootOf(name: "Object" | "Array", prototype: object | null): boolean {
  if (prototype === null) return false;
  if (prototype === (name === "Object" ? Object.prototype : Array.prototype)) return true;
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  if (typeof maker !== "function" || maker.name !== name || maker.prototype !== prototype) return false;
  return textOf(maker) === `function ${name}() { [native code] }`;
}
