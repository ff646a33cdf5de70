// The canonical bytes of values: equal for equal content, different for anything that a function could tell apart, and made
// without running a line of the value's own code.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, isSame, opaquePart } from "./bytes-of.ts";
import { DISTINCT } from "./distinct-values.ts";
import { RECIPES, WAYS } from "./equal-values.ts";

const seed = 20221123;
const distinct = Object.entries(DISTINCT);

describe(`of ${distinct.length} values that a function can tell apart`, () => {
  it.each(distinct)("each can be read: %s", (_name, value) => {
    expect(opaquePart(value)).toBeUndefined();
  });

  it(`no two have the same bytes: ${(distinct.length * (distinct.length - 1)) / 2} pairs`, () => {
    const names = new Map<string, string[]>();
    for (const [name, value] of distinct) {
      const bytes = bytesOf(value);
      names.set(bytes, [...(names.get(bytes) ?? []), name]);
    }
    expect([...names.values()].filter((same) => same.length > 1)).toEqual([]);
  });

  it("no two have the same bytes within an array, where one ends and the next begins", () => {
    const bytes = distinct.map(([, value]) => bytesOf([value, 1]));
    expect(new Set(bytes).size).toBe(distinct.length);
  });
});

describe("equal content has the same bytes:", () => {
  it.each(Object.entries(RECIPES))("%s", (_name, recipe) => {
    expect(bytesOf(recipe())).toBe(bytesOf(recipe()));
    expect(bytesOf([recipe()])).not.toBe(bytesOf(recipe()));
  });

  it.each(Object.entries(WAYS))("%s", (_name, [one, other]) => {
    expect(bytesOf(one)).toBe(bytesOf(other));
  });
});

describe("what tells two objects apart beside their properties counts:", () => {
  const view = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);
  const buffer = new ArrayBuffer(4);
  const secret = (Base: new () => object): ((value: number) => object) => {
    class Secret extends Base {
      readonly #value: number;
      constructor(value: number) {
        super();
        this.#value = value;
      }
      get value(): number {
        return this.#value;
      }
    }
    return (value) => new Secret(value);
  };

  it.each([
    ["private members of a class", secret(Object)],
    ["private members of a subclass of Array", secret(Array)],
    ["private members of a subclass of Map", secret(Map)],
    ["private members of a subclass of Set", secret(Set)],
    ["private members of a subclass of Date", secret(Date)],
    ["private members of a subclass of Error", secret(Error)],
    ["private members of a subclass of Uint8Array", secret(Uint8Array)],
    ["private members of a subclass of Promise's like", secret(WeakMap)],
  ])("%s", (_title, make) => {
    expect(isSame(make(1), make(2))).toBe(false);
  });

  it.each<readonly [string, unknown, unknown]>([
    [
      "views of one buffer and of two",
      [view(buffer), view(buffer)],
      [view(buffer), view(new ArrayBuffer(4))],
    ],
    ["a buffer beside its view", [buffer, view(buffer)], [buffer, view(new ArrayBuffer(4))]],
    [
      "a view with the prototype of another",
      Object.setPrototypeOf(view(Uint8Array.of(255).buffer), Int8Array.prototype),
      Int8Array.of(-1),
    ],
    ["a plain object with the prototype of a Map", Object.create(Map.prototype), new Map()],
    ["an array that is none", Object.setPrototypeOf({ length: 0 }, Array.prototype), []],
    ["a boxed string and its look", Object("a"), Object.defineProperty({ 0: "a" }, "length", { value: 1 })],
  ])("%s", (_title, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});

describe(`over random values (seed ${seed})`, () => {
  const data = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withBoxedValues: true,
  });
  // Values from few parts, so that two of them are often equal.
  const alike = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.constantFrom<unknown>(0, -0, 1, "1", "", true, null, undefined, Number.NaN, 1n),
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie("leaf"),
      fc.array(tie("value"), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom("a", "b", "0", "length"), tie("value"), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      fc.array(fc.tuple(tie("leaf"), tie("value")), { maxLength: 2 }).map((entries) => new Map(entries)),
      fc.array(tie("leaf"), { maxLength: 2 }).map((values) => new Set(values)),
    ),
  })).value;

  it("a structured clone has the same bytes", () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(bytesOf(structuredClone(value))).toBe(bytesOf(value));
      }),
      { seed, numRuns: 5000 },
    );
  });

  it("two values have the same bytes exactly when they are deeply equal, in the same order", () => {
    let equal = 0;
    fc.assert(
      fc.property(alike, alike, (one, other) => {
        const isEqual = isDeepStrictEqual(one, other) && isDeepStrictEqual(order(one), order(other));
        expect(bytesOf(one) === bytesOf(other)).toBe(isEqual);
        if (isEqual) equal++;
      }),
      { seed, numRuns: 20_000 },
    );
    expect(equal, "some pairs are equal").toBeGreaterThan(200);
  });
});

/** The order of all keys and members in a value, which deep equality does not see. */
function order(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : value;
  if (value instanceof Map) return [...value].map(([key, each]) => [order(key), order(each)]);
  if (value instanceof Set) return [...value].map(order);
  return Object.entries(value).map(([key, each]) => [key, order(each)]);
}
