// `clone`: each caller gets a copy of its own.

import { describe, expect, it } from "vitest";
import { cache, defineOnce, explain } from "../../src/index.ts";

let defined = 0;

/** The remarks that explain makes on a function after some calls of it. */
function remarksOn<F extends (...args: never[]) => unknown>(fn: F, use: (cached: F) => void): string {
  const cached = defineOnce(fn, { name: `option ${++defined}`, scope: "options" });
  use(cached);
  return explain(cached).remarks.join("\n");
}

describe("clone", () => {
  it("gives each caller a copy of its own, also the first", () => {
    let runs = 0;
    const kept: number[][] = [];
    const load = defineOnce(
      cache(
        () => {
          runs++;
          const rows = [3, 1, 2];
          kept.push(rows);
          return rows;
        },
        { clone: true },
      ),
      { name: "cloned", scope: "options" },
    );
    const [first, second] = [load(), load()];
    expect([first, second, runs]).toEqual([[3, 1, 2], [3, 1, 2], 1]);
    expect(first).not.toBe(second);
    first.sort();
    kept[0]?.push(99);
    expect([load(), runs]).toEqual([[3, 1, 2], 1]);
  });

  it.each<readonly [string, () => unknown]>([
    ["nested objects", () => ({ a: [{ b: 1 }], c: "text" })],
    ["Maps and Sets", () => new Map([["a", new Set([1])]])],
    ["Dates and regular expressions", () => [new Date(5), /a/gi]],
    ["bytes", () => new Uint8Array([1, 2])],
    ["undefined, NaN, -0 and bigints", () => [undefined, Number.NaN, -0, 1n]],
    ["arrays with holes", () => Object.assign(new Array(3), { 1: 1 })],
    [
      "what is shared",
      () => {
        const it = { a: 1 };
        return [it, it];
      },
    ],
    [
      "cycles",
      () => {
        const it: { self?: object } = {};
        it.self = it;
        return it;
      },
    ],
  ])("copies %s", (_title, make) => {
    let runs = 0;
    const load = cache(
      () => {
        runs++;
        return make();
      },
      { clone: true },
    );
    const [first, second, third] = [load(), load(), load()];
    expect([first, second, third]).toEqual([make(), make(), make()]);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(runs).toBe(1);
  });

  it("keeps what is shared shared, and cycles closed", () => {
    const load = cache(
      () => {
        const it: { a: number; self?: object } = { a: 1 };
        it.self = it;
        return [it, it];
      },
      { clone: true },
    );
    for (const _ of [1, 2]) {
      const [one, other] = load();
      expect([one === other, one?.self === one]).toEqual([true, true]);
    }
  });

  it("hands on what has no parts", () => {
    const symbol = Symbol("s");
    for (const value of [1, "text", undefined, null, true, 1n, symbol]) {
      const load = cache(() => value, { clone: true });
      expect([load(), load(), load.info().hits]).toEqual([value, value, 1]);
    }
  });

  it("gives concurrent callers of an async function copies of their own", async () => {
    let runs = 0;
    const load = cache(
      async () => {
        runs++;
        await null;
        return [3, 1, 2];
      },
      { clone: true },
    );
    const [one, two] = await Promise.all([load(), load()]);
    one.sort();
    expect([two, await load(), runs]).toEqual([[3, 1, 2], [3, 1, 2], 1]);
  });

  it("does not let peek out the kept one", () => {
    const load = cache(() => [3, 1, 2], { clone: true });
    load();
    load.peek()?.sort();
    expect([load(), load.info().misses]).toEqual([[3, 1, 2], 1]);
  });

  class Point {
    readonly x = 1;
  }

  it.each<readonly [string, () => unknown]>([
    ["a function", () => () => 1],
    ["a function within", () => ({ rows: [{ format: () => 1 }] })],
    ["a class instance", () => new Point()],
    ["a class instance within", () => [new Point()]],
    ["a promise within", () => ({ later: Promise.resolve(1) })],
    ["a weak collection", () => new WeakMap()],
  ])("keeps nothing that cannot be copied faithfully, and explain says so: %s", (_title, make) => {
    let runs = 0;
    const remarks = remarksOn(
      cache(
        () => {
          runs++;
          return make();
        },
        { clone: true },
      ),
      (cached) => {
        const [one, two] = [cached(), cached()];
        expect(one).not.toBe(two);
        expect([runs, cached.info()]).toMatchObject([2, { hits: 0, misses: 2, entries: 0 }]);
      },
    );
    expect(remarks).toMatch(/2 calls were not cached: .*cop(y|ied)/);
  });

  it.each<readonly [string, () => object]>([
    ["a frozen object", () => Object.freeze({ a: 1 })],
    ["an object without prototype", () => Object.assign(Object.create(null), { a: 1 })],
    ["a symbol as key", () => ({ [Symbol.for("a")]: 1 })],
    ["a hidden property", () => Object.defineProperty({}, "a", { value: 1 })],
    [
      "a getter",
      () => ({
        get a() {
          return 1;
        },
      }),
    ],
    ["an array with a property", () => Object.assign([1], { total: 1 })],
    ["a boxed symbol", () => Object(Symbol.for("a"))],
    ["a regular expression that goes on", () => Object.assign(/a/g, { lastIndex: 1 })],
    ["an error", () => new RangeError("a")],
    ["an error with a code", () => Object.assign(new Error("a"), { code: "E" })],
    ["a Buffer", () => Buffer.from("a")],
    ["a URL", () => new URL("http://a/")],
  ])("never gives a copy that differs from what the function gave: %s", (_title, make) => {
    const load = cache(make, { clone: true });
    for (const _ of [1, 2, 3]) {
      const [given, plain] = [load(), make()];
      expect(Object.getPrototypeOf(given)).toBe(Object.getPrototypeOf(plain));
      expect(Object.isFrozen(given)).toBe(Object.isFrozen(plain));
      expect(Reflect.ownKeys(given)).toEqual(Reflect.ownKeys(plain));
      for (const key of Reflect.ownKeys(plain)) {
        if (key === "stack") continue;
        const [one, other] = [given, plain].map((of) => Object.getOwnPropertyDescriptor(of, key));
        expect([one?.enumerable, one?.writable, typeof one?.get]).toEqual([
          other?.enumerable,
          other?.writable,
          typeof other?.get,
        ]);
        expect(one?.value).toEqual(other?.value);
      }
    }
  });
});
