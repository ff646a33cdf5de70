// How the runtime writes values as bytes: `node:v8` in Node and Deno, which share V8's format; JavaScriptCore's in Bun.

import { Buffer } from "node:buffer";
import { DefaultDeserializer, DefaultSerializer, deserialize, serialize } from "node:v8";
import { stretchOf } from "../fingerprint/slots.ts";
import type { Bytes, Count } from "../units.ts";
import { viewClasses } from "./memory-use.ts";

/** One way of writing values as bytes. */
export interface Wire {
  /** The family of the format: `v8`. */
  readonly family: string;
  /** The version that is written; it reads those before it too. */
  readonly version: Count;
  written(value: unknown): Written;
  /**
   * The value again, which shares no memory with the bytes. Throws for bytes that are none of its own.
   *
   * @param front gives memory of its own with the bytes that stand in front
   */
  value(bytes: Uint8Array, front: () => ArrayBuffer): unknown;
}

/** A value as bytes. */
export interface Written {
  readonly bytes: Uint8Array;
  /** The memory of one large view, which is not among the bytes; empty if there is none. */
  readonly front: Uint8Array;
}

/** From this size on, the memory of a view may stand in front of all else, so that it can be read without a copy. */
const LARGE: Bytes = 128 * 1024;

// Node's own serializer writes a view so that it may come back as a window on the bytes it was read from, at any offset.
// Ours gives each view memory of its own. A view is its class's number, its length, its bytes; the number with `IN_FRONT` is that
// of the view whose bytes are elsewhere.
const NODE_BUFFER = 0xff;
const IN_FRONT = 0x100;

const NOTHING = new Uint8Array();

class ViewSerializer extends DefaultSerializer {
  front: Uint8Array = NOTHING;

  _writeHostObject(view: ArrayBufferView): void {
    const { buffer, start, length } = stretchOf(view);
    const prototype: unknown = Object.getPrototypeOf(view);
    const isNodeBuffer = prototype === Buffer.prototype;
    const number = viewClasses.findIndex((each) => each?.prototype === prototype);
    const isInFront = length >= LARGE && !isNodeBuffer && this.front === NOTHING;
    this.writeUint32((isNodeBuffer ? NODE_BUFFER : number) + (isInFront ? IN_FRONT : 0));
    this.writeUint32(Math.floor(length / 2 ** 32));
    this.writeUint32(length % 2 ** 32);
    const bytes = new Uint8Array(buffer, start, length);
    if (isInFront) this.front = bytes;
    else this.writeRawBytes(bytes);
  }
}

class ViewDeserializer extends DefaultDeserializer {
  readonly #front: () => ArrayBuffer;

  constructor(bytes: Uint8Array, front: () => ArrayBuffer) {
    super(bytes);
    this.#front = front;
  }

  _readHostObject(): ArrayBufferView {
    const tag = this.readUint32();
    const number = tag % IN_FRONT;
    const type = viewClasses[number];
    const length = this.readUint32() * 2 ** 32 + this.readUint32();
    if (tag >= IN_FRONT) {
      if (type === undefined) throw new TypeError(`unknown class of views ${number}`);
      const front = this.#front();
      if (front.byteLength !== length) throw new TypeError("another length stands in front");
      return new type(front);
    }
    const bytes = this.readRawBytes(length);
    if (number === NODE_BUFFER) return Buffer.from(bytes);
    if (type === undefined) throw new TypeError(`unknown class of views ${number}`);
    return new type(new Uint8Array(bytes).buffer);
  }
}

const v8Wire: Wire = {
  family: "v8",
  version: serialize(0)[1] ?? 0,
  written: (value) => {
    const serializer = new ViewSerializer();
    serializer.writeHeader();
    serializer.writeValue(value);
    return { bytes: serializer.releaseBuffer(), front: serializer.front };
  },
  value: (bytes, front) => {
    const deserializer = new ViewDeserializer(bytes, front);
    deserializer.readHeader();
    return deserializer.readValue();
  },
};

const jscWire: Wire = {
  family: "jsc",
  version: serialize(0)[0] ?? 0,
  written: (value) => ({ bytes: serialize(value), front: NOTHING }),
  value: (bytes) => deserialize(bytes),
};

/** The format of this runtime. */
export const wire: Wire = "bun" in process.versions ? jscWire : v8Wire;

/** The name of the format, which stands beside everything written in it: `v8:15`. */
export const wireName: string = `${wire.family}:${wire.version}`;

/** Whether this runtime can read what was written in a format of that name. */
export function canRead(name: string): boolean {
  if (name === wireName) return true;
  const [family, version = ""] = name.split(":");
  return family === wire.family && /^\d{1,4}$/.test(version) && Number(version) <= wire.version;
}
