// Which stretches of memory a value uses. Views that come back have memory of their own, so no two parts of a value may
// share any.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import { stretchOf } from "../fingerprint/slots.ts";
import type { Bytes } from "../units.ts";
import { ownNames } from "./own-names.ts";

interface Range {
  readonly start: Bytes;
  readonly end: Bytes;
}

// The classes of views by the names under which they are stored. `Float16Array` is missing before Node 24.
const VIEW_CLASSES = [
  "DataView",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float16Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
] as const;

/** A class of views. */
export interface ViewClass {
  new (buffer: ArrayBuffer): ArrayBufferView;
  readonly prototype: ArrayBufferView;
}

/** The classes of views in the order of their numbers in the store; a gap for what this engine lacks. */
export const viewClasses: readonly (ViewClass | undefined)[] = VIEW_CLASSES.map((name) => {
  const found: unknown = Reflect.get(globalThis, name);
  return isViewClass(found) ? found : undefined;
});

function isViewClass(value: unknown): value is ViewClass {
  return typeof value === "function";
}

/** The memory that one value uses. */
export class MemoryUse {
  readonly #ranges = new Map<ArrayBufferLike, Range[]>();

  /** What keeps a buffer from being stored, in words; undefined if nothing does. */
  buffer(buffer: ArrayBufferLike): string | undefined {
    return unstorableBuffer(buffer) ?? this.#claim(buffer, 0, buffer.byteLength);
  }

  /** What keeps a view from being stored, in words; undefined if nothing does. */
  view(view: ArrayBufferView): string | undefined {
    const { type, buffer, start, length } = stretchOf(view);
    const prototype: unknown = Object.getPrototypeOf(view);
    const isNodeBuffer = prototype === Buffer.prototype;
    if (!isNodeBuffer && !viewClasses.some((each) => each?.prototype === prototype))
      return `an instance of a class that extends ${type}`;
    if (hasProperties(view, type === "DataView" ? 0 : length)) return `a ${type} with properties of its own`;
    // A small Buffer of Node's is a stretch of a pool that it shares with strangers, and nobody may tell.
    if (isNodeBuffer) return unstorableMemory(buffer) ?? this.#claim(buffer, start, start + length);
    const wrong = unstorableBuffer(buffer);
    if (wrong !== undefined) return wrong;
    if (start !== 0 || length !== buffer.byteLength) return `a ${type} of a part of a larger buffer`;
    return this.#claim(buffer, start, length);
  }

  #claim(buffer: ArrayBufferLike, start: Bytes, end: Bytes): string | undefined {
    const ranges = this.#ranges.get(buffer);
    if (ranges === undefined) {
      this.#ranges.set(buffer, [{ start, end }]);
      return undefined;
    }
    if (start === 0 && end === buffer.byteLength) return SHARED;
    if (ranges.some((other) => start < other.end && other.start < end)) return SHARED;
    ranges.push({ start, end });
    return undefined;
  }
}

const SHARED = "memory that another part of the value uses too";

function unstorableBuffer(buffer: ArrayBufferLike): string | undefined {
  return (
    unstorableMemory(buffer) ?? (hasProperties(buffer, 0) ? "a buffer with properties of its own" : undefined)
  );
}

function unstorableMemory(buffer: ArrayBufferLike): string | undefined {
  if (types.isSharedArrayBuffer(buffer)) return "memory shared between threads";
  if (Object.getPrototypeOf(buffer) !== ArrayBuffer.prototype)
    return "an instance of a class that extends ArrayBuffer";
  if (isResizable?.call(buffer)) return "a buffer that can be resized";
  if (isDetached(buffer)) return "a buffer that was handed to another thread";
  return undefined;
}

const isResizable: (() => unknown) | undefined = Object.getOwnPropertyDescriptor(
  ArrayBuffer.prototype,
  "resizable",
)?.get;

function isDetached(buffer: ArrayBufferLike): boolean {
  if (buffer.byteLength > 0) return false;
  try {
    new Uint8Array(buffer).fill(0);
    return false;
  } catch (error) {
    if (error instanceof TypeError) return true;
    throw error;
  }
}

function hasProperties(value: object, length: number): boolean {
  if (!Object.isExtensible(value) || Object.getOwnPropertySymbols(value).length > 0) return true;
  return ownNames(value, length).length > 0;
}
