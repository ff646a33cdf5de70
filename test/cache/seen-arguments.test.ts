// Arguments that can run code, cannot be compared, or change: the key never runs them, and the function always gets them.

import { createSocket } from "node:dgram";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { cache, defineOnce, explain } from "../../src/index.ts";

/** What has a getter that throws. */
function trap(error: Error): { readonly safe: number; readonly bad: unknown } {
  const of = { safe: 1, bad: undefined };
  return Object.defineProperty(of, "bad", {
    enumerable: true,
    get(): never {
      throw error;
    },
  });
}

describe("a getter among the arguments", () => {
  it("is run by the function alone, and as often as the function does", () => {
    let reads = 0;
    const of = {
      get n(): number {
        reads++;
        return 7;
      },
    };
    const read = cache((it: { readonly n: number }) => it.n + it.n);
    expect([read(of), reads]).toEqual([14, 2]);
    read.has(of);
    read.forget(of);
    expect(reads).toBe(2);
  });

  it("that throws does not keep a function from running that leaves it alone", () => {
    const safe = cache((it: { readonly safe: number }) => it.safe);
    const of = trap(new Error("never"));
    expect([safe(of), safe(of)]).toEqual([1, 1]);
  });

  it("that throws, throws where the function reads it, and its own error", () => {
    let runs = 0;
    const error = new RangeError("bad");
    const read = cache((it: { readonly bad: unknown }) => {
      runs++;
      return it.bad;
    });
    const of = trap(error);
    for (const _ of [1, 2]) expect(() => read(of)).toThrow(error);
    expect([runs, read.info().entries]).toEqual([2, 0]);
  });

  it("that throws is not run by the controls either", () => {
    const read = cache((it: { readonly bad: unknown }) => typeof it);
    const of = trap(new Error("never"));
    expect(() => [read.has(of), read.peek(of), read.forget(of)]).not.toThrow();
  });

  it("is not run in an array, a Map, a class instance, a prototype or behind a symbol", () => {
    let reads = 0;
    const loud = (key: PropertyKey): object =>
      Object.defineProperty({}, key, {
        enumerable: true,
        get: () => {
          reads++;
          return 1;
        },
      });
    class Loud {
      get n(): number {
        reads++;
        return 1;
      }
    }
    const list: unknown[] = [1];
    Object.defineProperty(list, 0, Object.getOwnPropertyDescriptor(loud("a"), "a") ?? {});
    const ignoring = cache((_: unknown) => 1);
    const values: readonly unknown[] = [
      list,
      [loud("a")],
      new Map([[loud("a"), loud("b")]]),
      new Loud(),
      Object.create(loud("a")),
      loud(Symbol.toPrimitive),
      loud(Symbol.iterator),
      loud(Symbol.toStringTag),
      loud("then"),
      loud("toJSON"),
      loud("constructor"),
    ];
    for (const value of values) for (const _ of [1, 2]) ignoring(value);
    expect(reads).toBe(0);
  });
});

describe("a proxy among the arguments", () => {
  const handler = (traps: string[], fails: boolean): ProxyHandler<object> =>
    new Proxy<ProxyHandler<object>>(
      {},
      {
        get: (_, name) => (): undefined => {
          traps.push(String(name));
          if (fails) throw new Error(String(name));
          return undefined;
        },
      },
    );

  it.each([true, false])("has none of its traps run by the key (traps that throw: %s)", (fails) => {
    const traps: string[] = [];
    const ignoring = cache((_: unknown, __?: unknown) => 1);
    const proxies: readonly unknown[] = [
      new Proxy({}, handler(traps, fails)),
      new Proxy([], handler(traps, fails)),
      new Proxy(() => 1, handler(traps, fails)),
    ];
    for (const proxy of proxies) {
      for (const of of [proxy, [proxy], { in: proxy }, new Map([[proxy, proxy]]), new Set([proxy])]) {
        expect([ignoring(of), ignoring(1, of)]).toEqual([1, 1]);
        ignoring.has(of);
        ignoring.forget(of);
      }
    }
    expect(traps).toEqual([]);
  });

  it("that was revoked goes to the function like any other", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const type = cache((of: unknown) => typeof of);
    expect([type(proxy), type({ proxy })]).toEqual(["object", "object"]);
    const keys = cache((of: object) => Object.keys(of));
    expect(() => keys(proxy)).toThrow(TypeError);
  });

  it("is never answered for from before, when what is behind it has changed", () => {
    const target = { n: 1 };
    const read = cache((of: { n: number }) => of.n);
    const proxy = new Proxy(target, {});
    expect(read(proxy)).toBe(1);
    target.n = 2;
    expect(read(proxy)).toBe(2);
  });

  it("as the receiver has none of its traps run by the key", () => {
    const traps: string[] = [];
    const method = cache(function method(this: unknown): string {
      return typeof this;
    });
    for (const _ of [1, 2]) expect(method.call(new Proxy({}, handler(traps, true)))).toBe("object");
    expect(traps).toEqual([]);
  });
});

const OPAQUE: readonly (readonly [title: string, make: () => unknown, cause: RegExp])[] = [
  ["a promise", () => Promise.resolve(1), /promise/],
  [
    "a generator",
    () =>
      (function* () {
        yield 1;
      })(),
    /iterator|generator/,
  ],
  [
    "an async generator",
    () =>
      (async function* () {
        yield 1;
      })(),
    /iterator|generator/,
  ],
  ["an iterator of a Map", () => new Map().keys(), /iterator/],
  ["a socket", () => createSocket("udp4").unref(), /./],
  ["a stream", () => Readable.from([1]), /./],
  ["a web stream", () => new Blob(["a"]).stream(), /ReadableStream|stream/],
  ["a response", () => new Response("a"), /./],
  ["a weak reference", () => new WeakRef({}), /WeakRef/],
  ["an abort signal", () => new AbortController().signal, /AbortSignal|EventTarget/],
  ["a port", () => new MessageChannel().port1, /MessagePort/],
  ["a formatter", () => new Intl.NumberFormat("en"), /NumberFormat/],
];

describe("a call with what cannot be compared is not cached, and explain says why:", () => {
  it.each(OPAQUE)("%s", (title, make, cause) => {
    let runs = 0;
    const cached = defineOnce(
      cache((..._: readonly unknown[]) => {
        runs++;
      }),
      { name: `opaque ${title}`, scope: "seen arguments" },
    );
    const value = make();
    for (const _ of [1, 2]) cached(value);
    for (const _ of [1, 2]) cached(1, { in: [value] });
    expect([runs, cached.info()]).toMatchObject([4, { hits: 0, misses: 4, entries: 0 }]);
    expect([cached.has(value), cached.peek(value), cached.forget(value)]).toEqual([false, undefined, false]);
    const remarks = explain(cached).remarks.join("\n");
    expect(remarks).toMatch(/not cached/);
    expect(remarks).toMatch(cause);
    expect(remarks, "where it stands").toMatch(/argument 1\.in\[0\]/);
  });

  it("other calls of the function are cached all the same", () => {
    const cached = cache((of: unknown) => ({ of }));
    cached(Promise.resolve());
    expect(cached(1)).toBe(cached(1));
  });
});

describe("an argument that is changed later", () => {
  it.each<readonly [string, () => unknown, (value: unknown) => unknown]>([
    ["a plain object", () => ({ a: 1 }), (value) => Object.assign(Object(value), { a: 2 })],
    ["deep within", () => ({ a: [{ b: 1 }] }), (value) => Object.assign(Object(value).a[0], { b: 2 })],
    ["an array", () => [1, 2], (value) => Object(value).push(3)],
    ["a Map", () => new Map([["a", 1]]), (value) => Object(value).set("a", 2)],
    ["a Set", () => new Set([1]), (value) => Object(value).add(2)],
    ["a Date", () => new Date(0), (value) => Object(value).setTime(1)],
    ["bytes", () => new Uint8Array(4), (value) => Object(value).fill(1)],
    ["long bytes", () => new Uint8Array(100_000), (value) => Object(value).set([1], 99_999)],
    [
      "a function's property",
      () => Object.assign(() => 1, { a: 1 }),
      (value) => Object.assign(Object(value), { a: 2 }),
    ],
  ])("%s, is another one then, and the first content is still known", (_title, make, change) => {
    let runs = 0;
    const cached = cache((_: unknown) => {
      runs++;
      return { run: "kept" };
    });
    const value = make();
    const first = cached(value);
    change(value);
    expect(cached(value), "changed").not.toBe(first);
    expect(cached(make()), "as it was").toBe(first);
    expect(runs).toBe(2);
  });

  it("does not change a result that holds it", () => {
    const wrap = cache((of: { n: number }) => ({ of }));
    const value = { n: 1 };
    expect(wrap(value).of.n).toBe(1);
    value.n = 2;
    expect(wrap({ n: 1 }).of.n).toBe(1);
    expect(wrap({ n: 2 }).of.n).toBe(2);
  });

  it("does not change a result that it is itself", () => {
    const same = cache((of: { n: number }) => of);
    const value = { n: 1 };
    same(value);
    value.n = 2;
    expect(same({ n: 1 })).toEqual({ n: 1 });
  });
});

describe("an argument that the function changes", () => {
  it("is changed at every call, since nothing is kept", () => {
    let runs = 0;
    const fill = cache((of: { n?: number }) => {
      runs++;
      of.n = 1;
      return of.n;
    });
    for (const _ of [1, 2]) {
      const of: { n?: number } = {};
      fill(of);
      expect(of).toEqual({ n: 1 });
    }
    expect(runs).toBe(2);
  });

  it("is changed at every call where a helper does it, and by an async function after an await", async () => {
    const helper = (of: number[]): number => of.push(0);
    const grow = cache((of: number[]) => helper(of));
    const later = cache(async (of: number[]) => {
      await null;
      return helper(of);
    });
    for (const _ of [1, 2]) {
      const of: number[] = [];
      grow(of);
      await later(of);
      expect(of).toEqual([0, 0]);
    }
  });

  it("is named by explain", () => {
    const fill = defineOnce(
      cache((_: number, of: number[]) => of.push(0)),
      { name: "fills", scope: "seen arguments" },
    );
    fill(1, []);
    expect(explain(fill).remarks.join()).toMatch(/not cached: it changes (its arguments|argument 1)/);
  });
});

describe("an argument that is a function", () => {
  const namedArrow = (): ((x: number) => number) => {
    const twice = (x: number): number => x * 2;
    return twice;
  };

  it("counts by what it means: made twice, it is one", () => {
    let runs = 0;
    const apply = cache((fn: (x: number) => number, x: number) => {
      runs++;
      return fn(x);
    });
    expect([apply(namedArrow(), 2), apply(namedArrow(), 2), runs]).toEqual([4, 4, 1]);
  });

  it("counts by its name besides", () => {
    const nameOf = cache((fn: () => number) => fn.name);
    const first = (): number => 1;
    const second = (): number => 1;
    expect([nameOf(first), nameOf(second), nameOf(first)]).toEqual(["first", "second", "first"]);
  });

  it("counts by what it captures now", () => {
    let by = 2;
    const times = (x: number): number => x * by;
    const apply = cache((fn: (x: number) => number, x: number) => fn(x));
    expect(apply(times, 2)).toBe(4);
    by = 3;
    expect(apply(times, 2)).toBe(6);
    by = 2;
    expect([apply(times, 2), apply.info().misses]).toEqual([4, 2]);
  });
});
