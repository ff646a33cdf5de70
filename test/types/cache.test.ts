// The type of a cached function: the function's own, and controls that take its arguments.

import { describe, expect, expectTypeOf, it } from "vitest";
import type {
  DefinitionFacts,
  ExplanationFacts,
  Fingerprint,
  SessionEvent,
  Verdict,
} from "../../src/index.ts";
import {
  accept,
  type Cached,
  type CacheInfo,
  cache,
  compare,
  defineOnce,
  explain,
  fingerprint,
  type forget,
  status,
} from "../../src/index.ts";
import { holds, type Same, type Takes } from "./assertions.ts";

describe("the type of a cached function", () => {
  const area = cache((width: number, height: number, unit?: "m" | "cm") => `${width * height}${unit ?? ""}`);

  it("can be called like the function", () => {
    holds<Same<Takes<typeof area, [number, number]>, true>>();
    holds<Same<Takes<typeof area, [number]>, false>>();
    holds<Same<Takes<typeof area, [number, number, "km"]>, false>>();
    expectTypeOf(area(1, 2)).toEqualTypeOf<string>();
    expect(area(2, 3, "m")).toBe("6m");
  });

  it("has controls that take the function's arguments, and give its result", () => {
    type Arguments = Parameters<(width: number, height: number, unit?: "m" | "cm") => string>;
    holds<Same<Parameters<typeof area.has>, Arguments>>();
    holds<Same<Parameters<typeof area.forget>, Arguments>>();
    holds<Same<Parameters<typeof area.refresh>, Arguments>>();
    holds<Same<ReturnType<typeof area.refresh>, string>>();
    holds<Same<ReturnType<typeof area.has>, boolean>>();
    holds<Same<ReturnType<typeof area.forget>, boolean>>();
    holds<Same<ReturnType<typeof area.info>, CacheInfo>>();
    holds<Same<Parameters<typeof area.clear>, []>>();
    expect(area.has(9, 9)).toBe(false);
  });

  it("has the function behind it, of the function's type", () => {
    holds<Same<typeof area.original, (width: number, height: number, unit?: "m" | "cm") => string>>();
    expect(area.original(1, 1)).toBe("1");
  });

  it("does not let the function behind it be replaced", () => {
    type Writable<T, K extends keyof T> = Same<Pick<T, K>, { -readonly [P in K]: T[P] }>;
    holds<Same<Writable<typeof area, "original">, false>>();
    expect(Object.getOwnPropertyDescriptor(area, "original")?.set).toBe(undefined);
  });

  it("keeps async results, type parameters, overloads and this", () => {
    const soon = cache(async (n: number) => n);
    expectTypeOf(soon(1)).resolves.toBeNumber();
    expectTypeOf(soon.refresh(1)).resolves.toBeNumber();

    const same = cache(<T>(value: T): T => value);
    expectTypeOf(same("a" as const)).toEqualTypeOf<"a">();
    expectTypeOf(same(1 as const)).toEqualTypeOf<1>();

    function parsed(input: string): string;
    function parsed(input: number): number;
    function parsed(input: string | number): string | number {
      return input;
    }
    const parse = cache(parsed);
    expectTypeOf(parse("a")).toEqualTypeOf<string>();
    expectTypeOf(parse(1)).toEqualTypeOf<number>();

    const scale = cache(function scale(this: { by: number }, n: number) {
      return this.by * n;
    });
    holds<Same<ThisParameterType<typeof scale>, { by: number }>>();
    expect([same(1), parse("a"), scale.call({ by: 2 }, 2)]).toEqual([1, "a", 4]);
  });

  it("is the same in either order of wrapping", () => {
    const fn = (n: number): string => String(n);
    const inside = defineOnce(cache(fn), { name: "inside", scope: "cache types" });
    const outside = cache(defineOnce(fn, { name: "outside", scope: "cache types" }));
    holds<Same<typeof inside, Cached<typeof fn>>>();
    holds<Same<typeof outside, Cached<typeof fn>>>();
    expect([inside(1), outside(1)]).toEqual(["1", "1"]);
  });

  it("is only for functions: classes and values do not compile", () => {
    type Cacheable<T> = T extends Parameters<typeof cache>[0] ? true : false;
    holds<Same<Cacheable<typeof Map>, false>>();
    holds<Same<Cacheable<number>, false>>();
    holds<Same<Cacheable<Promise<() => void>>, false>>();
    holds<Same<Cacheable<() => void>, true>>();
    expect(typeof cache).toBe("function");
  });
});

describe("the types of what is told", () => {
  it("are facts that print", () => {
    const f = defineOnce((n: number) => n, { name: "told", scope: "told types" });
    expectTypeOf(explain(f)).toExtend<ExplanationFacts>();
    expectTypeOf(status()).toExtend<readonly DefinitionFacts[]>();
    expectTypeOf(fingerprint(f)).toEqualTypeOf<Fingerprint>();
    expectTypeOf(explain(f).toString()).toBeString();
    expect(explain(f).definition.name).toBe("told");
  });

  it("are a verdict of two kinds for compare", () => {
    const verdict = compare("a => a", "b => b");
    holds<Same<typeof verdict, Extract<Verdict, { kind: "kept" | "changed" }>>>();
    holds<Same<(typeof verdict)["kind"], "kept" | "changed">>();
    if (verdict.kind === "kept")
      expectTypeOf(verdict.by).toEqualTypeOf<"name" | "source" | "syntax" | "normal">();
    expect(verdict).toEqual({ kind: "kept", by: "normal", through: { rules: [], renamed: ["a"] } });
  });

  it("cannot be changed: facts are read-only", () => {
    type Events = ExplanationFacts["events"];
    holds<Same<Events extends SessionEvent[] ? true : false, false>>();
    holds<Same<Parameters<typeof accept>, Parameters<typeof forget>>>();
    expectTypeOf<ReturnType<typeof accept>>().toEqualTypeOf<SessionEvent>();
    expect(typeof accept).toBe("function");
  });
});
