// The canonical bytes of a live value: equal bytes only for values that no function could tell apart by content.
// Reading a value never runs user code: no getter, no `toJSON`, no trap of a proxy. What more than content decides about
// (functions, hidden state) is written as the caller says: arguments of calls and captured values share this encoder.

import { types } from "node:util";
import type { Bytes, Count } from "../units.ts";
import { type Beyond, BY_IDENTITY, type Identities, identityOf, type Opaque } from "./beyond.ts";
import type { ByteWriter } from "./bytes.ts";
import { sha256 } from "./digest.ts";
import { isBuiltIn, makerOf, opaqueness, userPrototypes } from "./opacity.ts";
import { isLongList, sortedKeys } from "./own-keys.ts";
import { pathStep } from "./path-step.ts";
import { isObject, ownProperty } from "./property-path.ts";
import type { Internal } from "./reader.ts";
import { writeSlots } from "./slot-bytes.ts";
import { TAG } from "./value-tags.ts";

/**
 * Writes a value. Functions, symbols and the prototypes of classes count by identity and by what hangs on them; everything
 * else by content, in the order of its keys.
 *
 * @returns the first part whose content cannot be read, if any: the bytes are of no use then
 */
export function writeValue(writer: ByteWriter, value: unknown, identities: Identities): Opaque | undefined {
  return new ValueWriter(writer, identities, BY_IDENTITY).write(value, "");
}

/** Whether the constructor of a prototype is the function whose prototype it is, as it is made. */
function leadsBack(prototype: object): boolean {
  const maker = makerOf(prototype);
  return maker !== undefined && Object.getOwnPropertyDescriptor(maker, "prototype")?.value === prototype;
}

// To look at more of them at every call would take longer than most functions run.
const MOST_OBJECTS: Count = 200_000;

/** Writes several values that may share parts: a shared object differs from two equal ones. */
export class ValueWriter {
  #opaque: Opaque | undefined;
  readonly #writer: ByteWriter;
  readonly #identities: Identities;
  readonly #beyond: Beyond;
  readonly #seen = new Map<object, Count>();
  readonly #isUnordered: boolean;
  #usesIdentity = false;

  /** @param isUnordered whether the order of properties does not count */
  constructor(writer: ByteWriter, identities: Identities, beyond: Beyond, isUnordered = false) {
    this.#isUnordered = isUnordered;
    this.#writer = writer;
    this.#identities = identities;
    this.#beyond = beyond;
  }

  /** Writes a text that stands for what is not written itself. */
  writeText(text: string): void {
    this.#writer.string(text);
  }

  /** Notes a part that cannot be read. */
  refuse(opaque: Opaque): void {
    this.#opaque ??= opaque;
  }

  /** The first part of all written so far that cannot be read. */
  get opaque(): Opaque | undefined {
    return this.#opaque;
  }

  /** Notes that something was written that means nothing outside of this session. */
  noteIdentity(): void {
    this.#usesIdentity = true;
  }

  /** Whether something was written that means nothing outside of this session. */
  get usesIdentity(): boolean {
    return this.#usesIdentity;
  }

  /** The number of an object that was written, by the order of first meeting; undefined for others. */
  numberOf(value: object): Count | undefined {
    return this.#seen.get(value);
  }

  /** Writes one value; gives the first part of all written so far that cannot be read. */
  write(value: unknown, path: string): Opaque | undefined {
    try {
      this.value(value, path);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#opaque ??= { path, what: "a value nested too deeply to walk" };
    }
    return this.#opaque;
  }

  /** Writes a value in the midst of another. */
  value(value: unknown, path: string): void {
    if (!isObject(value)) {
      this.#beyond.primitive?.(value, path);
      return this.#primitive(value);
    }
    const name = this.#beyond.wellKnownName(value);
    if (name === undefined) return this.#shared(value, () => this.#content(value, path));
    this.#writer.tag(TAG.wellKnown);
    this.#writer.string(name);
  }

  #content(value: object, path: string): void {
    if (typeof value !== "function" || types.isProxy(value)) return this.#object(value, path);
    this.#writer.tag(TAG.function);
    this.#beyond.writeFunction(value, path, this);
  }

  #primitive(value: unknown): void {
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
      default:
        this.#writer.tag(TAG.null);
    }
  }

  #symbol(value: symbol): void {
    const key = Symbol.keyFor(value);
    const name = WELL_KNOWN_SYMBOLS.get(value);
    const text = key ?? name;
    this.#writer.tag(
      key !== undefined ? TAG.registeredSymbol : name !== undefined ? TAG.wellKnown : TAG.symbol,
    );
    if (text === undefined) this.writeIdentity(value);
    else this.#writer.string(text);
  }

  /** Writes a number that stands for this very object or symbol, for the time of this session. */
  writeIdentity(value: WeakKey): void {
    this.noteIdentity();
    this.#writer.number(identityOf(this.#identities, value));
  }

  /** What was met before is written as its number, so that cycles end and shared parts differ from equal copies. */
  #shared(value: object, write: () => void): void {
    const number = this.#seen.get(value);
    if (number !== undefined) {
      this.#writer.tag(TAG.seen);
      return this.#writer.count(number);
    }
    if (this.#seen.size >= MOST_OBJECTS)
      return this.refuse({ path: "", what: `a value of more than ${MOST_OBJECTS} objects` });
    this.#seen.set(value, this.#seen.size);
    write();
  }

  #object(value: object, path: string): void {
    const hidden = opaqueness(value);
    const internals = hidden?.isReadable ? this.#beyond.internals(value) : undefined;
    if (hidden !== undefined && internals === undefined) return this.refuse({ path, what: hidden.what });
    if (internals !== undefined) this.#internals(internals, path);
    // To ask a proxy for anything would run its traps.
    if (types.isProxy(value)) return;
    this.#beyond.object(value);
    this.#prototype(value, path);
    writeSlots(value, path, this.#writer, this);
    this.#properties(value, path);
  }

  #internals(internals: readonly Internal[], path: string): void {
    this.#writer.tag(TAG.internals);
    this.#writer.count(internals.length);
    for (const { name, value } of internals) {
      this.#writer.string(name);
      this.value(value, `${path}.${name}`);
    }
  }

  /** A plain object or array needs no more than its tag; anything else counts by its prototype, and its class by content. */
  #prototype(value: object, path: string): void {
    const prototype: object | null = Object.getPrototypeOf(value);
    if (prototype === Object.prototype) return this.#writer.tag(TAG.object);
    if (prototype === Array.prototype) return this.#writer.tag(TAG.array);
    this.#writer.tag(TAG.instance);
    if (prototype === null || types.isModuleNamespaceObject(value)) return this.#writer.tag(TAG.null);
    if (this.#beyond.wellKnownName(prototype) !== undefined) return this.value(prototype, path);
    if (this.#beyond.identifiesClasses || isBuiltIn(prototype)) this.writeIdentity(prototype);
    for (const each of userPrototypes(value)) {
      const maker = makerOf(each);
      this.value(maker ?? each, maker === undefined ? `${path}.__proto__` : `${path}.constructor`);
      // Instances of a function's prototype that was replaced still inherit from the old one.
      if (maker === undefined || Object.getOwnPropertyDescriptor(maker, "prototype")?.value === each)
        continue;
      this.value(each, `${path}.__proto__`);
    }
  }

  /** Long content is digested where it lies rather than copied. */
  writeBlock(read: () => Uint8Array): void {
    const bytes = read();
    if (bytes.length <= LONGEST_BLOCK) return this.#writer.block(bytes);
    const digest = sha256(bytes);
    this.#writer.tag(TAG.longBlock);
    this.#writer.number(bytes.length);
    this.#writer.string(digest);
    this.#beyond.longBlock(read, digest);
  }

  /** Own properties in their order, hidden and symbol-keyed ones included; accessors by the functions that they are. */
  #properties(value: object, path: string, omitted?: string): void {
    this.#writer.tag(Object.isExtensible(value) ? TAG.true : TAG.false);
    if (Array.isArray(value) && isLongList(value)) return this.#list(value, path);
    // The elements of a view stand in its bytes.
    const keys = ArrayBuffer.isView(value)
      ? [...this.#beyond.namedKeys(value), ...Object.getOwnPropertySymbols(value)]
      : Reflect.ownKeys(value);
    for (const key of this.#isUnordered && !Array.isArray(value) ? sortedKeys(keys) : keys) {
      if (key === omitted) continue;
      // A stack is where an error was made, not what it is.
      if (key === "stack" && types.isNativeError(value)) continue;
      this.#property(value, key, path);
    }
    this.#writer.tag(TAG.end);
  }

  /** Elements alone, by their order. */
  #list(value: readonly unknown[], path: string): void {
    this.#writer.tag(TAG.list);
    this.#writer.count(value.length);
    for (let index = 0; index < value.length; index++) {
      const element = value[index];
      if (this.#isUntold(element)) this.#primitive(element);
      else this.value(element, `${path}[${index}]`);
    }
  }

  /** Whether nobody needs to know where a value stands, so that no path to it need be made. */
  #isUntold(value: unknown): boolean {
    return this.#beyond.primitive === undefined && !isObject(value);
  }

  /** What hangs on a function, its prototype included. */
  writeProperties(fn: object, path: string): void {
    this.#writer.tag(Object.isExtensible(fn) ? TAG.true : TAG.false);
    for (const key of Reflect.ownKeys(fn)) if (!FUNCTION_KEYS.has(key)) this.#property(fn, key, path);
    this.#writer.tag(TAG.end);
    const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
    if (isObject(prototype)) this.#prototypeOf(prototype, `${path}.prototype`);
  }

  /** The prototype of a class hides nothing of its own, whatever its instances may hide. */
  #prototypeOf(prototype: object, path: string): void {
    this.#shared(prototype, () => {
      this.#beyond.object(prototype);
      this.#prototype(prototype, path);
      this.#properties(prototype, path, leadsBack(prototype) ? "constructor" : undefined);
    });
  }

  #property(owner: object, key: string | symbol, at: string): void {
    const property = ownProperty(owner, key);
    if (property === undefined) return;
    if (property === "dead") return this.#writer.tag(TAG.dead);
    this.#primitive(key);
    const { enumerable = false, configurable = false, writable = false } = property;
    this.#writer.tag(Number(enumerable) + 2 * Number(configurable) + 4 * Number(writable));
    if ("value" in property && this.#isUntold(property.value)) return this.#primitive(property.value);
    const path = `${at}${pathStep(key)}`;
    const parts: readonly unknown[] = "value" in property ? [property.value] : [property.get, property.set];
    for (const part of parts) this.value(part, path);
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

/** Up to this length, content is copied into the bytes. */
export const LONGEST_BLOCK: Bytes = 65_536;

const WELL_KNOWN_SYMBOLS: ReadonlyMap<symbol, string> = new Map(
  Reflect.ownKeys(Symbol).flatMap((key): [symbol, string][] => {
    const value: unknown = Reflect.get(Symbol, key);
    return typeof value === "symbol" ? [[value, `Symbol.${String(key)}`]] : [];
  }),
);
