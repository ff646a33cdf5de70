// `forget`, `refresh`, `clear`, `has`, `ttl` and `files` where results outlive the process. Another cached function of the
// same meaning stands for another process, where none has to die.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { type Cached, type CacheOptions, cache, defineOnce } from "../../src/index.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { newDesk } from "./program.ts";

let runs = 0;
let store: Store = memoryStore();
beforeEach(() => {
  runs = 0;
  store = memoryStore();
});

type Doubled = (n: number) => number;

/** The same function in another process. */
function doubled(options: CacheOptions<Doubled> = {}): Cached<Doubled> {
  return cache(
    (n: number) => {
      runs++;
      return n * 2;
    },
    { store, ...options },
  );
}

describe("forget", () => {
  it("drops the stored result of a call", () => {
    const one = doubled();
    one(4);
    expect([one.forget(4), one(4), runs]).toEqual([true, 8, 2]);
  });

  it("leaves the other stored results", () => {
    const one = doubled();
    one(4);
    one(5);
    one.forget(4);
    expect([doubled()(5), runs]).toEqual([10, 2]);
  });

  it("drops what another process stored, though nothing was called in this one", () => {
    doubled()(4);
    const other = doubled();
    other.forget(4);
    expect([other(4), runs]).toEqual([8, 2]);
  });

  it("says that there was a result, if only the store had it", () => {
    doubled()(4);
    const other = doubled();
    other(1);
    expect([other.forget(4), other.forget(4)]).toEqual([true, false]);
  });

  it("drops the result of the present state, not that of the one before", () => {
    let by = 2;
    const times = () =>
      cache(
        (n: number) => {
          runs++;
          return n * by;
        },
        { store },
      );
    const one = times();
    one(4);
    by = 3;
    times()(4);
    one.forget(4);
    expect([times()(4), runs]).toEqual([12, 3]);
    by = 2;
    expect([times()(4), runs]).toEqual([8, 3]);
  });
});

describe("refresh", () => {
  it("computes anew and replaces the stored result", () => {
    const feed = [1, 2, 3];
    const fed = (name: string) =>
      defineOnce(
        cache((n: number) => n * Number(feed.shift()), { store }),
        { name, ignore: ["feed"] },
      );
    const one = fed("one");
    expect([one(10), one.refresh(10), one(10)]).toEqual([10, 20, 20]);
    expect([fed("other")(10), feed.length]).toEqual([20, 1]);
  });

  it("computes anew though nothing was called in this process before", () => {
    doubled()(4);
    expect([doubled().refresh(4), runs]).toEqual([8, 2]);
  });

  it("computes an async function anew, and another process finds that", async () => {
    const make = () =>
      cache(
        async (n: number) => {
          runs++;
          return n * 2;
        },
        { store },
      );
    const one = make();
    await one(4);
    expect([await one.refresh(4), await make()(4), runs]).toEqual([8, 8, 2]);
  });
});

describe("clear", () => {
  it("drops the stored results of the present state too", () => {
    const one = doubled();
    one(4);
    one.clear();
    expect([one(4), doubled()(4), runs]).toEqual([8, 8, 2]);
  });

  it("leaves the stored results of other functions", () => {
    const halved = () =>
      cache(
        (n: number) => {
          runs++;
          return n / 2;
        },
        { store },
      );
    halved()(4);
    doubled().clear();
    expect([halved()(4), runs]).toEqual([2, 1]);
  });
});

describe("info", () => {
  it("counts what the store gave as a hit that saved the time it once took", () => {
    const slow = () =>
      cache(
        (n: number) => {
          const end = performance.now() + 20;
          while (performance.now() < end);
          return n;
        },
        { store },
      );
    slow()(1);
    const other = slow();
    other(1);
    other(1);
    expect(other.info()).toMatchObject({ hits: 2, misses: 0, entries: 1, spent: 0 });
    expect(other.info().saved).toBeGreaterThanOrEqual(40);
  });
});

describe("ttl", () => {
  it("holds for stored results too", async () => {
    const one = doubled({ ttl: 40 });
    one(4);
    expect([doubled({ ttl: 40 })(4), runs]).toEqual([8, 1]);
    await later(60);
    expect([one(4), runs]).toEqual([8, 2]);
  });

  it("counts from when a result was computed, by whichever process", async () => {
    doubled({ ttl: 60 })(4);
    await later(40);
    const other = doubled({ ttl: 60 });
    other(4);
    await later(40);
    expect([other(4), runs]).toEqual([8, 2]);
  });
});

describe("results that callers share", () => {
  it("are found changed, and come from the store as they were", () => {
    const listed = cache(
      (n: number) => {
        runs++;
        return [n, n + 1];
      },
      { store },
    );
    listed(1).reverse();
    expect([listed(1), runs]).toEqual([[1, 2], 1]);
  });

  it("are copies of the stored one with clone", () => {
    const listed = cache((n: number) => [n], { store, clone: true });
    listed(1).push(5);
    const other = cache((n: number) => [n], { store, clone: true });
    const [first, second] = [other(1), other(1)];
    expect([first === second, first, second]).toEqual([false, [1], [1]]);
  });

  it("are not stored if the function changed its arguments while it ran", () => {
    const sorted = () => cache((list: number[]) => list.sort(), { store });
    expect([sorted()([2, 1]), sorted()([2, 1])]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });
});

describe("files", () => {
  it("count by their content in a second process", async () => {
    const { folder, run } = newDesk();
    const file = join(folder, "rows.csv");
    const text = `
      import { readFileSync } from "node:fs";
      const load = cache(
        (path) => { console.log("ran"); try { return readFileSync(path, "utf8"); } catch { return "none"; } },
        { store: "disk", files: (path) => [path] },
      );
      console.log(load(${JSON.stringify(file)}));
    `;
    const outputs: (readonly string[])[] = [];
    for (const content of ["a", "a", "b", "a", undefined, undefined, "b"]) {
      if (content === undefined) rmSync(file, { force: true });
      else writeFileSync(file, content);
      outputs.push(await run(text));
    }
    expect(outputs).toEqual([["ran", "a"], ["a"], ["ran", "b"], ["a"], ["ran", "none"], ["none"], ["b"]]);
  });
});
