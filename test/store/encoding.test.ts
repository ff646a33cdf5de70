// What comes back from bytes, what is refused, and that no bytes do harm.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decoded, encoded } from "../../src/store/encoding.ts";
import { ACCEPTED, nested } from "./accepted-values.ts";
import { seeded } from "./seeded.ts";
import { shape } from "./shape.ts";

/** What a value is after its way through bytes. */
function roundTrip(value: unknown): unknown {
  const there = encoded(value);
  if (there.kind === "refused") throw new Error(`refused ${there.path}: ${there.what}`);
  const back = decoded(there.bytes, there.codec);
  if (back.kind === "unknown") throw new Error("not decoded");
  return back.value;
}

function expectSame(value: unknown): void {
  const back = roundTrip(value);
  assert.deepStrictEqual(back, value);
  assert.deepStrictEqual(shape(back), shape(value));
}

class Matrix {
  rows = [[1]];
}
class Hidden {
  readonly #secret = 1;
  get secret(): number {
    return this.#secret;
  }
}
function boom(): never {
  throw new Error("user code ran");
}
const traps = new Proxy({}, new Proxy({}, { get: boom }));
const withBuffer = new ArrayBuffer(8);
const part = new Uint8Array(new ArrayBuffer(8), 2, 2);
const pooled = Buffer.alloc(100);

const REFUSED: readonly (readonly [value: unknown, path: string, what: string])[] = [
  [() => 1, "", "a function"],
  [class {}, "", "a function"],
  [{ rows: [0, { socket: Promise.resolve() }] }, ".rows[1].socket", "a promise"],
  [[new Matrix()], "[0]", "an instance of Matrix"],
  [new Hidden(), "", "an instance of Hidden, a class with private members"],
  [new (class extends Map {})(), "", "an instance of a class"],
  [new (class Table extends Map {})(), "", "an instance of Table"],
  [new (class List extends Array {})(), "", "an instance of List"],
  [new (class Bytes extends Uint8Array {})(2), "", "an instance of a class that extends Uint8Array"],
  [Object.create(null), "", "an object without a prototype"],
  [Object.create({ a: 1 }), "", "an object that inherits from another object"],
  [{ a: traps }, ".a", "a proxy"],
  [new Proxy(boom, {}), "", "a proxied function"],
  [
    Object.setPrototypeOf({}, new Proxy({}, { get: boom, getPrototypeOf: boom })),
    "",
    "an object that inherits from a proxy",
  ],
  [new TypeError("x"), "", "an error"],
  [Object(1), "", "a boxed primitive"],
  [Symbol("a"), "", "a symbol"],
  [{ [Symbol.iterator]: 1 }, "[Symbol(Symbol.iterator)]", "a property named by a symbol"],
  [
    {
      get a() {
        return boom();
      },
    },
    ".a",
    "a getter",
  ],
  [{ set a(_: unknown) {} }, ".a", "a setter"],
  [Object.defineProperty([1], 0, { get: boom, enumerable: true, configurable: true }), "[0]", "a getter"],
  [Object.freeze({ a: 1 }), ".a", "a read-only property"],
  [Object.freeze({}), "", "an object that is frozen"],
  [Object.seal({ a: 1 }), ".a", "a property that cannot be deleted"],
  [Object.preventExtensions({ a: 1 }), "", "an object that is closed to new properties"],
  [Object.preventExtensions([1]), "", "an array that is closed to new properties"],
  [Object.defineProperty([1], "length", { writable: false }), "", "an array of fixed length"],
  [
    Object.defineProperty({}, "a", { value: 1, writable: true, configurable: true }),
    ".a",
    "a hidden property",
  ],
  [
    Object.defineProperty(new Array(500).fill(0), "a", { value: 1, writable: true, configurable: true }),
    ".a",
    "a hidden property",
  ],
  [Object.assign(new Map(), { a: 1 }), ".a", "a property of a Map"],
  [Object.assign(new Date(0), { a: 1 }), ".a", "a property of a Date"],
  [Object.assign(/a/g, { a: 1 }), ".a", "a property of a regular expression"],
  [Object.assign(/a/g, { lastIndex: 1 }), "", "a regular expression whose lastIndex is not 0"],
  [Object.freeze(new Map()), "", "a Map that is frozen"],
  [Object.assign(new Float64Array(2), { a: 1 }), "", "a Float64Array with properties of its own"],
  [Object.assign(new Float64Array(2000), { a: 1 }), "", "a Float64Array with properties of its own"],
  [Object.assign(new ArrayBuffer(2), { a: 1 }), "", "a buffer with properties of its own"],
  [part, "", "a Uint8Array of a part of a larger buffer"],
  [[withBuffer, new Uint8Array(withBuffer)], "[1]", "memory that another part of the value uses too"],
  [
    [new Uint8Array(withBuffer), new DataView(withBuffer)],
    "[1]",
    "memory that another part of the value uses too",
  ],
  [[pooled.subarray(0, 10), pooled.subarray(5, 20)], "[1]", "memory that another part of the value uses too"],
  [new SharedArrayBuffer(8), "", "memory shared between threads"],
  [new Uint8Array(new SharedArrayBuffer(8)), "", "memory shared between threads"],
  [new WeakMap(), "", "a weak collection"],
  [new WeakRef({}), "", "an instance of the built-in class WeakRef"],
  [(function* () {})(), "", "a generator"],
  [[1][Symbol.iterator](), "", "an object that inherits from an object without a class"],
  [new Map([[1, 2]]).keys(), "", "an iterator"],
  [
    (function () {
      // biome-ignore lint/complexity/noArguments: they are the point
      return arguments;
    })(),
    "",
    "an arguments object",
  ],
  [new URL("http://a/"), "", "an instance of URL"],
  [
    Object.setPrototypeOf(new Map([[1, 2]]), Object.prototype),
    "",
    "a built-in object with another prototype",
  ],
  [Object.setPrototypeOf([1], Object.prototype), "", "a built-in object with another prototype"],
  [Object.setPrototypeOf({ a: 1 }, Array.prototype), "", "an instance of the built-in class Array"],
  [Object.setPrototypeOf({ a: 1 }, Map.prototype), "", "an instance of the built-in class Map"],
  [runInNewContext("({ a: 1 })"), "", "an instance of Object"],
  [new Map([[{ f: boom }, 1]]), ".key(0).f", "a function"],
  [new Map([["a", [boom]]]), ".value(0)[0]", "a function"],
  [new Set([1, boom]), ".value(1)", "a function"],
  [{ "not a name": { 0: boom } }, '["not a name"][0]', "a function"],
  [nested(100_000), "", "a value nested too deeply to walk"],
  [new Array(2 ** 32 - 1), "", "an array with more than 1000000 holes"],
]; // prettier-ignore

describe("a value that is stored", () => {
  for (const [title, value] of ACCEPTED) {
    it(`comes back: ${title}`, () => {
      expectSame(value);
    });
  }

  it("comes back: a date that is none", () => {
    // Node 20 takes no two such dates for equal.
    expect(roundTrip(new Date(Number.NaN))).toEqual(new Date(Number.NaN));
  });

  it("comes back the same whatever it is made of", () => {
    fc.assert(
      fc.property(anything, (value) => {
        expectSame(value);
      }),
      { numRuns: 3000 },
    );
  });

  it("shares no memory with its bytes, nor any two views with each other", () => {
    const there = encoded({
      a: new Uint8Array([1, 2]),
      b: new Float64Array([1]),
      c: Buffer.from("c"),
      d: new ArrayBuffer(8),
    });
    assert(there.kind === "encoded");
    const back = decoded(there.bytes, there.codec);
    there.bytes.fill(0xff);
    expect(back).toEqual({
      kind: "decoded",
      value: {
        a: new Uint8Array([1, 2]),
        b: new Float64Array([1]),
        c: Buffer.from("c"),
        d: new ArrayBuffer(8),
      },
    });
  });
});

describe("a value that would come back as something else", () => {
  for (const [value, path, what] of REFUSED) {
    it(`is refused: ${what} at ${path || "the top"}`, () => {
      expect(encoded(value)).toEqual({ kind: "refused", path, what });
    });
  }

  it("is refused if its memory was handed to another thread", () => {
    const buffer = new ArrayBuffer(8);
    const view = new Uint8Array(buffer);
    structuredClone(buffer, { transfer: [buffer] });
    expect(encoded([buffer])).toMatchObject({
      path: "[0]",
      what: "a buffer that was handed to another thread",
    });
    expect(encoded(view)).toMatchObject({ kind: "refused" });
  });

  it("is refused if its memory can grow", () => {
    const buffer: ArrayBuffer = Reflect.construct(ArrayBuffer, [8, { maxByteLength: 8 }]);
    expect(encoded(buffer)).toMatchObject({ kind: "refused", what: "a buffer that can be resized" });
    expect(encoded(new Uint8Array(buffer))).toMatchObject({ kind: "refused" });
  });

  it("is refused without reading it by its own methods", () => {
    const value = Object.assign(new Map([[1, 2]]), { entries: boom, [Symbol.iterator]: boom, get: boom });
    expect(encoded(value)).toMatchObject({ kind: "refused", path: ".entries" });
  });
});

describe("bytes that are not what they should be", () => {
  it("are unknown in a format of another runtime or a later version", () => {
    const { bytes } = encoded([1n]) as { bytes: Uint8Array };
    for (const codec of [
      "jsc:14",
      "v8:16",
      "v8:9999",
      "v8",
      "v8:",
      "v8:x",
      "v8:15 ",
      "v8:-1",
      "V8:15",
      "",
      "json",
      "JSON",
    ])
      expect(decoded(bytes, codec)).toEqual({ kind: "unknown" });
    expect(decoded(bytes, "v8:15").kind).toBe("decoded");
    expect(decoded(bytes, "v8:14").kind).toBe("decoded");
  });

  it("are never more than unknown: 60,000 random and 40,000 changed ones", () => {
    const random = seeded(7);
    const formats = ["v8:15", "v8:15+codecs"];
    for (let count = 0; count < 60_000; count++) {
      const bytes = Uint8Array.from({ length: random(60) }, () => random(256));
      if (count % 2 === 0) bytes.set([0xff, 15].slice(0, bytes.length));
      expectNoThrow(bytes, formats[count % 2] ?? "");
    }
    const samples = ACCEPTED.map(([, value]) => encoded(value)).flatMap((each) =>
      each.kind === "encoded" && each.bytes.length < 2000 ? [each.bytes] : [],
    );
    for (let count = 0; count < 40_000; count++) {
      const bytes = Uint8Array.from(samples[count % samples.length] ?? []);
      for (let changes = 1 + random(3); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
      expectNoThrow(
        count % 5 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes,
        formats[count % 2] ?? "",
      );
    }
  });
});

function expectNoThrow(bytes: Uint8Array, codec: string): void {
  const { kind } = decoded(bytes, codec);
  if (kind !== "decoded" && kind !== "unknown")
    throw new Error(`neither decoded nor unknown: ${String(kind)}`);
}

/** Values of all that is accepted, some of whose parts occur several times or contain themselves. */
const anything = fc
  .tuple(
    fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.anything({ maxDepth: 0, withBigInt: true }),
        fc.double(),
        fc.constant(-0),
        fc.date({ noInvalidDate: true }),
        fc
          .constantFrom(...["", "g", "iy", "dms"].map((flags) => /a+/.source + flags))
          .map((text) => new RegExp(text)),
        fc.uint8Array(),
        fc.float64Array(),
        fc.bigInt64Array(),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        fc.uint8Array().map((bytes) => bytes.slice().buffer),
        fc.sparseArray(tie("value")),
        fc.array(tie("value")),
        fc.dictionary(fc.string({ unit: "binary" }), tie("value"), { noNullPrototype: true }),
        fc.dictionary(fc.constantFrom("__proto__", "a", "length", "0"), tie("value"), {
          noNullPrototype: true,
        }),
        fc.array(fc.tuple(tie("value"), tie("value"))).map((entries) => new Map(entries)),
        fc.array(tie("value")).map((members) => new Set(members)),
      ),
    })).value,
    fc.array(fc.nat(), { maxLength: 6 }),
  )
  .map(([value, links]) => linked(value, links));

/** A value some of whose containers got members from elsewhere in it. */
function linked(value: unknown, links: readonly number[]): unknown {
  const found: object[] = [];
  collect(value, found);
  for (const [at, link] of links.entries()) {
    const from = found[link % Math.max(1, found.length)];
    const to = found[(link * 7 + at) % Math.max(1, found.length)];
    if (from === undefined || to === undefined) continue;
    if (from instanceof Map) from.set(to, to);
    else if (from instanceof Set) from.add(to);
    else if (Array.isArray(from)) from.push(to);
    else if (Object.getPrototypeOf(from) === Object.prototype) Object.assign(from, { [`link${at}`]: to });
  }
  return value;
}

function collect(value: unknown, found: object[]): void {
  if (typeof value !== "object" || value === null || found.includes(value)) return;
  found.push(value);
  const parts = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : undefined;
  for (const each of parts ?? (ArrayBuffer.isView(value) ? [] : Object.values(value))) collect(each, found);
}
