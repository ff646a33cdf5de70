// Stores that fail cost a computation, and never a result.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { plainSquares, settled, squares, tally } from "./squares.ts";

let notices: string[] = [];

beforeEach(() => {
  tally.runs = 0;
  notices = [];
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void notices.push(String(line)));
});
afterEach(() => void vi.restoreAllMocks());

const METHODS = ["get", "set", "delete", "clear", "lease", "close"] as const;

/** A store whose methods all do the same. */
function uniform(isSync: boolean, act: (method: string) => never): Store {
  const [get, set, drop, clear, lease, close] = METHODS.map((method) => () => act(method));
  if (!get || !set || !drop || !clear || !lease || !close) throw new Error("a method is missing");
  return { isSync, get, set, delete: drop, clear, lease, close };
}

describe("a store that does not work", () => {
  it.each([
    ["throws", true],
    ["throws, though it says that it answers by promises", false],
  ])("costs a computation and one notice where each method %s", async (_, isSync) => {
    const store = uniform(isSync, () => {
      throw new Error(`no route to host ${isSync}`);
    });
    const one = squares(store);
    const other = plainSquares(store);
    expect([await one(2), other(3), await one(2), other(3), tally.runs]).toMatchObject([
      { square: 4 },
      { square: 9 },
      {},
      {},
      2,
    ]);
    expect(one.forget(2)).toBe(true);
    expect([await one.refresh(2), await one(2), tally.runs]).toEqual([{ square: 4 }, { square: 4 }, 3]);
    expect(notices).toHaveLength(1);
  });

  it.each([true, false])("and where each rejects (isSync is %s)", async (isSync) => {
    const store = uniform(isSync, () => Promise.reject(new Error(`out of reach ${isSync}`)) as never);
    const one = squares(store);
    const other = plainSquares(store);
    expect([await one(2), other(3), await one(2), other(3), tally.runs]).toMatchObject([
      { square: 4 },
      { square: 9 },
      {},
      {},
      2,
    ]);
    await settled();
    expect(notices).toHaveLength(1);
  });

  it("is told of once, even if each of its errors has another text", () => {
    let errors = 0;
    const store = uniform(true, (method) => {
      throw new Error(`${method} of entry ${errors++} failed`);
    });
    const one = plainSquares(store);
    for (let n = 0; n < 5; n++) one(n);
    expect(notices).toHaveLength(1);
  });

  it.each([
    ["null", null],
    ["a text", "entry"],
    ["an entry without bytes", { codec: "v8:15" }],
    ["bytes of an unknown format", { bytes: new Uint8Array(9), codec: "xml", took: 1 }],
    ["a format that is no text", { bytes: new Uint8Array(9), codec: 7, took: 1 }],
  ])("costs a computation where it answers with %s", async (_, answer) => {
    const store: Store = { ...memoryStore(), get: () => answer as never };
    expect([plainSquares(store)(3), await squares(store)(3), tally.runs]).toEqual([
      { square: 9 },
      { square: 9 },
      2,
    ]);
  });
});
