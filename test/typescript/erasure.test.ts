// A function of a TypeScript source has the normal form of the JavaScript that tools run for it, and no other.

import { describe, expect, it } from "vitest";
import { meaningOf } from "../syntax/parsed.ts";
import { APART, COMPILED, ERASED } from "./constructs.ts";
import { meaningIn } from "./meanings.ts";

describe("a function of a TypeScript source", () => {
  it.each(ERASED)("means what its JavaScript means, without %s", (_, source, path, runs) => {
    expect(meaningIn(source, path)).toBe(meaningOf(runs));
  });

  it.each(COMPILED)("means what its JavaScript means, with %s", (_, source, path, runs) => {
    expect(meaningIn(source, path)).toBe(meaningOf(runs));
  });

  it.each(APART)("counts %s", (_, path, before, after) => {
    expect(meaningIn(after, path)).not.toBe(meaningIn(before, path));
  });

  it("does not count types", () => {
    const before = "function f(a: number): T { return a as T }";
    const after = "function f<V>(a?: string | number): V { return <V>(a!) }";
    expect(meaningIn(after, "f")).toBe(meaningIn(before, "f"));
  });
});

describe("the uses of an enum", () => {
  const source = "enum E { A = 1 } const enum C { B = 2 } const f = () => E.A + C.B";

  it.each([
    ["language", "() => E.A + 2"],
    ["read", "() => E.A + C.B"],
    ["values", "() => 1 + 2"],
  ] as const)("are what the option says: %s", (enums, runs) => {
    expect(meaningIn(source, "f", { enums })).toBe(meaningOf(runs));
  });

  it("are read where only running tells the value", () => {
    const computed = "enum E { A = g(), B = 'b'.length, C } const f = () => E.A + E.B + E.C";
    expect(meaningIn(computed, "f", { enums: "values" })).toBe(meaningOf("() => E.A + E.B + E.C"));
  });
});
