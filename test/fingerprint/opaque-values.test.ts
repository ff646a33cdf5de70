// Values whose content cannot be read are reported with the path that leads to them, and no value's own code ever runs.

import * as path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bytesOf, opaquePart } from "./bytes-of.ts";

const getter = (call: () => void): PropertyDescriptor => ({
  get: call,
  enumerable: true,
  configurable: true,
});

describe("a part that cannot be read is named by its path:", () => {
  const promise = Promise.resolve();
  it.each<readonly [title: string, value: unknown, path: string, what: RegExp]>([
    ["the value itself", promise, "", /promise/],
    ["in an array", [1, promise], "[1]", /promise/],
    ["in an object", { a: { b: promise } }, ".a.b", /promise/],
    ["in an array of objects", { rows: [{}, { socket: promise }] }, ".rows[1].socket", /promise/],
    ["among the values of a Map", { a: new Map([[1, promise]]) }, ".a.value(0)", /promise/],
    [
      "among the keys of a Map",
      new Map<unknown, number>([
        [1, 1],
        [promise, 1],
      ]),
      ".key(1)",
      /promise/,
    ],
    ["among the values of a Set", new Set<unknown>([1, 2, promise]), ".value(2)", /promise/],
    ["under a symbol", { [Symbol("a")]: promise }, "[Symbol(a)]", /promise/],
    ["the first of two", [promise, new WeakMap()], "[0]", /promise/],
    ["hidden from enumeration", Object.defineProperty({}, "a", { value: promise }), ".a", /promise/],
    ["the cause of an error", new Error("a", { cause: promise }), ".cause", /promise/],
    ["a property of an array", Object.assign([1], { a: promise }), ".a", /promise/],
    ["a proxy", [new Proxy({}, {})], "[0]", /proxy/],
    ["a proxied array", [new Proxy([], {})], "[0]", /proxy/],
    ["a weak map", [new WeakMap()], "[0]", /weak/],
    ["a weak set", [new WeakSet()], "[0]", /weak/],
    ["a weak reference", [new WeakRef({})], "[0]", /WeakRef/],
    ["a registry of finalizers", [new FinalizationRegistry(() => {})], "[0]", /FinalizationRegistry/],
    ["a generator", [(function* () {})()], "[0]", /iterator/],
    ["an async generator", [(async function* () {})()], "[0]", /iterator/],
    ["an iterator of a Map", [new Map().entries()], "[0]", /iterator/],
    ["an iterator of a Set", [new Set().values()], "[0]", /iterator/],
    ["an iterator of an array", [[1].values()], "[0]", /iterator|without a class/],
    ["an iterator of a string", ["a"[Symbol.iterator]()], "[0]", /iterator|without a class/],
    ["matches of a regular expression", ["a".matchAll(/a/g)], "[0]", /iterator|without a class/],
    [
      "what hangs on a getter",
      {
        a: Object.defineProperty({}, "b", getter(Object.assign(() => {}, { state: promise }))),
      },
      ".a.b.state",
      /promise/,
    ],
    ["a module's namespace, which vitest wraps", [1, path], "[1]", /namespace|proxy/],
    [
      "private members",
      [
        new (class Secret {
          #a = 1;
          get a() {
            return this.#a;
          }
        })(),
      ],
      "[0]",
      /Secret/,
    ],
    ["a formatter of numbers", [new Intl.NumberFormat("en")], "[0]", /NumberFormat/],
    ["parameters of an URL", [new URLSearchParams("a=1")], "[0]", /URLSearchParams/],
    ["segments of a text", [new Intl.Segmenter("en").segment("a")], "[0]", /without a class/],
    [
      "an iterator of segments",
      [new Intl.Segmenter("en").segment("a")[Symbol.iterator]()],
      "[0]",
      /iterator|without a class/,
    ],
    ["a blob", [new Blob(["a"])], "[0]", /Blob/],
    ["headers", [new Headers({ a: "b" })], "[0]", /Headers/],
    ["a decoder", [new TextDecoder()], "[0]", /TextDecoder/],
    ["a channel", [new MessageChannel().port1], "[0]", /MessagePort/],
  ])("%s", (_title, value, where, what) => {
    expect(opaquePart(value)).toEqual({ path: where, what: expect.stringMatching(what) });
  });

  it("a value nested too deeply to walk", () => {
    const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 1);
    expect(opaquePart(deep)).toEqual({ path: "", what: expect.stringMatching(/deep/) });
  });

  it("a buffer that was handed to another thread has no content, and is no reason to fail", () => {
    const buffer = new ArrayBuffer(8);
    const view = new Uint8Array(buffer);
    structuredClone(buffer, { transfer: [buffer] });
    expect(() => opaquePart(buffer)).not.toThrow();
    expect(() => opaquePart(view)).not.toThrow();
  });
});

describe("no code of a value runs:", () => {
  const calls: string[] = [];
  const noted =
    <T>(name: string, result: T): (() => T) =>
    () => {
      calls.push(name);
      return result;
    };
  class Answering extends Map<number, number> {
    override get size(): number {
      return noted("size", 0)();
    }
    override entries(): ReturnType<Map<number, number>["entries"]> {
      return noted("entries", super.entries())();
    }
  }
  class Secretive {
    readonly #secret = 1;
    static get name(): string {
      return noted("static name", "Secretive")();
    }
    get secret(): number {
      return this.#secret;
    }
  }
  const watched = (target: object): object => {
    const traps = Object.fromEntries(
      Object.getOwnPropertyNames(Reflect).map((name) => [
        name,
        (...values: readonly unknown[]): unknown => {
          calls.push(name);
          return Reflect.apply(Reflect[name as "get"], Reflect, values);
        },
      ]),
    );
    return new Proxy(target, traps);
  };
  const withGetter = (target: object, key: string | symbol): object =>
    Object.defineProperty(target, key, getter(noted(String(key), undefined)));

  const classWith = (key: string | symbol): object => {
    class Plain {}
    withGetter(Plain, key);
    return new Plain();
  };

  afterEach(() => {
    calls.length = 0;
  });

  it.each<readonly [title: string, make: () => unknown]>([
    ["a getter", () => withGetter({}, "a")],
    ["a getter on the prototype", () => Object.create(withGetter({}, "a"))],
    [
      "toJSON, toString and valueOf",
      () => ({ toJSON: noted("toJSON", 1), toString: noted("toString", ""), valueOf: noted("valueOf", 1) }),
    ],
    ["Symbol.toPrimitive", () => ({ [Symbol.toPrimitive]: noted("toPrimitive", 1) })],
    ["a getter of Symbol.toStringTag", () => withGetter({}, Symbol.toStringTag)],
    [
      "Symbol.iterator of an array",
      () => Object.assign([1], { [Symbol.iterator]: noted("iterator", [].values()) }),
    ],
    [
      "Symbol.iterator of a Map",
      () =>
        Object.assign(new Map([[1, 1]]), {
          [Symbol.iterator]: noted("iterator", [].values()),
          entries: noted("entries", [].values()),
        }),
    ],
    ["a subclass of Map that answers itself", () => new Answering([[1, 1]])],
    [
      "a Date that answers itself",
      () =>
        Object.assign(new Date(0), { getTime: noted("getTime", 1), toISOString: noted("toISOString", "") }),
    ],
    ["the flags of a regular expression", () => withGetter(/a/g, "flags")],
    ["one flag of a regular expression", () => withGetter(/a/g, "global")],
    ["the length of a view", () => withGetter(new Uint8Array(2), "byteLength")],
    ["the offset of a view", () => withGetter(new Uint8Array(2), "byteOffset")],
    ["the buffer of a view", () => withGetter(new Uint8Array(2), "buffer")],
    ["the length of a buffer", () => withGetter(new ArrayBuffer(2), "byteLength")],
    ["the message of an error", () => withGetter(new Error("a"), "message")],
    ["the stack of an error", () => withGetter(new Error("a"), "stack")],
    ["a getter of the constructor", () => withGetter({}, "constructor")],
    ["a getter of the prototype's constructor", () => Object.create(withGetter({}, "constructor"))],
    ["a static getter named name", () => classWith("name")],
    ["a static getter named name of a class with private members", () => new Secretive()],
    ["the limit of a buffer", () => withGetter(new ArrayBuffer(2), "maxByteLength")],
    ["a static getter named toString", () => classWith("toString")],
    ["a static getter of Symbol.hasInstance", () => classWith(Symbol.hasInstance)],
    ["a proxy", () => watched({})],
    ["a proxied array", () => [watched([])]],
    ["a proxied function", () => [watched(() => 1)]],
    ["a prototype that is a proxy", () => Object.create(watched({}))],
    ["a prototype behind a prototype that is a proxy", () => Object.create(Object.create(watched({})))],
    [
      "a constructor that is a proxy",
      () => Object.create(Object.defineProperty({}, "constructor", { value: watched(class {}) })),
    ],
    ["an array whose prototype is a proxy", () => Object.setPrototypeOf([1], watched([]))],
    ["a Map whose prototype is a proxy", () => Object.setPrototypeOf(new Map(), watched(Map.prototype))],
    [
      "a view whose prototype is a proxy",
      () => Object.setPrototypeOf(new Uint8Array(1), watched(Uint8Array.prototype)),
    ],
  ])("%s", (_title, make) => {
    const value = make();
    calls.length = 0;
    opaquePart(value);
    expect(calls).toEqual([]);
  });

  it.each<readonly [title: string, prototype: object, key: string | symbol, value: unknown]>([
    ["Map.prototype.entries", Map.prototype, "entries", new Map([[1, 1]])],
    ["Map.prototype[Symbol.iterator]", Map.prototype, Symbol.iterator, new Map([[1, 1]])],
    ["Set.prototype.values", Set.prototype, "values", new Set([1])],
    ["Set.prototype[Symbol.iterator]", Set.prototype, Symbol.iterator, new Set([1])],
    ["Date.prototype.getTime", Date.prototype, "getTime", new Date(0)],
    ["Date.prototype.valueOf", Date.prototype, "valueOf", new Date(0)],
    ["RegExp.prototype.source", RegExp.prototype, "source", /a/g],
    ["RegExp.prototype.flags", RegExp.prototype, "flags", /a/g],
    ["RegExp.prototype.global", RegExp.prototype, "global", /a/g],
    ["Number.prototype.valueOf", Number.prototype, "valueOf", Object(1)],
    ["String.prototype.valueOf", String.prototype, "valueOf", Object("a")],
    ["Object.prototype.toJSON", Object.prototype, "toJSON", { a: 1 }],
    ["Error.prototype.toString", Error.prototype, "toString", new Error("a")],
  ])("a patched %s", (_title, prototype, key, value) => {
    const before = bytesOf(value);
    const original = Object.getOwnPropertyDescriptor(prototype, key);
    let after: string;
    Object.defineProperty(prototype, key, getter(noted(String(key), undefined)));
    try {
      after = bytesOf(value);
    } finally {
      if (original === undefined) Reflect.deleteProperty(prototype, key);
      else Object.defineProperty(prototype, key, original);
    }
    expect(calls).toEqual([]);
    expect(after).toBe(before);
  });
});
