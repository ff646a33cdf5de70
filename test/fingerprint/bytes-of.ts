// The canonical bytes of a value as text, for tests that compare them.

import type { Identities, Opaque } from "../../src/fingerprint/beyond.ts";
import { ByteWriter } from "../../src/fingerprint/bytes.ts";
import { writeValue } from "../../src/fingerprint/value-bytes.ts";

/** One table of identities for all values of a test: a function or a symbol is the same in each of them. */
export const identities: Identities = { numbers: new WeakMap(), next: 1 };

/** The bytes of a value in hexadecimal; throws where a part of it cannot be read. */
export function bytesOf(value: unknown): string {
  const writer = new ByteWriter(64);
  const opaque = writeValue(writer, value, identities);
  if (opaque !== undefined) throw new Error(`cannot read ${opaque.path || "the value"}: ${opaque.what}`);
  return Buffer.from(writer.bytes).toString("hex");
}

/** The first part of a value that cannot be read. */
export function opaquePart(value: unknown): Opaque | undefined {
  return writeValue(new ByteWriter(64), value, identities);
}

/** Whether two values have the same bytes. A value that cannot be read has none, so it is the same as no other. */
export function isSame(one: unknown, other: unknown): boolean {
  return opaquePart(one) === undefined && opaquePart(other) === undefined && bytesOf(one) === bytesOf(other);
}
