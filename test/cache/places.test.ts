import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deletePlace, emptyPlaces, placeOf, putPlace } from "../../src/cache/places.ts";

const argument = fc.oneof(
  fc.nat(40),
  fc.nat(5000),
  fc.integer(),
  fc.double().filter((value) => !Object.is(value, -0)),
  fc.string({ maxLength: 2 }),
  fc.constantFrom(undefined, null, true, 0n, 1n, Number.NaN, 2 ** 31, 2 ** 32, -1),
);

describe("the places of primitive arguments", () => {
  it("are those of a Map, whatever is put and taken away", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), argument), { maxLength: 400 }), (steps) => {
        const places = emptyPlaces();
        const expected = new Map<unknown, number>();
        for (const [index, [isPut, value]] of steps.entries()) {
          const isThere = expected.has(value);
          if (isPut && !isThere) {
            putPlace(places, value, index);
            expected.set(value, index);
          } else if (!isPut && isThere) {
            deletePlace(places, value);
            expected.delete(value);
          }
          expect(placeOf(places, value)).toBe(expected.get(value));
        }
        for (const [, value] of steps) expect(placeOf(places, value)).toBe(expected.get(value));
      }),
    );
  });

  it("are found wherever numbers came first, close together or far apart", () => {
    const orders = [
      (index: number) => index,
      (index: number) => 9999 - index,
      (index: number) => (index * 7919) % 10_000,
    ];
    for (const order of orders) {
      const places = emptyPlaces();
      for (let index = 0; index < 10_000; index++) putPlace(places, order(index), index);
      for (let index = 0; index < 10_000; index++) expect(placeOf(places, order(index))).toBe(index);
      expect(placeOf(places, 10_000)).toBe(undefined);
    }
  });

  it("of a few large numbers take no array of their size", () => {
    const places = emptyPlaces();
    for (let index = 0; index < 100; index++) putPlace(places, index * 1_000_000, index);
    expect(places.byNumber.length).toBeLessThan(1000);
    expect(placeOf(places, 7_000_000)).toBe(7);
  });

  it("tell 0 from -0, which has none", () => {
    const places = emptyPlaces();
    putPlace(places, 0, 5);
    expect([placeOf(places, 0), placeOf(places, -0)]).toEqual([5, undefined]);
  });
});
