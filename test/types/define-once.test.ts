// `defineOnce` gives back the very type that it was given. These tests are proved by the compiler; running them shows
// that the values are there, too.

import { describe, expect, expectTypeOf, it } from "vitest";
import { type Cached, cache, type Definable, type DefineOptions, defineOnce } from "../../src/index.ts";
import { holds, type Same, type Takes } from "./assertions.ts";

function overloaded(input: string): string;
function overloaded(input: number): number;
function overloaded(input: string, times: number): string[];
function overloaded(input: string | number, times?: number): string | number | string[] {
  return times === undefined ? input : Array.from({ length: times }, () => String(input));
}

const scope = "types of defineOnce";

describe("the type of a defined function", () => {
  it("is that of a plain function, names of parameters and optional ones included", () => {
    const plain = (a: number, b?: string, ...rest: boolean[]): string => `${a}${b}${rest}`;
    const once = defineOnce(plain, { scope });
    expectTypeOf(once).toEqualTypeOf<typeof plain>();
    holds<Same<typeof once, (a: number, b?: string, ...rest: boolean[]) => string>>();
    expect(once(1)).toBe("1undefined");
  });

  it("is that of an async function", () => {
    const once = defineOnce(async (n: number) => [n], { name: "async", scope });
    holds<Same<typeof once, (n: number) => Promise<number[]>>>();
    expectTypeOf(once(1)).resolves.toEqualTypeOf<number[]>();
  });

  it("is that of a generator", () => {
    const once = defineOnce(
      function* count(n: number): Generator<number, string, boolean> {
        return (yield n) ? "yes" : "no";
      },
      { scope },
    );
    holds<Same<ReturnType<typeof once>, Generator<number, string, boolean>>>();
    expect(once(1).next().value).toBe(1);
  });

  it("keeps type parameters, with their bounds", () => {
    const once = defineOnce(
      <T extends { id: string }, U = T>(items: readonly T[], of: (item: T) => U) => items.map(of),
      {
        name: "generic",
        scope,
      },
    );
    const ids = once([{ id: "a", n: 1 }], ({ n }) => n);
    holds<Same<typeof ids, number[]>>();
    holds<Same<Takes<typeof once, [readonly { name: string }[], () => 1]>, false>>();
    expect(ids).toEqual([1]);
  });

  it("keeps overloads, each with its own result", () => {
    const once = defineOnce(overloaded, { name: "overloads", scope });
    holds<Same<typeof once, typeof overloaded>>();
    const [text, number, list] = [once("a"), once(1), once("a", 2)];
    holds<Same<typeof text, string>>();
    holds<Same<typeof number, number>>();
    holds<Same<typeof list, string[]>>();
    expect([text, number]).toEqual(["a", 1]);
  });

  it("keeps a this parameter", () => {
    const once = defineOnce(
      function scale(this: { readonly by: number }, n: number): number {
        return this.by * n;
      },
      { scope },
    );
    holds<Same<ThisParameterType<typeof once>, { readonly by: number }>>();
    expect(once.call({ by: 2 }, 3)).toBe(6);
  });

  it("keeps type predicates and assertions", () => {
    const once = defineOnce((value: unknown): value is string => typeof value === "string", {
      name: "guard",
      scope,
    });
    const value: string | number = Number("1") > 0 ? "text" : 1;
    if (once(value)) expectTypeOf(value).toEqualTypeOf<string>();
    expect(once("a")).toBe(true);
  });

  it("keeps properties of the function", () => {
    const once = defineOnce(
      Object.assign((n: number) => n, { unit: "m" as const }),
      { name: "props", scope },
    );
    holds<Same<typeof once.unit, "m">>();
    expect(once.unit).toBe("m");
  });
});

describe("the type of a defined class", () => {
  it("is the class: constructor, statics, type parameters, private constructors refused by the language only", () => {
    class Box<T> {
      static readonly unit = "box";
      readonly value: T;
      constructor(value: T) {
        this.value = value;
      }
    }
    const Once = defineOnce(Box, { scope });
    holds<Same<typeof Once, typeof Box>>();
    expectTypeOf(new Once("a")).toEqualTypeOf<Box<string>>();
    expect([new Once(1).value, Once.unit]).toEqual([1, "box"]);
  });

  it("may be abstract, and then cannot be constructed", () => {
    abstract class Shape {
      abstract area(): number;
    }
    const Once = defineOnce(Shape, { scope });
    holds<Same<typeof Once extends new () => unknown ? true : false, false>>();
    class Square extends Once {
      override area(): number {
        return 1;
      }
    }
    expect(new Square().area()).toBe(1);
  });
});

describe("the type of a defined record", () => {
  it("is that of each entry", () => {
    class Entry {}
    const generic = <T>(value: T): T => value;
    const once = defineOnce(
      { generic, Entry, cached: cache(async (n: number) => n) },
      { scope: "record types" },
    );
    holds<Same<typeof once.generic, typeof generic>>();
    holds<Same<typeof once.Entry, typeof Entry>>();
    holds<Same<typeof once.cached, Cached<(n: number) => Promise<number>>>>();
    expectTypeOf(once.generic("a" as const)).toEqualTypeOf<"a">();
    expect(once.generic(1)).toBe(1);
  });

  it("has no entries but those it was given", () => {
    const once = defineOnce({ only: () => 1 }, { scope: "only" });
    holds<Same<keyof typeof once, "only">>();
    expect(Object.keys(once)).toEqual(["only"]);
  });
});

describe("the type of a decorated function", () => {
  interface Memoized<F> {
    clear(): void;
    readonly source: F;
  }
  const memo = <F extends (...args: never[]) => unknown>(fn: F): F & Memoized<F> =>
    Object.assign(fn, { clear: () => {}, source: fn });

  it("is what the decorator gives", () => {
    const once = defineOnce((n: number) => n * 2, { decorate: memo, name: "memo", scope });
    holds<Same<typeof once, ((n: number) => number) & Memoized<(n: number) => number>>>();
    expectTypeOf(once.clear).toEqualTypeOf<() => void>();
    expect(once(2)).toBe(4);
  });

  it("may be another kind of function altogether", () => {
    const later = (fn: (n: number) => number) => async (text: string) => fn(Number(text));
    const once = defineOnce((n: number) => n, { decorate: later, name: "later", scope });
    holds<Same<typeof once, (text: string) => Promise<number>>>();
    expectTypeOf(once).returns.resolves.toBeNumber();
  });
});

describe("what must not compile", () => {
  it("is anything that is no function, class or record of them", () => {
    holds<Same<string extends Definable ? true : false, false>>();
    holds<Same<Promise<() => void> extends Definable ? true : false, false>>();
    holds<Same<readonly [() => void] extends Definable ? true : false, false>>();
    holds<Same<null extends Definable ? true : false, false>>();
    holds<Same<{ wrong: number } extends Parameters<typeof defineOnce>[0] ? true : false, false>>();
    expectTypeOf<(() => void) | (new () => object)>().toExtend<Definable>();
    expect(typeof defineOnce).toBe("function");
  });

  it("is an option of a wrong type", () => {
    holds<Same<{ version: boolean } extends DefineOptions ? true : false, false>>();
    holds<Same<{ equality: "proof" } extends DefineOptions ? true : false, false>>();
    holds<Same<{ generations: string } extends DefineOptions ? true : false, false>>();
    holds<Same<{ ignore: string } extends DefineOptions ? true : false, false>>();
    holds<Same<{ deps: number } extends DefineOptions ? true : false, false>>();
    holds<
      Same<keyof DefineOptions, "name" | "scope" | "equality" | "version" | "deps" | "ignore" | "generations">
    >();
    expectTypeOf<{ name: string; equality: "source" }>().toExtend<DefineOptions>();
    expectTypeOf<{ deps: { a: number }; ignore: ["log"] }>().toExtend<DefineOptions>();
    expectTypeOf<{ deps: () => { a: number } }>().toExtend<DefineOptions>();
    expect(defineOnce((n: number) => n, { name: "options", scope, version: 1, generations: 2 })(1)).toBe(1);
  });

  it("is a call of a defined function with wrong arguments", () => {
    const once = defineOnce((a: number, b: string) => `${a}${b}`, { name: "two", scope });
    holds<Same<Takes<typeof once, [number, string]>, true>>();
    holds<Same<Takes<typeof once, [string, string]>, false>>();
    holds<Same<Takes<typeof once, [number]>, false>>();
    holds<Same<Takes<typeof once, [number, string, 1]>, false>>();
    expect(once(1, "a")).toBe("1a");
  });
});
