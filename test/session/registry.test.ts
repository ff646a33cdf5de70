import { describe, expect, it } from "vitest";
import { currentTurn, definitionKey, LAYOUT, registry, type Settings } from "../../src/session/registry.ts";

const KEY = Symbol.for("define-once.registry");
const settings = (): Settings => ({
  enabled: true,
  equality: "normal",
  generations: 8,
  notices: false,
  store: "memory",
  codecs: [],
});
const noCell = (): unknown => undefined;
const delay = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

describe("the registry", () => {
  it("is one for all who ask the same holder, with the settings of the first", () => {
    const holder = {};
    const first = registry(() => ({ ...settings(), generations: 3 }), holder);
    const second = registry(settings, holder);
    expect(second).toBe(first);
    expect(second.settings.generations).toBe(3);
  });

  it("is another for another holder", () => {
    expect(registry(settings, {})).not.toBe(registry(settings, {}));
  });

  it("hangs on its holder under one registered symbol, not enumerable", () => {
    const holder = {};
    registry(settings, holder);
    expect(Reflect.ownKeys(holder)).toEqual([KEY]);
    expect(Object.getOwnPropertyDescriptor(holder, KEY)?.enumerable).toBe(false);
  });

  it("keeps copies with another layout apart: each finds its own, neither touches the other's", () => {
    const foreign = { layout: LAYOUT + 1, definitions: "shaped otherwise" };
    const holder = { [KEY]: [foreign] };
    const own = registry(settings, holder);
    expect(own.layout).toBe(LAYOUT);
    expect(registry(settings, holder)).toBe(own);
    expect(holder[KEY]).toEqual([foreign, own]);
    expect(foreign).toEqual({ layout: LAYOUT + 1, definitions: "shaped otherwise" });
  });

  it("is found by a later copy of its layout although others stand before it", () => {
    const holder = {};
    const own = registry(settings, holder);
    const list: unknown = Reflect.get(holder, KEY);
    if (!Array.isArray(list)) throw new TypeError("no list of registries");
    list.unshift({ layout: 0 });
    expect(registry(settings, holder)).toBe(own);
  });

  it("begins empty", () => {
    const { definitions, turn } = registry(settings, {});
    expect([definitions.size, turn]).toEqual([0, undefined]);
  });
});

describe("the key of a definition", () => {
  it("cannot be mistaken for another's, whatever scope and name contain", () => {
    const pairs = [
      ["a", "b"],
      ["a,b", ""],
      ["", "a,b"],
      ['a","b', ""],
      ['a"', "b"],
      ["a\u0000", "b"],
      ["a", "\u0000b"],
      ["ab", ""],
      ["", "ab"],
    ] as const;
    const keys = pairs.map(([scope, name]) => definitionKey(scope, name));
    expect(new Set(keys).size).toBe(pairs.length);
  });
});

describe("a turn", () => {
  it("is one while the event loop does not move on, and another after", async () => {
    const own = registry(settings, {});
    const turn = currentTurn(own, noCell);
    expect(currentTurn(own, noCell)).toBe(turn);
    await Promise.resolve();
    expect(currentTurn(own, noCell), "promises run in the same turn").toBe(turn);
    await delay(5);
    expect(currentTurn(own, noCell)).not.toBe(turn);
  });

  it("ends where the host says that another cell runs", () => {
    const own = registry(settings, {});
    const [one, two] = [{}, {}];
    const turn = currentTurn(own, () => one);
    expect(currentTurn(own, () => one)).toBe(turn);
    expect(currentTurn(own, () => two)).not.toBe(turn);
  });

  it("does not end a later one: each ends by its own timer", async () => {
    const own = registry(settings, {});
    currentTurn(own, () => 1);
    const later = currentTurn(own, () => 2);
    expect(currentTurn(own, () => 2)).toBe(later);
    await delay(5);
    expect(own.turn).toBe(undefined);
  });
});
