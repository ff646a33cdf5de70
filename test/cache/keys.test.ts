// Which argument lists are one call and which are two: every row goes through a real cached function.

import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { runsTwice } from "./calls.ts";

type Row = readonly [title: string, first: readonly unknown[], second: readonly unknown[]];

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
class Typed extends Uint8Array {}

const shared = { a: 1 };
const symbol = Symbol("s");
const one = () => 1;
const adding =
  (k: number) =>
  (x: number): number =>
    x + k;
const using =
  (helper: (x: number) => number) =>
  (x: number): number =>
    helper(x);
const classOf = (): (new () => object) => class Made {};
const getting = (k: number): object => ({
  get value() {
    return k;
  },
});
const cycle = (): object => {
  const made: { self?: object } = {};
  made.self = made;
  return made;
};
const longCycle = (): object => {
  const made: { self?: object } = {};
  made.self = { self: made };
  return made;
};
const buffer = (...bytes: number[]): ArrayBuffer => new Uint8Array(bytes).buffer;
const keyed = (key: PropertyKey, descriptor: PropertyDescriptor): object =>
  Object.defineProperty({}, key, descriptor);

/** Functions whose texts alone differ. A formatter would make them alike. */
const texts: readonly unknown[] = vm.runInThisContext("[(x) => x, (x)=>x]");

const DIFFERENT: readonly Row[] = [
  ["1 and '1'", [1], ["1"]],
  ["1 and 1n", [1], [1n]],
  ["1 and true", [1], [true]],
  ["0 and false", [0], [false]],
  ["0 and ''", [0], [""]],
  ["0 and -0", [0], [-0]],
  ["0 and -0 within an array", [[0]], [[-0]]],
  ["0 and -0 among other arguments", [0, 1], [-0, 1]],
  ["null and undefined", [null], [undefined]],
  ["null and 'null'", [null], ["null"]],
  ["undefined and 'undefined'", [undefined], ["undefined"]],
  ["nothing and undefined", [], [undefined]],
  ["one argument, and undefined behind it", [1], [1, undefined]],
  ["NaN and 'NaN'", [Number.NaN], ["NaN"]],
  ["NaN and null within an array", [[Number.NaN]], [[null]]],
  ["Infinity and -Infinity", [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]],
  ["two arguments and their join", ["a,b"], ["a", "b"]],
  ["two arguments, joined elsewhere", ["ab", "c"], ["a", "bc"]],
  ["two arguments and an array of them", [1, 2], [[1, 2]]],
  ["the order of arguments", [1, 2], [2, 1]],
  ["strings that differ in a lone surrogate", ["\ud800"], ["\udfff"]],
  ["a composed and a decomposed letter", ["\u00e9"], ["e\u0301"]],
  ["long strings that differ at the end", ["x".repeat(999)], [`${"x".repeat(998)}y`]],
  ["two symbols of one description", [Symbol("s")], [Symbol("s")]],
  ["a registered symbol and one of its description", [Symbol.for("s")], [Symbol("s")]],
  ["a symbol and its description", [symbol], ["s"]],
  ["{ a: 1 } and { a: '1' }", [{ a: 1 }], [{ a: "1" }]],
  ["{ a: 1 } and { b: 1 }", [{ a: 1 }], [{ b: 1 }]],
  ["{} and []", [{}], [[]]],
  ["[1] and { 0: 1 }", [[1]], [{ 0: 1 }]],
  ["{} and { a: undefined }", [{}], [{ a: undefined }]],
  ["the order of keys", [{ a: 1, b: 2 }], [{ b: 2, a: 1 }]],
  ["a hole and undefined", [new Array(1)], [[undefined]]],
  ["[1] and [1, <hole>]", [[1]], [Object.assign([1], { length: 2 })]],
  ["an array with a property", [[1]], [Object.assign([1], { extra: 1 })]],
  ["a nested difference", [{ a: { b: [1, { c: 2 }] } }], [{ a: { b: [1, { c: 3 }] } }]],
  ["a symbol-keyed property", [{ [symbol]: 1 }], [{ [symbol]: 2 }]],
  [
    "an enumerable and a hidden property",
    [keyed("a", { value: 1, enumerable: true })],
    [keyed("a", { value: 1 })],
  ],
  ["a frozen object and one that is not", [{ a: 1 }], [Object.freeze({ a: 1 })]],
  [
    "a writable and a constant property",
    [keyed("a", { value: 1, writable: true })],
    [keyed("a", { value: 1 })],
  ],
  ["a plain object and one without prototype", [{ a: 1 }], [Object.assign(Object.create(null), { a: 1 })]],
  ["an instance and a plain object", [new Point(1)], [{ x: 1 }]],
  ["instances of two classes", [new Point(1)], [new Place(1)]],
  ["two instances that differ", [new Point(1)], [new Point(2)]],
  ["a Map and an object", [new Map([["a", 1]])], [{ a: 1 }]],
  ["a Map and its entries", [new Map([["a", 1]])], [[["a", 1]]]],
  ["Maps of one value", [new Map([["a", 1]])], [new Map([["a", 2]])]],
  [
    "Maps of another order",
    [
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
    ],
    [
      new Map([
        ["b", 2],
        ["a", 1],
      ]),
    ],
  ],
  ["Maps keyed by 1 and '1'", [new Map<unknown, number>([[1, 0]])], [new Map<unknown, number>([["1", 0]])]],
  ["a Set and an array", [new Set([1])], [[1]]],
  ["Sets that differ", [new Set([1])], [new Set([2])]],
  ["Sets of another order", [new Set([1, 2])], [new Set([2, 1])]],
  ["an empty Map and an empty Set", [new Map()], [new Set()]],
  ["Dates", [new Date(0)], [new Date(1)]],
  ["a Date and its number", [new Date(5)], [5]],
  ["a valid and an invalid Date", [new Date(0)], [new Date(Number.NaN)]],
  ["regular expressions", [/a/], [/b/]],
  ["flags of regular expressions", [/a/g], [/a/i]],
  ["where a regular expression goes on", [/a/g], [Object.assign(/a/g, { lastIndex: 1 })]],
  ["messages of errors", [new Error("a")], [new Error("b")]],
  ["kinds of errors", [new Error("a")], [new TypeError("a")]],
  ["causes of errors", [new Error("a", { cause: 1 })], [new Error("a", { cause: 2 })]],
  ["URLs", [new URL("http://a/")], [new URL("http://b/")]],
  ["a URL and its text", [new URL("http://a/")], ["http://a/"]],
  ["buffers", [buffer(1)], [buffer(2)]],
  ["a buffer and a view of it", [buffer(1)], [new Uint8Array(buffer(1))]],
  ["views of two kinds with the same bytes", [new Uint8Array(2)], [new Uint16Array(1)]],
  [
    "views of one content at two places of their buffer",
    [new Uint8Array(buffer(1, 1), 0, 1)],
    [new Uint8Array(buffer(1, 1), 1, 1)],
  ],
  [
    "views of one content of a longer buffer",
    [new Uint8Array(buffer(1, 2), 0, 1)],
    [new Uint8Array(buffer(1), 0, 1)],
  ],
  [
    "two views of one buffer, and of two",
    [
      (() => {
        const b = buffer(0);
        return [new Uint8Array(b), new Uint8Array(b)];
      })(),
    ],
    [[new Uint8Array(1), new Uint8Array(1)]],
  ],
  [
    "a buffer that can grow",
    [new ArrayBuffer(1)],
    [Reflect.construct(ArrayBuffer, [1, { maxByteLength: 9 }])],
  ],
  ["a view's class", [new Uint8Array(1)], [new Typed(1)]],
  ["floats that differ in the sign of zero", [new Float64Array([0])], [new Float64Array([-0])]],
  ["a boxed and a bare number", [Object(1)], [1]],
  ["boxed numbers and strings", [Object(1)], [Object("1")]],
  ["functions of one text that capture other values", [adding(1)], [adding(2)]],
  ["functions of one text whose helpers differ", [using(adding(1))], [using(adding(2))]],
  ["functions of other code", [() => 1], [() => 2]],
  ["functions of one text by other names", [function a() {}], [function b() {}]],
  [
    "functions of one text by other names, within an object",
    [{ f: Object(function a() {}) }],
    [{ f: Object(function b() {}) }],
  ],
  ["functions that use other intrinsics", [(x: string) => parseInt(x, 10)], [(x: string) => parseFloat(x)]],
  ["a function with a property", [() => 1], [Object.assign(() => 1, { extra: 1 })]],
  ["bound functions that bind other values", [Math.max.bind(null, 1)], [Math.max.bind(null, 2)]],
  ["functions that are bound to others", [Math.max.bind(null, 1)], [Math.min.bind(null, 1)]],
  ["two intrinsics", [Math.max], [Math.min]],
  ["two classes of one text", [classOf()], [classOf()]],
  ["instances of two classes of one text", [new (classOf())()], [new (classOf())()]],
  ["getters that capture other values", [getting(1)], [getting(2)]],
  ["a function and its text", [one], [String(one)]],
  ["the same object twice, and two alike", [[shared, shared]], [[{ a: 1 }, { a: 1 }]]],
  ["the same object in two arguments, and two alike", [shared, shared], [{ a: 1 }, { a: 1 }]],
  ["cycles of other lengths", [cycle()], [longCycle()]],
  ["an array of another realm", [[1]], [vm.runInNewContext("[1]")]],
];

const EQUAL: readonly Row[] = [
  ["numbers", [1], [1]],
  ["NaN", [Number.NaN], [Number.NaN]],
  ["-0", [-0], [-0]],
  ["strings", ["text"], [`te${"xt"}`]],
  ["bigints", [2n ** 70n], [2n ** 70n]],
  ["no arguments", [], []],
  ["undefined", [undefined], [undefined]],
  ["null", [null], [null]],
  ["a symbol with itself", [symbol], [symbol]],
  ["a registered symbol", [Symbol.for("r")], [Symbol.for("r")]],
  ["several primitives", [1, "a", true, null], [1, "a", true, null]],
  ["plain objects by structure", [{ a: 1, b: { c: [2] } }], [{ a: 1, b: { c: [2] } }]],
  ["arrays by structure", [[1, [2, 3]]], [[1, [2, 3]]]],
  ["holes", [new Array(2)], [new Array(2)]],
  ["objects without prototype", [Object.create(null)], [Object.create(null)]],
  ["Maps", [new Map([["a", { b: 1 }]])], [new Map([["a", { b: 1 }]])]],
  ["Sets", [new Set([1, "a"])], [new Set([1, "a"])]],
  ["Dates", [new Date(7)], [new Date(7)]],
  ["invalid Dates", [new Date(Number.NaN)], [new Date(Number.NaN)]],
  ["regular expressions", [/a/gi], [/a/gi]],
  ["URLs", [new URL("http://a/?b#c")], [new URL("http://a/?b#c")]],
  ["typed arrays", [new Float64Array([1, 2])], [new Float64Array([1, 2])]],
  ["buffers", [buffer(1, 2)], [buffer(1, 2)]],
  ["instances of one class", [new Point(1)], [new Point(1)]],
  ["cycles", [cycle()], [cycle()]],
  ["shared parts", [[shared, shared]], [[shared, shared]]],
  ["a function with itself", [one], [one]],
  ["functions of one text that capture nothing", [() => 1], [() => 1]],
  ["functions that capture equal values", [adding(1)], [adding(1)]],
  ["functions whose helpers capture equal values", [using(adding(1))], [using(adding(1))]],
  ["functions with locals of other names", [(a: number) => a + 1], [(b: number) => b + 1]],
  ["functions of another layout", [texts[0]], [texts[1]]],
  ["functions that bind equal values", [Math.max.bind(null, 1)], [Math.max.bind(null, 1)]],
  ["an intrinsic", [Math.max], [Math.max]],
  ["getters that capture equal values", [getting(1)], [getting(1)]],
  ["long strings", ["x".repeat(5000)], ["x".repeat(5000)]],
  ["large arrays", [Array.from({ length: 1000 }, (_, i) => i)], [Array.from({ length: 1000 }, (_, i) => i)]],
  ["boxed values", [Object("a")], [Object("a")]],
  ["symbol-keyed properties", [{ [symbol]: 1 }], [{ [symbol]: 1 }]],
];

describe("two calls are two", () => {
  it.each(DIFFERENT)("when they differ by: %s", (_title, first, second) => {
    expect(runsTwice(first, second)).toBe(true);
    expect(runsTwice(second, first), "in the other order").toBe(true);
  });
});

describe("two calls are one", () => {
  it.each(EQUAL)("for equal %s", (_title, first, second) => {
    expect(runsTwice(first, second)).toBe(false);
  });
});

/** What code may ask for that makes the texts of functions count which it is given. */
const textIn = (of: { toString(): string }): string => of.toString();
const ASKING: readonly (readonly [title: string, fn: (of: object) => unknown])[] = [
  ["for its text", (of) => of.toString()],
  ["for its text with the method of all functions", (of) => Function.prototype.toString.call(of)],
  ["a helper that asks for its text", (of) => textIn(of)],
];

describe("two functions that differ in their texts alone are two arguments for code that asks", () => {
  it.each(ASKING)("%s", (_title, fn) => {
    const cached = cache(fn);
    expect(texts.map((text) => cached(Object(text)))).toEqual(["(x) => x", "(x)=>x"]);
  });
});

describe("a key", () => {
  it("tells two classes of one text apart, since instanceof does", () => {
    const [One, Two] = [classOf(), classOf()];
    const isOf = cache((value: object, of: new () => object): boolean => value instanceof of);
    const one = new One();
    expect([isOf(one, One), isOf(one, Two), isOf(one, One)]).toEqual([true, false, true]);
    const make = cache((of: new () => object): object => new of());
    expect([make(One) instanceof One, make(Two) instanceof Two]).toEqual([true, true]);
  });

  it("is taken when the call is made: what happens to the argument later does not change it", () => {
    let runs = 0;
    const sum = cache((values: readonly number[]) => {
      runs++;
      return values.reduce((a, b) => a + b, 0);
    });
    const values = [1, 2];
    expect(sum(values)).toBe(3);
    values.push(3);
    expect(sum(values)).toBe(6);
    expect(sum([1, 2])).toBe(3);
    expect(runs).toBe(2);
  });

  it("is made without running the caller's code: no toJSON, no valueOf, no iterator, no species", () => {
    const ran: string[] = [];
    const loud = {
      toJSON: () => ran.push("toJSON"),
      valueOf: () => ran.push("valueOf"),
      toString: () => ran.push("toString"),
      [Symbol.toPrimitive]: () => ran.push("toPrimitive"),
      [Symbol.iterator]: () => ran.push("iterator"),
    };
    cache((_: unknown) => 1)(loud);
    expect(ran).toEqual([]);
  });

  it("covers arguments that the function does not name", () => {
    const counts = cache(function count(): number {
      // biome-ignore lint/complexity/noArguments: the point of the test
      return arguments.length;
    });
    const call = (...args: readonly unknown[]): unknown => Reflect.apply(counts, undefined, args);
    expect([call(), call(1), call(1, 2)]).toEqual([0, 1, 2]);
  });
});
