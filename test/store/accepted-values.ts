// Values that are stored and come back as they were: contents, holes, order, shared parts.

import { Buffer } from "node:buffer";

const shared = { a: 1 };
const cyclic: Record<string, unknown> = { name: "root" };
cyclic.self = cyclic;
cyclic.map = new Map([[cyclic, new Set([cyclic])]]);
const named = Object.assign([1, 2], { title: "x", "01": 2 });
const fixed = Buffer.alloc(9000, 3);

/** Values of each kind that is stored. */
export const ACCEPTED: readonly (readonly [title: string, value: unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["booleans", [true, false]],
  ["numbers", [0, -0, 1, -1, 1.5, NaN, Infinity, -Infinity, 2 ** 31, 2 ** 53, 5e-324]],
  ["texts", ["", "a", "é", "\u{1f600}", "\ud800", "a\0b", "x".repeat(100_000)]],
  ["big integers", [0n, -1n, 2n ** 200n]],
  ["plain objects", { a: 1, b: { c: [] }, "": 0, 1: 2, "-1": 3 }],
  ["a property named __proto__", JSON.parse('{"__proto__": {"a": 1}, "b": 2}')],
  ["a property named toJSON that is no function", { toJSON: 1, constructor: 3, valueOf: 4 }],
  // biome-ignore lint/suspicious/noSparseArray: holes are the point
  ["holes", [, 1, , -0, ,]],
  ["a long array of holes", new Array(100_000)],
  ["a long array", Array.from({ length: 100_000 }, (_, index) => index / 2)],
  ["an array with named properties", named],
  ["a long array with a named property", Object.assign(new Array(500).fill(0), { title: "x" })],
  ["a match", { ...["match"], index: 0 }],
  ["dates", [new Date(0), new Date(-1), new Date(8.64e15)]],
  ["regular expressions", [/a/, /\/[/]\n/giu, /(?<x>a)/dsy, Reflect.construct(RegExp, ["\\p{L}", "v"])]],
  [
    "maps",
    new Map<unknown, unknown>([
      [NaN, 1],
      [-0, 2],
      [{ a: 1 }, new Map()],
      ["b", undefined],
    ]),
  ],
  ["sets", new Set<unknown>([3, 1, 2, "a", [1], new Set()])],
  ["buffers of bytes", new Uint8Array([1, 2, 3]).buffer],
  [
    "views",
    [
      Int8Array,
      Uint8Array,
      Uint8ClampedArray,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float32Array,
      Float64Array,
      BigInt64Array,
      BigUint64Array,
    ].map((type) => new type(3)),
  ],
  ["empty views", [new Float64Array(), new DataView(new ArrayBuffer(0))]],
  ["a view of doubles after an odd number of bytes", ["abc", new Float64Array([1.5, -0, NaN])]],
  ["a long view", new Float64Array(200_000).fill(1.5)],
  ["Node's buffers", [Buffer.from("a"), Buffer.from("b"), Buffer.alloc(0), fixed]],
  ["shared parts", [shared, { again: shared }, new Map([[shared, shared]])]],
  ["a shared view", ((view) => [view, view])(new Uint16Array([1, 2]))],
  ["cycles", cyclic],
  ["two hundred levels", nested(200)],
]; // prettier-ignore

/** A value of so many levels. */
export function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}
