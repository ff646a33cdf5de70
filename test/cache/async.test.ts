import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { types } from "node:util";
import { describe, expect, it } from "vitest";
import { type Cached, cache, defineOnce } from "../../src/index.ts";

const delay = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** A promise with its handles outside. */
function deferred<T>(): { promise: Promise<T>; resolve(value: T): void; reject(error: Error): void } {
  let handles: { resolve(value: T): void; reject(error: Error): void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    handles = { resolve, reject };
  });
  if (handles === undefined) throw new TypeError("the executor did not run");
  return { promise, ...handles };
}

let cached = 0;

/** A cached function whose results do not depend on some names that it reads: a gate at which it waits, a counter. */
function cachedBut<A extends readonly unknown[], R>(
  ignore: readonly string[],
  fn: (...args: A) => R,
): Cached<(...args: A) => R> {
  return defineOnce(cache(fn), { name: `async ${++cached}`, ignore });
}

/** A cached function that is told how often it has run, and may behave by that. */
function counting<R>(run: (count: number) => R): {
  readonly load: Cached<() => R>;
  readonly runs: () => number;
} {
  let runs = 0;
  return { load: cachedBut(["run", "runs"], () => run(++runs)), runs: () => runs };
}

describe("concurrent equal calls of an async function", () => {
  it("run once, and all get the result", async () => {
    let runs = 0;
    const load = cache(async (url: string) => {
      runs++;
      await delay(5);
      return { url };
    });
    const results = await Promise.all([load("a"), load("a"), load("a"), load("b")]);
    expect(runs).toBe(2);
    expect(new Set(results).size).toBe(2);
    expect(await load("a")).toBe(results[0]);
    expect(runs).toBe(2);
  });

  it("run once for equal objects, and apart for objects that differ", async () => {
    let runs = 0;
    const load = cache(async ({ id }: { id: number }) => {
      runs++;
      await delay(1);
      return id;
    });
    expect(await Promise.all([load({ id: 1 }), load({ id: 1 }), load({ id: 2 })])).toEqual([1, 1, 2]);
    expect(runs).toBe(2);
  });

  it("all fail when the one run fails; then the next call runs anew", async () => {
    const { load, runs } = counting(async (count) => {
      await delay(5);
      if (count === 1) throw new Error("offline");
      return "online";
    });
    const outcomes = await Promise.allSettled([load(), load(), load()]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect([runs(), load.has()]).toEqual([1, false]);
    expect(await load()).toBe("online");
    expect(await load()).toBe("online");
    expect(runs()).toBe(2);
  });

  it("fail with the very error that was thrown", async () => {
    const error = new RangeError("mine");
    const load = cache(async () => {
      throw error;
    });
    await expect(load()).rejects.toBe(error);
    await expect(load()).rejects.toBe(error);
  });

  it("may be retried by one who waits, before others hear of the failure", async () => {
    const { load } = counting(async (count) => {
      if (count === 1) throw new Error("once");
      return count;
    });
    const retried = load().catch(() => load());
    const [other] = await Promise.allSettled([load()]);
    expect(await retried).toBe(2);
    expect(other?.status).toBe("rejected");
  });

  it("count one miss and the rest as hits, and the time once", async () => {
    const load = cache(() => delay(20));
    await Promise.all([load(), load(), load()]);
    await load();
    const { hits, misses, entries, spent, saved } = load.info();
    expect([hits, misses, entries]).toEqual([3, 1, 1]);
    expect(spent).toBeGreaterThan(10);
    expect(spent).toBeLessThan(2000);
    expect(saved, "one hit came when the time was known").toBeGreaterThan(10);
  });
});

describe("an async function", () => {
  it("returns a promise on a miss and on a hit", async () => {
    const load = cache(async () => 1);
    const [miss, hit] = [load(), load()];
    expect([types.isPromise(miss), types.isPromise(hit), await miss, await hit]).toEqual([true, true, 1, 1]);
  });

  it("that throws before its first await rejects, like any other", async () => {
    const load = cache(async (_: number): Promise<number> => {
      throw new Error("early");
    });
    const result = load(1);
    await expect(result).rejects.toThrow("early");
    expect(load.info().entries).toBe(0);
  });

  it("is cached when it is a plain function that returns a promise", async () => {
    let runs = 0;
    const load = cache(() => {
      runs++;
      return Promise.resolve({});
    });
    expect(await load()).toBe(await load());
    expect(runs).toBe(1);
  });

  it("may resolve to undefined, null or NaN, which are results like others", async () => {
    for (const value of [undefined, null, Number.NaN, false, ""]) {
      let runs = 0;
      const load = cache(async () => {
        runs++;
        return value;
      });
      expect([await load(), await load(), runs]).toEqual([value, value, 1]);
    }
  });

  it("may call itself with other arguments", async () => {
    let runs = 0;
    const sum = cache(async (n: number): Promise<number> => {
      runs++;
      return n === 0 ? 0 : n + (await sum(n - 1));
    });
    expect([await sum(10), await sum(12), runs]).toEqual([55, 78, 13]);
  });

  it("keeps nothing when its argument was changed while it ran", async () => {
    const gate = deferred<void>();
    let runs = 0;
    const read = cachedBut(["gate"], async (box: { n: number }) => {
      runs++;
      await gate.promise;
      return box.n;
    });
    const box = { n: 1 };
    const first = read(box);
    box.n = 2;
    gate.resolve();
    expect(await first, "what the function gave").toBe(2);
    expect(await read({ n: 1 }), "not what it gave for another content").toBe(1);
    expect([await read({ n: 1 }), runs], "which is kept").toEqual([1, 2]);
  });

  it("keeps nothing when it changes its argument after an await", async () => {
    const append = cache(async (list: number[]) => {
      await delay(1);
      list.push(list.length);
      return list.length;
    });
    const [one, two]: [number[], number[]] = [[0], [0]];
    await append(one);
    await append(two);
    expect([one, two]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it("that a call forgot while it ran is not kept when it ends", async () => {
    const { load } = counting(async (count) => {
      await delay(5);
      return count;
    });
    const first = load();
    expect(load.forget()).toBe(true);
    expect([await first, await load(), load.info().entries]).toEqual([1, 2, 1]);
  });

  it("that ends late does not replace what a refresh computed since", async () => {
    const gates = [deferred<string>(), deferred<string>()];
    const { load, runs } = counting((count) => gates[count - 1]?.promise ?? Promise.resolve("third"));
    const [old, fresh] = [load(), load.refresh()];
    gates[1]?.resolve("new");
    expect(await fresh).toBe("new");
    gates[0]?.reject(new Error("late"));
    await expect(old).rejects.toThrow("late");
    expect([await load(), runs()]).toEqual(["new", 2]);
  });

  it("keeps nothing when what it depends on changed while it ran", async () => {
    const gate = deferred<void>();
    let by = 1;
    let runs = 0;
    const scaled = cachedBut(["gate"], async (n: number) => {
      runs++;
      await gate.promise;
      return n * by;
    });
    const running = scaled(2);
    by = 10;
    gate.resolve();
    expect(await running, "what the function gave").toBe(20);
    expect(scaled.has(2)).toBe(false);
    by = 1;
    expect([await scaled(2), await scaled(2), runs], "not what it gave for another state").toEqual([2, 2, 2]);
  });

  it("keeps nothing when a call saw another state while it ran, though all is as before when it ends", async () => {
    const gate = deferred<void>();
    let by = 1;
    const scaled = cachedBut(["gate"], async (n: number) => {
      await gate.promise;
      return n * by;
    });
    const [undisturbed, running] = [scaled(1), scaled(2)];
    gate.resolve();
    expect([await undisturbed, await running, scaled.has(1), scaled.has(2)]).toEqual([1, 2, true, true]);
    scaled.clear();
    const disturbed = scaled(2);
    by = 10;
    expect(scaled.has(2), "a look at the state").toBe(false);
    by = 1;
    await disturbed;
    expect(scaled.has(2)).toBe(false);
  });

  it("gives concurrent callers no iterator that only one of them can read", async () => {
    const read = cache(async () => {
      await delay(2);
      return [1, 2].values();
    });
    const [one, two] = await Promise.all([read(), read()]);
    expect([[...one], [...two]]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("that resolves to an iterator is run at each call", async () => {
    const read = cache(async () => [1, 2].values());
    expect([...(await read())]).toEqual([1, 2]);
    expect([...(await read())]).toEqual([1, 2]);
  });

  it("that returns a promise with properties of its own gives them to every caller", async () => {
    const start = cache(() => Object.assign(Promise.resolve("out"), { kill: () => "killed" }));
    const child = start();
    expect([child.kill(), await child]).toEqual(["killed", "out"]);
  });
});

describe("a rejection that nobody handles", () => {
  /** What a program prints that hears of unhandled rejections. */
  function unhandled(call: string): string {
    const program = `
      import { cache } from ${JSON.stringify(join(import.meta.dirname, "../../src/index.ts"))};
      process.on("unhandledRejection", (error) => console.log("unhandled: " + error.message));
      const fail = cache(async () => { throw new Error("boom") });
      ${call}`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", program];
    return execFileSync(process.execPath, args, {
      cwd: join(import.meta.dirname, "../.."),
      encoding: "utf8",
    });
  }

  it("stays visible, once", () => {
    expect(unhandled("fail();")).toBe("unhandled: boom\n");
  });

  it("is not reported when the caller handles it", () => {
    expect(unhandled("await fail().catch(() => {}); await Promise.allSettled([fail(), fail()]);")).toBe("");
  });
});
