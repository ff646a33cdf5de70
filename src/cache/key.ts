// From the arguments of a call to the key of its result. Two calls get one key only if no function could tell their
// arguments apart; a call whose arguments cannot be compared gets none.

import { Buffer } from "node:buffer";
import { type Beyond, type Identities, identityOf, type Opaque } from "../fingerprint/beyond.ts";
import { ByteWriter } from "../fingerprint/bytes.ts";
import { sha256 } from "../fingerprint/digest.ts";
import { ValueWriter } from "../fingerprint/value-bytes.ts";
import type { Bytes } from "../units.ts";

export type Key =
  | { readonly kind: "primitive"; readonly value: unknown }
  | { readonly kind: "bytes"; readonly value: string }
  | { readonly kind: "none"; readonly opaque: Opaque };

/** Longer keys are replaced by their digest. */
const LONGEST_KEY: Bytes = 256;

/** How arguments are written. */
export interface ArgumentEncoding {
  readonly identities: Identities;
  /** What functions and hidden state among them mean. */
  readonly beyond: Beyond;
}

/** No receiver, for functions that do not use one. */
export const NO_RECEIVER: unique symbol = Symbol("no receiver");

/**
 * The key of a call: by all arguments and their number, and by the receiver's identity and content.
 *
 * @param receiver `this`, or `NO_RECEIVER`
 */
export function callKey(
  args: readonly unknown[],
  receiver: unknown,
  { identities, beyond }: ArgumentEncoding,
): Key {
  const [only] = args;
  if (args.length === 1 && receiver === NO_RECEIVER && isPlainPrimitive(only))
    return { kind: "primitive", value: only };
  const writer = new ByteWriter(256);
  const values = new ValueWriter(writer, identities, beyond);
  writer.count(args.length);
  let opaque: Opaque | undefined;
  for (const [index, arg] of args.entries()) opaque = values.write(arg, `argument ${index}`);
  if (receiver !== NO_RECEIVER) {
    // A receiver counts twice: as the very object it is, and by what it holds now.
    if (isObject(receiver)) writer.number(identityOf(identities, receiver));
    opaque = values.write(receiver, "this");
  }
  if (opaque !== undefined) return { kind: "none", opaque };
  return { kind: "bytes", value: keyText(writer.bytes) };
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isPlainPrimitive(value: unknown): boolean {
  switch (typeof value) {
    case "number":
      return !Object.is(value, -0);
    case "string":
    case "boolean":
    case "undefined":
    case "bigint":
      return true;
    default:
      return value === null;
  }
}

function keyText(bytes: Uint8Array): string {
  if (bytes.length > LONGEST_KEY) return sha256(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
