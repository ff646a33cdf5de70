// Arguments that change between two calls, and arguments that cannot be read: never a stale hit, and nothing of theirs runs.

import { describe, expect, it } from "vitest";
import { cache } from "../../src/index.ts";
import { beforeAndAfter } from "./calls.ts";

describe("an argument that changed is not what it was", () => {
  it("when it is a plain object, an array, a Map, a Set, a Date or bytes", () => {
    const object = { n: 1 };
    expect(
      beforeAndAfter(
        ({ n }: { n: number }) => n,
        object,
        () => {
          object.n = 2;
        },
      ),
    ).toEqual([1, 2]);
    const list = [1];
    expect(
      beforeAndAfter(
        (l: number[]) => l.length,
        list,
        () => list.push(2),
      ),
    ).toEqual([1, 2]);
    const map = new Map([["n", 1]]);
    expect(
      beforeAndAfter(
        (m: Map<string, number>) => m.get("n"),
        map,
        () => map.set("n", 2),
      ),
    ).toEqual([1, 2]);
    const date = new Date(1);
    expect(
      beforeAndAfter(
        (d: Date) => d.getTime(),
        date,
        () => date.setTime(2),
      ),
    ).toEqual([1, 2]);
    const bytes = new Uint8Array([1]);
    expect(
      beforeAndAfter(
        (b: Uint8Array) => b[0],
        bytes,
        () => bytes.set([2]),
      ),
    ).toEqual([1, 2]);
  });

  it("when what it inherits from has changed", () => {
    const base = { rate: 1 };
    const read = ({ rate }: { rate: number }): number => rate;
    expect(
      beforeAndAfter(read, Object.create(base), () => {
        base.rate = 2;
      }),
    ).toEqual([1, 2]);
  });

  it("when a method of its class was replaced", () => {
    class Shape {
      sides(): number {
        return 3;
      }
    }
    const happening = (): void => {
      Shape.prototype.sides = () => 4;
    };
    expect(beforeAndAfter((shape: Shape) => shape.sides(), new Shape(), happening)).toEqual([3, 4]);
  });

  it("when it is a function and a property of it has changed", () => {
    const unit = Object.assign((x: number) => x, { rate: 1 });
    expect(
      beforeAndAfter(
        (f: typeof unit) => f.rate,
        unit,
        () => {
          unit.rate = 2;
        },
      ),
    ).toEqual([1, 2]);
  });

  it("when it is a class and a static field of it has changed", () => {
    class Settings {
      static rate = 1;
      readonly kind = "settings";
    }
    expect(
      beforeAndAfter(
        (C: typeof Settings) => C.rate,
        Settings,
        () => {
          Settings.rate = 2;
        },
      ),
    ).toEqual([1, 2]);
  });
});

describe("an argument that cannot be read", () => {
  it("lets the function run, and the call says why nothing was kept", () => {
    let runs = 0;
    const cached = cache((_: unknown) => {
      runs++;
    });
    const promise = Promise.resolve();
    for (const _ of [1, 2]) cached(promise);
    expect([runs, cached.has(promise), cached.info()]).toMatchObject([
      2,
      false,
      { hits: 0, misses: 2, entries: 0 },
    ]);
  });

  it("is not touched: no trap of a proxy runs, no promise is awaited, no iterator moves", () => {
    const traps: string[] = [];
    const spy = new Proxy({}, { get: (_, trap) => (): undefined => void traps.push(String(trap)) });
    const cached = cache((_: unknown) => 1);
    cached(new Proxy({}, spy));
    const iterator = [1, 2].values();
    cached({ iterator });
    expect([traps, iterator.next().value]).toEqual([[], 1]);
  });

  it("is not touched where it stands behind an object, as its prototype or its class", () => {
    const ran: string[] = [];
    const traps = new Proxy({}, { get: (_, trap) => void ran.push(String(trap)) });
    class Loud {
      readonly field = 1;
    }
    Object.defineProperty(Loud, "name", { get: () => ran.push("name") });
    const cached = cache((_: unknown) => 1);
    cached(new Loud());
    cached(Object.create(new Proxy({}, traps)));
    expect(ran).toEqual([]);
  });

  it("does not keep the function from running when its buffer was handed to another thread", () => {
    const bytes = new Uint8Array(4);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    const length = cache(({ byteLength }: { byteLength: number }) => byteLength);
    expect([length(bytes), length(bytes.buffer), length(new Uint8Array(4))]).toEqual([0, 0, 4]);
  });

  it("is one that is nested too deeply to walk, which runs rather than fails", () => {
    let nested: object = {};
    for (let depth = 0; depth < 50_000; depth++) nested = { nested };
    let runs = 0;
    const cached = cache((_: object) => {
      runs++;
    });
    for (const _ of [1, 2]) cached(nested);
    expect([runs, cached.info().entries]).toEqual([2, 0]);
  });
});
