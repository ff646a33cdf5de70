// Cached async generators: computed once, for concurrent readers, too.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { collected } from "./readers.ts";

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

describe("a cached async generator", () => {
  const made = (last: number) => {
    let starts = 0;
    let steps = 0;
    const pages = cache(async function* pages(from: number): AsyncGenerator<number, string, unknown> {
      starts++;
      for (let n = from; n < from + last; n++) {
        await tick();
        steps++;
        yield n;
      }
      return "end";
    });
    return { pages, tally: () => ({ starts, steps }) };
  };

  it("is computed once, and read from the beginning by every caller", async () => {
    const { pages, tally } = made(3);
    expect([await collected(pages(1)), await collected(pages(1))]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(tally()).toEqual({ starts: 1, steps: 3 });
    expect(pages.info()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
  });

  it("is computed once for concurrent readers", async () => {
    const { pages, tally } = made(4);
    const all = await Promise.all([collected(pages(1)), collected(pages(1)), collected(pages(1))]);
    expect(all).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
    expect(tally()).toEqual({ starts: 1, steps: 4 });
  });

  it("computes no more than was asked for, and goes on for the next reader", async () => {
    const { pages, tally } = made(100);
    const first = pages(1);
    for (const _ of [1, 2]) await first.next();
    expect(tally()).toEqual({ starts: 1, steps: 2 });
    const reader = pages(1);
    const found = [await reader.next(), await reader.next(), await reader.next()];
    expect(found.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(tally()).toEqual({ starts: 1, steps: 3 });
  });

  it("is read from the beginning by the next caller, when one broke off", async () => {
    const { pages } = made(3);
    for await (const n of pages(1)) if (n === 2) break;
    expect([await collected(pages(1)), await collected(pages(1))]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it("answers several requests at once in their order", async () => {
    const { pages } = made(3);
    for (const reader of [pages(1), pages(1)]) {
      const found = await Promise.all([
        reader.next(),
        reader.next(),
        reader.next(),
        reader.next(),
        reader.next(),
      ]);
      expect(found).toEqual([
        { value: 1, done: false },
        { value: 2, done: false },
        { value: 3, done: false },
        { value: "end", done: true },
        { value: undefined, done: true },
      ]);
    }
  });

  it("is its own async iterator", () => {
    const reader = made(1).pages(1);
    expect(reader[Symbol.asyncIterator]()).toBe(reader);
  });

  it("that fails, fails for every reader, and for the next caller", async () => {
    const failing = cache(async function* failing(): AsyncGenerator<number> {
      yield 1;
      await tick();
      throw new RangeError("offline");
    });
    const outcomes = await Promise.allSettled([collected(failing()), collected(failing())]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(collected(failing())).rejects.toThrow("offline");
  });

  it("gives a reader that sends values in a run of its own", async () => {
    const echo = cache(async function* echo(): AsyncGenerator<string, void, string | undefined> {
      const heard = yield "first";
      yield `second after ${heard ?? "nothing"}`;
    });
    const sender = echo();
    await sender.next();
    expect((await sender.next("a")).value).toBe("second after a");
    expect(await collected(echo())).toEqual(["first", "second after nothing"]);
  });

  it("is not ended for others by a reader that ends it", async () => {
    const { pages } = made(3);
    const [ender, reader] = [pages(1), pages(1)];
    await ender.next();
    expect(await ender.return("over")).toEqual({ value: "over", done: true });
    expect(await collected(reader)).toEqual([1, 2, 3]);
  });
});
