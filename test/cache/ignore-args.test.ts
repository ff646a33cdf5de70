// `ignoreArgs`: arguments that results do not depend on.

import { describe, expect, it } from "vitest";
import { cache, defineOnce } from "../../src/index.ts";

describe("ignoreArgs", () => {
  it("leaves arguments out of the key by position, from 0", () => {
    let runs = 0;
    const load = cache(
      (url: string, _log?: (line: string) => void) => {
        runs++;
        return { url };
      },
      { ignoreArgs: [1] },
    );
    const first = load("a", () => {});
    expect([load("a", (line) => line), load("a"), load("a", undefined)]).toEqual([first, first, first]);
    expect(load("a")).toBe(first);
    load("b");
    expect(runs).toBe(2);
  });

  it("may leave out the first", () => {
    const load = cache((_session: object, id: number) => [id], { ignoreArgs: [0] });
    expect(load({ s: 1 }, 1)).toBe(load({ s: 2 }, 1));
    expect(load({ s: 1 }, 2)).toEqual([2]);
  });

  it("may leave out several, and all", () => {
    const some = cache((_a: number, b: number, _c: number) => [b], { ignoreArgs: [0, 2] });
    expect(some(1, 2, 3)).toBe(some(7, 2, 9));
    const none = cache((a: number, b: number) => a + b, { ignoreArgs: [1, 0] });
    expect([none(1, 2), none(5, 5)]).toEqual([3, 3]);
  });

  it("may name positions that are never reached, and what a rest parameter takes", () => {
    const rest = cache((...all: readonly unknown[]) => all.length, { ignoreArgs: [2, 9] });
    expect([rest(1, 2, 3), rest(1, 2, 4), rest(1, 2)]).toEqual([3, 3, 2]);
  });

  it("makes a call cacheable whose ignored argument cannot be compared, and reads nothing of it", () => {
    const traps: string[] = [];
    const loud = new Proxy({}, { get: (_, name) => void traps.push(String(name)) });
    const load = cache((id: number, _socket: unknown) => [id], { ignoreArgs: [1] });
    expect(load(1, Promise.resolve())).toBe(load(1, loud));
    expect(traps).toEqual([]);
  });

  it("hands the ignored argument to the function that runs", () => {
    const seen: unknown[] = [];
    const load = defineOnce(
      cache(
        (id: number, note: (line: string) => void) => {
          note(`loading ${id}`);
          return id;
        },
        { ignoreArgs: [1] },
      ),
      { name: "noting", scope: "options" },
    );
    load(1, (line) => seen.push(line));
    load(1, (line) => seen.push(line));
    expect(seen).toEqual(["loading 1"]);
  });

  it("serves has, peek and forget as well", () => {
    const load = cache((id: number, _by?: string) => [id], { ignoreArgs: [1] });
    const kept = load(1, "a");
    expect([load.has(1, "b"), load.peek(1, "c") === kept, load.forget(1, "d"), load.has(1, "a")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("is part of what a definition means: results do not pass to one that counts the argument", () => {
    const fn = (a: number, b: number): number => a + b;
    const identity = { name: "ignoring", scope: "options" };
    const ignoring = defineOnce(cache(fn, { ignoreArgs: [1] }), identity);
    expect([ignoring(1, 1), ignoring(1, 5)]).toEqual([2, 2]);
    const counting = defineOnce(cache(fn), identity);
    expect([counting(1, 1), counting(1, 5)]).toEqual([2, 6]);
  });
});
