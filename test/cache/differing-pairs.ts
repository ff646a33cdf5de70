// Pairs of argument lists that some function can tell apart.

import vm from "node:vm";
import type { Row } from "./pairs.ts";

class Point {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}
class Place {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}
class Spot extends Point {}
class Table extends Map<string, number> {}
class Pile extends Array<number> {}
class Failure extends Error {}

const symbol = Symbol("a");
const twin = Symbol("a");
const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const base = (a: number): object => Object.create({ a });
const having = (target: object, key: PropertyKey, value: unknown): object =>
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
const owning = (key: PropertyKey, descriptor: PropertyDescriptor): object =>
  Object.defineProperty({}, key, descriptor);
const wide = (last: number): object =>
  Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i === 99 ? last : i]));
const deep = (depth: number, leaf: unknown): unknown => (depth === 0 ? leaf : { in: deep(depth - 1, leaf) });
const long = (last: number): readonly number[] =>
  Array.from({ length: 1000 }, (_, i) => (i === 999 ? last : i));
const holesIn = (length: number, present: Readonly<Record<number, unknown>>): unknown[] =>
  Object.assign(new Array(length), present);
const plus =
  (n: number): ((x: number) => number) =>
  (x) =>
    x + n;
const over =
  (table: object): ((key: string) => unknown) =>
  (key) =>
    Reflect.get(table, key);
const one = (): number => 1;
const oneMore = (): number => 1;
const sloppy = (text: string): unknown => vm.runInThisContext(`(${text})`);
const me = function me(this: unknown): unknown {
  return this;
};

/** Pairs by what they are pairs of. */
export const TABLES: Readonly<Record<string, readonly Row[]>> = {
  "two primitives": [
    ["the least number above 0, and 0", [Number.MIN_VALUE], [0]],
    ["0.1 + 0.2, and 0.3", [0.1 + 0.2], [0.3]],
    ["two neighbours at 2 ** 53", [2 ** 53], [2 ** 53 - 1]],
    ["a large number and the bigint of its value", [2 ** 60], [2n ** 60n]],
    ["1n and -1n", [1n], [-1n]],
    ["0n and 0", [0n], [0]],
    ["0n and false", [0n], [false]],
    ["0n and an empty string", [0n], [""]],
    ["two bigints that are one number when rounded", [2n ** 64n], [2n ** 64n + 1n]],
    ["NaN and undefined", [Number.NaN], [undefined]],
    ["NaN and null", [Number.NaN], [null]],
    ["NaN and 0", [Number.NaN], [0]],
    ["Infinity and the greatest number", [Infinity], [Number.MAX_VALUE]],
    ["true and 'true'", [true], ["true"]],
    ["true and false", [true], [false]],
    ["false and null", [false], [null]],
    ["false and undefined", [false], [undefined]],
    ["null and 0", [null], [0]],
    ["null and an empty string", [null], [""]],
    ["undefined and an empty string", [undefined], [""]],
    ["1 and -1", [1], [-1]],
    ["two well-known symbols", [Symbol.iterator], [Symbol.asyncIterator]],
    ["two registered symbols", [Symbol.for("a")], [Symbol.for("b")]],
    [
      "a well-known symbol and one registered by its name",
      [Symbol.iterator],
      [Symbol.for("Symbol.iterator")],
    ],
  ],
  "two strings": [
    ["'1' and '01'", ["1"], ["01"]],
    ["'1' and '1.0'", ["1"], ["1.0"]],
    ["a small and a capital letter", ["a"], ["A"]],
    ["a string and itself with a space behind", ["a"], ["a "]],
    ["an empty string and a space", [""], [" "]],
    ["an empty string and a zero unit", [""], ["\0"]],
    ["one and two zero units", ["\0"], ["\0\0"]],
    ["a space and one that does not break", [" "], ["\u00a0"]],
    ["a line break of one and of two units", ["\n"], ["\r\n"]],
    ["a pair and its first half", ["\u{1f600}"], ["\ud83d"]],
    ["two pairs with one first half", ["\u{1f600}"], ["\u{1f601}"]],
    ["a letter and what its bytes look like", ["\u00e9"], ["\u00c3\u00a9"]],
    ["half of a pair and the replacement character", ["\ud800"], ["\ufffd"]],
    ["long strings that differ in the middle", [`${"x".repeat(500)}a${"x".repeat(500)}`], ["x".repeat(1001)]],
    ["long strings that differ in length", ["x".repeat(1000)], ["x".repeat(1001)]],
    ["a key that every object has and another", ["__proto__"], ["constructor"]],
  ],
  "a value and its text": [
    ["an object and '[object Object]'", [{}], ["[object Object]"]],
    ["an array and its join", [[1, 2]], ["1,2"]],
    ["an object and its JSON", [{ a: 1 }], ['{"a":1}']],
    ["a symbol and how it prints", [symbol], ["Symbol(a)"]],
    ["a Date and its ISO text", [new Date(0)], [new Date(0).toISOString()]],
    ["a regular expression and its text", [/a/], ["/a/"]],
    ["an error and its message", [new Error("a")], ["a"]],
    ["a bigint and its digits", [12n], ["12"]],
    ["an empty array and an empty string", [[]], [""]],
  ],
  "two argument lists": [
    ["two strings and their concatenation", ["a", "b"], ["ab"]],
    ["an empty string before and behind", ["a", ""], ["", "a"]],
    ["undefined before and behind", ["a", undefined], [undefined, "a"]],
    ["arguments and the same in an array", [1, 2, 3], [1, [2, 3]]],
    ["brackets at another place", [[1, 2], 3], [1, [2, 3]]],
    ["two arrays and one of both", [[1], [2]], [[1, 2]]],
    ["kinds crossed", [1, "2"], ["1", 2]],
    ["null and undefined crossed", [null, undefined], [undefined, null]],
    ["true and 1 crossed", [true, 1], [1, true]],
    ["0 and -0 crossed", [0, -0], [-0, 0]],
    ["one argument once and twice", [1, 1], [1]],
    ["no argument and an empty array", [], [[]]],
    ["no argument and null", [], [null]],
    ["digits and a number of both", [1, 2], [12]],
    ["a separator in the first and in the second", ["a|b", "c"], ["a", "b|c"]],
    ["a zero unit as separator", ["a\0b"], ["a", "b"]],
    ["quotes as separators", ['a","b'], ["a", "b"]],
    ["one object and two", [{}], [{}, {}]],
    ["two objects crossed", [{ a: 1 }, { b: 2 }], [{ b: 2 }, { a: 1 }]],
    ["three arguments that differ in the last", [1, 2, 3], [1, 2, 4]],
    ["three arguments that differ in the middle", ["a", undefined, "c"], ["a", null, "c"]],
    ["ten arguments that differ in the last", long(1).slice(0, 10), [...long(1).slice(0, 9), -1]],
    ["a number and an object with it", [1, { a: 1 }], [{ a: 1 }, 1]],
    ["an object in the first and in the second place", [{ a: 1 }, {}], [{}, { a: 1 }]],
    ["strings of three and two units, and of two and three", ["abc", "de"], ["ab", "cde"]],
  ],
  "two plain objects": [
    ["one more key, whose value is undefined", [{ a: 1 }], [{ a: 1, b: undefined }]],
    ["a value null and one undefined", [{ a: null }], [{ a: undefined }]],
    ["a value 0 and one -0", [{ a: 0 }], [{ a: -0 }]],
    ["a value NaN and one null", [{ a: Number.NaN }], [{ a: null }]],
    ["a value 1 and one 1n", [{ a: 1 }], [{ a: 1n }]],
    ["a value true and one 1", [{ a: true }], [{ a: 1 }]],
    ["a value [] and one {}", [{ a: [] }], [{ a: {} }]],
    ["a nested key and a key with a dot", [{ a: { b: 1 } }], [{ "a.b": 1 }]],
    ["values crossed", [{ a: 1, b: 2 }], [{ a: 2, b: 1 }]],
    ["a key and its value crossed", [{ a: "b" }], [{ b: "a" }]],
    ["two texts split elsewhere between key and value", [{ ab: "c" }], [{ a: "bc" }]],
    ["an index and a key that looks like one", [{ "1": 1 }], [{ "01": 1 }]],
    ["an empty key and none", [{ "": 1 }], [{}]],
    ["undefined under two keys", [{ a: undefined }], [{ b: undefined }]],
    ["an own key that all inherit, and none", [having({}, "toString", 1)], [{}]],
    ["an own key __proto__, and none", [having({}, "__proto__", 1)], [{}]],
    [
      "an own key __proto__ of null, and no prototype",
      [having({}, "__proto__", null)],
      [Object.create(null)],
    ],
    ["the order of nested keys", [{ in: { a: 1, b: 2 } }], [{ in: { b: 2, a: 1 } }]],
    ["an inherited and an own property", [base(1)], [{ a: 1 }]],
    ["inherited properties that differ", [base(1)], [base(2)]],
    ["a sealed and an open one", [Object.seal({ a: 1 })], [{ a: 1 }]],
    ["a sealed and a frozen one", [Object.seal({ a: 1 })], [Object.freeze({ a: 1 })]],
    ["one that takes no more keys and an open one", [Object.preventExtensions({ a: 1 })], [{ a: 1 }]],
    ["a frozen one within, and an open one", [{ in: Object.freeze({}) }], [{ in: {} }]],
    ["two symbols of one description as keys", [{ [symbol]: 1 }], [{ [twin]: 1 }]],
    ["a registered symbol and another as keys", [{ [Symbol.for("a")]: 1 }], [{ [symbol]: 1 }]],
    ["a symbol and how it prints as keys", [{ [symbol]: 1 }], [{ "Symbol(a)": 1 }]],
    ["the order of symbols", [{ [symbol]: 1, [twin]: 1 }], [{ [twin]: 1, [symbol]: 1 }]],
    ["a tag for Object.prototype.toString, and none", [{ [Symbol.toStringTag]: "A" }], [{}]],
    ["a hundred keys, the last of which differs", [wide(1)], [wide(2)]],
    ["a leaf at a depth of fifty", [deep(50, 1)], [deep(50, 2)]],
    ["depths of fifty and fifty-one", [deep(50, 1)], [deep(51, 1)]],
    ["a getter and a value", [owning("a", { get: one, enumerable: true })], [{ a: 1 }]],
    ["a getter and a setter", [owning("a", { get: one })], [owning("a", { set: one })]],
    ["a getter alone and with a setter", [owning("a", { get: one })], [owning("a", { get: one, set: one })]],
    [
      "a property that can be deleted, and not",
      [owning("a", { value: 1, configurable: true })],
      [owning("a", { value: 1 })],
    ],
    ["an object with a length, and an array", [{ length: 0 }], [[]]],
    ["an array-like object and an array", [{ 0: "a", length: 1 }], [["a"]]],
  ],
  "two arrays": [
    ["an empty one and one of undefined", [[]], [[undefined]]],
    ["an empty one and one of an empty one", [[]], [[[]]]],
    ["brackets at another place", [[[1, 2], [3]]], [[[1], [2, 3]]]],
    ["1 and 1n within", [[1]], [[1n]]],
    ["true and 1 within", [[true]], [[1]]],
    ["null and undefined within", [[null]], [[undefined]]],
    ["NaN and undefined within", [[Number.NaN]], [[undefined]]],
    ["a hole at the first and at the second place", [holesIn(2, { 1: 1 })], [holesIn(2, { 0: 1 })]],
    ["a hole in the midst and undefined", [holesIn(3, { 0: 1, 2: 3 })], [[1, undefined, 3]]],
    ["a thousand holes and one more", [new Array(1000)], [new Array(1001)]],
    ["one and the beginning of it", [[1, 2, 3]], [[1, 2]]],
    ["a thousand numbers, the last of which differs", [long(1)], [long(2)]],
    ["a property that looks like an index", [having([1], "-1", 0)], [[1]]],
    ["a property with a symbol", [having([1], symbol, 0)], [[1]]],
    ["a frozen and an open one", [Object.freeze([1])], [[1]]],
    ["one without prototype", [Object.setPrototypeOf([], null)], [[]]],
    ["one of a subclass", [Pile.of(1)], [[1]]],
    ["one and the arguments of a function", [sloppy("function () { return arguments }(1)")], [[1]]],
  ],
  "two collections": [
    ["a Map with undefined under a key, and an empty one", [new Map([["a", undefined]])], [new Map()]],
    ["key and value crossed", [new Map([["a", "b"]])], [new Map([["b", "a"]])]],
    ["keys NaN and undefined", [new Map([[Number.NaN, 1]])], [new Map([[undefined, 1]])]],
    ["values 0 and -0", [new Map([["a", 0]])], [new Map([["a", -0]])]],
    ["keys that are objects", [new Map([[{ a: 1 }, 1]])], [new Map([[{ a: 2 }, 1]])]],
    ["values within a nested Map", [new Map([[1, new Map([[1, 1]])]])], [new Map([[1, new Map([[1, 2]])]])]],
    ["a Map with a property", [having(new Map(), "a", 1)], [new Map()]],
    ["a Map of a subclass", [new Table([["a", 1]])], [new Map([["a", 1]])]],
    ["a frozen Map", [Object.freeze(new Map())], [new Map()]],
    ["one member more", [new Set([1, 2])], [new Set([1])]],
    ["members 1 and '1'", [new Set([1])], [new Set(["1"])]],
    ["a member and an array of it", [new Set([1])], [new Set([[1]])]],
    ["one object and two alike", [new Set([{ a: 1 }])], [new Set([{ a: 1 }, { a: 1 }])]],
    ["a Set and a Map of the same", [new Set([1])], [new Map([[1, 1]])]],
    ["a Set and an object", [new Set()], [{}]],
  ],
  "two built-in objects": [
    ["Dates a millisecond apart", [new Date(1e12)], [new Date(1e12 + 1)]],
    ["an invalid Date and NaN", [new Date(Number.NaN)], [Number.NaN]],
    ["a Date with a property", [having(new Date(0), "a", 1)], [new Date(0)]],
    ["a Date and an empty object", [new Date(0)], [{}]],
    ["a regular expression with and without a flag", [/a/], [/a/u]],
    ["regular expressions that match alike", [/[a]/], [/a/]],
    ["a regular expression with a property", [having(/a/, "a", 1)], [/a/]],
    [
      "an error whose cause is undefined, and one without",
      [new Error("a", { cause: undefined })],
      [new Error("a")],
    ],
    ["an error with a code", [having(new Error("a"), "code", "E")], [new Error("a")]],
    ["an error and one of a subclass", [new Failure("a")], [new Error("a")]],
    ["an error and an object like it", [new Error("a")], [{ message: "a" }]],
    ["an error with an empty message, and without", [having(new Error(), "message", "")], [new Error()]],
    ["errors of two AggregateErrors", [new AggregateError([1], "a")], [new AggregateError([2], "a")]],
    ["fragments of URLs", [new URL("http://a/#1")], [new URL("http://a/#2")]],
    ["a URL with and without a port", [new URL("http://a:81/")], [new URL("http://a/")]],
    ["a boxed and a bare boolean", [Object(true)], [true]],
    ["boxed booleans", [Object(true)], [Object(false)]],
    ["a boxed and a bare string", [Object("a")], ["a"]],
    ["a boxed and a bare bigint", [Object(1n)], [1n]],
    ["a boxed 0 and a boxed -0", [Object(0)], [Object(-0)]],
    ["a boxed number with a property", [having(Object(1), "a", 1)], [Object(1)]],
    ["two namespaces of intrinsics", [Math], [JSON]],
    ["a plain object of another realm", [vm.runInNewContext("({ a: 1 })")], [{ a: 1 }]],
    ["a Map of another realm", [vm.runInNewContext("new Map()")], [new Map()]],
    ["an error of another realm", [vm.runInNewContext("new Error('a')")], [new Error("a")]],
  ],
  "two blocks of bytes": [
    ["signed and not", [new Uint8Array([1])], [new Int8Array([1])]],
    ["clamped and not", [new Uint8Array([1])], [new Uint8ClampedArray([1])]],
    ["a Buffer and a Uint8Array", [Buffer.alloc(1)], [new Uint8Array(1)]],
    ["floats of 4 and of 8 bytes", [new Float32Array([1])], [new Float64Array([1])]],
    ["bigints signed and not", [new BigInt64Array([1n])], [new BigUint64Array([1n])]],
    ["one and the beginning of it", [new Uint8Array([1, 2])], [new Uint8Array([1])]],
    ["empty ones of two kinds", [new Uint8Array()], [new Float64Array()]],
    ["a DataView and a Uint8Array", [new DataView(bytes(1))], [new Uint8Array(bytes(1))]],
    ["DataViews at two places", [new DataView(bytes(1, 1), 0, 1)], [new DataView(bytes(1, 1), 1, 1)]],
    ["a shared and a plain buffer", [new SharedArrayBuffer(1)], [new ArrayBuffer(1)]],
    [
      "two bit patterns of NaN",
      [new BigUint64Array([0x7ff8000000000001n])].map((of) => new Float64Array(of.buffer)),
      [new Float64Array([Number.NaN])],
    ],
    [
      "long ones that differ in the last byte",
      [new Uint8Array(100_000)],
      [new Uint8Array(100_000).fill(1, 99_999)],
    ],
    ["long ones that differ in length", [new Float64Array(10_000)], [new Float64Array(10_001)]],
    ["a view with a property", [having(new Uint8Array(1), "a", 1)], [new Uint8Array(1)]],
    ["bytes and an array of them", [new Uint8Array([1, 2])], [[1, 2]]],
    [
      "a view and a copy of its part",
      [new Uint8Array(bytes(1, 2, 3)).subarray(1)],
      [new Uint8Array(bytes(2, 3))],
    ],
  ],
  "two functions": [
    ["an arrow and a function", [() => 1], [sloppy("function () { return 1 }")]],
    ["async and not", [() => 1], [async () => 1]],
    ["a generator and not", [sloppy("function () {}")], [sloppy("function* () {}")]],
    ["defaults that differ", [(x = 1) => x], [(x = 2) => x]],
    ["numbers of parameters", [(_a: unknown) => 1], [() => 1]],
    ["two names and one code", [one], [oneMore]],
    ["an operator", [(a: number, b: number) => a + b], [(a: number, b: number) => a - b]],
    ["operands crossed", [(a: string, b: string) => a + b], [(a: string, b: string) => b + a]],
    ["captured numbers", [plus(1)], [plus(2)]],
    ["captured objects", [over({ a: 1 })], [over({ a: 2 })]],
    ["captured objects in the order of their keys", [over({ a: 1, b: 2 })], [over({ b: 2, a: 1 })]],
    ["receivers that are bound", [me.bind({ a: 1 })], [me.bind({ a: 2 })]],
    ["a function and itself bound", [me], [me.bind(undefined)]],
    ["a built-in function and a wrapper of it", [Math.abs], [(x: number) => Math.abs(x)]],
    [
      "strict and sloppy, where this tells",
      [sloppy("function () { 'use strict'; return this }")],
      [sloppy("function () { return this }")],
    ],
    ["properties that differ", [Object.assign(() => 1, { a: 1 })], [Object.assign(() => 1, { a: 2 })]],
    ["a frozen and an open one", [Object.freeze(() => 1)], [() => 1]],
    ["functions within arrays", [[() => 1]], [[() => 2]]],
    ["a function twice, and two alike", [one, one], [() => 1, () => 1]],
  ],
  "two instances or classes": [
    ["instances of two classes with equal fields", [new Point(1)], [new Place(1)]],
    ["an instance and one of a subclass", [new Point(1)], [new Spot(1)]],
    ["one field more", [Object.assign(new Point(1), { y: 1 })], [new Point(1)]],
    ["an instance and its prototype's child", [new Point(1)], [Object.create(Point.prototype)]],
    ["a frozen and an open instance", [Object.freeze(new Point(1))], [new Point(1)]],
    ["an instance and its class", [new Point(1)], [Point]],
    ["a class and its subclass", [Point], [Spot]],
    ["two classes", [Point], [Place]],
    ["a class and its prototype", [Point], [Point.prototype]],
    ["instances whose fields differ deeply", [[new Point(1)]], [[new Point(2)]]],
    [
      "an instance and the same with the prototype of all objects",
      [new Point(1)],
      [Object.setPrototypeOf(new Point(1), Object.prototype)],
    ],
  ],
};

/** What is the same object here and two alike there, since `===` can tell. */
export const SHARED: readonly (readonly [title: string, make: () => readonly [unknown[], unknown[]]])[] = [
  [
    "an object under two keys, and two alike",
    () => {
      const it = { a: 1 };
      return [[{ x: it, y: it }], [{ x: { a: 1 }, y: { a: 1 } }]];
    },
  ],
  [
    "the third of three is the first, or the second",
    () => {
      const [a, b] = [{ n: 1 }, { n: 1 }];
      return [[[a, b, a]], [[a, b, b]]];
    },
  ],
  [
    "an argument that is part of another, and one like it",
    () => {
      const part = { n: 1 };
      return [
        [{ part }, part],
        [{ part }, { n: 1 }],
      ];
    },
  ],
  [
    "a cycle to the root, and to the part",
    () => {
      const root: { in: { to?: object } } = { in: {} };
      root.in.to = root;
      const other: { in: { to?: object } } = { in: {} };
      other.in.to = other.in;
      return [[root], [other]];
    },
  ],
  [
    "a Map that holds itself, and one that holds another",
    () => {
      const map = new Map<string, unknown>();
      map.set("a", map);
      return [[map], [new Map([["a", new Map([["a", map]])]])]];
    },
  ],
  [
    "an array that holds itself, and one that holds an empty one",
    () => {
      const array: unknown[] = [];
      array.push(array);
      return [[array], [[[]]]];
    },
  ],
  [
    "two objects that hold each other, and two that hold themselves",
    () => {
      const [a, b]: [{ to?: object }, { to?: object }] = [{}, {}];
      [a.to, b.to] = [b, a];
      const [c, d]: [{ to?: object }, { to?: object }] = [{}, {}];
      [c.to, d.to] = [c, d];
      return [
        [a, b],
        [c, d],
      ];
    },
  ],
  [
    "a Date twice, and two alike",
    () => {
      const date = new Date(0);
      return [[[date, date]], [[new Date(0), new Date(0)]]];
    },
  ],
  [
    "a function under two keys, and two alike",
    () => {
      const made = (): (() => number) => () => 1;
      const it = made();
      return [[[it, it]], [[made(), made()]]];
    },
  ],
];
