import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlainJson, plainJson } from "../../src/store/plain-json.ts";

const shared = { a: 1 };

describe("plainJson", () => {
  it.each([
    null,
    true,
    "",
    "\ud800 a lone surrogate, 日本, \u2028",
    0.1,
    -1e-300,
    [],
    {},
    [false, { id: 5, name: "row 5", mean: 5 / 7, more: [null, [], { 1: 2, b: 1, a: 2 }] }],
    JSON.parse('{"__proto__": [1]}'),
  ])("gives %j back, with its keys in their order", (value) => {
    const bytes = plainJson(value);
    const again = fromPlainJson(bytes ?? new Uint8Array());
    expect(again).toStrictEqual(value);
    expect(JSON.stringify(again)).toBe(JSON.stringify(value));
  });

  it.each([
    ["-0", [-0]],
    ["NaN", { a: Number.NaN }],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["undefined", { a: undefined }],
    ["a hole", Object.assign([], { 1: 2 })],
    ["a bigint", [1n]],
    ["a Date", { a: new Date(0) }],
    ["a Map", new Map([[1, 2]])],
    ["an object met twice", [shared, shared]],
    ["an array with a property", Object.assign([1], { a: 1 })],
    ["an object without a prototype", Object.create(null)],
    ["an own toJSON", { toJSON: 1 }],
    ["many objects", Array.from({ length: 300 }, () => ({}))],
    ["many numbers", Array.from({ length: 300 }, (_, index) => index)],
    ["many fields", Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, 1]))],
    ["a typed array", new Float64Array(2)],
    ["a long text", "a".repeat(5000)],
  ])("leaves %s to the engine's own format", (_, value) => {
    expect(plainJson(value)).toBeUndefined();
  });

  it("leaves what a changed prototype would write otherwise", () => {
    try {
      Reflect.set(Object.prototype, "toJSON", () => 1);
      expect([plainJson({ a: 2 }), plainJson([2])]).toEqual([undefined, undefined]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "toJSON");
    }
  });

  it("gives any value of JSON back, or leaves it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = plainJson(value);
        if (bytes !== undefined) expect(fromPlainJson(bytes)).toStrictEqual(value);
      }),
    );
  });
});
