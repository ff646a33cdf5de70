// What a caller changes in a kept result where no property shows it, and what nobody can compare: the next caller gets what
// the function itself gives.

import { describe, expect, it } from "vitest";
import { cache, configure } from "../../src/index.ts";

configure({ notices: false });

class Counter {
  #n = 1;
  get n(): number {
    return this.#n;
  }
  up(): void {
    this.#n++;
  }
}

/** A result, a change that a caller makes in it, and what is to be seen of it. */
// biome-ignore format: a table
const CHANGED: readonly (readonly [title: string, make: () => unknown, change: (result: never) => unknown, see: (result: never) => unknown])[] = [
  ["the pattern of a regular expression", () => /a/g, (result: RegExp) => result.compile("b"), (result: RegExp) => result.source],
  ["a URL", () => new URL("http://a/b"), (result: URL) => { result.pathname = "/c"; }, (result: URL) => result.href],
  ["parameters of a URL", () => new URLSearchParams("a=1"), (result: URLSearchParams) => result.set("a", "2"), (result: URLSearchParams) => result.get("a")],
  ["headers", () => new Headers([["a", "1"]]), (result: Headers) => result.set("a", "2"), (result: Headers) => result.get("a")],
  ["a private field", () => new Counter(), (result: { up(): void }) => result.up(), (result: { n: number }) => result.n],
  ["a variable of a closure", () => { let n = 0; return () => ++n; }, (result: () => number) => result(), (result: () => number) => result()],
  ["a variable of a closure within", () => { let n = 0; return [{ up: () => ++n }]; }, ([result]: [{ up(): number }]) => result.up(), ([result]: [{ up(): number }]) => result.up()],
  ["a variable behind an accessor", () => { let n = 0; return { get n() { return n; }, set n(to) { n = to; } }; }, (result: { n: number }) => { result.n = 5; }, (result: { n: number }) => result.n],
  ["the target of a proxy", () => new Proxy({ n: 1 }, {}), (result: { n: number }) => { result.n = 2; }, (result: { n: number }) => result.n],
  ["an entry of a WeakMap", () => new WeakMap<object, number>([[Array, 1]]), (result: WeakMap<object, number>) => result.set(Array, 2), (result: WeakMap<object, number>) => result.get(Array)],
  ["a property of a function", () => Object.assign(() => 1, { n: 1 }), (result: { n: number }) => { result.n = 2; }, (result: { n: number }) => result.n],
  ["a prototype that belongs to the result", () => Object.create({ n: 1 }), (result: object) => { Object.assign(Object.getPrototypeOf(result), { n: 2 }); }, (result: { n: number }) => result.n],
];

describe("a caller's change is not handed to the next one:", () => {
  it.each(CHANGED)("%s", (_title, make, change, see) => {
    const cached = cache(make);
    const plain = see(make() as never);
    change(cached() as never);
    expect(see(cached() as never)).toEqual(plain);
  });

  it.each(CHANGED)("nor in what an async function gives: %s", async (_title, make, change, see) => {
    const cached = cache(async () => make());
    const plain = see(make() as never);
    change((await cached()) as never);
    expect(see((await cached()) as never)).toEqual(plain);
  });
});

describe("a result that nobody changed is kept:", () => {
  it.each(CHANGED.filter(([title]) => title !== "headers"))("%s", (_title, make) => {
    const cached = cache(make);
    const first = cached();
    expect([cached() === first, cached.info().misses]).toEqual([true, 1]);
  });
});

describe("a result of which something cannot be compared", () => {
  const pending = (): object => ({ rows: [{ done: Promise.resolve(1) }] });

  it("is not kept", () => {
    const cached = cache(pending);
    expect(cached()).not.toBe(cached());
  });

  it("is handed out as it is where the user says so", () => {
    const cached = cache(pending, { share: true });
    expect(cached()).toBe(cached());
  });

  it("is kept where it is a function with a helper that is evaluated again and means the same", () => {
    let helper = (n: number): number => n + 1;
    let runs = 0;
    const cached = cache(() => {
      runs++;
      return (n: number): number => helper(n);
    });
    cached();
    helper = (m: number): number => m + 1;
    expect([cached()(1), runs]).toEqual([2, 1]);
  });
});
