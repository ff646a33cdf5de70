// Whether an object still holds what it held: true while nothing of it changed, false after each change, and nothing of the
// user's runs to find out.

import { describe, expect, it } from "vitest";
import { BY_IDENTITY } from "../../src/fingerprint/beyond.ts";
import { contentTest, type Test } from "../../src/fingerprint/content-test.ts";

const testOf = (value: object): Test => contentTest(value, BY_IDENTITY);
const long = (): number[] => Array.from({ length: 500 }, (_, index) => index);

/** An object, a change of it, and what takes the change back, if anything does. */
interface Change<T extends object> {
  readonly make: () => T;
  readonly change: (value: T) => unknown;
  readonly undo?: (value: T) => unknown;
}
function changing<T extends object>(
  make: () => T,
  change: (value: T) => unknown,
  undo?: (value: T) => unknown,
): Change<object> {
  // Each change gets only what its own recipe made.
  return { make, change, undo } as unknown as Change<object>;
}

// biome-ignore format: a table
const NOTICED: Readonly<Record<string, Change<object>>> = {
  "a property with another value": changing(() => ({ a: 1 }), (o) => (o.a = 2), (o) => (o.a = 1)),
  "0 as -0": changing(() => ({ a: 0 }), (o) => (o.a = -0), (o) => (o.a = 0)),
  "an equal object in the place of another": changing(() => ({ a: {} }), (o) => (o.a = {})),
  "a new property": changing(() => ({}), (o) => Object.assign(o, { a: 1 }), (o) => Reflect.deleteProperty(o, "a")),
  "a new property that is undefined": changing(() => ({}), (o) => Object.assign(o, { a: undefined })),
  "a deleted property": changing(() => ({ a: 1 }), (o) => Reflect.deleteProperty(o, "a")),
  "another order of properties": changing(() => ({ a: 1, b: 2 }), (o) => Reflect.deleteProperty(o, "a") && Object.assign(o, { a: 1 })),
  "a property under a symbol": changing(() => ({}), (o) => Object.assign(o, { [Symbol.for("s")]: 1 })),
  "a hidden property": changing(() => ({}), (o) => Object.defineProperty(o, "a", { value: 1 })),
  "a property that becomes read-only": changing(() => ({ a: 1 }), (o) => Object.defineProperty(o, "a", { writable: false })),
  "a property that becomes hidden": changing(() => ({ a: 1 }), (o) => Object.defineProperty(o, "a", { enumerable: false })),
  "a value that becomes a getter": changing(() => ({ a: 1 }), (o) => Object.defineProperty(o, "a", { get: () => 1 })),
  "another getter": changing(() => Object.defineProperty({}, "a", { get: () => 1, configurable: true }), (o) => Object.defineProperty(o, "a", { get: () => 1 })),
  "another prototype": changing(() => ({}), (o) => Object.setPrototypeOf(o, null), (o) => Object.setPrototypeOf(o, Object.prototype)),
  "a frozen object": changing(() => ({}), (o) => Object.preventExtensions(o)),
  "a longer array": changing(() => [1], (o) => o.push(2), (o) => o.pop()),
  "a sorted array": changing(() => [2, 1], (o) => o.sort(), (o) => o.reverse()),
  "an array with a hole": changing(() => [1, 2], (o) => Reflect.deleteProperty(o, 0)),
  "an array's length alone": changing(() => [1], (o) => (o.length = 2)),
  "a long array with another element": changing(long, (o) => (o[300] = -1), (o) => (o[300] = 300)),
  "a long array with an element more": changing(long, (o) => o.push(1), (o) => o.pop()),
  "a long array with a property": changing(long, (o) => Object.assign(o, { name: 1 })),
  "a long array with a property under a symbol": changing(long, (o) =>
    Object.assign(o, { [Symbol.iterator]: 1 }),
  ),
  "a long array with a hole where undefined was": changing(() => Object.assign(long(), { 7: undefined }), (o) => Reflect.deleteProperty(o, 7)),
  "a Map with another value": changing(() => new Map([[1, 1]]), (o) => o.set(1, 2), (o) => o.set(1, 1)),
  "a Map with another key": changing(() => new Map([[1, 1]]), (o) => o.delete(1) && o.set(2, 1)),
  "a Map of another order": changing(() => new Map([ [1, 1], [2, 2], ]), (o) => o.delete(1) && o.set(1, 1)),
  "a Map with a property": changing(() => new Map(), (o) => Object.assign(o, { a: 1 })),
  "a larger Set": changing(() => new Set([1]), (o) => o.add(2), (o) => o.delete(2)),
  "a Set of another order": changing(() => new Set([1, 2]), (o) => o.delete(1) && o.add(1)),
  "another Date": changing(() => new Date(0), (o) => o.setTime(1), (o) => o.setTime(0)),
  "a Date that becomes invalid": changing(() => new Date(0), (o) => o.setTime(Number.NaN)),
  "where a regular expression goes on": changing(() => /a/g, (o) => o.test("a"), (o) => o.test("b")),
  "a regular expression compiled anew": changing(() => /a/, (o) => Reflect.apply(RegExp.prototype.compile, o, ["b"])),
  "another URL": changing(() => new URL("http://a/b"), (o) => (o.hash = "c"), (o) => (o.hash = "")),
  "a buffer's bytes": changing(() => new ArrayBuffer(8), (o) => (new Uint8Array(o)[3] = 1), (o) => (new Uint8Array(o)[3] = 0)),
  "a shared buffer's bytes": changing(() => new SharedArrayBuffer(8), (o) => (new Uint8Array(o)[3] = 1)),
  "the bytes of Node's buffer": changing(() => Buffer.from("abc"), (o) => (o[0] = 0), (o) => (o[0] = 97)),
  "a view with a property": changing(() => new Uint8Array(2), (o) => Object.assign(o, { a: 1 })),
  "an error's message": changing(() => new Error("a"), (o) => (o.message = "b"), (o) => (o.message = "a")),
  "what hangs on a function": changing(() => () => 1, (o) => Object.assign(o, { a: 1 })),
  "a class's static field": changing(() => class { static n = 1; m(): void {} }, (o) => (o.n = 2), (o) => (o.n = 1)),
};

describe("a change is noticed:", () => {
  it.each(Object.entries(NOTICED))("%s", (_title, { make, change, undo }) => {
    const value = make();
    const isSame = testOf(value);
    expect([isSame(), isSame()]).toEqual([true, true]);
    change(value);
    expect(isSame()).toBe(false);
    if (undo === undefined) return;
    undo(value);
    expect(isSame(), "undone").toBe(true);
  });
});

describe("no change of the object itself is", () => {
  it.each<readonly [title: string, value: object, happening: (value: object) => unknown]>([
    ["NaN, which is the same as itself", { a: Number.NaN, b: [Number.NaN] }, () => 1],
    ["NaN in a Map", new Map([[Number.NaN, Number.NaN]]), () => 1],
    ["what changes within", { a: { b: 1 } }, (value) => Object.assign(Reflect.get(value, "a"), { b: 2 })],
    ["writing what was there", { a: 1 }, (value) => Object.assign(value, { a: 1 })],
    ["an entry set again", new Map([[1, 1]]), (value) => Reflect.apply(Map.prototype.set, value, [1, 1])],
    [
      "the bytes of a view, which are its buffer's",
      new Uint8Array(4),
      (value) => Object.assign(value, { 0: 9 }),
    ],
    [
      "a property of its prototype",
      Object.create({ a: 1 }),
      (value) => Object.assign(Object.getPrototypeOf(value), { a: 2 }),
    ],
  ])("%s", (_title, value, happening) => {
    const isSame = testOf(value);
    happening(value);
    expect(isSame()).toBe(true);
  });
});

describe("nothing of the user's runs:", () => {
  const ran: string[] = [];
  const noting = (name: string) => (): unknown => ran.push(name);
  class Rows extends Array<number> {
    constructor(...items: number[]) {
      super(...items);
      ran.push("constructor");
    }
    static override get [Symbol.species](): ArrayConstructor {
      ran.push("species");
      return Array;
    }
    override slice(): number[] {
      ran.push("slice");
      return [];
    }
  }
  const rows = (): object => {
    const made = new Rows();
    for (let index = 0; index < 500; index++) made[index] = index;
    return made;
  };
  it.each<readonly [title: string, make: () => object, change: (value: object) => unknown]>([
    ["a getter", () => Object.defineProperty({}, "a", { get: noting("getter") }), () => 1],
    [
      "an iterator of a Map",
      () =>
        Object.assign(new Map([[1, 1]]), {
          [Symbol.iterator]: noting("iterator"),
          entries: noting("entries"),
        }),
      () => 1,
    ],
    ["the time of a Date", () => Object.assign(new Date(0), { getTime: noting("getTime") }), () => 1],
    ["what a long array's class overrides", rows, () => 1],
  ])("%s", (_title, make, change) => {
    const value = make();
    ran.length = 0;
    const isSame = testOf(value);
    change(value);
    isSame();
    expect(ran).toEqual([]);
  });
});

it("a buffer that was handed to another thread has changed, and is no reason to fail", () => {
  const buffer = new ArrayBuffer(8);
  const view = new Uint8Array(buffer);
  const tests = [testOf(buffer), testOf(view)];
  structuredClone(buffer, { transfer: [buffer] });
  expect(tests.map((isSame) => isSame())).toEqual([false, false]);
});
