// Results that callers change: found out at the next hit, or, with `share`, handed out as they are.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cache, configure, defineOnce, explain } from "../../src/index.ts";

interface Change {
  readonly make: () => object;
  readonly change: (result: object) => unknown;
}

const set =
  (key: PropertyKey, value: unknown): ((result: object) => void) =>
  (result) => {
    Reflect.set(result, key, value);
  };
const inner =
  (change: (result: object) => unknown, ...path: readonly PropertyKey[]): ((result: object) => unknown) =>
  (result) =>
    change(path.reduce<object>((at, key) => Object(Reflect.get(at, key)), result));
const called =
  (method: string, ...args: readonly unknown[]): ((result: object) => unknown) =>
  (result) => {
    const found: unknown = Reflect.get(result, method);
    if (typeof found !== "function") throw new TypeError(`no ${method}`);
    return Reflect.apply(found, result, args);
  };

class Point {
  x = 1;
}

const CHANGES: Readonly<Record<string, Change>> = {
  "an array that is sorted": { make: () => [3, 1, 2], change: called("sort") },
  "an array that is reversed": { make: () => [1, 2], change: called("reverse") },
  "an array that is longer": { make: () => [1], change: called("push", 2) },
  "an array that is shorter": { make: () => [1, 2], change: called("pop") },
  "an array that is emptied": { make: () => [1, 2], change: set("length", 0) },
  "an array with a hole": { make: () => [1, undefined], change: (it) => Reflect.deleteProperty(it, 1) },
  "an array whose row has changed": { make: () => [{ n: 1 }, { n: 2 }], change: inner(set("n", 9), 1) },
  "a large array whose last element has changed": {
    make: () => Array.from({ length: 20_000 }, (_, i) => i),
    change: set(19_999, -1),
  },
  "an object with another value": { make: () => ({ a: 1 }), change: set("a", 2) },
  "an object with -0 for 0": { make: () => ({ a: 0 }), change: set("a", -0) },
  "an object with '1' for 1": { make: () => ({ a: 1 }), change: set("a", "1") },
  "an object with one key more": { make: () => ({ a: 1 }), change: set("b", undefined) },
  "an object with a key less": {
    make: () => ({ a: 1, b: 2 }),
    change: (it) => Reflect.deleteProperty(it, "a"),
  },
  "an object whose keys have another order": {
    make: () => ({ a: 1, b: 2 }),
    change: (it) => {
      Reflect.deleteProperty(it, "a");
      Reflect.set(it, "a", 1);
    },
  },
  "an object with a symbol as key": { make: () => ({ a: 1 }), change: set(Symbol("s"), 1) },
  "an object with a hidden key": {
    make: () => ({ a: 1 }),
    change: (it) => Object.defineProperty(it, "b", { value: 1 }),
  },
  "an object that is frozen": { make: () => ({ a: 1 }), change: (it) => Object.freeze(it) },
  "an object with another prototype": {
    make: () => ({ a: 1 }),
    change: (it) => Object.setPrototypeOf(it, null),
  },
  "deep within": { make: () => ({ a: { b: [{ c: 1 }] } }), change: inner(set("c", 2), "a", "b", 0) },
  "a Map with another value": { make: () => new Map([["a", 1]]), change: called("set", "a", 2) },
  "a Map with another key": { make: () => new Map([["a", 1]]), change: called("set", "b", 2) },
  "a Map whose value has changed": {
    make: () => new Map([["a", { n: 1 }]]),
    change: (it) => set("n", 2)(Object(called("get", "a")(it))),
  },
  "a Set with another member": { make: () => new Set([1]), change: called("add", 2) },
  "a Set that is empty": { make: () => new Set([1]), change: called("clear") },
  "a Date": { make: () => new Date(0), change: called("setTime", 1) },
  bytes: { make: () => new Uint8Array(4), change: set(2, 7) },
  "many bytes": { make: () => new Uint8Array(200_000), change: set(199_999, 7) },
  floats: { make: () => new Float64Array(4), change: set(0, -0) },
  "a buffer": { make: () => new ArrayBuffer(4), change: (it) => new Uint8Array(it as ArrayBuffer).fill(1) },
  "an error's message": { make: () => new Error("a"), change: set("message", "b") },
  "a class instance": { make: () => new Point(), change: set("x", 2) },
  "a regular expression that goes on": { make: () => /a/g, change: set("lastIndex", 1) },
};

let count = 0;

/** A cached function with a name to be explained by. */
function made<T>(make: () => T, options: object = {}) {
  let runs = 0;
  const load = defineOnce(
    cache(() => {
      runs++;
      return make();
    }, options),
    { name: `loads${++count}`, scope: "changed results" },
  );
  return { load, runs: () => runs };
}

describe("a kept result that a caller has changed is not handed out again", () => {
  it.each(Object.entries(CHANGES))("%s", (_title, { make, change }) => {
    const { load, runs } = made(make);
    const first = load();
    expect([load() === first, runs()], "unchanged, it is the very object").toEqual([true, 1]);
    change(first);
    const second = load();
    expect([second === first, runs()]).toEqual([false, 2]);
    expect(second).toEqual(make());
    expect([load() === second, runs()], "and is kept anew").toEqual([true, 2]);
  });

  it.each(Object.entries(CHANGES))("by an async function: %s", async (_title, { make, change }) => {
    const { load, runs } = made(async () => make());
    const first = await load();
    change(first);
    const second = await load();
    expect([second === first, runs()]).toEqual([false, 2]);
    expect(second).toEqual(make());
    expect([(await load()) === second, runs()]).toEqual([true, 2]);
  });

  it("is a miss in the counters", () => {
    const { load } = made(() => [3, 1, 2]);
    load().sort();
    load();
    expect(load.info()).toMatchObject({ hits: 0, misses: 2, entries: 1 });
  });

  it("is a hit when the change was taken back", () => {
    const { load, runs } = made(() => [1, 2]);
    const first = load();
    first.push(3);
    first.pop();
    expect([load() === first, runs()]).toEqual([true, 1]);
  });

  it("is not seen by peek", () => {
    const { load } = made(() => [3, 1, 2]);
    load().sort();
    expect(load.peek()).toBe(undefined);
  });

  it("does not take others with it: results for other arguments stay", () => {
    let runs = 0;
    const load = cache((n: number) => {
      runs++;
      return [n, 0];
    });
    load(1).sort();
    const other = load(2);
    load(1);
    expect([load(2) === other, runs]).toEqual([true, 3]);
  });

  it("is found in what two results share", () => {
    const load = cache((n: number) => ({ n, rows: base() }));
    const base = cache(() => [3, 1, 2]);
    load(1).rows.sort();
    expect(load(1).rows).toEqual([3, 1, 2]);
    expect(load(2).rows).toEqual([3, 1, 2]);
  });

  it("is found when the function itself changes it later", () => {
    const held: number[][] = [];
    const load = defineOnce(
      cache(() => {
        const rows = [1];
        held.push(rows);
        return rows;
      }),
      { name: "held", scope: "changed results" },
    );
    load();
    held[0]?.push(2);
    expect(load()).toEqual([1]);
  });

  it("is found after concurrent calls, each of which got the same object", async () => {
    const { load, runs } = made(async () => [3, 1, 2]);
    const [one, two] = await Promise.all([load(), load()]);
    expect(one).toBe(two);
    one.sort();
    expect([await load(), runs()]).toEqual([[3, 1, 2], 2]);
  });

  it("runs no code of the result: no getter, no trap", () => {
    let ran = 0;
    const { load } = made(() =>
      Object.defineProperty({}, "a", {
        enumerable: true,
        get: () => {
          ran++;
        },
      }),
    );
    for (const _ of [1, 2, 3]) load();
    expect(ran).toBe(0);
    const traps: string[] = [];
    const proxied = cache(() => new Proxy({}, { get: (_, name) => void traps.push(String(name)) }));
    for (const _ of [1, 2, 3]) proxied();
    expect(traps).toEqual([]);
  });
});

describe("a change is told", () => {
  const printed: string[] = [];

  beforeEach(() => {
    configure({ notices: true });
    printed.length = 0;
    for (const method of ["log", "info", "warn", "error"] as const) {
      vi.spyOn(console, method).mockImplementation((line: unknown) => {
        printed.push(String(line));
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    configure({ notices: false });
  });

  it.each<readonly [string, () => object, (result: object) => unknown, string]>([
    ["an element", () => [3, 1, 2], called("sort"), "[0]"],
    ["a key", () => ({ a: 1, total: 1 }), set("total", 2), ".total"],
    [
      "a key deep within",
      () => ({ rows: [{}, { total: 1 }] }),
      inner(set("total", 2), "rows", 1),
      ".rows[1].total",
    ],
  ])("with the function's name and the path inside the result: %s", (_title, make, change, path) => {
    const { load } = made(make);
    change(load());
    load();
    const told = [...printed, ...explain(load).remarks].join("\n");
    expect(told).toContain(path);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/^define-once: .*loads\d+/);
    expect(printed[0]).not.toContain("\n");
  });

  it("once, however often callers do the same", () => {
    const { load } = made(() => [3, 1, 2]);
    for (let round = 0; round < 5; round++) load().sort();
    expect(printed).toHaveLength(1);
  });

  it("with what to do about it: take a copy, or say that it may be shared", () => {
    const { load } = made(() => [3, 1, 2]);
    load().sort();
    load();
    expect([...printed, ...explain(load).remarks].join("\n")).toMatch(/clone|share|copy/);
  });

  it("not at all when nothing has changed, with share, and with clone", () => {
    const { load } = made(() => [3, 1, 2]);
    for (const _ of [1, 2]) load();
    for (const options of [{ share: true }, { clone: true }]) {
      const other = made(() => [3, 1, 2], options);
      other.load().sort();
      other.load();
    }
    expect(printed).toEqual([]);
  });

  it("not when notices are off; explain tells it still", () => {
    configure({ notices: false });
    const { load } = made(() => ({ total: 1 }));
    load().total = 2;
    load();
    expect(printed).toEqual([]);
    expect(explain(load).remarks.join("\n")).toContain("total");
  });
});

describe("share: true", () => {
  it.each(Object.entries(CHANGES))(
    "hands out the one object as callers have left it: %s",
    (_title, { make, change }) => {
      const { load, runs } = made(make, { share: true });
      const first = load();
      change(first);
      expect([load() === first, load() === first, runs()]).toEqual([true, true, 1]);
    },
  );

  it("hands out the one object of an async function, too", async () => {
    const { load, runs } = made(async () => [3, 1, 2], { share: true });
    (await load()).sort();
    expect([await load(), runs()]).toEqual([[1, 2, 3], 1]);
    expect(await load.peek()).toEqual([1, 2, 3]);
  });

  it("does not skip the check of what the function depends on, nor of arguments", () => {
    let by = 1;
    const load = cache((of: { n: number }) => [of.n * by], { share: true });
    const of = { n: 1 };
    expect(load(of)).toEqual([1]);
    by = 2;
    expect(load(of)).toEqual([2]);
    of.n = 5;
    expect(load(of)).toEqual([10]);
  });

  it("applies at once to a kept cache", () => {
    const fn = (): number[] => [3, 1, 2];
    const identity = { name: "shared later", scope: "changed results" };
    const load = defineOnce(cache(fn), identity);
    load();
    const shared = defineOnce(cache(fn, { share: true }), identity);
    expect(shared).toBe(load);
    shared().sort();
    expect(shared()).toEqual([1, 2, 3]);
  });
});
