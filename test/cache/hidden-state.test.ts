// "Never stale" for arguments whose content cannot be read from their own properties: two of them must never be taken for
// one, and one that changed must not be taken for what it was. Running anew is always right; a hit is right only if sure.

import { createHash, createSecretKey } from "node:crypto";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { linearRegressionLine } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { runsTwice } from "./calls.ts";

class Secret {
  readonly #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class SecretArray extends Array<number> {
  readonly #value: number;
  constructor(value: number) {
    super();
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class SecretMap extends Map<string, number> {
  readonly #value: number;
  constructor(value: number) {
    super();
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class SecretError extends Error {
  readonly #value: number;
  constructor(value: number) {
    super("secret");
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class SecretBytes extends Uint8Array {
  readonly #value: number;
  constructor(value: number) {
    super(1);
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class SecretDate extends Date {
  readonly #value: number;
  constructor(value: number) {
    super(0);
    this.#value = value;
  }
  get value(): number {
    return this.#value;
  }
}
class Grandchild extends Secret {}

/** What compilers make of a class with private members: they stand in a WeakMap. */
const compiled = new WeakMap<object, number>();
class Compiled {
  constructor(value: number) {
    compiled.set(this, value);
  }
  get value(): number {
    return compiled.get(this) ?? 0;
  }
}

function* generated(value: number): Generator<number> {
  yield value;
}
async function* generatedLater(value: number): AsyncGenerator<number> {
  yield value;
}
const hold = (value: number): object => new WeakMap([[compiled, value]]);
const living: object[] = [];
/** What no garbage collection takes out of a weak collection. */
const alive = (value: number): object => {
  const made = { value };
  living.push(made);
  return made;
};
const proxied = (value: number): object => new Proxy({ value }, {});
const form = (value: number): FormData => {
  const made = new FormData();
  made.set("value", String(value));
  return made;
};
const inRealm = (value: number): object => ({
  get value() {
    return value;
  },
});

type Make = (value: number) => unknown;
const KINDS: readonly (readonly [string, Make])[] = [
  ["promises", (value) => Promise.resolve(value)],
  ["proxies", proxied],
  ["WeakMaps", hold],
  ["WeakSets", (value) => new WeakSet([alive(value)])],
  ["WeakRefs", (value) => new WeakRef({ value })],
  ["generators", generated],
  ["async generators", generatedLater],
  ["iterators of arrays", (value) => [value].values()],
  ["iterators of Maps", (value) => new Map([[1, value]]).values()],
  ["iterators of Sets", (value) => new Set([value]).values()],
  ["iterators of strings", (value) => String(value)[Symbol.iterator]()],
  ["iterators of matches", (value) => String(value).matchAll(/./g)],
  ["iterators of typed arrays", (value) => new Uint8Array([value]).values()],
  ["iterators of segments", (value) => new Intl.Segmenter().segment(String(value))[Symbol.iterator]()],
  ["segments", (value) => new Intl.Segmenter().segment(String(value))],
  ["instances with #private members", (value) => new Secret(value)],
  ["instances that inherit #private members", (value) => new Grandchild(value)],
  ["arrays with #private members", (value) => new SecretArray(value)],
  ["Maps with #private members", (value) => new SecretMap(value)],
  ["errors with #private members", (value) => new SecretError(value)],
  ["typed arrays with #private members", (value) => new SecretBytes(value)],
  ["Dates with #private members", (value) => new SecretDate(value)],
  ["instances whose private members a compiler put in a WeakMap", (value) => new Compiled(value)],
  ["objects with a getter", inRealm],
  ["closures", (value) => () => value],
  ["bound functions", (value) => Math.max.bind(null, value)],
  ["functions that a package made", (value) => linearRegressionLine({ m: value, b: 0 })],
  ["functions that the runtime made of others", (value) => promisify(() => value)],
  ["URLSearchParams", (value) => new URLSearchParams({ value: String(value) })],
  ["Headers", (value) => new Headers({ value: String(value) })],
  ["FormData", form],
  ["Blobs", (value) => new Blob([String(value)])],
  ["requests", (value) => new Request(`http://host/${value}`)],
  ["responses", (value) => new Response(String(value))],
  ["readable streams", (value) => Readable.from([value])],
  ["web streams", (value) => new Blob([String(value)]).stream()],
  ["keys", (value) => createSecretKey(Buffer.from([value]))],
  ["hashes", (value) => createHash("sha256").update(String(value))],
  ["number formats", (value) => new Intl.NumberFormat("en", { minimumFractionDigits: value })],
  ["text decoders", (value) => new TextDecoder(value === 1 ? "utf-8" : "latin1")],
  ["events", (value) => new Event(String(value))],
  ["exceptions of the DOM", (value) => new DOMException(String(value))],
  ["abort signals", (value) => (value === 1 ? AbortSignal.abort() : new AbortController().signal)],
];

describe("two arguments with hidden state are never one", () => {
  it.each(KINDS)("%s", (_title, make) => {
    expect(runsTwice([make(1)], [make(2)])).toBe(true);
    expect(runsTwice([{ in: [make(1)] }], [{ in: [make(2)] }]), "within an object").toBe(true);
    expect(runsTwice(["first", make(1)], ["first", make(2)]), "behind another argument").toBe(true);
  });
});

describe("what the runtime provides is understood by its origin, and not by what it is made of", () => {
  it.each(Object.entries({ Blob, FormData, Headers, Request, Response }))(
    "%s, as an argument",
    (_name, of) => {
      expect(runsTwice([of], [of])).toBe(false);
      expect(runsTwice([of], [class Made {}])).toBe(true);
    },
  );

  it("so that equal instances are one argument", () => {
    expect(runsTwice([new FormData()], [new FormData()])).toBe(false);
    expect(runsTwice([new Headers({ a: "1" })], [new Headers({ a: "1" })])).toBe(false);
  });
});
