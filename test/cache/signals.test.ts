// Abort signals: an argument that cannot be compared. Left out of the key, it lets calls share a run, and then an abort by
// the one who started the run is not the failure of those who joined it.

import * as timers from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";

// vitest makes proxies of modules, which nobody could read: what cached functions call stands in a variable.
const { setTimeout: delay } = timers;

/** A cached function that waits, unless its signal says stop. */
function loading(options: object = { ignoreArgs: [1] }) {
  let runs = 0;
  const load = cache(async (url: string, signal?: AbortSignal): Promise<{ readonly url: string }> => {
    runs++;
    await delay(30, undefined, signal === undefined ? {} : { signal });
    return { url };
  }, options);
  return { load, runs: () => runs };
}

describe("calls with abort signals", () => {
  it("are not cached unless the signal is left out", async () => {
    const { load, runs } = loading({});
    const { signal } = new AbortController();
    await load("a", signal);
    await load("a", signal);
    expect([runs(), load.info()]).toMatchObject([2, { hits: 0, misses: 2, entries: 0 }]);
  });

  it("share one run when the signal is left out", async () => {
    const { load, runs } = loading();
    const calls = [1, 2, 3].map(() => load("a", new AbortController().signal));
    const results = await Promise.all(calls);
    expect([new Set(results).size, runs()]).toEqual([1, 1]);
    expect(await load("a")).toBe(results[0]);
  });

  it("keep nothing of a run that was aborted", async () => {
    const { load, runs } = loading();
    const stop = new AbortController();
    const running = load("a", stop.signal);
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(load.has("a")).toBe(false);
    expect([(await load("a")).url, runs()]).toEqual(["a", 2]);
  });

  it("do not fail because the one who started the run gave up: they get a run of their own", async () => {
    const { load, runs } = loading();
    const starter = new AbortController();
    const first = load("a", starter.signal);
    const second = load("a", new AbortController().signal);
    starter.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    expect(await second).toEqual({ url: "a" });
    expect(runs()).toBe(2);
  });

  it("all succeed when several had joined, and what they got is kept", async () => {
    const { load, runs } = loading();
    const starter = new AbortController();
    const first = load("a", starter.signal);
    const joined = [load("a"), load("a"), load("a")];
    starter.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    for (const result of await Promise.all(joined)) expect(result).toEqual({ url: "a" });
    expect(runs()).toBeGreaterThanOrEqual(2);
    expect(runs()).toBeLessThanOrEqual(4);
    expect(load.has("a")).toBe(true);
  });

  it("do not hear of the abort of one who had joined: the run is not that one's", async () => {
    const { load, runs } = loading();
    const joiner = new AbortController();
    const [first, second] = [load("a"), load("a", joiner.signal)];
    joiner.abort();
    expect(await first).toEqual({ url: "a" });
    expect(await second, "the function never saw that signal").toEqual({ url: "a" });
    expect(runs()).toBe(1);
  });

  it("that retry are retried once: who gave up as well is told so", async () => {
    const { load, runs } = loading();
    const [starter, joiner] = [new AbortController(), new AbortController()];
    const [first, second] = [load("a", starter.signal), load("a", joiner.signal)];
    joiner.abort();
    starter.abort();
    const outcomes = await Promise.allSettled([first, second]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(runs()).toBeLessThanOrEqual(2);
    expect(load.has("a")).toBe(false);
  });

  it("that fail by themselves fail for all, and are not run again for each", async () => {
    let runs = 0;
    const load = cache(
      async (_url: string, _signal?: AbortSignal): Promise<never> => {
        runs++;
        await delay(5);
        throw new RangeError("offline");
      },
      { ignoreArgs: [1] },
    );
    const outcomes = await Promise.allSettled([
      load("a", new AbortController().signal),
      load("a"),
      load("a"),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(runs).toBe(1);
  });

  it("keep no abort, even where errors are kept", async () => {
    const { load } = loading({ ignoreArgs: [1], keepErrors: true });
    const stop = new AbortController();
    const running = load("a", stop.signal);
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(await load("a")).toEqual({ url: "a" });
  });
});
