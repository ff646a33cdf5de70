// The test of a result for changes: it finds every single change at any depth, by its path, and none where there is none.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeCheck, type ResultReader } from "../../src/cache/result-check.ts";
import { pathStep } from "../../src/fingerprint/path-step.ts";
import { isObject } from "../../src/fingerprint/property-path.ts";

const reader: ResultReader = {
  wellKnownName: () => undefined,
  internals: () => undefined,
  meaningTest: () => undefined,
};

/** A test of a result that can be compared. */
function changeTest(result: object): () => string | undefined {
  const check = changeCheck(result, reader);
  if (check.kind === "opaque") throw new TypeError(`${check.path} is ${check.what}`);
  return check.changed;
}

/** An object in a result, and the path to it. */
interface Place {
  readonly object: object;
  readonly path: string;
}

/** All objects of a result. None occurs twice. */
function placesOf(object: object, path = ""): readonly Place[] {
  const within = (value: unknown, step: string): readonly Place[] =>
    isObject(value) ? placesOf(value, path + step) : [];
  const places: Place[] = [{ object, path }];
  if (object instanceof Map)
    [...object].forEach(([key, value], at) => {
      places.push(...within(key, ` key ${at}`), ...within(value, ` value ${at}`));
    });
  else if (object instanceof Set)
    [...object].forEach((value, at) => {
      places.push(...within(value, ` value ${at}`));
    });
  else if (!ArrayBuffer.isView(object))
    for (const key of Object.keys(object)) places.push(...within(Reflect.get(object, key), pathStep(key)));
  return places;
}

const leaf = fc.constantFrom<unknown>(0, -0, Number.NaN, 1, 5n, "", "a", true, null, undefined);
const names = fc.constantFrom("a", "b", "c", "a b", "0", "7");
const { value: results } = fc.letrec<{ value: unknown; object: object }>((tie) => {
  const list = fc.array(tie("value"), { maxLength: 4 });
  const fields = fc.uniqueArray(fc.tuple(names, tie("value")), { selector: ([name]) => name, maxLength: 4 });
  return {
    object: fc.oneof(
      { weight: 3, arbitrary: fields.map((pairs): object => Object.fromEntries(pairs)) },
      { weight: 3, arbitrary: list },
      list.map((keys) => new Map(keys.map((key, at) => [isObject(key) ? key : at, at]))),
      fields.map((pairs) => new Map(pairs)),
      list.map((values) => new Set(values)),
      fc.nat(99).map((time) => new Date(time)),
      fc.nat(9).map((length) => new Float32Array(length + 1)),
    ),
    value: fc.oneof({ maxDepth: 3 }, leaf, tie("object")),
  };
});
/** Copies, since fast-check goes on with what it made. */
const objects = results.filter(isObject).map((object) => structuredClone(object));

/** A change that can be made to some objects: makes it, and gives the step to what changed; undefined where it cannot. */
type Change = (object: object, which: number) => string | undefined;

const isPlain = (object: object): boolean =>
  Array.isArray(object) || Object.getPrototypeOf(object) === Object.prototype;

/** A change of one property, which each of some objects has. */
function ofProperty(change: (object: object, key: string) => void, canChange = isPlain): Change {
  return (object, which) => {
    const keys = Object.keys(object);
    const key = keys[which % Math.max(keys.length, 1)];
    if (key === undefined || !canChange(object)) return undefined;
    change(object, key);
    return pathStep(key);
  };
}

/** A change of the object itself, which some objects can undergo. */
function asWhole(change: (object: object) => boolean, canChange: (object: object) => boolean): Change {
  return (object) => (canChange(object) && change(object) ? "" : undefined);
}

const CHANGES: Readonly<Record<string, Change>> = {
  "a property is set": ofProperty((object, key) => Reflect.set(object, key, {})),
  "a property is deleted": ofProperty(
    (object, key) => Reflect.deleteProperty(object, key),
    (object) => isPlain(object) && !Array.isArray(object),
  ),
  "an element is made a hole": ofProperty(
    (object, key) => Reflect.deleteProperty(object, key),
    Array.isArray,
  ),
  "a property is hidden": ofProperty((object, key) =>
    Object.defineProperty(object, key, { enumerable: false }),
  ),
  "a property is made read-only": ofProperty((object, key) =>
    Object.defineProperty(object, key, { writable: false }),
  ),
  "a property is replaced by a getter of the same": ofProperty((object, key) => {
    const value: unknown = Reflect.get(object, key);
    Object.defineProperty(object, key, { get: () => value, configurable: true, enumerable: true });
  }),
  "a property is added": (object) => (Reflect.set(object, "added", 1) ? ".added" : undefined),
  "a symbol's property is added": (object) =>
    Reflect.set(object, Symbol("added"), 1) ? "[Symbol(added)]" : undefined,
  "an element is added": (object) =>
    Array.isArray(object) ? pathStep(String(object.push(undefined) - 1)) : undefined,
  // A view is closed only when it is empty.
  "an object is closed": asWhole(
    (object) => Reflect.preventExtensions(object),
    (object) => !ArrayBuffer.isView(object),
  ),
  "an object is given another prototype": asWhole((object) => Reflect.setPrototypeOf(object, {}), isPlain),
  "a value of a Map is set": (object, which) => {
    if (!(object instanceof Map) || object.size === 0) return undefined;
    const at = which % object.size;
    object.set([...object.keys()][at], {});
    return ` value ${at}`;
  },
  "an entry of a Map is added": (object) =>
    object instanceof Map ? ` key ${object.set({}, 1).size - 1}` : undefined,
  "an entry of a Map is deleted": (object, which) => {
    if (!(object instanceof Map) || object.size === 0) return undefined;
    const at = which % object.size;
    object.delete([...object.keys()][at]);
    return ` key ${at}`;
  },
  "a value of a Set is added": (object) =>
    object instanceof Set ? ` value ${object.add({}).size - 1}` : undefined,
  "a value of a Set is deleted": (object, which) => {
    if (!(object instanceof Set) || object.size === 0) return undefined;
    const at = which % object.size;
    object.delete([...object][at]);
    return ` value ${at}`;
  },
  "a Date is set": asWhole(
    (object) => object instanceof Date && object.setTime(1000) === 1000,
    (object) => object instanceof Date,
  ),
  "a number of an array of numbers is set": (object, which) => {
    if (!(object instanceof Float32Array)) return undefined;
    object[which % object.length] = -0;
    return ".buffer";
  },
};

describe("a change is found, by its path, when", () => {
  it.each(Object.entries(CHANGES))("%s", (_, change) => {
    fc.assert(
      fc.property(objects, fc.nat(50), fc.nat(50), (result, place, which) => {
        const changed = changeTest(result);
        expect(changed()).toBeUndefined();
        const places = placesOf(result);
        // The first place from a random one on that can be changed so.
        for (let turn = 0; turn < places.length; turn++) {
          const at = places[(place + turn) % places.length];
          const step = at && change(at.object, which);
          if (step === undefined) continue;
          expect(changed()).toBe(`${at?.path}${step}`);
          return;
        }
        fc.pre(false);
      }),
      { numRuns: 200 },
    );
  });

  it("the last element is removed", () => {
    const rows = [1, { list: [1, 2, 3] }];
    const changed = changeTest(rows);
    (rows[1] as { list: number[] }).list.pop();
    // The element and the length are both gone from where they were.
    expect(["[1].list[2]", "[1].list.length"]).toContain(changed());
  });

  it("a buffer is handed to another thread", () => {
    const result = { data: new ArrayBuffer(8) };
    const changed = changeTest(result);
    structuredClone(result.data, { transfer: [result.data] });
    expect(changed()).toBe(".data");
  });
});

describe("no change is found where", () => {
  it("a result was only read", () => {
    fc.assert(
      fc.property(objects, (result) => {
        const changed = changeTest(result);
        placesOf(result);
        Object.entries(result);
        Object.keys(structuredClone(result));
        expect([changed(), changed()]).toEqual([undefined, undefined]);
      }),
      { numRuns: 300 },
    );
  });

  it("what was changed is as it was again", () => {
    fc.assert(
      fc.property(objects, fc.nat(50), (result, which) => {
        const changed = changeTest(result);
        const places = placesOf(result).filter(({ object }) => isPlain(object));
        const object = places[which % Math.max(places.length, 1)]?.object ?? {};
        const [key] = Object.keys(object);
        fc.pre(key !== undefined);
        const before: unknown = Reflect.get(object, key);
        Reflect.set(object, key, Symbol("other"));
        expect(changed()).not.toBeUndefined();
        Reflect.set(object, key, before);
        expect(changed()).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it("only what a small Buffer shares its memory with was written", () => {
    const result = Buffer.from("abc");
    const changed = changeTest(result);
    const others = Array.from({ length: 5 }, (_, at) => Buffer.from(`another text ${at}`));
    expect(others).toHaveLength(5);
    expect(changed()).toBeUndefined();
    result[0] = 0;
    expect(changed()).not.toBeUndefined();
  });

  it("only a part of a buffer was written that the result does not see", () => {
    const memory = new Uint8Array(100);
    const changed = changeTest({ rows: memory.subarray(10, 20) });
    memory[50] = 1;
    // `rows.buffer` shows all of it, so either answer keeps the promise; but the rows themselves did not change.
    expect([undefined, ".rows.buffer"]).toContain(changed());
    memory[15] = 1;
    expect(changed()).toMatch(/^\.rows/);
  });
});
