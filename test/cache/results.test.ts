// What is kept of a call, and what must not be: a hit must be what running now would give.

import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { cache, defineOnce, explain } from "../../src/index.ts";

/** A key that linters distrust, for good reason. */
const THEN: string = "then";

/** Reads whatever can be read once: iterables, async iterables. */
async function read(source: unknown): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  const iterable: AsyncIterable<unknown> = Object(source);
  for await (const each of iterable) found.push(each);
  return found;
}

describe("a result that can be used only once is not kept", () => {
  it.each<readonly [string, () => unknown]>([
    ["a web stream", () => new Blob(["1"]).stream()],
    ["a Node stream", () => Readable.from([1])],
  ])("%s", async (_title, make) => {
    let runs = 0;
    const cached = cache(() => {
      runs++;
      return make();
    });
    const [first, second] = [await read(cached()), await read(cached())];
    expect(first).toHaveLength(1);
    expect([second.length, runs]).toEqual([1, 2]);
    expect(cached.info()).toMatchObject({ hits: 0, misses: 2, entries: 0 });
  });

  it.each<readonly [string, () => { readonly of: unknown }]>([
    ["an object", () => ({ of: [1].values() })],
    ["an array", () => Object.assign([[1].values()], { of: [1].values() })],
  ])("an iterator within %s", async (_title, make) => {
    const cached = cache(make);
    expect([await read(cached().of), await read(cached().of)]).toEqual([[1], [1]]);
  });

  it("the body of a response", async () => {
    const get = cache(() => new Response("body"));
    expect([await get().text(), await get().text()]).toEqual(["body", "body"]);
    const later = cache(async () => new Response("body"));
    expect([await (await later()).text(), await (await later()).text()]).toEqual(["body", "body"]);
  });

  it("a thenable that is no promise: its work may begin when it is awaited", async () => {
    let queries = 0;
    const query = defineOnce(
      cache(() => ({
        // biome-ignore lint/suspicious/noThenProperty: a query builder has one
        then: (done: (rows: number) => void) => done(++queries),
      })),
      { name: "query", ignore: ["queries"] },
    );
    expect([await query(), await query()]).toEqual([1, 2]);
    expect(query.info()).toMatchObject({ hits: 0, misses: 2, entries: 0 });
  });
});

describe("a result that can be used again is kept", () => {
  it.each<readonly [string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["-0", -0],
    ["an empty string", ""],
    ["a symbol", Symbol("s")],
    ["a function", () => 1],
    ["an array", [1, 2]],
    ["a Map", new Map([[1, 2]])],
    ["a typed array", new Uint8Array(2)],
    ["an object with a next but no iterator", { next: "page 2" }],
    ["an object whose then is no function", { [THEN]: "afterwards" }],
    ["an error", new Error("returned, not thrown")],
    [
      "an instance with #private members",
      new (class {
        #n = 1;
        get n(): number {
          return this.#n;
        }
      })(),
    ],
  ])("%s, the very object", (_title, value) => {
    let runs = 0;
    const cached = cache(() => {
      runs++;
      return value;
    });
    expect([cached(), cached(), runs]).toEqual([value, value, 1]);
    expect(Object.is(cached(), value)).toBe(true);
    expect(cached.info()).toMatchObject({ hits: 2, misses: 1, entries: 1 });
  });

  it("is not looked into: getters of a result are not run", () => {
    let ran = 0;
    const getter = { get: () => void ran++ };
    const cached = cache(() => Object.defineProperty({}, THEN, getter));
    cached();
    cached();
    expect(ran).toBe(0);
  });
});

describe("a call that throws", () => {
  it("throws to its caller and is not kept", () => {
    let runs = 0;
    const parse = cache((text: string) => {
      runs++;
      return JSON.parse(text);
    });
    expect(() => parse("{")).toThrow(SyntaxError);
    expect(() => parse("{")).toThrow(SyntaxError);
    expect([runs, parse.has("{"), parse.info().entries]).toEqual([2, false, 0]);
  });

  it("is counted with the time it took", () => {
    const fail = cache((): never => {
      const end = performance.now() + 5;
      while (performance.now() < end);
      throw new Error("late");
    });
    expect(fail).toThrow("late");
    expect(fail.info()).toMatchObject({ hits: 0, misses: 1 });
    expect(fail.info().spent).toBeGreaterThanOrEqual(5);
  });
});

describe("a function that changes its arguments", () => {
  it("is run at every call, since a hit would not change them", () => {
    let runs = 0;
    const sorted = cache((list: number[]) => {
      runs++;
      return list.sort();
    });
    const [one, two] = [
      [2, 1],
      [2, 1],
    ];
    sorted(one);
    sorted(two);
    expect([one, two, runs]).toEqual([[1, 2], [1, 2], 2]);
  });

  it("is kept for the arguments that it leaves alone", () => {
    let runs = 0;
    const sorted = cache((list: number[]) => {
      runs++;
      return list.sort();
    });
    sorted([1, 2]);
    sorted([1, 2]);
    expect(runs).toBe(1);
  });

  it.each<readonly [string, () => unknown, (value: unknown) => unknown]>([
    ["a property", () => ({ a: 1 }), (value) => Object.assign(Object(value), { a: 2 })],
    ["a nested property", () => ({ a: { b: 1 } }), (value) => Object.assign(Object(value).a, { b: 2 })],
    ["the entries of a Map", () => new Map(), (value) => Object(value).set(1, 1)],
    ["bytes", () => new Uint8Array(1), (value) => Object(value).fill(7)],
    ["a Date", () => new Date(0), (value) => Object(value).setTime(1)],
    ["where a regular expression goes on", () => /a/g, (value) => Object(value).test("a")],
    ["its prototype", () => ({}), (value) => Object.setPrototypeOf(value, null)],
    ["whether it is frozen", () => ({ a: 1 }), (value) => Object.freeze(value)],
  ])("is noticed when it changes %s", (_title, make, change) => {
    let runs = 0;
    const cached = cache((value: unknown) => {
      runs++;
      change(value);
    });
    cached(make());
    cached(make());
    expect(runs).toBe(2);
  });

  it("is noticed when it changes its receiver", () => {
    const next = cache(function next(this: { n: number }): number {
      return ++this.n;
    });
    const counter = { n: 0 };
    expect([next.call(counter), next.call(counter), counter.n]).toEqual([1, 2, 2]);
  });

  it("is explained: the call was not cached because it changes its arguments", () => {
    const push = defineOnce(
      cache((list: number[]) => list.push(1)),
      { name: "push" },
    );
    push([]);
    expect(explain(push).remarks.join()).toContain("1 call was not cached: it changes its arguments");
  });
});

describe("calls within calls", () => {
  it("of a function that calls itself are all kept", () => {
    let runs = 0;
    const power = cache((base: number, exponent: number): number => {
      runs++;
      return exponent === 0 ? 1 : base * power(base, exponent - 1);
    });
    expect([power(2, 10), power(2, 9), power(2, 11), runs]).toEqual([1024, 512, 2048, 12]);
  });

  it("of two functions that call each other end", () => {
    const even = cache((n: number): boolean => (n === 0 ? true : odd(n - 1)));
    const odd = cache((n: number): boolean => (n === 0 ? false : even(n - 1)));
    expect([even(100), odd(100), even(7)]).toEqual([true, false, false]);
  });

  it("that clear, forget or refresh their own cache do no harm", () => {
    const cached = cache((n: number): number => {
      if (n === 1) cached.clear();
      if (n === 2) cached.forget(2);
      if (n === 3) return cached.refresh(0);
      return n;
    });
    expect([cached(1), cached(2), cached(3), cached(1), cached(2), cached(3)]).toEqual([1, 2, 0, 1, 2, 0]);
  });

  it("that change the same argument list from inside answer for the outer call's arguments", () => {
    const outer = cache((list: readonly number[]): number =>
      list.length > 2 ? 0 : list.length + outer([...list, 0]),
    );
    expect([outer([]), outer([1]), outer([])]).toEqual([3, 3, 3]);
  });
});
