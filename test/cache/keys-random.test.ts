// Laws of keys over random values.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { runsTwice } from "./calls.ts";

const values = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  maxDepth: 3,
});

/** A value and a copy that shares no object with it. */
const copies = fc.clone(values, 2);

describe("for random arguments", () => {
  it("a copy is the same call", () => {
    fc.assert(
      fc.property(copies, ([value, copy]) => {
        expect(runsTwice([value], [copy])).toBe(false);
        expect(runsTwice([1, value], [1, copy])).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("values that are not deeply equal are two calls", () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        // Node takes 0 and -0 for two, and an invalid Date for itself, as we do.
        fc.pre(!isDeepStrictEqual(left, right));
        expect(runsTwice([left], [right])).toBe(true);
        expect(runsTwice([left, right], [right, left])).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("lists of arguments that differ in length are two calls", () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 3 }), values, (args, more) => {
        expect(runsTwice(args, [...args, more])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("a cached function gives what the function gives, in any order of calls", () => {
    const calls = fc.array(
      fc.tuple(fc.nat(3), fc.constantFrom<unknown>(0, "0", null, undefined, [0], { a: 0 })),
    );
    fc.assert(
      fc.property(calls, (list) => {
        const plain = (...args: readonly unknown[]): string =>
          args.map((arg) => `${typeof arg} ${JSON.stringify(arg) ?? "none"}`).join("; ");
        const cached = cache(plain);
        for (const [count, value] of list) {
          const args = Array.from({ length: count }, () => value);
          expect(cached(...args)).toBe(plain(...args));
        }
      }),
    );
  });
});
