// `ttl`: a result is a miss when its time is over.

import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";

describe("ttl", () => {
  it("makes a result a miss when its time is over, and not before", async () => {
    let runs = 0;
    const load = cache(
      (n: number) => {
        runs++;
        return { n };
      },
      { ttl: 300 },
    );
    const first = load(1);
    await delay(50);
    expect([load(1) === first, runs]).toEqual([true, 1]);
    await delay(320);
    expect([load.has(1), load.peek(1)]).toEqual([false, undefined]);
    expect([load(1) === first, runs]).toEqual([false, 2]);
    expect([load(1).n, runs]).toEqual([1, 2]);
  });

  it("is not prolonged by use", async () => {
    let runs = 0;
    const load = cache(
      () => {
        runs++;
        return 1;
      },
      { ttl: 400 },
    );
    load();
    await delay(150);
    load();
    expect(runs).toBe(1);
    await delay(320);
    load();
    expect(runs).toBe(2);
  });

  it("holds for objects and for async functions", async () => {
    let runs = 0;
    const load = cache(
      async (of: { id: number }) => {
        runs++;
        return of.id;
      },
      { ttl: 100 },
    );
    expect([await load({ id: 1 }), await load({ id: 1 }), runs]).toEqual([1, 1, 1]);
    await delay(150);
    expect([await load({ id: 1 }), runs]).toEqual([1, 2]);
  });

  it("begins anew with refresh", async () => {
    let runs = 0;
    const load = cache(
      () => {
        runs++;
        return 1;
      },
      { ttl: 400 },
    );
    load();
    await delay(250);
    load.refresh();
    await delay(200);
    load();
    expect(runs).toBe(2);
  });

  it("does not keep the process or a timer alive", () => {
    const before = process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    const load = cache((n: number) => n, { ttl: 1e9 });
    for (let n = 0; n < 10; n++) load(n);
    expect(process.getActiveResourcesInfo().filter((each) => each === "Timeout").length).toBe(before);
  });
});
