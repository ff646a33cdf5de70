// Values as bytes and back. What is accepted comes back so that no function could tell it from the original: contents, holes,
// the sign of zero, cycles and shared parts. What would come back as something else is refused, by the path to it.

import type { Codec } from "./codec.ts";
import { enveloped, opened } from "./instances.ts";
import { type Refusal, storable } from "./storable.ts";
import { canRead, wire, wireName } from "./wire.ts";

/** A value as bytes. */
export interface Encoded {
  readonly kind: "encoded";
  readonly bytes: Uint8Array;
  /** What a reader must know to read the bytes: `v8:15`, `v8:15+codecs`. */
  readonly codec: string;
}

/** A value from bytes, or that this reader does not know what they say. */
export type Decoded = { readonly kind: "decoded"; readonly value: unknown } | { readonly kind: "unknown" };

const WITH_CODECS = "+codecs";

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
    if (instances.length === 0) return { kind: "encoded", bytes: wire.bytes(value), codec: wireName };
    const bytes = wire.bytes(enveloped(value, instances));
    return { kind: "encoded", bytes, codec: `${wireName}${WITH_CODECS}` };
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
export function decoded(bytes: Uint8Array, codec: string, codecs: readonly Codec<unknown>[] = []): Decoded {
  const hasInstances = codec.endsWith(WITH_CODECS);
  if (!canRead(hasInstances ? codec.slice(0, -WITH_CODECS.length) : codec)) return UNKNOWN;
  try {
    const value = wire.value(bytes);
    const result = hasInstances ? opened(value, codecs) : { value };
    return result === undefined ? UNKNOWN : { kind: "decoded", value: result.value };
  } catch {
    return UNKNOWN;
  }
}

const UNKNOWN: Decoded = { kind: "unknown" };
