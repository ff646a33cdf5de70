// How many arguments a function can see: what decides whether f(1) and f(1, undefined) are one call.

import { describe, expect, it } from "vitest";
import { parsed } from "./parsed.ts";

// biome-ignore format: a table
const ROWS: readonly (readonly [text: string, seen: number | undefined])[] = [
  ["() => 1", 0],
  ["x => x", 1],
  ["(x, y = x) => x + y", 2],
  ["({ a }, [b]) => a + b", 2],
  ["function f(x) { return x }", 1],
  ["async function f(x) { return x }", 1],
  ["function* f(x, y) { yield x }", 2],
  ["get(x) { return x }", 1],
  ["(x, ...rest) => rest", undefined],
  ["function f(x) { return arguments.length }", undefined],
  ["function f(x) { return () => arguments[1] }", undefined],
  ["function f(x = arguments.length) { return x }", undefined],
  ["function f(x) { return function () { return arguments } }", 1],
  ["function f(arguments) { return arguments }", 1],
  ["function f(x) { return f.arguments[1] }", undefined],
  ["function f(x) { return eval('arguments[1]') }", undefined],
  ["x => arguments[0]", undefined],
];

describe("of its arguments a function can see", () => {
  it.each(ROWS)("%s: %s", (text, seen) => {
    expect(parsed(text).seenParameters).toBe(seen);
  });
});
