// How the runtime writes values as bytes: `node:v8` in Node and Deno, which share V8's format; JavaScriptCore's in Bun.

import { Buffer } from "node:buffer";
import { DefaultDeserializer, DefaultSerializer, deserialize, serialize } from "node:v8";
import { stretchOf } from "../fingerprint/slots.ts";
import type { Count } from "../units.ts";
import { viewClasses } from "./memory-use.ts";

/** One way of writing values as bytes. */
export interface Wire {
  /** The family of the format: `v8`. */
  readonly family: string;
  /** The version that is written; it reads those before it too. */
  readonly version: Count;
  bytes(value: unknown): Uint8Array;
  /** The value again, which shares no memory with the bytes. Throws for bytes that are none of its own. */
  value(bytes: Uint8Array): unknown;
}

// Node's own serializer writes a view so that it may come back as a window on the bytes it was read from, at any offset.
// Ours gives each view memory of its own. A view is its class's number, its length, its bytes.
const NODE_BUFFER = 0xff;

class ViewSerializer extends DefaultSerializer {
  _writeHostObject(view: ArrayBufferView): void {
    const { buffer, start, length } = stretchOf(view);
    const prototype: unknown = Object.getPrototypeOf(view);
    const isNodeBuffer = prototype === Buffer.prototype;
    const number = viewClasses.findIndex((each) => each?.prototype === prototype);
    this.writeUint32(isNodeBuffer ? NODE_BUFFER : number);
    this.writeUint32(Math.floor(length / 2 ** 32));
    this.writeUint32(length % 2 ** 32);
    this.writeRawBytes(new Uint8Array(buffer, start, length));
  }
}

class ViewDeserializer extends DefaultDeserializer {
  _readHostObject(): ArrayBufferView {
    const number = this.readUint32();
    const length = this.readUint32() * 2 ** 32 + this.readUint32();
    const bytes = this.readRawBytes(length);
    if (number === NODE_BUFFER) return Buffer.from(bytes);
    const type = viewClasses[number];
    if (type === undefined) throw new TypeError(`unknown class of views ${number}`);
    return new type(new Uint8Array(bytes).buffer);
  }
}

const v8Wire: Wire = {
  family: "v8",
  version: serialize(0)[1] ?? 0,
  bytes: (value) => {
    const serializer = new ViewSerializer();
    serializer.writeHeader();
    serializer.writeValue(value);
    return serializer.releaseBuffer();
  },
  value: (bytes) => {
    const deserializer = new ViewDeserializer(bytes);
    deserializer.readHeader();
    return deserializer.readValue();
  },
};

const jscWire: Wire = {
  family: "jsc",
  version: serialize(0)[0] ?? 0,
  bytes: serialize,
  value: deserialize,
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
