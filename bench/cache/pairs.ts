// Pairs of calls that a function can tell apart: a memoizer that answers one with the other's result is wrong.

import { cycle, Meter, Mile, sparse, withSymbol } from "./odd-values.ts";
import type { Args } from "./subject.ts";

/** Two calls, each made anew when asked for. */
export interface Pair {
  readonly title: string;
  readonly left: () => Args;
  readonly right: () => Args;
}

const pair = (title: string, left: () => Args, right: () => Args): Pair => ({ title, left, right });

/** A pair of calls with one argument each: the two that it gives. */
const one = (title: string, both: () => readonly [unknown, unknown]): Pair =>
  pair(
    title,
    () => [both()[0]],
    () => [both()[1]],
  );

const PRIMITIVES: readonly Pair[] = [
  one('1 and "1"', () => [1, "1"]),
  one("1 and 1n", () => [1, 1n]),
  one('1n and "1"', () => [1n, "1"]),
  one("1 and true", () => [1, true]),
  one('true and "true"', () => [true, "true"]),
  one("0 and -0", () => [0, -0]),
  one("0 and false", () => [0, false]),
  one('"" and false', () => ["", false]),
  one("NaN and null", () => [Number.NaN, null]),
  one('NaN and "NaN"', () => [Number.NaN, "NaN"]),
  one("Infinity and null", () => [Infinity, null]),
  one("Infinity and -Infinity", () => [Infinity, -Infinity]),
  one("undefined and null", () => [undefined, null]),
  one('undefined and "undefined"', () => [undefined, "undefined"]),
  one('null and "null"', () => [null, "null"]),
  one("two symbols of one name", () => [Symbol("a"), Symbol("a")]),
  one("two well-known symbols", () => [Symbol.iterator, Symbol.asyncIterator]),
  one("two lone surrogates", () => ["\ud800", "\udfff"]),
  pair(
    "missing and undefined",
    () => [1],
    () => [1, undefined],
  ),
  pair(
    "none and undefined",
    () => [],
    () => [undefined],
  ),
  pair(
    '"a", "b" and "a,b"',
    () => ["a", "b"],
    () => ["a,b"],
  ),
  pair(
    '"a", "bc" and "ab", "c"',
    () => ["a", "bc"],
    () => ["ab", "c"],
  ),
  pair(
    "the order of arguments",
    () => [1, 2],
    () => [2, 1],
  ),
  pair(
    "the second argument",
    () => [1, 2],
    () => [1, 3],
  ),
  pair(
    "the third argument",
    () => [1, 2, true],
    () => [1, 2, "true"],
  ),
];

const CONTAINERS: readonly Pair[] = [
  one("1 and [1]", () => [1, [1]]),
  one('"[1]" and [1]', () => ["[1]", [1]]),
  one("[1] and { 0: 1 }", () => [[1], { 0: 1 }]),
  one("[1] and [[1]]", () => [[1], [[1]]]),
  one("[1, 2] and [[1, 2]]", () => [[1, 2], [[1, 2]]]),
  one("[NaN] and [null]", () => [[Number.NaN], [null]]),
  one("[Infinity] and [null]", () => [[Infinity], [null]]),
  one("[0] and [-0]", () => [[0], [-0]]),
  one("[1n] and [1]", () => [[1n], [1]]),
  one("a hole and undefined", () => [sparse(), [undefined, 1]]),
  one("an array's property", () => [Object.assign([1], { unit: "m" }), [1]]),
  one("{} and { a: undefined }", () => [{}, { a: undefined }]),
  one("undefined, nested", () => [{ a: { b: undefined } }, { a: {} }]),
  one("{ a: 1 } and { a: 1n }", () => [{ a: 1 }, { a: 1n }]),
  one('{ a: 1 } and { a: "1" }', () => [{ a: 1 }, { a: "1" }]),
  one("the order of keys", () => [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ]),
  one("keys that look like JSON", () => [{ 'a":1,"b': 2 }, { a: 1, b: 2 }]),
  one("a property keyed by a symbol", () => [withSymbol(1), withSymbol(2)]),
  one("cycles of two depths", () => [cycle(1), cycle(2)]),
  one("no prototype", () => [Object.assign(Object.create(null), { a: 1 }), { a: 1 }]),
  one("toJSON", () => [
    { toJSON: () => 1, a: 1 },
    { toJSON: () => 1, a: 2 },
  ]),
  one("shared and repeated", () => [shared(), { a: [1], b: [1] }]),
];

const OBJECTS: readonly Pair[] = [
  one("Dates", () => [new Date(1), new Date(2)]),
  one("a Date and its number", () => [new Date(1), 1]),
  one("a Date and its text", () => [new Date(1), new Date(1).toJSON()]),
  one("invalid Date and null", () => [new Date(Number.NaN), null]),
  one("Maps", () => [new Map([["a", 1]]), new Map([["a", 2]])]),
  one("the order of a Map", () => [
    new Map([
      ["a", 1],
      ["b", 2],
    ]),
    new Map([
      ["b", 2],
      ["a", 1],
    ]),
  ]),
  one("Sets", () => [new Set([1]), new Set([2])]),
  one("a Set and a Map", () => [new Set(), new Map()]),
  one('a Set of 1 and of "1"', () => [new Set<unknown>([1]), new Set<unknown>(["1"])]),
  one("RegExps", () => [/a/, /b/]),
  one("flags of a RegExp", () => [/a/g, /a/i]),
  one("lastIndex of a RegExp", () => [Object.assign(/a/g, { lastIndex: 1 }), /a/g]),
  one("typed arrays of two types", () => [new Uint8Array([1]), new Int8Array([1])]),
  one("contents of typed arrays", () => [new Float64Array([1, 2]), new Float64Array([1, 3])]),
  one("a typed array and an array", () => [new Uint8Array([1]), [1]]),
  one("ArrayBuffers", () => [new Uint8Array([1]).buffer, new Uint8Array([2]).buffer]),
  one("Errors", () => [new Error("a"), new Error("b")]),
  one("types of Errors", () => [new TypeError("a"), new RangeError("a")]),
  one("URLs", () => [new URL("a:b"), new URL("a:c")]),
  one("a boxed number and the number", () => [Object(1), 1]),
  one("boxed numbers", () => [Object(1), Object(2)]),
  one("instances of two classes", () => [new Meter(1), new Mile(1)]),
  one("an instance and a plain object", () => [new Meter(1), { length: 1 }]),
  one("private fields", () => [new Meter(1, "a"), new Meter(1, "b")]),
  one("two functions", () => [(x: number) => x + 1, (x: number) => x + 2]),
  one("a function and null", () => [(x: number) => x, null]),
  pair(
    "structures in a second argument",
    () => [1, { a: 1 }],
    () => [1, { a: 2 }],
  ),
];

/** What must differ. */
export const DIFFERENT: readonly Pair[] = [...PRIMITIVES, ...CONTAINERS, ...OBJECTS];

function shared(): unknown {
  const list = [1];
  return { a: list, b: list };
}
