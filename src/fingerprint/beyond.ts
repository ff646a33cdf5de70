// What is more than content in a value, and how it is written: functions, identities, hidden state.

import type { Count } from "../units.ts";
import type { Digest } from "./digest.ts";
import type { Internal } from "./reader.ts";
import type { ValueWriter } from "./value-bytes.ts";

/** Numbers for what is compared by identity. One table serves all copies of the library in a process. */
export interface Identities {
  readonly numbers: WeakMap<WeakKey, Count>;
  next: Count;
}

/** A part of a value whose content cannot be read. */
export interface Opaque {
  /** How to reach it from the value: `[0]`, `.rows[3].socket`. */
  readonly path: string;
  /** What it is, in words: "a promise". */
  readonly what: string;
}

/** The number by which an object or a symbol is known. */
export function identityOf(identities: Identities, key: WeakKey): Count {
  const known = identities.numbers.get(key);
  if (known !== undefined) return known;
  const number = identities.next++;
  identities.numbers.set(key, number);
  return number;
}

/** How what is more than its content is written. */
export interface Beyond {
  /** Writes a function or class that is met for the first time. */
  writeFunction(fn: object, path: string, values: ValueWriter): void;
  /** What hides in private fields, proxies and weak collections; undefined where nobody can read it. */
  internals(value: object): readonly Internal[] | undefined;
  /** The name of an intrinsic, which stands for its content. */
  wellKnownName(value: object): string | undefined;
  /** Whether `instanceof` must be able to tell the instances of two equal classes apart. */
  readonly identifiesClasses: boolean;
  /** Told of every primitive that is written, if anyone wants to know. */
  readonly primitive?: (value: unknown, path: string) => void;
  /** Told of every object whose content is written. */
  object(value: object): void;
  /** Told of content that is too long to be kept for comparison, with its digest. */
  longBlock(read: () => Uint8Array, digest: Digest): void;
  /** Own properties of an array or a view that are no elements, symbols aside. */
  namedKeys(list: object): readonly string[];
}

/** Functions and classes by identity, and by what hangs on them. */
export const BY_IDENTITY: Beyond = {
  writeFunction: (fn, path, values) => {
    values.writeIdentity(fn);
    values.writeProperties(fn, path);
  },
  internals: () => undefined,
  wellKnownName: () => undefined,
  identifiesClasses: true,
  object: () => {},
  longBlock: () => {},
  namedKeys: (list) => Object.getOwnPropertyNames(list).filter((key) => !INDEX.test(key)),
};

const INDEX = /^(?:0|[1-9]\d*)$/;
