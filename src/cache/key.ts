// From the arguments of a call to the key of its result. Two calls get one key only if no function could tell their
// arguments apart; a call whose arguments cannot be compared gets none.

import { Buffer } from "node:buffer";
import { type Beyond, type Identities, identityOf, type Opaque } from "../fingerprint/beyond.ts";
import { ByteWriter } from "../fingerprint/bytes.ts";
import type { Test } from "../fingerprint/content-test.ts";
import { sha256 } from "../fingerprint/digest.ts";
import { isObject } from "../fingerprint/property-path.ts";
import { ValueWriter } from "../fingerprint/value-bytes.ts";
import type { Bytes, Count } from "../units.ts";
import { forgetTokens, plainTokens } from "./plain-tokens.ts";
import { sharedToken } from "./shared-texts.ts";

/** A key under which a result can be kept. */
export type KeptKey = (
  | { readonly kind: "primitive"; readonly value: unknown }
  | { readonly kind: "tokens"; readonly hash: Count; readonly tokens: readonly unknown[] }
  | { readonly kind: "bytes"; readonly value: string }
) & {
  /** The number of the object that a method is called on, if that counts. */
  readonly receiver: Count | undefined;
};

export type Key = KeptKey | { readonly kind: "none"; readonly opaque: Opaque };

/** Longer keys are replaced by their digest. */
const LONGEST_KEY: Bytes = 256;

/** How arguments are written. */
export interface ArgumentEncoding {
  readonly identities: Identities;
  /** What functions and hidden state among them mean. */
  readonly beyond: Beyond;
  /** A test whether a function still means what it means now; undefined if nobody can tell. */
  readonly meaningTest: (fn: object) => Test | undefined;
}

/** No receiver, for functions that do not use one. */
export const NO_RECEIVER: unique symbol = Symbol("no receiver");

/** The global object as a receiver: anything may be read of it. */
export const GLOBAL_THIS: unique symbol = Symbol("global this");

/** What of a call decides about its result. */
export interface Keyed {
  readonly args: readonly unknown[];
  /** How many arguments the function can see; undefined if it may see all, and their number. */
  readonly seen: Count | undefined;
  /** `this`, or `NO_RECEIVER`. */
  readonly receiver: unknown;
  /** The content of files that count like arguments. */
  readonly files: readonly string[];
  /** Whether the order of keys does not count. */
  readonly isUnordered: boolean;
}

/** The key of a call: by its arguments and their number, as far as the function can see them, and by its receiver. */
export function callKey(call: Keyed, encoding: ArgumentEncoding): Key {
  const { args, receiver, files, isUnordered } = call;
  if (receiver === GLOBAL_THIS) return { kind: "none", opaque: { path: "this", what: "the global object" } };
  const count = countedArguments(args, call.seen);
  if (receiver === NO_RECEIVER) {
    const [only] = args;
    if (count === 1 && files.length === 0 && isPlainPrimitive(only))
      return { kind: "primitive", value: only, receiver: undefined };
    const plain = plainTokens(args, count, files, isUnordered);
    if (plain !== undefined) {
      const { hash, length, list } = plain;
      const kept = list.slice(0, length).map(sharedToken);
      forgetTokens();
      return { kind: "tokens", hash, tokens: kept, receiver: undefined };
    }
  }
  const writer = new ByteWriter(256);
  const { opaque } = writeCall(writer, call, count, encoding);
  if (opaque !== undefined) return { kind: "none", opaque };
  const { bytes } = writer;
  const value = bytes.length > LONGEST_KEY ? sha256(bytes) : latin1(bytes);
  // A receiver counts twice: as the very object it is, and by what it holds now.
  const number =
    receiver !== NO_RECEIVER && isObject(receiver) ? identityOf(encoding.identities, receiver) : undefined;
  return { kind: "bytes", value, receiver: number };
}

/**
 * The key of a call for other processes; undefined where it means something in this one only: a receiver, or an object
 * that counts by identity.
 */
export function portableKey(call: Keyed, encoding: ArgumentEncoding): string | undefined {
  if (call.receiver !== NO_RECEIVER) return undefined;
  const writer = spare ?? new ByteWriter(256);
  // What a class or a function among the arguments means may be found by another key.
  spare = undefined;
  const { opaque, usesIdentity } = writeCall(writer, call, countedArguments(call.args, call.seen), encoding);
  const key = opaque === undefined && !usesIdentity ? sha256(writer.bytes) : undefined;
  writer.reset();
  spare = writer;
  return key;
}

// A writer that nobody writes with.
let spare: ByteWriter | undefined;

function writeCall(
  writer: ByteWriter,
  { args, receiver, files, isUnordered }: Keyed,
  count: Count,
  { identities, beyond }: ArgumentEncoding,
): ValueWriter {
  const values = new ValueWriter(writer, identities, beyond, isUnordered);
  writer.count(count);
  for (let index = 0; index < count; index++) values.write(args[index], `argument ${index}`);
  writer.count(files.length);
  for (const file of files) writer.string(file);
  if (receiver !== NO_RECEIVER) values.write(receiver, "this");
  return values;
}

/** Arguments that the function cannot see do not count; to most functions a missing one is `undefined`. */
export function countedArguments(args: ArrayLike<unknown>, seen: Count | undefined): Count {
  if (seen === undefined) return args.length;
  let count = Math.min(args.length, seen);
  while (count > 0 && args[count - 1] === undefined) count--;
  return count;
}

/** Whether a Map tells a value from all others. */
export function isPlainPrimitive(value: unknown): boolean {
  switch (typeof value) {
    case "number":
      return value !== 0 || 1 / value > 0;
    case "string":
    case "boolean":
    case "undefined":
    case "bigint":
      return true;
    default:
      return value === null;
  }
}

/** Whether two keys are those of one call. */
export function isSameKey(one: KeptKey, other: Key): boolean {
  if (one.kind === "tokens") return other.kind === "tokens" && isSameList(one.tokens, other.tokens);
  return other.kind === one.kind && Object.is(one.value, other.value);
}

/** Whether two lists of tokens are equal. */
export function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  const { length } = one;
  if (other.length !== length) return false;
  for (let index = 0; index < length; index++) if (!Object.is(one[index], other[index])) return false;
  return true;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
