// How the inner state of built-in objects is read: by what the engine itself provides, taken once at load, so that neither a
// patched prototype nor a property that shadows one runs foreign code.

import { types } from "node:util";

export const mapEntries: () => MapIterator<[unknown, unknown]> = Map.prototype.entries;
export const setValues: () => SetIterator<unknown> = Set.prototype.values;
export const dateValue: () => number = Date.prototype.getTime;
export const regexpSource: () => string = getterOf(RegExp.prototype, "source");
export const urlText: () => string = getterOf(URL.prototype, "href");

const FLAGS: readonly (readonly [flag: string, get: () => boolean])[] = [
  ["d", "hasIndices"],
  ["g", "global"],
  ["i", "ignoreCase"],
  ["m", "multiline"],
  ["s", "dotAll"],
  ["u", "unicode"],
  ["v", "unicodeSets"],
  ["y", "sticky"],
].map(([flag = "", name = ""]) => [flag, getterOf<boolean>(RegExp.prototype, name)] as const);

/** The flags of a regular expression; the property `flags` would ask for each by its name. */
export function regexpFlags(value: RegExp): string {
  return FLAGS.map(([flag, get]) => (get.call(value) ? flag : "")).join("");
}

/** A view's element type and the stretch of its buffer. */
export interface Stretch {
  readonly type: string;
  readonly buffer: ArrayBufferLike;
  readonly start: number;
  readonly length: number;
}

const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);
const elementType = getterOf<string | undefined>(typedArray, Symbol.toStringTag);
const arrayGetters = stretchGetters(typedArray);
const dataViewGetters = stretchGetters(DataView.prototype);

export function stretchOf(view: ArrayBufferView): Stretch {
  const type = elementType.call(view);
  const { buffer, start, length } = type === undefined ? dataViewGetters : arrayGetters;
  return {
    type: type ?? "DataView",
    buffer: buffer.call(view),
    start: start.call(view),
    length: length.call(view),
  };
}

const limitOf = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "maxByteLength")?.get;
const sharedLimitOf = Object.getOwnPropertyDescriptor(
  globalThis.SharedArrayBuffer?.prototype ?? {},
  "maxByteLength",
)?.get;

/** How far a buffer may grow; undefined where the engine does not know of growing. */
export function growthLimit(buffer: ArrayBufferLike): unknown {
  return types.isSharedArrayBuffer(buffer) ? sharedLimitOf?.call(buffer) : limitOf?.call(buffer);
}

const { valueOf: ofNumber } = Number.prototype;
const { valueOf: ofString } = String.prototype;
const { valueOf: ofBoolean } = Boolean.prototype;
const { valueOf: ofBigInt } = BigInt.prototype;
const { valueOf: ofSymbol } = Symbol.prototype;

/** The primitive in a boxed one. */
export function unboxed(value: object): unknown {
  if (types.isNumberObject(value)) return ofNumber.call(value);
  if (types.isStringObject(value)) return ofString.call(value);
  if (types.isBooleanObject(value)) return ofBoolean.call(value);
  if (types.isBigIntObject(value)) return ofBigInt.call(value);
  return ofSymbol.call(value);
}

function stretchGetters(prototype: object): {
  readonly buffer: () => ArrayBufferLike;
  readonly start: () => number;
  readonly length: () => number;
} {
  return {
    buffer: getterOf(prototype, "buffer"),
    start: getterOf(prototype, "byteOffset"),
    length: getterOf(prototype, "byteLength"),
  };
}

function getterOf<T>(prototype: object, name: PropertyKey): () => T {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (getter === undefined) throw new TypeError(`this engine has no accessor ${String(name)}`);
  return getter;
}
