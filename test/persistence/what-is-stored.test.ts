// Which results a second process finds, by what they are and by what they were computed from. All cases run in one program,
// twice.

import { beforeAll, describe, expect, it } from "vitest";
import { type Ended, newDesk } from "./program.ts";

/** Calls that a second process answers from the disk: a function that says that it ran, and how it is called. */
const STORED: readonly (readonly [title: string, fn: string, call: string])[] = [
  ["an async function", "async (x) => { RAN; return { x }; }", "await f(1)"],
  ["a function that returns a promise", "(x) => { RAN; return Promise.resolve(x); }", "await f(1)"],
  ["a function that gives nothing", "(x) => { RAN; }", "f(1)"],
  ["a recursive function", "(n) => { RAN; return n < 2 ? n : f(n - 1) + f(n - 2); }", "f(5)"],
  ["a function that calls a cached one", "(x) => { RAN; return increased(x); }", "f(1)"],
  ["no arguments", "() => { RAN; return 1; }", "f()"],
  ["odd numbers", "(a, b, c) => { RAN; return 1 / b; }", "f(NaN, -0, 2n ** 70n)"],
  [
    "plain data",
    "(data) => { RAN; return data; }",
    'f({ a: [1, { b: "text" }], c: new Map([[1, new Set([2])]]) })',
  ],
  ["binary data", "(data) => { RAN; return data.length; }", "f(new Float64Array(1000).fill(0.5))"],
  ["dates and expressions", "(at, like) => { RAN; return at; }", "f(new Date(5), /a+/g)"],
  ["instances of a class", "(price) => { RAN; return price.amount; }", "f(new Price(5))"],
  ["functions", "(of) => { RAN; return of(4); }", "f((x) => x * factor)"],
  ["classes", "(type) => { RAN; return new type(3).amount; }", "f(Price)"],
  ["registered symbols", "(name) => { RAN; return 1; }", 'f(Symbol.for("a"))'],
  ["a captured table", "(key) => { RAN; return table.get(key); }", 'f("a")'],
  ["a captured instance", "() => { RAN; return price.amount; }", "f()"],
];

/** Calls that only the process that made them answers from memory. */
const IN_MEMORY: readonly (readonly [title: string, fn: string, call: string])[] = [
  ["symbols as arguments", "(name) => { RAN; return 1; }", "f(own)"],
  ["functions that hold a symbol", "(of) => { RAN; return 1; }", "f(() => own)"],
  ["a captured symbol", "(x) => { RAN; return x === own; }", "f(1)"],
  ["a method that uses its object", "function () { RAN; return this.amount; }", "f.call(price)"],
  ["a generator", "function* () { RAN; yield 1; }", "[...f()]"],
];

/** Calls that are not cached at all, since they may depend on what nobody can compare. */
const UNCACHED: readonly (readonly [title: string, fn: string, call: string])[] = [
  ["a signal as argument", "(signal) => { RAN; return 1; }", "f(signal)"],
  ["a captured signal", "() => { RAN; return signal.aborted; }", "f()"],
  ["a captured promise", "() => { RAN; return soon; }", "await f()"],
];

/** Results that come as they are, but cannot be stored: each with what the notice says. */
const REFUSED: readonly (readonly [title: string, fn: string, notice: string])[] = [
  ["Instance", "() => { RAN; return price; }", "one is an instance of Price"],
  ["Within", "() => { RAN; return { rows: [1, price] }; }", ".rows[1] of one is an instance of Price"],
  ["Method", "() => { RAN; return { load: (x) => x }; }", ".load of one is a function"],
  ["Maker", "() => { RAN; return (x) => x; }", "one is a function"],
  ["Boxed", "() => { RAN; return [{ soon: Object(1) }]; }", "[0].soon of one is a boxed primitive"],
  ["Later", "async () => { RAN; return { price }; }", ".price of one is an instance of Price"],
  ["Sign", '() => { RAN; return { "a b": Symbol("c") }; }', '["a b"] of one is a symbol'],
];

const HEAD = `
  configure({ store: "disk" });
  class Price { constructor(amount) { this.amount = amount; } }
  const price = new Price(7);
  const table = new Map([["a", 1]]);
  const factor = 3;
  const own = Symbol("own");
  const { signal } = new AbortController();
  const soon = Promise.resolve(1);
  const increased = cache((x) => x + 1);
`;

const program = [
  HEAD,
  ...[...STORED, ...IN_MEMORY, ...UNCACHED].map(([title, fn, call]) => block(title, "plain", fn, call)),
  ...REFUSED.map(([title, fn]) => block(title, title, fn, "await f()")),
].join("\n");

/** Makes a cached function `f` and calls it twice. */
function block(title: string, name: string, fn: string, call: string): string {
  const said = fn.replace("RAN", `console.log(${JSON.stringify(`${title} ran`)})`);
  return `{ const ${name} = ${said}; const f = cache(${name}); ${call}; ${call}; }`;
}

let first: Ended;
let second: Ended;
beforeAll(async () => {
  const { start } = newDesk();
  first = await start(program).ended;
  second = await start(program).ended;
});

const countOf = (title: string, { lines }: Ended): number =>
  lines.filter((line) => line === `${title} ran`).length;

it("the program runs to its end", () => {
  expect([first.code, second.code]).toEqual([0, 0]);
});

describe("a second process finds results of", () => {
  it.each(STORED)("%s", (title) => {
    // A recursive function runs once for each number from 0 to 5.
    const runs = title.includes("recursive") ? 6 : 1;
    expect([countOf(title, first), countOf(title, second)]).toEqual([runs, 0]);
  });
});

describe("each process computes for itself, and once,", () => {
  it.each(IN_MEMORY)("%s", (title) => {
    expect([countOf(title, first), countOf(title, second)]).toEqual([1, 1]);
  });
});

describe("each call computes with", () => {
  it.each(UNCACHED)("%s", (title) => {
    expect([countOf(title, first), countOf(title, second)]).toEqual([2, 2]);
  });
});

describe("a result that cannot be stored stays in memory, with one notice that names the path", () => {
  it.each(REFUSED)("%s", (name, _, notice) => {
    const text = `define-once: Results of ${name} stay in memory: ${notice}, which cannot be stored.`;
    for (const { notices } of [first, second])
      expect(notices.filter((line) => line.includes(` ${name} `))).toEqual([text]);
    expect([countOf(name, first), countOf(name, second)]).toEqual([1, 1]);
  });

  it("and nothing else is said", () => {
    expect([first.notices.length, second.notices.length]).toEqual([REFUSED.length, REFUSED.length]);
  });
});

describe("errors", () => {
  it("are not stored, kept or not", async () => {
    const text = `
      configure({ store: "disk" });
      const thrown = cache((x) => { console.log("ran"); throw new Error("no"); }, { keepErrors: true });
      const rejected = cache(async (x) => { console.log("ran"); throw new Error("no"); });
      for (const each of [thrown, thrown, rejected])
        try { await each(1); } catch (error) { console.log(error.message); }
    `;
    const { run } = newDesk();
    const lines = ["ran", "no", "no", "ran", "no"];
    expect([await run(text), await run(text)]).toEqual([lines, lines]);
  });
});

describe("with a codec", () => {
  const POINTS = `
    class Point {
      #x;
      constructor(x) { this.#x = x; }
      get x() { return this.#x; }
    }
    const codec = { name: "Point/1", type: Point, encode: (point) => point.x, decode: (x) => new Point(x) };
    configure({ store: "disk", codecs: [codec] });
    const line = cache((x) => { console.log("ran"); return { from: new Point(x), all: [new Point(x + 1)] }; });
    const { from, all: [to] } = line(1);
    console.log(from instanceof Point, to.x);
  `;

  it("instances are stored, and revived by a second process", async () => {
    const { run } = newDesk();
    expect([await run(POINTS), await run(POINTS)]).toEqual([["ran", "true 2"], ["true 2"]]);
  });

  it("of another name, or one that throws, they are computed again", async () => {
    const { run } = newDesk();
    await run(POINTS);
    expect(await run(POINTS.replace("Point/1", "Point/2"))).toEqual(["ran", "true 2"]);
    await run(POINTS);
    const broken = POINTS.replace("new Point(x) };", "{ throw new Error(x); } };");
    expect(await run(broken)).toEqual(["ran", "true 2"]);
  });
});
