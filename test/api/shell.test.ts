// The function that is handed out stands in for the user's: nobody should be able to tell, but by its results living on.

import { types } from "node:util";
import { describe, expect, it } from "vitest";
import { cache, defineOnce } from "../../src/index.ts";
import { script } from "./evaluation.ts";

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

describe.each([
  ["defineOnce", (text: string) => script()(`defineOnce(${text}, { name: "stands in" })`)],
  ["cache", (text: string) => script()(`cache(${text})`)],
  ["defineOnce and cache", (text: string) => script()(`defineOnce(cache(${text}), { name: "both" })`)],
])("a function from %s", (_title, made) => {
  it.each([
    ["function named(a, b) {}", "named", 2],
    ["function rest(a, ...b) {}", "rest", 1],
    ["function dflt(a, b = 1, c) {}", "dflt", 1],
    ["async function soon(a) {}", "soon", 1],
    ["{ short(a, b, c) {} }.short", "short", 3],
    ["(a) => a", "", 1],
    ["Object.defineProperty((a) => a, 'name', { value: 'given' })", "given", 1],
    ["Object.getOwnPropertyDescriptor({ get x() { return 1 } }, 'x').get", "get x", 0],
    ["Math.max", "max", 2],
    ["(function bound(a, b) {}).bind(null, 1)", "bound bound", 1],
  ])("keeps name and length of %s", async (text, name, length) => {
    const fn = Object(await made(text));
    expect([fn.name, fn.length, typeof fn]).toEqual([name, length, "function"]);
  });

  it("passes this and the arguments on", async () => {
    const fn = Object(await made("function f(...all) { return [this.n, ...all] }"));
    expect(fn.call({ n: 1 }, 2, undefined)).toEqual([1, 2, undefined]);
    expect({ n: 5, fn }.fn(6)).toEqual([5, 6]);
  });

  it("gives a strict function the undefined this of a plain call, and a sloppy one the global object", async () => {
    expect(Object(await made("function f() { 'use strict'; return this }"))()).toBe(undefined);
    expect(Object(await made("function f() { return this === globalThis }"))()).toBe(true);
  });

  it("is async where the user's is, also for those who ask the prototype", async () => {
    const fn = await made("async function f() { return 1 }");
    expect(Object.prototype.toString.call(fn)).toBe("[object AsyncFunction]");
    expect(fn).toBeInstanceOf(AsyncFunction);
    const result: unknown = Object(fn)();
    expect(types.isPromise(result)).toBe(true);
    expect(await result).toBe(1);
    expect(Object.prototype.toString.call(await made("function f() {}"))).toBe("[object Function]");
  });

  it("throws what the user's throws, the very object", async () => {
    const fn = Object(await made("function f(error) { throw error }"));
    const error = new RangeError("mine");
    let caught: unknown;
    try {
      fn(error);
    } catch (thrown) {
      caught = thrown;
    }
    expect(caught).toBe(error);
  });

  it("has the properties of the user's, symbols and accessors included", async () => {
    const fn = Object(
      await made(
        "Object.defineProperties(function f() {}, { a: { value: 1, enumerable: true }, [Symbol.for('s')]: { value: 2 }, g: { get: () => 3 } })",
      ),
    );
    expect([fn.a, fn[Symbol.for("s")], fn.g, Object.keys(fn)]).toEqual([1, 2, 3, ["a"]]);
  });

  it.each([
    ["an arrow", "(a) => a"],
    ["a method", "{ m(a) {} }.m"],
    ["an async function", "async function f() {}"],
  ])("cannot be constructed when it is %s", async (_kind, text) => {
    const fn = Object(await made(text));
    expect(() => new fn()).toThrow(TypeError);
    expect(Object.hasOwn(fn, "prototype")).toBe(false);
  });
});

describe("a constructor function", () => {
  const POINT = "function Point(x) { this.x = x }";

  it("constructs, and its prototype's methods are found", async () => {
    const run = script();
    await run(
      `${POINT} Point.prototype.twice = function () { return 2 * this.x }; var P = defineOnce(Point)`,
    );
    expect(await run("[new P(3).twice(), new P(3) instanceof P, new P(3) instanceof Point]")).toEqual([
      6,
      true,
      true,
    ]);
    expect(await run("P.prototype === Point.prototype")).toBe(true);
  });

  it("can be extended by a class", async () => {
    const run = script();
    await run(
      `var P = defineOnce(${POINT}); class P3 extends P { constructor(x, z) { super(x); this.z = z } }`,
    );
    expect(
      await run("var p = new P3(1, 2); [p.x, p.z, p instanceof P3, p instanceof P, p.constructor.name]"),
    ).toEqual([1, 2, true, true, "P3"]);
  });

  it("sees new.target when it is constructed, and undefined when it is called", async () => {
    const run = script();
    await run("var T = defineOnce(function T() { return { made: new.target !== undefined } })");
    expect(await run("[new T().made, T().made]")).toEqual([true, false]);
  });

  it("constructs with a prototype that was put in the place of its own", async () => {
    const run = script();
    await run(`${POINT} Point.prototype = { twice() { return 2 * this.x } }; var Q = defineOnce(Point)`);
    expect(await run("[new Q(3).twice(), new Q(1) instanceof Q]")).toEqual([6, true]);
  });

  it("constructs when it inherits from another function, as classes compiled to ES5 do", async () => {
    const run = script();
    await run(
      "function Animal() {} Animal.kind = 'animal'; function Dog() { this.legs = 4 }" +
        "Object.setPrototypeOf(Dog, Animal); Dog.prototype = Object.create(Animal.prototype); Dog.prototype.constructor = Dog;" +
        "var D = defineOnce(Dog)",
    );
    expect(await run("[new D().legs, new D() instanceof Animal, D.kind]")).toEqual([4, true, "animal"]);
  });

  it("that is kept makes instances that old and new code take for its own", async () => {
    const run = script();
    const text = `P = defineOnce(${POINT})`;
    await run(`var ${text}; var old = new P(1)`);
    await run(text);
    expect(await run("[old instanceof P, new P(2) instanceof P, new P(2).x]")).toEqual([true, true, 2]);
  });

  it("that makes itself when it is called without new makes instances of what was handed out", async () => {
    const run = script();
    const text =
      "Q = defineOnce(function Auto(x) { if (!(this instanceof Auto)) return new Auto(x); this.x = x })";
    await run(`var ${text}`);
    await run(text);
    expect(await run("var q = Q(2); [q.x, q instanceof Q, new Q(3) instanceof Q]")).toEqual([2, true, true]);
  });
});

describe("a generator function", () => {
  it("is kept, and each call gives an iterator of its own", async () => {
    const run = script();
    const text = "var count = defineOnce(function* count(n) { for (let i = 0; i < n; i++) yield i }); count";
    const first = await run(text);
    expect(await run(text)).toBe(first);
    expect(await run("[[...count(2)], [...count(3)], count(1) instanceof count]")).toEqual([
      [0, 1],
      [0, 1, 2],
      true,
    ]);
    expect(Object.prototype.toString.call(first)).toBe("[object GeneratorFunction]");
  });

  it("keeps the prototype that its iterators inherit from", async () => {
    const run = script();
    await run("function* gen() { yield 1 } gen.prototype.extra = 7; var g = defineOnce(gen)");
    expect(await run("[g().extra, g.prototype === gen.prototype]")).toEqual([7, true]);
  });
});

describe("a function handed out", () => {
  it("is not the user's own object, so that the user's stays free for another use", () => {
    const own = function own(): number {
      return 1;
    };
    expect(defineOnce(own)).not.toBe(own);
    expect(cache(own)).not.toBe(own);
    expect(cache(own).original).toBe(own);
  });
});
