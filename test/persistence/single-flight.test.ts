// Each result is computed by one process while the others wait for it, and no process waits for itself.

import { describe, expect, it } from "vitest";
import { endedWithin, newDesk } from "./program.ts";

const SEVEN = '{"n":7,"square":49}';

describe("four processes that start at one moment", () => {
  it.each(["sync", "async"])("compute a slow %s function once in all", async (kind) => {
    const { startFile } = newDesk();
    const start = Date.now() + 1500;
    const all = await Promise.all([1, 2, 3, 4].map(() => startFile("slow", kind, start, 300).ended));
    expect(all.map(({ code, notices }) => [code, notices])).toEqual(all.map(() => [0, []]));
    expect(all.flatMap(({ lines }) => lines).sort()).toEqual(["ran", SEVEN, SEVEN, SEVEN, SEVEN]);
  });

  it("compute a slow function that returns a promise without being async once in all", async () => {
    const { start } = newDesk();
    const text = `
      const slow = cache((n) => {
        console.log("ran");
        return new Promise((resolve) => setTimeout(resolve, 1500, n * 2));
      }, { store: "disk" });
      console.log(await slow(4));
    `;
    const all = await Promise.all([1, 2, 3, 4].map(() => start(text).ended));
    expect(all.flatMap(({ lines }) => lines).sort()).toEqual(["8", "8", "8", "8", "ran"]);
  });

  it("compute what fails each for itself, without waiting for long", async () => {
    const { start } = newDesk();
    const text = `
      const failing = cache(async () => { throw new Error("no"); }, { store: "disk" });
      try { await failing(); } catch (error) { console.log(error.message); }
    `;
    const all = await Promise.all([1, 2, 3, 4].map(() => endedWithin(start(text), 10_000)));
    expect(all).toEqual([["no"], ["no"], ["no"], ["no"]]);
  });
});

describe("a process that computes does not stand in its own way:", () => {
  it("a function may call itself with the same arguments while it runs", async () => {
    const { start } = newDesk();
    const text = `
      const left = { count: 1 };
      const nested = defineOnce(
        cache((n) => left.count-- > 0 ? nested(n) + 1 : n, { store: "disk" }),
        { name: "nested", ignore: ["left"] },
      );
      console.log(nested(5));
    `;
    expect(await endedWithin(start(text.replace("disk", "memory")), 5000)).toEqual(["6"]);
    expect(await endedWithin(start(text), 5000)).toEqual(["6"]);
  });

  it("two functions of one meaning may call each other", async () => {
    const { start } = newDesk();
    const text = `
      const make = () => cache((of, n) => of === undefined ? n : of(undefined, n) + 1, { store: "disk", ignoreArgs: [0] });
      const [outer, inner] = [make(), make()];
      console.log(outer(inner, 5));
    `;
    expect(await endedWithin(start(text), 5000)).toEqual(["6"]);
  });

  it("it ends though an async function never does, as it would without a cache", async () => {
    const { start } = newDesk();
    const text = `
      const endless = cache(async () => { console.log("ran"); await new Promise(() => {}); }, { store: "disk" });
      endless();
    `;
    expect(await endedWithin(start(text.replace("disk", "memory")), 8000)).toEqual(["ran"]);
    expect(await endedWithin(start(text), 8000)).toEqual(["ran"]);
  });
});
