import { describe, expect, it } from "vitest";
import { cache, defineOnce } from "../../src/index.ts";

let runs = 0;

class Account {
  readonly rate: number;
  constructor(rate: number) {
    this.rate = rate;
  }
}

const fee = function fee(this: { readonly rate: number }, amount: number): number {
  runs++;
  return this.rate * amount;
};

describe.each([
  ["cache", () => cache(fee)],
  ["defineOnce(cache())", () => defineOnce(cache(fee), { name: `fee ${Math.random()}` })],
])("a method from %s", (_title, made) => {
  it("answers for its receiver: two instances have results of their own", () => {
    runs = 0;
    const cached = made();
    const [one, two] = [new Account(2), new Account(3)];
    const results = [one, two, one, two].map((each) => cached.call(each, 10));
    expect([results, runs]).toEqual([[20, 30, 20, 30], 2]);
  });

  it("takes the receiver by identity: an equal one is another", () => {
    runs = 0;
    const cached = made();
    expect([cached.call(new Account(2), 10), cached.call(new Account(2), 10), runs]).toEqual([20, 20, 2]);
  });

  it("takes the receiver by its present content: a changed one is a miss, and changed back it is a hit", () => {
    runs = 0;
    const cached = made();
    const account = { rate: 2 };
    expect(cached.call(account, 10)).toBe(20);
    account.rate = 5;
    expect(cached.call(account, 10)).toBe(50);
    account.rate = 2;
    expect([cached.call(account, 10), runs]).toEqual([20, 2]);
  });

  it("never answers from a kept result for a receiver whose hidden state has changed", () => {
    runs = 0;
    class Hidden {
      #rate: number;
      constructor(rate: number) {
        this.#rate = rate;
      }
      get rate(): number {
        return this.#rate;
      }
      raise(): void {
        this.#rate++;
      }
    }
    const cached = made();
    const hidden = new Hidden(2);
    expect(cached.call(hidden, 10)).toBe(20);
    hidden.raise();
    expect([cached.call(hidden, 10), runs]).toEqual([30, 2]);
    expect([cached.call(hidden, 10), runs], "where it can be read, it counts").toEqual([30, 2]);
  });
});

describe("whether the receiver counts", () => {
  const counted = (
    fn: (this: unknown, x: number) => unknown,
    deps?: Readonly<Record<string, unknown>>,
  ): unknown => {
    runs = 0;
    const cached =
      deps === undefined ? cache(fn) : defineOnce(cache(fn), { name: `counted ${Math.random()}`, deps });
    cached.call({ a: 1 }, 1);
    cached.call({ b: 2 }, 1);
    return runs;
  };

  it("is no for a function that does not use this: all receivers share", () => {
    expect(
      counted(function plain(x) {
        runs++;
        return x;
      }),
    ).toBe(1);
    expect(
      counted(function inner(x) {
        runs++;
        return [x].map(function (this: unknown) {
          return this;
        });
      }),
    ).toBe(1);
  });

  it("is no for an arrow, whose this is the one around it", () => {
    const made = function (this: { n: number }): (x: number) => number {
      return (x) => {
        runs++;
        return x + this.n;
      };
    };
    const around = { n: 1 };
    const arrow = made.call(around);
    expect(counted(arrow, { around })).toBe(1);
  });

  it("is not asked of an arrow that reads the this around it, unless told what it depends on: it is not cached", () => {
    const made = function (this: { n: number }): () => number {
      return () => this.n;
    };
    const around = { n: 1 };
    const alone = cache(made.call(around));
    expect([alone(), alone(), alone.info().entries]).toEqual([1, 1, 0]);
    around.n = 2;
    expect(alone()).toBe(2);
    const told = defineOnce(cache(made.call(around)), { name: "told of this", deps: () => ({ around }) });
    expect([told(), told(), told.info().hits]).toEqual([2, 2, 1]);
    around.n = 3;
    expect(told()).toBe(3);
  });

  it("is yes where an arrow within, a default or eval can see it", () => {
    expect(
      counted(function inner(this: unknown, x) {
        runs++;
        return [x].map(() => this);
      }),
    ).toBe(2);
    expect(
      counted(function dflt(this: unknown, _x: number, self: unknown = this) {
        runs++;
        return self;
      }),
    ).toBe(2);
    const evaluated: unknown = Reflect.apply(Function, undefined, [
      "x",
      "globalThis.count(); return eval('this')",
    ]);
    const count = (): void => {
      runs++;
    };
    Object.assign(globalThis, { count });
    const receivers = [{ a: 1 }, { b: 1 }] as const;
    if (typeof evaluated !== "function") throw new TypeError("no function");
    expect(
      counted((...args) => Reflect.apply(evaluated, undefined, args), {}),
      "an arrow around it has none",
    ).toBe(1);
    const cached = defineOnce(cache(Object(evaluated)), { name: "evaluated", deps: {} });
    runs = 0;
    for (const _ of [1, 2]) {
      Reflect.apply(cached, receivers[0], [1]);
      Reflect.apply(cached, receivers[1], [1]);
    }
    expect(runs).toBe(2);
  });

  it("is yes for a method that reads super", () => {
    runs = 0;
    class Base {
      readonly n: number;
      constructor(n: number) {
        this.n = n;
      }
      get(): number {
        return this.n;
      }
    }
    class Derived extends Base {
      override get(): number {
        runs++;
        return super.get();
      }
    }
    const get = defineOnce(cache(Derived.prototype.get), { name: "derived get", deps: { Base } });
    const [one, two] = [new Derived(1), new Derived(2)];
    expect([one, two, one, two].map((each) => get.call(each))).toEqual([1, 2, 1, 2]);
    expect(runs).toBe(2);
  });

  it("is yes for a bound or built-in function, whose text does not tell", () => {
    const join = cache(Array.prototype.join);
    expect([join.call([1, 2]), join.call([3, 4])]).toEqual(["1,2", "3,4"]);
  });
});

describe("other receivers", () => {
  it("are told apart: none, null, primitives and their boxes", () => {
    const type = cache(function strictType(this: unknown): string {
      return `${typeof this} ${String(this)}`;
    });
    const receivers: readonly unknown[] = [undefined, null, 1, "1", true, Symbol.for("s"), 1n];
    for (const each of receivers) expect(type.call(each)).toBe(`${typeof each} ${String(each)}`);
    for (const each of receivers) expect(type.call(each)).toBe(`${typeof each} ${String(each)}`);
  });

  it("may be functions and classes", () => {
    const name = cache(function nameOf(this: { readonly name: string }): string {
      return this.name;
    });
    expect([name.call(Account), name.call(Map), name.call(Account)]).toEqual(["Account", "Map", "Account"]);
  });

  it("are not mistaken for arguments", () => {
    const all = cache(function all(this: unknown, ...args: readonly unknown[]): unknown {
      return [this, ...args];
    });
    const receiver = { r: 1 };
    expect([all.call(receiver, 1), all.call(undefined, 1, receiver), all.call(receiver)]).toEqual([
      [receiver, 1],
      [undefined, 1, receiver],
      [receiver],
    ]);
  });

  it("count as the very object they are, also where an argument may be the same object", () => {
    const same = cache(function same(this: unknown, other: unknown): boolean {
      return this === other;
    });
    const receiver = { r: 1 };
    expect([same.call(receiver, receiver), same.call(receiver, { r: 1 })]).toEqual([true, false]);
  });
});
