// Lists of tokens against two other ways to compare: the canonical bytes, and Node's deep equality.

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areTokens, forgetTokens, plainTokens, type Tokens } from "../../src/cache/plain-tokens.ts";
import { BY_IDENTITY } from "../../src/fingerprint/beyond.ts";
import { ByteWriter } from "../../src/fingerprint/bytes.ts";
import { ValueWriter } from "../../src/fingerprint/value-bytes.ts";
import { identities } from "../fingerprint/bytes-of.ts";

const tokensOf = (value: unknown, isUnordered = false): Tokens | undefined =>
  copied(plainTokens([value], 1, [], isUnordered));

/** The list of tokens is one for all calls. */
function copied(tokens: Tokens | undefined): Tokens | undefined {
  const copy = tokens && { ...tokens, list: tokens.list.slice(0, tokens.length) };
  forgetTokens();
  return copy;
}

function bytesOf(value: unknown, isUnordered: boolean): string {
  const writer = new ByteWriter(64);
  new ValueWriter(writer, identities, BY_IDENTITY, isUnordered).write(value, "");
  return Buffer.from(writer.bytes).toString("hex");
}

// From a small alphabet, so that equal values and near ones come up often.
const leaf = fc.constantFrom<unknown>(
  0,
  -0,
  1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1n,
  -1n,
  "",
  "1",
  "a",
  "b",
  "ab",
  "length",
  true,
  false,
  null,
  undefined,
);
const names = fc.constantFrom("a", "b", "ab", "0", "1", "length", "__proto__");
const { value: plain } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie("value")), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));
const pair = fc.oneof(fc.tuple(plain, plain), fc.clone(plain, 2));

describe("for random plain values", () => {
  it.each([false, true])("tokens are equal exactly where the bytes are (unordered: %s)", (isUnordered) => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const [one, other] = [tokensOf(left, isUnordered), tokensOf(right, isUnordered)];
        fc.pre(one !== undefined && other !== undefined);
        const isSame = areTokens(one.list, other);
        expect(isSame).toBe(bytesOf(left, isUnordered) === bytesOf(right, isUnordered));
        if (isSame) expect(one.hash).toBe(other.hash);
      }),
      { numRuns: 3000 },
    );
  });

  it("tokens without the order of keys are equal exactly where Node finds the values deeply equal", () => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const [one, other] = [tokensOf(left, true), tokensOf(right, true)];
        fc.pre(one !== undefined && other !== undefined);
        expect(areTokens(one.list, other)).toBe(isDeepStrictEqual(left, right));
      }),
      { numRuns: 3000 },
    );
  });

  it("tokens are equal only where Node finds the values deeply equal, with their keys in one order", () => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const [one, other] = [tokensOf(left), tokensOf(right)];
        fc.pre(one !== undefined && other !== undefined);
        // JSON shows the order of keys, and nothing else that deep equality does not.
        const isSame = isDeepStrictEqual(left, right) && shownOrder(left) === shownOrder(right);
        expect(areTokens(one.list, other)).toBe(isSame);
      }),
      { numRuns: 3000 },
    );
  });

  it("arguments and texts that are divided otherwise have other tokens", () => {
    const call = fc.tuple(
      fc.array(fc.oneof(fc.constantFrom("a", "b", 1), fc.array(fc.constant("a"), { maxLength: 1 })), {
        maxLength: 3,
      }),
      fc.array(fc.constantFrom("a", "b"), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(call, call, ([args, texts], [otherArgs, otherTexts]) => {
        const one = copied(plainTokens(args, args.length, texts, false));
        const other = copied(plainTokens(otherArgs, otherArgs.length, otherTexts, false));
        fc.pre(one !== undefined && other !== undefined);
        const isSame = isDeepStrictEqual([args, texts], [otherArgs, otherTexts]);
        expect(areTokens(one.list, other)).toBe(isSame);
      }),
      { numRuns: 2000 },
    );
  });

  it("to make tokens changes no value and runs nothing", () => {
    fc.assert(
      fc.property(fc.clone(plain, 2), ([value, copy]) => {
        tokensOf(value);
        tokensOf(value, true);
        expect(isDeepStrictEqual(value, copy) && shownOrder(value) === shownOrder(copy)).toBe(true);
      }),
    );
  });
});

function shownOrder(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each)) ?? "";
}

const shared = { a: 1 };
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;
const named = Object.assign([1], { name: "a" });
class Point {
  x = 1;
}

describe("there are no tokens for", () => {
  it.each<readonly [string, unknown]>([
    ["a function", () => 1],
    ["a symbol", Symbol("a")],
    ["an instance of a class", new Point()],
    ["an object without a prototype", Object.create(null)],
    ["an array of a subclass", new (class extends Array {})()],
    ["a Map", new Map()],
    ["a Date", new Date(0)],
    ["a proxy of a plain object", new Proxy({}, {})],
    ["a hole", new Array(3)],
    ["an array with a name", named],
    ["a key that is a symbol", { [Symbol("a")]: 1 }],
    [
      "a getter",
      {
        get a() {
          return 1;
        },
      },
    ],
    ["a hidden key", Object.defineProperty({}, "a", { value: 1, writable: true, configurable: true })],
    ["a read-only key", Object.defineProperty({}, "a", { value: 1, enumerable: true, configurable: true })],
    ["a frozen object", Object.freeze({ a: 1 })],
    ["a sealed array", Object.seal([1])],
    ["an array that cannot grow", Object.defineProperty([1], "length", { writable: false })],
    ["a shared part", [shared, shared]],
    ["a cycle", cyclic],
    ["long arrays", new Array(129).fill(1)],
    ["large objects", Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${index}`, index]))],
  ])("%s", (_, value) => {
    expect(tokensOf(value)).toBeUndefined();
    expect(tokensOf({ within: [value] })).toBeUndefined();
  });
});
