// Where a path of properties leads: what is found, what is not there, and where nobody may look further.

import { describe, expect, it } from "vitest";
import { isObject, ownProperty, propertyAt } from "../../src/fingerprint/property-path.ts";

const ran: string[] = [];
const get = (): number => ran.push("getter");
const withGetter = Object.defineProperty({ plain: 1 }, "got", { get, configurable: true });
const spy = (target: object): object =>
  new Proxy(target, {
    get: (of, key) => {
      ran.push(`get ${String(key)}`);
      return Reflect.get(of, key);
    },
    getOwnPropertyDescriptor: (of, key) => {
      ran.push(`describe ${String(key)}`);
      return Reflect.getOwnPropertyDescriptor(of, key);
    },
    getPrototypeOf: () => {
      ran.push("prototype");
      return null;
    },
  });

describe("a path leads to a value", () => {
  class Base {
    method(): void {}
  }
  class Derived extends Base {
    readonly field = { deep: [10, 20] };
  }
  it.each<readonly [title: string, base: unknown, path: readonly string[], value: unknown]>([
    ["of no steps: the base itself", 5, [], 5],
    ["of an object", { a: 1 }, ["a"], 1],
    ["that is undefined", { a: undefined }, ["a"], undefined],
    ["through several objects", new Derived(), ["field", "deep", "1"], 20],
    ["that is inherited", new Derived(), ["method"], Base.prototype.method],
    ["of an array", [1, 2], ["length"], 2],
    ["of a function", Object.assign(() => 1, { extra: 7 }), ["extra"], 7],
    ["that is hidden from enumeration", Object.defineProperty({}, "a", { value: 3 }), ["a"], 3],
    ["of an object without a prototype", Object.assign(Object.create(null), { a: 4 }), ["a"], 4],
    ["that shadows an inherited one", Object.assign(Object.create({ a: 1 }), { a: 2 }), ["a"], 2],
    ["that shadows an inherited getter", Object.create(withGetter, { got: { value: 6 } }), ["got"], 6],
  ])("%s", (_title, base, path, value) => {
    expect(propertyAt(base, path)).toEqual({ kind: "value", value, get: undefined });
  });
});

describe("a path ends", () => {
  it("where there is no property, at the object that lacks it", () => {
    const owner = {};
    expect(propertyAt({ owner }, ["owner", "b", "c"])).toEqual({
      kind: "absent",
      value: owner,
      get: undefined,
    });
  });

  it.each<readonly [title: string, value: unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["a number", 1],
    ["a text", "text"],
    ["a symbol", Symbol.iterator],
  ])("at what is no object: %s", (_title, value) => {
    expect(propertyAt({ value }, ["value", "length"])).toEqual({ kind: "stop", value, get: undefined });
  });

  it("at a getter, its own or an inherited one, which is given and not run", () => {
    ran.length = 0;
    const heir: object = Object.create(withGetter);
    for (const owner of [withGetter, heir]) {
      const found = propertyAt({ owner }, ["owner", "got", "more"]);
      expect(found.kind).toBe("accessor");
      expect([found.value === owner, found.get === get]).toEqual([true, true]);
    }
    const setter = propertyAt(Object.defineProperty({}, "a", { set() {} }), ["a"]);
    expect([setter.kind, setter.get]).toEqual(["accessor", undefined]);
    expect(ran).toEqual([]);
  });

  it("at a proxy, or an object that inherits from one, without running a trap", () => {
    ran.length = 0;
    const proxy = spy({ a: 1 });
    expect(propertyAt(proxy, []).value, "no step asks nothing").toBe(proxy);
    const stopped = propertyAt({ proxy }, ["proxy", "a"]);
    expect([stopped.kind, stopped.value === proxy]).toEqual(["stop", true]);
    const heir: object = Object.create(proxy);
    const inherited = propertyAt(heir, ["a"]);
    expect([inherited.kind, inherited.value === heir]).toEqual(["stop", true]);
    expect(propertyAt(Object.assign(heir, { own: 2 }), ["own"]).value).toBe(2);
    expect(ran).toEqual([]);
  });

  it("not at a proxy that is known to be open", () => {
    const open = new Proxy({ a: { b: 1 } }, {});
    expect(
      propertyAt(open, ["a", "b"], { isOpen: (proxy) => proxy === open, forwarded: () => undefined }),
    ).toMatchObject({
      kind: "value",
      value: 1,
    });
    expect(propertyAt(open, ["a", "b"], { isOpen: () => false, forwarded: () => undefined }).kind).toBe(
      "stop",
    );
  });
});

describe("an own property", () => {
  it("is described, without what is inherited", () => {
    expect(ownProperty({ a: 1 }, "a")).toMatchObject({ value: 1, writable: true });
    expect(ownProperty({}, "toString")).toBeUndefined();
  });

  it("is dead where a module has not yet initialized it, and any other error is thrown", () => {
    const throwing = (error: Error): object =>
      new Proxy(
        {},
        {
          getOwnPropertyDescriptor: () => {
            throw error;
          },
        },
      );
    expect(ownProperty(throwing(new ReferenceError("dead zone")), "a")).toBe("dead");
    expect(() => ownProperty(throwing(new RangeError("other")), "a")).toThrow("other");
  });
});

it("objects are objects and functions, but not null", () => {
  expect([{}, [], () => 1, class {}].map(isObject)).toEqual([true, true, true, true]);
  expect([null, undefined, 1, "a", Symbol.iterator, 1n, true].some(isObject)).toBe(false);
});
