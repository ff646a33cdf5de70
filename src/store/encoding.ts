// Values as bytes and back. What is accepted comes back so that no function could tell it from the original: contents, holes,
// the sign of zero, cycles and shared parts. What would come back as something else is refused, by the path to it.

import type { Bytes } from "../units.ts";
import type { Codec } from "./codec.ts";
import { enveloped, opened } from "./instances.ts";
import { fromPlainJson, plainJson } from "./plain-json.ts";
import { type Refusal, storable } from "./storable.ts";
import type { ByteSource } from "./store.ts";
import { canRead, wire, wireName } from "./wire.ts";

/** A value as bytes. */
export interface Encoded {
  readonly kind: "encoded";
  readonly bytes: Uint8Array;
  /** What a reader must know to read the bytes: `json`, `v8:15`, `v8:15+codecs`. */
  readonly codec: string;
}

/** A value from bytes, or that this reader does not know what they say. */
export type Decoded = { readonly kind: "decoded"; readonly value: unknown } | { readonly kind: "unknown" };

const JSON_CODEC = "json";
const WITH_CODECS = "+codecs";
/** The memory of one view, then all else, then the length of the first. */
const WITH_FRONT = "+front";

/**
 * A value as bytes.
 *
 * @param codecs for classes whose instances may occur in the value
 * @returns the bytes, or what stands against storing it
 * @example
 * encoded({ rows: [1, () => 2] }, []) // { kind: "refused", path: ".rows[1]", what: "a function" }
 */
export function encoded(value: unknown, codecs: readonly Codec<unknown>[] = []): Encoded | Refusal {
  const checked = storable(value, codecs);
  if (checked.kind === "refused") return checked;
  const { instances } = checked;
  try {
    const hasInstances = instances.length > 0;
    const plain = hasInstances ? undefined : plainJson(value);
    if (plain !== undefined) return { kind: "encoded", bytes: plain, codec: JSON_CODEC };
    const { bytes, front } = wire.written(hasInstances ? enveloped(value, instances) : value);
    const codec = hasInstances ? `${wireName}${WITH_CODECS}` : wireName;
    if (front.length === 0) return { kind: "encoded", bytes, codec };
    return { kind: "encoded", bytes: withFront(front, bytes), codec: `${codec}${WITH_FRONT}` };
  } catch (error) {
    // A value may be deeper than the engine's own writer goes, or larger than its largest buffer.
    return { kind: "refused", path: "", what: `a value that the engine cannot write: ${String(error)}` };
  }
}

/**
 * The value that some bytes stand for. It shares no memory with them, and nothing in them is run: only the codecs given are.
 *
 * @returns `unknown` for a format or a class that this reader does not know, and for damaged bytes; it never throws
 */
export function decoded(
  bytes: Uint8Array | ByteSource,
  codec: string,
  codecs: readonly Codec<unknown>[] = [],
): Decoded {
  if (codec === JSON_CODEC) return fromJson(bytes);
  const hasFront = codec.endsWith(WITH_FRONT);
  const inner = hasFront ? codec.slice(0, -WITH_FRONT.length) : codec;
  const hasInstances = inner.endsWith(WITH_CODECS);
  if (!canRead(hasInstances ? inner.slice(0, -WITH_CODECS.length) : inner)) return UNKNOWN;
  try {
    const value = valueIn(bytes, hasFront);
    const result = hasInstances ? opened(value, codecs) : { value };
    return result === undefined ? UNKNOWN : { kind: "decoded", value: result.value };
  } catch {
    return UNKNOWN;
  }
}

function fromJson(bytes: Uint8Array | ByteSource): Decoded {
  try {
    const whole = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes.read(0, bytes.length));
    return { kind: "decoded", value: fromPlainJson(whole) };
  } catch {
    return UNKNOWN;
  }
}

const UNKNOWN: Decoded = { kind: "unknown" };

// The length of what stands in front, at the end: a double.
const FOOTER: Bytes = 8;

function withFront(front: Uint8Array, bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(front.length + bytes.length + FOOTER);
  whole.set(front);
  whole.set(bytes, front.length);
  new DataView(whole.buffer).setFloat64(front.length + bytes.length, front.length, true);
  return whole;
}

function valueIn(bytes: Uint8Array | ByteSource, hasFront: boolean): unknown {
  if (!hasFront && bytes instanceof Uint8Array) return wire.value(bytes, noFront);
  const source = bytes instanceof Uint8Array ? sourceOf(bytes) : bytes;
  const { length } = source;
  if (!hasFront) return wire.value(new Uint8Array(source.read(0, length)), noFront);
  const front = new DataView(source.read(length - FOOTER, length)).getFloat64(0, true);
  let isTaken = false;
  return wire.value(new Uint8Array(source.read(front, length - FOOTER)), () => {
    if (isTaken) return noFront();
    isTaken = true;
    return source.read(0, front);
  });
}

function noFront(): never {
  throw new TypeError("nothing more stands in front");
}

function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.length,
    read: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
}
