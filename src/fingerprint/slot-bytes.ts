// The canonical bytes of what built-in objects hold besides their properties: entries, times, patterns, memory.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import type { ByteWriter } from "./bytes.ts";
import { isPlainURL } from "./opacity.ts";
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
import type { ValueWriter } from "./value-bytes.ts";
import { TAG } from "./value-tags.ts";

/** Writes what a built-in object holds besides its properties. */
export function writeSlots(value: object, path: string, writer: ByteWriter, values: ValueWriter): void {
  if (types.isMap(value)) {
    writer.tag(TAG.map);
    let index = 0;
    for (const [key, each] of mapEntries.call(value)) {
      values.value(key, `${path}.key(${index})`);
      values.value(each, `${path}.value(${index++})`);
    }
    writer.tag(TAG.end);
  } else if (types.isSet(value)) {
    writer.tag(TAG.set);
    let index = 0;
    for (const each of setValues.call(value)) values.value(each, `${path}.value(${index++})`);
    writer.tag(TAG.end);
  } else if (types.isDate(value)) {
    writer.tag(TAG.date);
    writer.number(dateValue.call(value));
  } else if (types.isRegExp(value)) {
    writer.tag(TAG.regexp);
    writer.string(regexpSource.call(value));
    writer.string(regexpFlags(value));
  } else if (types.isAnyArrayBuffer(value)) {
    writeBuffer(value, path, writer, values);
  } else if (ArrayBuffer.isView(value)) {
    writeView(value, path, writer, values);
  } else if (types.isBoxedPrimitive(value)) {
    writer.tag(TAG.boxed);
    values.value(unboxed(value), path);
  } else if (isPlainURL(value)) {
    writer.tag(TAG.url);
    writer.string(urlText.call(value));
  } else if (types.isNativeError(value)) writer.tag(TAG.error);
}

function writeBuffer(value: ArrayBufferLike, path: string, writer: ByteWriter, values: ValueWriter): void {
  writer.tag(TAG.buffer);
  try {
    values.writeBlock(() => new Uint8Array(value));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    values.refuse({ path, what: "a buffer that was handed to another thread" });
  }
  const limit = growthLimit(value);
  writer.number(typeof limit === "number" ? limit : -1);
}

/** A view shows its whole buffer; but Node's `Buffer`s share a pool, where a neighbour's bytes are nobody's business. */
function writeView(value: ArrayBufferView, path: string, writer: ByteWriter, values: ValueWriter): void {
  const { type, buffer, start, length } = stretchOf(value);
  writer.tag(TAG.view);
  writer.string(type);
  writer.number(length);
  if (Object.getPrototypeOf(value) === Buffer.prototype) {
    values.writeBlock(() => new Uint8Array(buffer, start, length));
  } else {
    writer.number(start);
    values.value(buffer, path);
  }
}
