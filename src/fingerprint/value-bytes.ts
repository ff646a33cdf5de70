// The canonical bytes of a live value: equal bytes only for values that no function could tell apart by content.
// Reading a value never runs user code: no getter, no `toJSON`, no trap of a proxy.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import type { Count } from "../units.ts";
import type { ByteWriter } from "./bytes.ts";
import { isPlainURL, opaqueKind, userPrototypes } from "./opacity.ts";
import {
  dateValue,
  growthLimit,
  mapEntries,
  regexpFlags,
  regexpSource,
  setValues,
  stretchOf,
  unboxed,
  urlText,
} from "./slots.ts";

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
 * Writes a value. Functions, symbols and the prototypes of classes count by identity and by what hangs on them; everything
 * else by content, in the order of its keys.
 *
 * @returns the first part whose content cannot be read, if any: the bytes are of no use then
 */
export function writeValue(writer: ByteWriter, value: unknown, identities: Identities): Opaque | undefined {
  return new ValueWriter(writer, identities).write(value, "");
}

/** The number by which an object or a symbol is known. */
export function identityOf(identities: Identities, key: WeakKey): Count {
  const known = identities.numbers.get(key);
  if (known !== undefined) return known;
  const number = identities.next++;
  identities.numbers.set(key, number);
  return number;
}

/** Writes several values that may share parts: a shared object differs from two equal ones. */
export class ValueWriter {
  #opaque: Opaque | undefined;
  readonly #writer: ByteWriter;
  readonly #identities: Identities;
  readonly #seen = new Map<object, Count>();

  constructor(writer: ByteWriter, identities: Identities) {
    this.#writer = writer;
    this.#identities = identities;
  }

  /** Writes one value; gives the first part of all written so far that cannot be read. */
  write(value: unknown, path: string): Opaque | undefined {
    try {
      this.#value(value, path);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#opaque ??= { path, what: "a value nested too deeply to walk" };
    }
    return this.#opaque;
  }

  #value(value: unknown, path: string): void {
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
        return this.#shared(value, () => this.#function(value, path));
      default:
        if (value === null) return this.#writer.tag(TAG.null);
        if (typeof value === "object") this.#shared(value, () => this.#object(value, path));
    }
  }

  #symbol(value: symbol): void {
    const key = Symbol.keyFor(value);
    this.#writer.tag(key === undefined ? TAG.symbol : TAG.registeredSymbol);
    if (key === undefined) this.#identity(value);
    else this.#writer.string(key);
  }

  #identity(value: WeakKey): void {
    this.#writer.count(identityOf(this.#identities, value));
  }

  /** What was met before is written as its number, so that cycles end and shared parts differ from equal copies. */
  #shared(value: object, write: () => void): void {
    const number = this.#seen.get(value);
    if (number !== undefined) {
      this.#writer.tag(TAG.seen);
      return this.#writer.count(number);
    }
    this.#seen.set(value, this.#seen.size);
    write();
  }

  #function(value: object, path: string): void {
    if (types.isProxy(value)) {
      this.#opaque ??= { path, what: "a proxied function" };
      return;
    }
    this.#writer.tag(TAG.function);
    this.#identity(value);
    this.#behaviour(value, path);
  }

  #object(value: object, path: string): void {
    const what = opaqueKind(value);
    if (what !== undefined) {
      this.#opaque ??= { path, what };
      return;
    }
    this.#prototype(value, path);
    this.#slots(value, path);
    this.#properties(value, path);
  }

  /** A plain object or array needs no more than its tag; anything else counts by its prototype, and its class by content. */
  #prototype(value: object, path: string): void {
    const prototype: object | null = Object.getPrototypeOf(value);
    if (prototype === Object.prototype) return this.#writer.tag(TAG.object);
    if (prototype === Array.prototype) return this.#writer.tag(TAG.array);
    this.#writer.tag(TAG.instance);
    if (prototype === null) return this.#writer.count(0);
    this.#identity(prototype);
    for (const each of userPrototypes(value)) this.#shared(each, () => this.#behaviour(each, path));
  }

  /** What a built-in object holds besides its properties. */
  #slots(value: object, path: string): void {
    if (types.isMap(value)) {
      this.#writer.tag(TAG.map);
      let index = 0;
      for (const [key, each] of mapEntries.call(value)) {
        this.#value(key, `${path}.key(${index})`);
        this.#value(each, `${path}.value(${index++})`);
      }
      this.#writer.tag(TAG.end);
    } else if (types.isSet(value)) {
      this.#writer.tag(TAG.set);
      let index = 0;
      for (const each of setValues.call(value)) this.#value(each, `${path}.value(${index++})`);
      this.#writer.tag(TAG.end);
    } else if (types.isDate(value)) {
      this.#writer.tag(TAG.date);
      this.#writer.number(dateValue.call(value));
    } else if (types.isRegExp(value)) {
      this.#writer.tag(TAG.regexp);
      this.#writer.string(regexpSource.call(value));
      this.#writer.string(regexpFlags(value));
    } else if (types.isAnyArrayBuffer(value)) {
      this.#buffer(value, path);
    } else if (ArrayBuffer.isView(value)) {
      this.#view(value, path);
    } else if (types.isBoxedPrimitive(value)) {
      this.#writer.tag(TAG.boxed);
      this.#value(unboxed(value), path);
    } else if (isPlainURL(value)) {
      this.#writer.tag(TAG.url);
      this.#writer.string(urlText.call(value));
    } else if (types.isNativeError(value)) this.#writer.tag(TAG.error);
  }

  #buffer(value: ArrayBufferLike, path: string): void {
    this.#writer.tag(TAG.buffer);
    try {
      this.#writer.block(new Uint8Array(value));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#opaque ??= { path, what: "a buffer that was handed to another thread" };
    }
    const limit = growthLimit(value);
    this.#writer.number(typeof limit === "number" ? limit : -1);
  }

  /** A view shows its whole buffer; but Node's `Buffer`s share a pool, where a neighbour's bytes are nobody's business. */
  #view(value: ArrayBufferView, path: string): void {
    const { type, buffer, start, length } = stretchOf(value);
    this.#writer.tag(TAG.view);
    this.#writer.string(type);
    this.#writer.number(length);
    if (Object.getPrototypeOf(value) === Buffer.prototype) {
      this.#writer.block(new Uint8Array(buffer, start, length));
    } else {
      this.#writer.number(start);
      this.#value(buffer, path);
    }
  }

  /** Own properties in their order, hidden and symbol-keyed ones included. A getter may compute from anything. */
  #properties(value: object, path: string): void {
    this.#writer.tag(Object.isExtensible(value) ? TAG.true : TAG.false);
    const isView = ArrayBuffer.isView(value);
    for (const key of Reflect.ownKeys(value)) {
      // The elements of a view stand in its bytes; a stack is where an error was made, not what it is.
      if (isView && typeof key === "string" && INDEX.test(key)) continue;
      if (key === "stack" && types.isNativeError(value)) continue;
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property === undefined) continue;
      const where = `${path}${pathStep(key)}`;
      if (!("value" in property)) {
        this.#opaque ??= { path: where, what: "a property with a getter" };
        return;
      }
      this.#property(key, property, where);
    }
    this.#writer.tag(TAG.end);
  }

  /** What hangs on a function or a prototype. Its accessors count by the functions that they are. */
  #behaviour(value: object, path: string): void {
    for (const key of Reflect.ownKeys(value)) {
      if (typeof value === "function" && FUNCTION_KEYS.has(key)) continue;
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property !== undefined) this.#property(key, property, `${path}${pathStep(key)}`);
    }
    this.#writer.tag(TAG.end);
  }

  #property(key: string | symbol, property: PropertyDescriptor, path: string): void {
    this.#value(key, path);
    const { enumerable = false, configurable = false, writable = false } = property;
    this.#writer.tag(Number(enumerable) + 2 * Number(configurable) + 4 * Number(writable));
    const parts: readonly unknown[] = "value" in property ? [property.value] : [property.get, property.set];
    for (const part of parts) this.#value(part, path);
  }
}

// What every function has, and what its identity stands for.
const FUNCTION_KEYS: ReadonlySet<string | symbol> = new Set([
  "length",
  "name",
  "prototype",
  "arguments",
  "caller",
]);

const INDEX = /^(?:0|[1-9]\d*)$/;

function pathStep(key: string | symbol): string {
  if (typeof key === "symbol") return `[${String(key)}]`;
  return INDEX.test(key) ? `[${key}]` : `.${key}`;
}
