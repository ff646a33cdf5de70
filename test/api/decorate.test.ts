import { beforeEach, describe, expect, it } from "vitest";
import { configure, defineOnce, explain } from "../../src/index.ts";
import { type Evaluate, errorOf, functionOf, moduleFile, script } from "./evaluation.ts";
import { decorations, memoized, type Numeric } from "./memoizer.ts";

Object.assign(globalThis, { memoized });

const SLOW = "var slow = defineOnce(function slow(x) { runs++; return x * 2 }, { decorate: memoized }); slow";
const EDITED = SLOW.replace("x * 2", "x * 3");
const KINDS = 'explain("slow").events.map(({ verdict }) => verdict.kind)';

let run: Evaluate = script();

beforeEach(async () => {
  run = script();
  decorations.count = 0;
  await run("var runs = 0");
});

describe("a decorator", () => {
  it("runs once, when the definition is new, and its state outlives evaluations", async () => {
    const first = await run(SLOW);
    expect(await run("[slow(4), slow(4), runs]")).toEqual([8, 8, 1]);
    expect(await run(SLOW)).toBe(first);
    expect(await run("[slow(4), runs]")).toEqual([8, 1]);
    expect(decorations.count).toBe(1);
  });

  it("runs again for changed code, and not when the change is undone", async () => {
    const first = await run(SLOW);
    await run("slow(4)");
    expect(await run(EDITED)).not.toBe(first);
    expect(await run("[slow(4), runs]")).toEqual([12, 2]);
    expect(await run(SLOW)).toBe(first);
    expect(await run("[slow(4), runs]")).toEqual([8, 2]);
    expect(decorations.count).toBe(2);
  });

  it("gets a function that runs the newest evaluation's closure", async () => {
    const file = moduleFile(
      "let step = 1; export const setStep = (value) => { step = value };" +
        "export const add = globalThis.defineOnce(function add(x) { return x + step }, { decorate: (f) => (x) => f(x) })",
    );
    const [before, after] = [await file.load(), await file.load()];
    expect(after.add).toBe(before.add);
    functionOf(after.setStep)(10);
    expect(functionOf(after.add)(1)).toBe(11);
  });

  it("gets a function of the same name and length", () => {
    let seen: unknown;
    const spy = (fn: (a: number, b: number) => number) => {
      seen = [fn.name, fn.length];
      return fn;
    };
    defineOnce((a: number, b: number) => a + b, { decorate: spy, name: "shape" });
    expect(seen).toEqual(["", 2]);
    defineOnce(Math.pow, { decorate: spy });
    expect(seen).toEqual(["pow", 2]);
  });

  it("that throws is heard, and what was defined before is as it was", async () => {
    const first = await run(SLOW);
    await run("slow(4)");
    await run("var failing = () => { throw new RangeError('no memory') }");
    await expect(run(EDITED.replace("memoized", "failing"))).rejects.toThrow("no memory");
    expect(await run("[slow(4), runs]")).toEqual([8, 1]);
    expect(await run(SLOW)).toBe(first);
    expect(await run(KINDS)).toEqual(["first", "kept"]);
    expect(await run("[slow(4), runs]")).toEqual([8, 1]);
  });

  it("that throws at the first definition leaves no definition behind", () => {
    const failing = (): Numeric => {
      throw new RangeError("no memory");
    };
    expect(() => defineOnce((x: number) => x, { decorate: failing, name: "never" })).toThrow("no memory");
    expect(errorOf(() => explain("never")).code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
  });

  it("that returns no function is refused by name", () => {
    const wrong = (): Numeric => JSON.parse("5");
    const error = errorOf(() => defineOnce((x: number) => x, { decorate: wrong, name: "wrong" }));
    expect(error.code).toBe("DEFINE_ONCE_OPTION");
    expect(error.message).toMatch(/decorate.*type number.*must return the function/);
  });

  it("is part of the definition: another one, or none, is another definition", async () => {
    const first = await run(SLOW);
    const other = await run(SLOW.replace("memoized", "(f) => memoized((x) => f(x))"));
    expect(other).not.toBe(first);
    expect(await run('explain("slow").events.at(-1).verdict')).toMatchObject({
      kind: "changed",
      reason: { kind: "leaf", path: ["slow", "decorate"] },
    });
    expect(await run(SLOW.replace("decorate: memoized", ""))).not.toBe(first);
    expect(await run("[slow(4), slow(4), runs]")).toEqual([8, 8, 2]);
  });

  it("runs when the library is switched off, so that the program works as written", async () => {
    configure({ enabled: false });
    try {
      const first = await run(SLOW);
      expect(await run("[slow(4), slow(4), runs]")).toEqual([8, 8, 1]);
      expect(await run(SLOW)).not.toBe(first);
      expect(await run("[slow(4), runs]")).toEqual([8, 2]);
      expect(decorations.count).toBe(2);
    } finally {
      configure({ enabled: true });
    }
  });
});

describe("what a decorator puts on its function", () => {
  it("can be called: methods work on the state that calls use", async () => {
    await run(SLOW);
    expect(await run("slow(4); slow.clear(); [slow(4), runs]")).toEqual([8, 2]);
    await run(SLOW);
    expect(await run("slow.clear(); [slow(4), runs]")).toEqual([8, 3]);
  });

  it("can be read: a counter shows what the decorator counted", async () => {
    await run(SLOW);
    expect(await run("slow(4); slow(4); slow(4); slow.hits")).toBe(2);
  });

  it("can be replaced: the decorator sees what was put there", async () => {
    await run(SLOW);
    expect(await run("slow(4); slow.store = new Map([[4, -1]]); [slow(4), runs]")).toEqual([-1, 1]);
  });

  it("does not hide the name and the length of the function", async () => {
    await run(SLOW);
    expect(await run("[slow.name, slow.length]")).toEqual(["slow", 1]);
  });

  it("may be frozen", () => {
    const frozen = (fn: Numeric) => Object.freeze((x: number) => fn(x));
    const f = defineOnce((x: number) => x, { decorate: frozen, name: "cold" });
    expect(f(1)).toBe(1);
  });
});

describe("a decorator and other forms", () => {
  it("works on a class: it gets the class, and a kept class stays the decorated one", async () => {
    const text =
      "defineOnce(class Shape { sides = 4 }, { decorate: (C) => class Decorated extends C { more = this.sides + 1 } })";
    const first = await run(text);
    expect(await run(text)).toBe(first);
    expect(new (Object(first))().more).toBe(5);
  });

  it("works below a cache: the cache answers first", async () => {
    const text = SLOW.replace("defineOnce(function", "defineOnce(cache(function").replace("}, {", "}), {");
    const first = await run(text);
    expect(await run("[slow(4), slow(4), runs, slow.info().hits]")).toEqual([8, 8, 1, 1]);
    expect(await run(text)).toBe(first);
    expect(await run("[slow(4), runs]")).toEqual([8, 1]);
    expect(decorations.count).toBe(1);
  });

  it("decorates each function of a record for itself", async () => {
    const text = (by: number) =>
      `var record = defineOnce({ one: (x) => { runs++; return x * ${by} }, two: (x) => x }, { decorate: memoized })`;
    await run(text(2));
    expect(decorations.count).toBe(2);
    expect(await run("[record.one(4), record.one(4), record.two(4), runs]")).toEqual([8, 8, 4, 1]);
    await run(text(3));
    expect(decorations.count, "only the edited one").toBe(3);
    expect(await run("[record.one(4), record.two(4)]")).toEqual([12, 4]);
  });

  it("passes this and all arguments on", async () => {
    await run(
      "var add = defineOnce(function add(a, b) { return [this.n, a, b, arguments.length] }," +
        "{ decorate: (f) => function (...all) { return f.apply(this, all) } })",
    );
    expect(await run("add.call({ n: 1 }, 2, 3, 4)")).toEqual([1, 2, 3, 3]);
  });
});
