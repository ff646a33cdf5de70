// Whether an object still holds what it held: the same prototype, inner state and properties, the values in them by
// identity. Nothing of the user's runs, and nothing is hashed.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import { isPlainURL } from "./opacity.ts";
import { FEW } from "./own-keys.ts";
import { ownProperty } from "./property-path.ts";
import type { Reader } from "./reader.ts";
import { dateValue, mapEntries, regexpFlags, regexpSource, setValues, stretchOf, urlText } from "./slots.ts";
import { LONGEST_BLOCK } from "./value-bytes.ts";

/** A test that is true while nothing has changed. */
export type Test = () => boolean;

/** A test of one object, not of those within. Long buffers are tested by whoever hashed them. */
export function contentTest(value: object, reader: Pick<Reader, "namedKeys">): Test {
  const prototype: object | null = Object.getPrototypeOf(value);
  const isExtensible = Object.isExtensible(value);
  const slots = slotTest(value);
  const properties = propertyTest(value, reader);
  return () =>
    Object.getPrototypeOf(value) === prototype &&
    Object.isExtensible(value) === isExtensible &&
    (slots === undefined || slots()) &&
    properties();
}

function slotTest(value: object): Test | undefined {
  if (types.isMap(value)) return sequenceTest(() => [...mapEntries.call(value)].flat());
  if (types.isSet(value)) return sequenceTest(() => [...setValues.call(value)]);
  if (types.isDate(value)) return sequenceTest(() => [dateValue.call(value)]);
  if (types.isRegExp(value)) return sequenceTest(() => [regexpSource.call(value), regexpFlags(value)]);
  if (isPlainURL(value)) return sequenceTest(() => [urlText.call(value)]);
  if (types.isAnyArrayBuffer(value)) return bytesTest(() => bytesOfBuffer(value));
  if (ArrayBuffer.isView(value)) {
    const pooled = Object.getPrototypeOf(value) === Buffer.prototype;
    const { length } = stretchOf(value);
    const isSameLength: Test = () => stretchOf(value).length === length;
    return pooled ? bytesTest(() => bytesOfView(value)) : isSameLength;
  }
  return undefined;
}

/** A buffer that was handed to another thread has none. */
function bytesOfBuffer(value: ArrayBufferLike): Uint8Array | undefined {
  try {
    return new Uint8Array(value);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function bytesOfView(view: ArrayBufferView): Uint8Array {
  const { buffer, start, length } = stretchOf(view);
  return new Uint8Array(buffer, start, length);
}

function sequenceTest(read: () => readonly unknown[]): Test {
  const before = read();
  return () => isSameSequence(before, read());
}

function bytesTest(read: () => Uint8Array | undefined): Test | undefined {
  const before = read();
  if (before === undefined) return () => read() === undefined;
  if (before.length > LONGEST_BLOCK) return undefined;
  const copy = before.slice();
  return () => {
    const now = read();
    return now !== undefined && now.length === copy.length && Buffer.compare(now, copy) === 0;
  };
}

function propertyTest(value: object, reader: Pick<Reader, "namedKeys">): Test {
  const isLong = ArrayBuffer.isView(value) || (Array.isArray(value) && value.length > FEW);
  if (!isLong || (Array.isArray(value) && !isPlainList(value))) {
    return describedTest(value, () => Reflect.ownKeys(value));
  }
  // The elements of a view are in its buffer.
  const elements = Array.isArray(value) ? elementTest(value) : () => true;
  const others = describedTest(value, () => [
    ...reader.namedKeys(value),
    ...Object.getOwnPropertySymbols(value),
  ]);
  return () => elements() && others();
}

function describedTest(value: object, keysOf: () => readonly PropertyKey[]): Test {
  const keys = keysOf();
  // What V8 shows of a sloppy function while it runs is nothing that hangs on it.
  const isCounted = (key: PropertyKey): boolean =>
    typeof value !== "function" || (key !== "arguments" && key !== "caller");
  const properties = keys.map((key) => (isCounted(key) ? ownProperty(value, key) : undefined));
  return () => {
    const now = keysOf();
    if (now.length !== keys.length) return false;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index];
      if (key === undefined || now[index] !== key) return false;
      if (isCounted(key) && !isSameProperty(properties[index], ownProperty(value, key))) return false;
    }
    return true;
  };
}

type Property = ReturnType<typeof ownProperty>;

function isSameProperty(before: Property, now: Property): boolean {
  if (typeof before !== "object" || typeof now !== "object") return before === now;
  return (
    Object.is(before.value, now.value) &&
    before.get === now.get &&
    before.set === now.set &&
    before.writable === now.writable &&
    before.enumerable === now.enumerable &&
    before.configurable === now.configurable
  );
}

function elementTest(list: readonly unknown[]): Test {
  // Not by a method of the list: it may have one of its own.
  const elements = Array.from({ length: list.length }, (_, index) => list[index]);
  return () => isSameSequence(elements, list) && !hasHole(list);
}

function hasHole(list: readonly unknown[]): boolean {
  for (let index = 0; index < list.length; index++) {
    if (list[index] === undefined && !Object.hasOwn(list, index)) return true;
  }
  return false;
}

function isSameSequence(before: readonly unknown[], now: readonly unknown[]): boolean {
  if (before.length !== now.length) return false;
  for (let index = 0; index < before.length; index++) {
    if (!Object.is(before[index], now[index])) return false;
  }
  return true;
}

/** Whether all elements of an array are plain data, which may be read without running anything. */
function isPlainList(list: readonly unknown[]): boolean {
  for (let index = 0; index < list.length; index++) {
    const property = Object.getOwnPropertyDescriptor(list, index);
    if (property === undefined || !("value" in property)) return false;
  }
  return true;
}
