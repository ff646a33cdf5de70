// Pairs of calls that no function can tell apart but by identity: a memoizer that computes the second is of no use there.

import { cycle, Meter } from "./odd-values.ts";
import type { Pair } from "./pairs.ts";
import type { Args } from "./subject.ts";

/** A call that is made twice, each time with arguments made anew. */
const again = (title: string, args: () => Args): Pair => ({ title, left: args, right: args });

/** What must be equal. */
export const EQUAL: readonly Pair[] = [
  again("a number", () => [1]),
  again("-0", () => [-0]),
  again("NaN", () => [Number.NaN]),
  again("a string, built anew", () => [["a", "b"].join("-")]),
  again("a bigint", () => [10n ** 20n]),
  again("true", () => [true]),
  again("undefined", () => [undefined]),
  again("null", () => [null]),
  again("three primitives", () => [1, "a", true]),
  again("a number and undefined", () => [1, undefined]),
  again("a plain object", () => [{ a: 1, b: "b", c: true }]),
  again("an object with undefined", () => [{ a: undefined }]),
  again("an object with a bigint", () => [{ a: 1n }]),
  again("an object without a prototype", () => [Object.assign(Object.create(null), { a: 1 })]),
  again("an array", () => [[1, 2, 3]]),
  again("an array with NaN", () => [[Number.NaN]]),
  again("nested objects", () => [{ a: { b: [{ c: 1 }] } }]),
  again("a cycle", () => [cycle(2)]),
  again("a Date", () => [new Date(1)]),
  again("a RegExp", () => [/a/g]),
  again("a Map", () => [new Map([["a", { b: 1 }]])]),
  again("a Set", () => [new Set([1, 2])]),
  again("a typed array", () => [new Float64Array([1, 2, 3])]),
  again("an ArrayBuffer", () => [new Uint8Array([1, 2, 3]).buffer]),
  again("an Error", () => [new RangeError("a", { cause: 1 })].map(withoutStack)),
  again("a URL", () => [new URL("https://example.org/a")]),
  again("an instance of a class", () => [new Meter(1)]),
  again("an object and a number", () => [{ a: 1 }, 2]),
];

/** Where an error was made is in its stack, and no part of these pairs. */
function withoutStack(error: Error): Error {
  error.stack = "";
  return error;
}
