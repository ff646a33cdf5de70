// Recipes of values: whatever a recipe makes twice is the same, and some recipes make the same in two ways.

import { deserialize, serialize } from "node:v8";
import { runInNewContext } from "node:vm";

class Point {
  x = 1;
  y = [2];
}

// A strict function's `arguments` has a getter besides, `callee`.
const sloppyArguments = new Function("return arguments");
const fn = (): void => {};
const symbol = Symbol("a");

/** Recipes; each run gives new objects with the same content. */
export const RECIPES: Readonly<Record<string, () => unknown>> = {
  "a number": () => 0.1 + 0.2,
  NaN: () => Number.NaN,
  "-0": () => -0,
  "a string": () => ["a", "b"].join(""),
  "a bigint": () => 2n ** 100n,
  "a symbol": () => symbol,
  "a registered symbol": () => Symbol.for("a"),
  "a function": () => fn,
  "an object with a getter": () => Object.defineProperty({}, "a", { get: fn, set: fn, configurable: true }),
  "an array": () => [1, "2", [3]],
  "an array with holes": () => [1, undefined, 3],
  "an object": () => ({ a: 1, b: { c: [2] } }),
  "an object with indices": () => ({ b: 1, 2: 2, 1: 1 }),
  "an object without a prototype": () => Object.assign(Object.create(null), { a: 1 }),
  "an object with symbols": () => ({ [symbol]: 1, [Symbol.for("b")]: 2 }),
  "a hidden property": () => Object.defineProperty({}, "a", { value: 1 }),
  "one object twice": () => {
    const a = { a: 1 };
    return [a, a, { b: a }];
  },
  "a cycle": () => {
    const a: { self?: unknown } = {};
    a.self = a;
    return a;
  },
  "a cycle through a Map and a Set": () => {
    const map = new Map<unknown, unknown>();
    return map.set(new Set([map]), [map]);
  },
  "a Map": () =>
    new Map<unknown, unknown>([
      ["a", 1],
      [{ b: 2 }, new Map()],
    ]),
  "a Set": () => new Set<unknown>([1, "1", [1], new Set()]),
  "a Date": () => new Date(1e12),
  "an invalid Date": () => new Date("?"),
  "a regular expression": () => /a(?<b>c)/giu,
  "a regular expression that has matched": () => {
    const a = /a/g;
    a.test("a");
    return a;
  },
  "an error, wherever it was made": () => new RangeError("a", { cause: { b: 1 } }),
  "several errors": () => new AggregateError([new Error("a"), 1]),
  "an URL": () => new URL("https://example.org/a?b#c"),
  "a buffer": () => Uint8Array.from([1, 2, 3]).buffer,
  "a shared buffer": () => new SharedArrayBuffer(3),
  "a Uint8Array": () => Uint8Array.from([1, 2, 3]),
  "a Float64Array": () => Float64Array.from([1.5, -0, Infinity]),
  "a BigInt64Array": () => BigInt64Array.from([1n, -1n]),
  "a part of a buffer": () => new Uint8Array(Uint8Array.from([1, 2, 3]).buffer, 1, 1),
  "a DataView": () => new DataView(new ArrayBuffer(4), 1, 2),
  "two views of one buffer": () => {
    const buffer = new ArrayBuffer(4);
    return [new Uint8Array(buffer), new Uint16Array(buffer)];
  },
  "a small Buffer, which lies in a pool": () => Buffer.from("abc"),
  "a large Buffer": () => Buffer.alloc(100_000, 1),
  "a view that was cut out of a pool": () => Buffer.from("abcdef").subarray(2, 4),
  "a boxed number": () => Object(1),
  "a boxed string": () => Object("abc"),
  "a boxed bigint": () => Object(1n),
  "a boxed symbol": () => Object(symbol),
  "an instance": () => new Point(),
  "a subclass of a built-in class": () => new Pile([1, 2]),
  "an object frozen or not": () => Object.freeze({ a: 1 }),
  arguments: () => sloppyArguments(1, "a"),
  "a parsed text": () => JSON.parse('{ "a": [1, { "__proto__": 2 }] }'),
  "a namespace of functions": () => Math,
  "a deep value": () => Array.from({ length: 500 }).reduce<unknown>((inner) => ({ inner }), 1),
  "a wide value": () => Array.from({ length: 5000 }, (_, index) => ({ index, text: `${index}` })),
  "a NaN with other bits": () => [
    Number.NaN,
    new Float64Array(new BigUint64Array([0xfff8000000000001n]).buffer),
  ],
};

class Pile extends Array<number> {
  constructor(values: readonly number[]) {
    super();
    this.push(...values);
  }
}

/** Two ways to one value. */
export const WAYS: Readonly<Record<string, readonly [unknown, unknown]>> = {
  "two spellings of a number": [255, 0xff],
  "two bit patterns of NaN": [
    Number.NaN,
    new Float64Array(new BigUint64Array([0x7ff8000000000001n]).buffer)[0],
  ],
  "a joined and a written string": ["abc", ["a", "b", "c"].join("")],
  "an array written and pushed": [
    [1, 2],
    (() => {
      const a: number[] = [];
      a.push(1, 2);
      return a;
    })(),
  ],
  "an array shortened": [
    [1],
    (() => {
      const a = [1, 2];
      a.length = 1;
      return a;
    })(),
  ],
  "an object spread": [
    { a: 1, b: 2 },
    { ...{ a: 1 }, b: 2 },
  ],
  "an object with a property set again": [{ a: 1 }, Object.assign({ a: 2 }, { a: 1 })],
  "an object with a property added and deleted": [
    { a: 1 },
    (() => {
      const a: { a: number; b?: number } = { a: 1, b: 2 };
      delete a.b;
      return a;
    })(),
  ],
  "indices, which always come in order": [
    { 1: 1, 2: 2 },
    { 2: 2, 1: 1 },
  ],
  "a Map with an entry set again": [new Map([["a", 1]]), new Map([["a", 2]]).set("a", 1)],
  "a Set with a member added again": [new Set([1, 2]), new Set([1, 2, 1])],
  "a Date and its copy": [new Date(5), new Date(new Date(5))],
  "two orders of flags": [/a/gi, /a/gi],
  "two spellings of an URL": [new URL("HTTPS://example.org:443/a/../b"), new URL("https://example.org/b")],
  "two objects of one other realm": runInNewContext("[{ a: [1] }, { a: [1] }]") as [unknown, unknown],
  "a value sent through a message": [
    { a: new Map([[1, new Date(2)]]) },
    structuredClone({ a: new Map([[1, new Date(2)]]) }),
  ],
  "a value stored and read": [
    { a: [1n, undefined, "b"] },
    deserialize(serialize({ a: [1n, undefined, "b"] })),
  ],
  "a text parsed": [{ a: 1, b: [true, null] }, JSON.parse('{"a":1,"b":[true,null]}')],
};
