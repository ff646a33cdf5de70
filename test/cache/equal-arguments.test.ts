// Pairs of argument lists that no function can tell apart, made in two ways: one call, run once.

import { deserialize, serialize } from "node:v8";
import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { runCounts } from "./pairs.ts";

class Point {
  readonly x: number;
  readonly tags = ["a"];
  constructor(x: number) {
    this.x = x;
  }
}
class Place extends Point {}
class Table extends Map<string, number> {}
class Pile extends Array<number> {}
class Failure extends Error {}

const symbol = Symbol("a");
const base = { inherited: 1 };
const made = <T>(make: (value: T) => void, value: T): T => {
  make(value);
  return value;
};
const getting = (n: number): object => ({
  get a() {
    return n;
  },
});
const plus =
  (n: number): ((x: number) => number) =>
  (x) =>
    x + n;
const over =
  (table: object): ((key: string) => unknown) =>
  (key) =>
    Reflect.get(table, key);
const me = function me(this: unknown): unknown {
  return this;
};
const twice = <T>(make: () => T): readonly [T, T] => [make(), make()];
const cycle = (): object => {
  const root: { in: { to?: object }; list: unknown[] } = { in: {}, list: [] };
  root.in.to = root;
  root.list.push(root, root.in);
  return root;
};
const deep = (depth: number): object => (depth === 0 ? {} : { in: deep(depth - 1) });
const layouts: readonly unknown[] = vm.runInThisContext(`[
  function (a, b) { return (a + b) * 2 },
  function (first, second) {
    // The same, written at length.
    return (((first) + second)) * 2;
  },
]`);
const foreign: readonly unknown[] = vm.runInNewContext("[{ a: [1] }, { a: [1] }]");
const given: unknown = vm.runInThisContext("(function () { return arguments })");
const argumentsOf = (...args: readonly unknown[]): unknown =>
  typeof given === "function" ? Reflect.apply(given, undefined, args) : undefined;

/** One argument made in two ways. */
type Pair = readonly [title: string, first: unknown, second: unknown];

const TABLES: Readonly<Record<string, readonly Pair[]>> = {
  primitives: [
    ["two spellings of a number", 255, 0xff],
    ["a number written and computed", 1000, 10 ** 3],
    ["a fraction written and computed", 0.5, 1 / 2],
    [
      "two bit patterns of NaN",
      Number.NaN,
      new Float64Array(new BigUint64Array([0x7ff8000000000001n]).buffer)[0],
    ],
    ["-0 written and computed", -0, -1 / Infinity],
    ["a string written and joined", "a,b", ["a", "b"].join(",")],
    ["a string written and sliced", "bcd", "abcde".slice(1, 4)],
    [
      "a long string written and repeated",
      "ab".repeat(3000),
      Array.from({ length: 3000 }, () => "ab").join(""),
    ],
    ["a letter written and escaped", "\u00e9", String.fromCharCode(0xe9)],
    ["a pair of units and its code point", "\ud83d\ude00", String.fromCodePoint(0x1f600)],
    ["half of a pair", "\ud800", "\u{1f600}".charAt(0).replace(/./, "\ud800")],
    ["a bigint written and computed", 2n ** 70n, BigInt("1180591620717411303424")],
    ["a symbol and itself", symbol, Object.getOwnPropertySymbols({ [symbol]: 1 })[0]],
    ["a registered symbol, asked for twice", Symbol.for("equal"), Symbol.for(["eq", "ual"].join(""))],
    ["undefined and void", undefined, void 0],
  ],
  objects: [
    ["empty ones", {}, new Object()],
    ["one written and spread", { a: 1, b: 2 }, { ...{ a: 1 }, b: 2 }],
    ["one written and assigned", { a: 1, b: 2 }, Object.assign({}, { a: 1 }, { b: 2 })],
    [
      "one written and made of entries",
      { a: 1, b: 2 },
      Object.fromEntries(
        new Map([
          ["a", 1],
          ["b", 2],
        ]),
      ),
    ],
    ["one written and parsed", { a: [1, { b: null }] }, JSON.parse('{"a":[1,{"b":null}]}')],
    [
      "one written and cloned",
      { a: new Map([[1, new Date(2)]]) },
      structuredClone({ a: new Map([[1, new Date(2)]]) }),
    ],
    ["one written and stored", { a: [1n, undefined] }, deserialize(serialize({ a: [1n, undefined] }))],
    ["a key set again, which keeps its place", { a: 1, b: 2 }, Object.assign({ a: 0, b: 2 }, { a: 1 })],
    [
      "a key added and deleted",
      { a: 1 },
      made<{ a: number; b?: number }>((it) => delete it.b, { a: 1, b: 2 }),
    ],
    ["a key computed", { ab: 1 }, { [["a", "b"].join("")]: 1 }],
    [
      "a key defined as assignment would",
      { a: 1 },
      Object.defineProperty({}, "a", { value: 1, writable: true, enumerable: true, configurable: true }),
    ],
    ["indices, which always come in order", { 1: "a", 2: "b" }, { 2: "b", 1: "a" }],
    ["an index before a name, however written", { 1: "a", b: 2 }, Object.assign({ b: 2 }, { 1: "a" })],
    ["a value undefined", { a: undefined }, { a: void 0 }],
    [
      "ones without prototype",
      Object.assign(Object.create(null), { a: 1 }),
      Object.setPrototypeOf({ a: 1 }, null),
    ],
    ["ones that inherit from one", Object.create(base), Object.setPrototypeOf({}, base)],
    ["frozen ones", Object.freeze({ a: 1 }), Object.freeze({ a: 1 })],
    ["an empty one sealed and frozen, which is the same", Object.seal({}), Object.freeze({})],
    ["symbols as keys", { [symbol]: 1, [Symbol.for("b")]: 2 }, { [symbol]: 1, [Symbol.for("b")]: 2 }],
    [
      "hidden properties",
      Object.defineProperty({}, "a", { value: 1 }),
      Object.defineProperties({}, { a: { value: 1 } }),
    ],
    ["getters that capture equal values", getting(1), getting(1)],
    [
      "an own key __proto__",
      JSON.parse('{"__proto__":1}'),
      Object.defineProperty({}, "__proto__", {
        value: 1,
        writable: true,
        enumerable: true,
        configurable: true,
      }),
    ],
    ["NaN within", { a: [Number.NaN] }, { a: [0 / 0] }],
    ["ones nested two hundred deep", deep(200), deep(200)],
    [
      "ones with five thousand keys",
      Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])),
      Object.assign({}, ...Array.from({ length: 5000 }, (_, i) => ({ [`k${i}`]: i }))),
    ],
    ["two of one other realm", foreign[0], foreign[1]],
    ["the arguments of two calls", argumentsOf(1, "a"), argumentsOf(1, "a")],
  ],
  "arrays and collections": [
    ["an array written and pushed", [1, 2], made((it) => it.push(2), [1])],
    ["an array written and cut", [1], made((it) => it.pop(), [1, 2])],
    ["an array written and filled", [0, 0], new Array(2).fill(0)],
    ["an array spread and mapped", [...[1, 2]], [0, 1].map((x) => x + 1)],
    [
      "holes written and left",
      new Array(2),
      made<number[]>((it) => it.splice(0, 2, ...[]), []).concat(new Array(2)),
    ],
    ["an array of a subclass", Pile.of(1, 2), Pile.from([1, 2])],
    ["a Map with an entry set again", new Map([["a", 1]]), new Map([["a", 2]]).set("a", 1)],
    ["a Map with the keys 0 and -0, which are one there", new Map([[0, 1]]), new Map([[-0, 1]])],
    ["a Map with the key NaN", new Map([[Number.NaN, 1]]), new Map([[0 / 0, 1]])],
    ["a Map with objects as keys", new Map([[{ a: 1 }, { b: 2 }]]), new Map([[{ a: 1 }, { b: 2 }]])],
    ["a Map of a subclass", new Table([["a", 1]]), new Table().set("a", 1)],
    ["a Map in a Map", new Map([[1, new Map([[2, 3]])]]), new Map([[1, new Map([[2, 3]])]])],
    ["a Set with a member added again", new Set([1, 2]), new Set([1, 2, 1])],
    ["a Set of arrays", new Set([[1], [2]]), new Set([[1], [2]])],
    ["a Set whose member was deleted", new Set([1]), made((it) => it.delete(2), new Set([2, 1]))],
  ],
  "built-in objects": [
    ["a Date and a copy", new Date(5), new Date(new Date(5))],
    ["a Date of a text and of a number", new Date("1970-01-01T00:00:00.005Z"), new Date(5)],
    ["invalid Dates", new Date("?"), new Date(Number.NaN)],
    ["a regular expression written and made", /a\/b/g, /a\/b/g],
    ["two orders of flags", /a/gi, /a/gi],
    ["a regular expression that begins anew", /a/g, made((it) => it.test("b"), /a/g)],
    ["errors made at two places", new Error("a"), made(() => {}, new Error("a"))],
    ["errors with equal causes", new Error("a", { cause: { b: 1 } }), new Error("a", { cause: { b: 1 } })],
    ["errors of a subclass", new Failure("a"), new Failure("a")],
    ["two spellings of a URL", new URL("HTTPS://example.org:443/a/../b"), new URL("https://example.org/b")],
    ["boxed numbers", Object(1), Object(1)],
    ["typed arrays made in two ways", new Uint8Array([1, 2, 3]), Uint8Array.from("123", Number)],
    ["floats", new Float64Array([0.1, -0, Infinity]), Float64Array.of(0.1, -0, Infinity)],
    ["buffers", new Uint8Array([1, 2]).buffer, structuredClone(new Uint8Array([1, 2]).buffer)],
    ["Buffers of a text and of bytes", Buffer.from("abc"), Buffer.from([97, 98, 99])],
    ["long blocks of bytes", new Uint8Array(200_000).fill(7), new Uint8Array(200_000).map(() => 7)],
    ["DataViews", new DataView(new ArrayBuffer(4), 1, 2), new DataView(new ArrayBuffer(4), 1, 2)],
    ["shared buffers", new SharedArrayBuffer(2), new SharedArrayBuffer(2)],
    ["a namespace of intrinsics", Math, globalThis.Math],
  ],
  functions: [
    ["one and itself", me, [me][0]],
    ["two of one text that capture nothing", ...twice(() => (x: number) => x + 1)],
    ["locals of other names, comments and parentheses", layouts[0], layouts[1]],
    ["captured numbers that are equal", plus(1), plus(1)],
    ["captured objects that are equal", over({ a: [1] }), over({ a: [1] })],
    ["bound receivers that are equal", me.bind({ a: 1 }), me.bind({ a: 1 })],
    ["properties that are equal", ...twice(() => Object.assign(() => 1, { a: [1] }))],
    ["an intrinsic", Math.max, globalThis.Math.max],
    ["a class and itself", Point, new Point(1).constructor],
    ["async functions", ...twice(() => async (x: number) => x)],
    ["methods of two records", { f: () => 1 }, { f: () => 1 }],
  ],
  "instances and shapes": [
    ["instances of one class", new Point(1), new Point(1)],
    ["instances of a subclass", new Place(1), new Place(1)],
    [
      "an instance made and assembled",
      new Point(1),
      Object.assign(Object.create(Point.prototype), { x: 1, tags: ["a"] }),
    ],
    ["instances within", [{ at: new Point(1) }], [{ at: new Point(1) }]],
    ["cycles", cycle(), cycle()],
    [
      "an object twice",
      ...twice(() => {
        const it = { a: 1 };
        return [it, { again: it }];
      }),
    ],
    [
      "a Map that holds itself",
      ...twice(() => {
        const map = new Map<string, unknown>();
        return map.set("self", map);
      }),
    ],
  ],
};

describe.each(Object.entries(TABLES))("of equal %s, two calls are one", (_kind, rows) => {
  it.each(rows)("%s", (_title, first, second) => {
    expect(new Set(runCounts([first], [second]))).toEqual(new Set([1]));
  });

  it.each(rows)("within an object, behind another argument: %s", (_title, first, second) => {
    expect(new Set(runCounts(["x", { in: [first] }], ["x", { in: [second] }]))).toEqual(new Set([1]));
  });
});

describe("of equal argument lists, two calls are one", () => {
  it.each<readonly [string, readonly unknown[]]>([
    ["none", []],
    ["two numbers", [1, 2]],
    ["a string and undefined", ["a", undefined]],
    ["three primitives", [1, "a", null]],
    ["ten primitives", Array.from({ length: 10 }, (_, i) => i)],
    ["-0 among others", [-0, 0]],
    ["primitives and objects", [1, { a: 1 }, [2], "b"]],
  ])("%s", (_title, args) => {
    expect(new Set(runCounts(args, structuredClone(args)))).toEqual(new Set([1]));
  });
});

it("there are at least 60 such pairs", () => {
  expect(Object.values(TABLES).flat().length).toBeGreaterThanOrEqual(60);
});

it("what was computed for one is handed to the other", () => {
  const box = cache((of: object) => ({ of }));
  expect(box({ a: new Set([1]) })).toBe(box({ a: new Set([1]) }));
});
