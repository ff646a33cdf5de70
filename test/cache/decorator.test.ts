// `@cache` on methods and getters: by hand, with the context that the language gives to decorators, and through compilers
// that lower decorators.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Cached, cache, DefineOnceError } from "../../src/index.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What a decorator is told of a member. */
function context(
  kind: string,
  of: { readonly name?: string | symbol; readonly isStatic?: boolean } = {},
): object {
  return {
    kind,
    name: of.name ?? "member",
    static: of.isStatic ?? false,
    private: false,
    access: { has: () => true, get: () => undefined },
    metadata: undefined,
    addInitializer() {},
  };
}

/** `cache` as the language calls a decorator. */
function decorate<F extends (...args: never[]) => unknown>(
  value: F,
  kind: string,
  name = "member",
): Cached<F> {
  const decorated: unknown = Reflect.apply(cache, undefined, [value, context(kind, { name })]);
  if (typeof decorated !== "function") throw new TypeError("not decorated");
  return decorated as Cached<F>;
}

function errorOf(value: unknown, kind: string): unknown {
  try {
    Reflect.apply(cache, undefined, [value, context(kind)]);
  } catch (error) {
    return error;
  }
  return undefined;
}

function codeOf(value: unknown, kind: string): unknown {
  const error = errorOf(value, kind);
  return error instanceof DefineOnceError ? error.code : error;
}

describe("cache as a decorator", () => {
  it("makes a cached method", () => {
    let runs = 0;
    const load = decorate(
      {
        load(this: { n: number }, by: number): number {
          runs++;
          return this.n * by;
        },
      }.load,
      "method",
      "load",
    );
    const shelf = { n: 2, load };
    expect([shelf.load(3), shelf.load(3), runs, load.info().hits]).toEqual([6, 6, 1, 1]);
    shelf.n = 5;
    expect([shelf.load(3), runs]).toEqual([15, 2]);
  });

  it("makes a cached getter", () => {
    let runs = 0;
    const get = decorate(
      function total(this: { n: number }): number {
        runs++;
        return this.n;
      },
      "getter",
      "total",
    );
    const shelf = Object.defineProperty({ n: 2 }, "total", { get });
    expect([Reflect.get(shelf, "total"), Reflect.get(shelf, "total"), runs]).toEqual([2, 2, 1]);
    shelf.n = 3;
    expect([Reflect.get(shelf, "total"), runs, get.info()]).toMatchObject([3, 2, { hits: 1, misses: 2 }]);
  });

  it("keeps name, length and the function behind it", () => {
    const plain = {
      load(a: number, b: number): number {
        return a + b;
      },
    }.load;
    const load = decorate(plain, "method", "load");
    expect([load.name, load.length, load.original]).toEqual(["load", 2, plain]);
  });

  it("takes a generator and an async method, too", async () => {
    let runs = 0;
    const each = decorate(
      {
        *each(): Generator<number> {
          runs++;
          yield 1;
          yield 2;
        },
      }.each,
      "method",
    );
    expect([[...each()], [...each()], runs]).toEqual([[1, 2], [1, 2], 1]);
    const later = decorate(
      {
        async later(n: number): Promise<number> {
          runs++;
          return n;
        },
      }.later,
      "method",
    );
    expect([await Promise.all([later(1), later(1)]), runs]).toEqual([[1, 1], 2]);
  });

  it.each([
    ["class", class A {}],
    ["field", undefined],
    ["accessor", { get: () => 1, set: () => {} }],
    ["setter", (_: number) => {}],
  ])("refuses what is no method and no getter: %s", (kind, value) => {
    expect(codeOf(value, kind)).toBe("DEFINE_ONCE_DECORATOR");
  });

  it.each(["class", "field", "accessor", "setter"])("says of a %s what it got, and what it takes", (kind) => {
    const error = errorOf(kind === "field" ? undefined : () => 1, kind);
    expect(error).toBeInstanceOf(DefineOnceError);
    expect(String(error)).toContain(kind);
    expect(String(error)).toMatch(/method/);
  });

  it("is not mistaken for a call with options, nor for a call from map", () => {
    const [first] = [(n: number) => n].map((fn, index) => Reflect.apply(cache, undefined, [fn, index]));
    expect(Reflect.get(Object(first), "info")).toBeTypeOf("function");
    let code: unknown;
    try {
      Reflect.apply(cache, undefined, [(n: number) => n, { kind: "method" }]);
    } catch (error) {
      code = error instanceof DefineOnceError ? error.code : error;
    }
    expect([undefined, "DEFINE_ONCE_OPTION"], "a half context").toContain(code);
  });
});

describe("a class", () => {
  it("cannot be cached, however it is given", () => {
    const codes: unknown[] = [];
    for (const args of [
      [class A {}],
      [class A {}, {}],
      [class A {}, context("class")],
      [class A {}, context("method")],
    ]) {
      try {
        Reflect.apply(cache, undefined, args);
      } catch (error) {
        codes.push(error instanceof DefineOnceError ? error.code : error);
      }
    }
    expect(codes.slice(0, 3)).toEqual(["DEFINE_ONCE_CLASS", "DEFINE_ONCE_CLASS", "DEFINE_ONCE_DECORATOR"]);
    expect(["DEFINE_ONCE_CLASS", "DEFINE_ONCE_DECORATOR"]).toContain(codes[3]);
  });
});

/** How often private members ran. Where a compiler moves them into weak maps, nobody can compare the receivers. */
const PRIVATE_RUNS: Readonly<Record<string, number>> = {
  privateRuns: 1,
  privateGetterRuns: 0,
  privateStaticRuns: 1,
};

/** What the program beside prints when a compiler has lowered its decorators. */
const COMPILED: Readonly<Record<string, () => string>> = {
  "esbuild, through tsx": () =>
    execFileSync(process.execPath, ["--import", "tsx", join(import.meta.dirname, "decorated.ts")], {
      cwd: ROOT,
      encoding: "utf8",
    }),
  "TypeScript's own compiler": () => {
    const out = mkdtempSync(join(tmpdir(), "define-once-decorated-"));
    try {
      const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
      const options = ["--outDir", out, "--rootDir", ROOT, "--target", "es2022", "--noCheck"];
      const fixed =
        "--module nodenext --types node --lib es2024,esnext.disposable --rewriteRelativeImportExtensions";
      const file = join(import.meta.dirname, "decorated.ts");
      execFileSync(process.execPath, [tsc, file, ...options, ...fixed.split(" "), "--ignoreConfig"], {
        cwd: ROOT,
      });
      cpSync(join(ROOT, "package.json"), join(out, "package.json"));
      symlinkSync(join(ROOT, "node_modules"), join(out, "node_modules"));
      return execFileSync(process.execPath, [join(out, "test/cache/decorated.js")], { encoding: "utf8" });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
};

const EXPECTED: readonly (readonly [title: string, key: string, value: unknown])[] = [
  ["a method is run once for equal arguments", "method", [4, true]],
  ["each instance has its own results", "instances", [1, true]],
  ["the counters hang on the method of the prototype", "counters", 4],
  ["the method keeps its name and length", "name", ["load", 1]],
  ["a changed field makes a miss, and then hits", "changed", [14, 0]],
  ["a getter is run once for each instance", "getter", [3, true, 2, 2]],
  ["a getter is run anew when a field has changed", "getterChanged", [4, 3]],
  ["the counters of a getter hang on the getter", "getterCounters", true],
  ["a static method is run once", "static", [1, 4]],
  ["a static getter is run once", "staticGetter", [1, 4]],
  ["static members see what changed", "staticChanged", [10, 10]],
  ["a private method gives what it should", "private", [5, 5, 3]],
  ["a private getter gives what it should", "privateGetter", [400, 400, 200]],
  ["a private static method gives what it should", "privateStatic", [6, 6]],
  ["a method named by a symbol is run once", "symbol", [1, 1]],
  ["a method with a computed name is run once", "computed", [1, 2]],
  ["a subclass may override it and call it through super", "inherited", [2000, 2000, 2, 3000]],
  ["an async method runs once for concurrent calls", "async", [[5, 5], 1]],
  ["a generator method is recorded for each instance", "generator", [1, [1, 2, 10, 20], [1, 2]]],
];

it.each(Object.entries(PRIVATE_RUNS))(
  "private members that stay private are cached like others: %s",
  (key, runs) => {
    const printed: unknown = JSON.parse(COMPILED["TypeScript's own compiler"]?.() ?? "null");
    expect(Reflect.get(Object(printed), key)).toBe(runs);
  },
);

describe.each(Object.entries(COMPILED))("with decorators lowered by %s", (_compiler, print) => {
  let printed: string | undefined;
  const outcome = (): Readonly<Record<string, unknown>> => {
    printed ??= print();
    return JSON.parse(printed);
  };

  it.each(EXPECTED)("%s", (_title, key, value) => {
    expect(outcome()[key]).toEqual(value);
  });

  it("nothing that the program prints is left unchecked", () => {
    const checked = [...EXPECTED.map(([, key]) => key), ...Object.keys(PRIVATE_RUNS)];
    expect(Object.keys(outcome()).sort()).toEqual(checked.sort());
  });
});
