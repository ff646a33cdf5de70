// What is known of a shape holds for every object that is said to have it: each way to be another object is tried.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knowsHiddenClasses } from "../../src/fingerprint/hidden-class.ts";
import { knownShape, meetRecord, nameList } from "../../src/fingerprint/plain-shape.ts";

interface Point {
  a: unknown;
  b: unknown;
  c: unknown;
}

const point = (a: unknown, b: unknown, c: unknown): Point => ({ a, b, c });

function meet(object: object, names: readonly string[]): void {
  const list = nameList(names);
  if (list !== undefined && knownShape(object) === undefined) meetRecord(object, list);
}

function namesOf(object: object): readonly string[] | undefined {
  const shape = knownShape(object);
  return shape?.kind === "record" ? shape.list.names : undefined;
}

function met<T extends object>(make: () => T): T {
  const names = Object.getOwnPropertyNames(make());
  for (let count = 0; count < 20; count++) {
    meet(make(), names);
  }
  return make();
}

function withoutA(made: Point & Record<PropertyKey, unknown>): object {
  Reflect.deleteProperty(made, "a");
  return made;
}

function withHole<T>(list: T[], at: number): T[] {
  delete list[at];
  return list;
}

const WAYS: readonly (readonly [
  title: string,
  change: (made: Point & Record<PropertyKey, unknown>) => object,
])[] = [
  ["an accessor", (made) => Object.defineProperty(made, "a", { get: () => 1 })],
  [
    "an accessor that is enumerable",
    (made) => Object.defineProperty(made, "c", { get: () => 1, enumerable: true }),
  ],
  ["a property that cannot be written", (made) => Object.defineProperty(made, "b", { writable: false })],
  [
    "a property that cannot be configured",
    (made) => Object.defineProperty(made, "b", { configurable: false }),
  ],
  ["a property that is not enumerable", (made) => Object.defineProperty(made, "b", { enumerable: false })],
  ["one property more", (made) => Object.assign(made, { d: 1 })],
  ["one hidden property more", (made) => Object.defineProperty(made, "d", { value: 1 })],
  ["a symbol", (made) => Object.assign(made, { [Symbol("s")]: 1 })],
  ["an element", (made) => Object.assign(made, { 0: 1 })],
  ["a hidden element", (made) => Object.defineProperty(made, 0, { value: 1 })],
  [
    "an element that is an accessor",
    (made) => Object.defineProperty(made, 0, { get: () => 1, enumerable: true }),
  ],
  ["frozen", (made) => Object.freeze(made)],
  ["sealed", (made) => Object.seal(made)],
  ["not extensible", (made) => Object.preventExtensions(made)],
  ["another prototype", (made) => Object.setPrototypeOf(made, { d: 1 })],
  ["no prototype", (made) => Object.setPrototypeOf(made, null)],
  ["a proxy", (made) => new Proxy(made, {})],
  ["a property fewer", (made) => withoutA(made)],
  ["another order", ({ a, b, c }) => ({ c, b, a })],
  [
    "a dictionary with an accessor",
    (made) => {
      Reflect.deleteProperty(made, "a");
      Object.defineProperty(made, "b", { get: () => 1, enumerable: true });
      return Object.assign(made, { a: 1 });
    },
  ],
];

describe.runIf(knowsHiddenClasses)("a shape that was met before", () => {
  it("is known of objects that were written out or filled one by one, and read from JSON", () => {
    expect(namesOf(met(() => point(1, "x", null)))).toEqual(["a", "b", "c"]);
    const filled = met(() => {
      const made: Record<string, unknown> = {};
      for (const name of ["a", "b", "c"]) made[name] = name;
      return made;
    });
    expect(namesOf(filled)).toEqual(["a", "b", "c"]);
    expect(namesOf(met(() => JSON.parse('{ "x": 1, "y": "2" }')))).toEqual(["x", "y"]);
    expect(namesOf(met(() => ({})))).toEqual([]);
  });

  it.each(WAYS)("is not that of an object with %s", (title, change) => {
    met(() => point(1, "x", true));
    const changed = change({ ...point(1, "x", true) });
    const literal = change(Object.assign(point(1, "x", true)));
    for (const each of [changed, literal]) {
      if (title === "another order") expect(namesOf(each)).not.toEqual(["a", "b", "c"]);
      else expect(knownShape(each)).toBeUndefined();
    }
  });

  it("stays what it was when objects of it are changed afterwards", () => {
    const objects = Array.from({ length: 50 }, () => point(1, "x", true));
    const names = ["a", "b", "c"];
    for (const object of objects) meet(object, names);
    for (const object of objects) Object.defineProperty(object, "a", { get: () => 1, enumerable: true });
    for (const object of objects) expect(knownShape(object)).toBeUndefined();
  });

  it("is not learnt where a name sets the prototype, or is an element's", () => {
    met(() => JSON.parse('{ "__proto__": 1, "z": 2 }'));
    expect(knownShape(JSON.parse('{ "__proto__": 1, "z": 2 }'))).toBeUndefined();
    met(() => ({ 1: 1, z: 2 }));
    expect(knownShape({ 1: 1, z: 2 })).toBeUndefined();
  });

  it("holds for random objects: names in order, and every property ordinary", () => {
    const record = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "0", "__proto__", "\u2028"), {
      maxLength: 4,
    });
    const value = fc.constantFrom<unknown>(1, 1.5, -0, "x", null, undefined, true, 1n, [], {});
    const edit = fc.constantFrom("none", ...WAYS.map(([title]) => title));
    fc.assert(
      fc.property(record, fc.infiniteStream(value), edit, (names, values, edited) => {
        const fill = (): Point & Record<PropertyKey, unknown> => {
          const made: Record<PropertyKey, unknown> = {};
          for (const name of names)
            Object.defineProperty(made, name, {
              value: values.next().value,
              writable: true,
              enumerable: true,
              configurable: true,
            });
          return made as Point & Record<PropertyKey, unknown>;
        };
        if (edited === "none") {
          const plain = fill();
          meet(plain, Object.getOwnPropertyNames(plain));
        }
        const change = WAYS.find(([title]) => title === edited)?.[1];
        const tried = change === undefined ? fill() : change(fill());
        const shape = knownShape(tried);
        if (shape?.kind !== "record") return;
        expect(shape.list.names).toEqual(Reflect.ownKeys(tried));
        const into: unknown[] = ["before"];
        shape.read(tried, into, 1);
        expect(into).toEqual(["before", ...Object.values(tried)]);
        expect(Object.getPrototypeOf(tried)).toBe(Object.prototype);
        expect(Object.isExtensible(tried)).toBe(true);
        for (const property of Object.values(Object.getOwnPropertyDescriptors(tried)))
          expect(property).toMatchObject({ writable: true, enumerable: true, configurable: true });
      }),
      { numRuns: 5000 },
    );
  });
});

describe.runIf(knowsHiddenClasses)("the shape of an array", () => {
  it("is known at once", () => {
    for (const list of [[1], [1.5], ["a"], [], [1, "a", {}], new Array(3).fill(0)])
      expect(knownShape(list)).toMatchObject({ kind: "list" });
  });

  it.each<[string, unknown[]]>([
    ["[1, , 2]", withHole([1, 1, 2], 1)],
    ["new Array(3)", new Array(3)],
    ["[1.5, , 2]", withHole([1.5, 1, 2], 1)],
    ["an array made longer", Object.assign([1], { length: 3 })],
    ["an array without its last", [1].concat(new Array(1))],
  ])("says that there may be holes: %s", (_title, list) => {
    expect(knownShape(list)).toMatchObject({ mayHaveHoles: true });
  });

  it.each<[string, (list: number[]) => object]>([
    ["a property", (list) => Object.assign(list, { name: 1 })],
    ["a symbol", (list) => Object.assign(list, { [Symbol("s")]: 1 })],
    ["an accessor", (list) => Object.defineProperty(list, 0, { get: () => 1 })],
    ["an element that is not enumerable", (list) => Object.defineProperty(list, 0, { enumerable: false })],
    ["an element that cannot be written", (list) => Object.defineProperty(list, 0, { writable: false })],
    ["a length that cannot be written", (list) => Object.defineProperty(list, "length", { writable: false })],
    ["frozen", (list) => Object.freeze(list)],
    ["sealed", (list) => Object.seal(list)],
    ["not extensible", (list) => Object.preventExtensions(list)],
    ["another prototype", (list) => Object.setPrototypeOf(list, Object.create(Array.prototype))],
    ["a subclass", () => new (class Rows extends Array {})()],
    ["a proxy", (list) => new Proxy(list, {})],
    ["very long and nearly empty", () => Object.assign([], { 4294967290: 1 })],
  ])("is not known of one with %s", (_title, change) => {
    expect(knownShape(change([1, 2, 3]))).toBeUndefined();
  });
});
