// A store of the user's own: what it is asked, and in which order.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cache, configure } from "../../src/index.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { Awaitable, Store } from "../../src/store/store.ts";
import { plainSquares, settled, squares, tally } from "./squares.ts";

let notices: string[] = [];

beforeEach(() => {
  tally.runs = 0;
  notices = [];
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void notices.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  configure({ codecs: [] });
});

/** A store that answers by promises, a moment later, and lists what it is asked. */
function slowStore(): Store & { readonly asked: string[] } {
  const inner = memoryStore();
  const asked: string[] = [];
  const answer = async <T>(what: string, act: () => Awaitable<T>): Promise<T> => {
    asked.push(what);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const result = await act();
    asked.push(`${what} done`);
    return result;
  };
  return {
    asked,
    isSync: false,
    get: (key) => answer("get", () => inner.get(key)),
    set: (key, entry) => answer("set", () => inner.set(key, entry)),
    delete: (key) => answer("delete", () => inner.delete(key)),
    clear: (group) => answer("clear", () => inner.clear(group)),
    lease: async (key, duration) => {
      const held = await answer("lease", () => inner.lease(key, duration));
      return held && { renew: () => held.renew(), release: () => answer("release", () => held.release()) };
    },
    close: () => answer("close", () => inner.close()),
  };
}

describe("a store that answers by promises", () => {
  it("serves async functions", async () => {
    const store = slowStore();
    expect(await squares(store)(3)).toEqual({ square: 9 });
    await settled();
    const again = squares(store);
    expect([await again(3), tally.runs, again.info().hits]).toEqual([{ square: 9 }, 1, 1]);
  });

  it("is not asked by functions that cannot wait, which keep their results in memory", async () => {
    const store = slowStore();
    const one = plainSquares(store);
    expect([one(3), one(3), tally.runs]).toEqual([{ square: 9 }, { square: 9 }, 1]);
    expect([plainSquares(store)(3), tally.runs]).toEqual([{ square: 9 }, 2]);
    await settled();
    expect([store.asked, notices]).toEqual([[], []]);
  });

  it("has the result before the lease is given back, so that whoever waits finds it", async () => {
    const store = slowStore();
    await squares(store)(3);
    await settled();
    expect(store.asked.indexOf("set done")).toBeGreaterThan(-1);
    expect(store.asked.indexOf("set done")).toBeLessThan(store.asked.indexOf("release"));
  });

  it("makes two functions of one meaning compute once", async () => {
    const store = slowStore();
    const both = await Promise.all([squares(store)(3), squares(store)(3)]);
    expect([both, tally.runs]).toEqual([[{ square: 9 }, { square: 9 }], 1]);
  });
});

describe("what changes while a call waits for its turn", () => {
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

  it("of the arguments does not become the result of what they were before", async () => {
    const first = cache(
      async (list: readonly number[]) => {
        const [result] = list;
        await pause();
        return result;
      },
      { store: slowStore() },
    );
    const list = [1];
    const result = first(list);
    list[0] = 5;
    await pause();
    list[0] = 1;
    await result;
    expect(await first([1])).toBe(1);
  });

  it("of a variable does not become the result of what it was before", async () => {
    let factor = 1;
    const times = cache(
      async (n: number) => {
        const now = factor;
        await pause();
        return n * now;
      },
      { store: slowStore() },
    );
    const result = times(10);
    factor = 2;
    await pause();
    factor = 1;
    await result;
    expect(await times(10)).toBe(10);
  });
});

describe("a store that answers at once", () => {
  it("serves functions of both kinds", async () => {
    const store = memoryStore();
    plainSquares(store)(3);
    await squares(store)(3);
    expect([plainSquares(store)(3), await squares(store)(3), tally.runs]).toEqual([
      { square: 9 },
      { square: 9 },
      2,
    ]);
  });

  it("serves functions that return promises without being async", async () => {
    const store = memoryStore();
    const promised = () =>
      cache(
        (n: number) => {
          tally.runs++;
          return Promise.resolve(n * 2);
        },
        { store },
      );
    expect(await promised()(3)).toBe(6);
    await settled();
    const again = promised()(3);
    expect([again instanceof Promise, await again, tally.runs]).toEqual([true, 6, 1]);
  });

  it("has the result of an async function before the lease is given back", async () => {
    const asked: string[] = [];
    const inner = memoryStore();
    const store: Store = {
      ...inner,
      set: (key, entry) => {
        asked.push("set");
        return inner.set(key, entry);
      },
      lease: (key, duration) => {
        const lease = inner.lease(key, duration);
        if (lease === undefined || lease instanceof Promise) return lease;
        return {
          renew: () => lease.renew(),
          release: () => {
            asked.push("release");
            return lease.release();
          },
        };
      },
    };
    await squares(store)(3);
    await settled();
    expect(asked).toEqual(["set", "release"]);
  });

  it("lets an async function begin at once, as it does without a cache", async () => {
    const sum = cache(
      async (list: readonly number[]) => {
        let total = 0;
        for (const n of list) total += n;
        return total;
      },
      { store: memoryStore() },
    );
    const list = [1, 2, 3];
    const promise = sum(list);
    list.push(100);
    expect(await promise).toBe(6);
  });

  it("takes a function whose parameter is called async for what it is", () => {
    const store = memoryStore();
    // biome-ignore format: without parentheses, its text begins with the word.
    const doubled: (n: number) => number = async => async * 2;
    expect(cache(doubled, { store })(4)).toBe(8);
    const { async } = {
      async(n: number) {
        return n * 3;
      },
    };
    expect(cache(async, { store })(4)).toBe(12);
  });

  it("stores instances as soon as their codec is registered", () => {
    class Point {
      readonly x: number;
      constructor(x: number) {
        this.x = x;
      }
    }
    const store = memoryStore();
    const points = () =>
      cache(
        (x: number) => {
          tally.runs++;
          return new Point(x);
        },
        { store },
      );
    const early = points();
    early(1);
    configure({
      codecs: [
        { name: "Point/1", type: Point, encode: (p) => (p as Point).x, decode: (x) => new Point(Number(x)) },
      ],
    });
    early(2);
    const late = points();
    expect([late(2), tally.runs]).toEqual([new Point(2), 2]);
  });
});
