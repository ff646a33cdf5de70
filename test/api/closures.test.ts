// "Never stale" for closures: several functions of one text that one evaluation makes, each with variables of its own,
// must each answer from its own. A kept result, or a function pointed to another closure, would be a wrong answer.

import { describe, expect, it } from "vitest";
import { configure } from "../../src/index.ts";
import { functionOf, moduleFile, script } from "./evaluation.ts";

/** Evaluates text that gives a list of functions, and calls each with 10: plainly, then with the library. */
async function answers(text: string): Promise<readonly unknown[]> {
  const run = script();
  configure({ enabled: false });
  const plain: unknown = await run(`{ ${text} }`);
  configure({ enabled: true });
  expect(results(plain), "without the library").toEqual([20, 30]);
  const made = await run(`{ ${text} }`);
  const first = results(made);
  expect(results(made), "when all have run").toEqual(first);
  return first;
}

function results(made: unknown): readonly unknown[] {
  if (!Array.isArray(made)) throw new TypeError("the text gives no list");
  return made.map((each) => functionOf(each)(10));
}

describe("closures of one text with variables of their own answer each for itself", () => {
  it.each([
    [
      "a loop",
      "var made = []; for (const k of [2, 3]) made.push(defineOnce(cache((x) => x * k), { name: 'loop' })); made",
    ],
    ["a callback of map", "[2, 3].map((k) => defineOnce(cache(function mapped(x) { return x * k })))"],
    [
      "a factory",
      "function make(k) { return defineOnce(cache(function made(x) { return x * k })) } [make(2), make(3)]",
    ],
    [
      "a factory that is an arrow",
      "var make = (k) => defineOnce(cache(function arrow(x) { return x * k })); [make(2), make(3)]",
    ],
    [
      "a factory of records",
      "var make = (k) => defineOnce({ scaled: cache((x) => x * k) }).scaled; [make(2), make(3)]",
    ],
    [
      "a factory without cache",
      "var make = (k) => defineOnce(function bare(x) { return x * k }); [make(2), make(3)]",
    ],
    [
      "a constructor",
      "class Model { constructor(k) { this.f = defineOnce(cache((x) => x * k), { name: 'inClass' }) } } [new Model(2).f, new Model(3).f]",
    ],
    [
      "arguments",
      "function make() { return defineOnce(cache((x) => x * arguments[0]), { name: 'args' }) } [make(2), make(3)]",
    ],
    [
      "a default parameter",
      "function make(k) { return defineOnce(cache(function dflt(x, by = k) { return x * by })) } [make(2), make(3)]",
    ],
  ])("in %s", async (_title, text) => {
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("in a factory whose parameter is called like a global of the runtime", async () => {
    const text =
      "function make(crypto) { return defineOnce(cache(function keyed(x) { return x * crypto })) }";
    expect(await answers(`${text} [make(2), make(3)]`)).toEqual([20, 30]);
  });

  it("in a factory whose parameter is called like a method of every object", async () => {
    const text =
      "function make(valueOf) { return defineOnce(cache(function valued(x) { return x * valueOf })) }";
    expect(await answers(`${text} [make(2), make(3)]`)).toEqual([20, 30]);
  });

  it("in a factory whose parameter is called like a variable of another cell", async () => {
    await script()("let factorOfAnotherCell = 1");
    const text =
      "function make(factorOfAnotherCell) {" +
      "  return defineOnce(cache(function shadow(x) { return x * factorOfAnotherCell })) }";
    expect(await answers(`${text} [make(2), make(3)]`)).toEqual([20, 30]);
  });

  it("in arrows that read the this around them", async () => {
    const text =
      "class Scale { constructor(k) { this.k = k; this.f = defineOnce(cache((x) => x * this.k), { name: 'own' }) } }";
    expect(await answers(`${text} [new Scale(2).f, new Scale(3).f]`)).toEqual([20, 30]);
  });

  it("in fields of a class that read this", async () => {
    const text =
      "class Field { constructor(k) { this.k = k } f = defineOnce({ scaled: cache((x) => x * this.k) }).scaled }";
    expect(await answers(`${text} [new Field(2).f, new Field(3).f]`)).toEqual([20, 30]);
  });

  it("in arrows that read super", async () => {
    const text =
      "const of = (k) => { class A { by(x) { return x * k } }" +
      "  class B extends A { make() { return defineOnce(cache((x) => super.by(x)), { name: 'sup' }) } }" +
      "  return new B().make() }; [of(2), of(3)]";
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("in methods that read super", async () => {
    const text =
      "var of2 = (k) => defineOnce({ __proto__: null, ...{ m: { __proto__: { m(x) { return x * k } }, m(x) { return super.m(x) } }.m } }).m;" +
      "[of2(2), of2(3)]";
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("in arrows that read new.target", async () => {
    const text =
      "function Maker() { this.f = defineOnce(cache((x) => x * new.target.k), { name: 'target' }) }" +
      "class Two extends Maker { static k = 2 } class Three extends Maker { static k = 3 } [new Two().f, new Three().f]";
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("in code with direct eval, which may read any of them", async () => {
    const text =
      "function make(k) { return defineOnce(cache(function evaluated(x) { return eval('x * k') })) }";
    expect(await answers(`${text} [make(2), make(3)]`)).toEqual([20, 30]);
  });

  it("in methods that read private members of their own class", async () => {
    const text =
      "const of = (k) => { class A { #k = k; m(x) { return x * this.#k } }" +
      "  const m = defineOnce(cache(A.prototype.m)); const a = new A(); return (x) => m.call(a, x) }; [of(2), of(3)]";
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("at two places of one cell", async () => {
    const at = (k: number): string =>
      `{ const k = ${k}; made.push(defineOnce(cache((x) => x * k), { name: 'places' })) }`;
    expect(await answers(`var made = []; ${at(2)} ${at(3)} made`)).toEqual([20, 30]);
  });

  it("in a loop that defines another function of the name in between", async () => {
    const text =
      "var made = []; for (const k of [2, 3]) {" +
      "  made.push(defineOnce(cache((x) => x * k), { name: 'between' }));" +
      "  defineOnce(cache((x) => x + k), { name: 'between' }) } made";
    expect(await answers(text)).toEqual([20, 30]);
  });

  it("in code that is nested too deeply to be analysed", async () => {
    const text =
      "function make(k) { return defineOnce(cache(" +
      `function deep(x) { return x * k + (0${"+0".repeat(20_000)}) })) } [make(2), make(3)]`;
    expect(await answers(text)).toEqual([20, 30]);
  });
});

describe("closures made in different turns of the event loop answer each for itself", () => {
  const LIBRARY =
    "const { defineOnce, cache } = globalThis;" +
    "const pause = (time) => new Promise((done) => setTimeout(done, time));" +
    "export const made = [];";

  /** Evaluates a module that fills `made`, by `done` at the latest, and calls each with 10. */
  async function moduleAnswers(text: string): Promise<readonly unknown[]> {
    const loaded = await moduleFile(LIBRARY + text).load();
    await loaded.done;
    return results(loaded.made);
  }

  it("in a function that awaits", async () => {
    const text =
      "const make = async (k) => { await pause(5); made.push(defineOnce(cache(function late(x) { return x * k }))) };" +
      "export const done = (async () => { await make(2); await make(3) })()";
    expect(await moduleAnswers(text)).toEqual([20, 30]);
  });

  it("in a callback of a timer", async () => {
    const text =
      "for (const k of [2, 3]) setTimeout(() => made.push(defineOnce(cache((x) => x * k), { name: 't' })), k * 10);" +
      "export const done = pause(60)";
    expect(await moduleAnswers(text)).toEqual([20, 30]);
  });

  it("in a callback of a promise", async () => {
    const text =
      "const later = (k) => pause(k * 10).then(() => { made.push(defineOnce(cache((x) => x * k), { name: 'p' })) });" +
      "export const done = Promise.all([2, 3].map(later))";
    expect(await moduleAnswers(text)).toEqual([20, 30]);
  });

  it("in a nameless callback that a function of another file calls", async () => {
    const other = moduleFile(
      "export const each = (callback) => Promise.all([2, 3].map((k) => new Promise((done) =>" +
        "  setTimeout(() => { callback(k); done() }, k * 10))))",
    );
    const text =
      `import { each } from ${JSON.stringify(other.path)};` +
      "export const done = each((k) => { made.push(defineOnce(cache((x) => x * k), { name: 'e' })) })";
    expect(await moduleAnswers(text)).toEqual([20, 30]);
  });

  it("in a loop of a module that awaits between its rounds", async () => {
    const text =
      "for (const k of [2, 3]) { made.push(defineOnce(cache(function round(x) { return x * k }))); await pause(5) }" +
      "export const done = 0";
    expect(await moduleAnswers(text)).toEqual([20, 30]);
  });
});

describe("several closures of one text", () => {
  it("are explained: the value in which they differ, and that they share results of equal ones", async () => {
    const run = script();
    await run("[2, 3].map((k) => defineOnce(cache(function several(x) { return x * k })))");
    const verdict = await run('explain("several").events.at(-1).verdict');
    expect(verdict).toEqual({
      kind: "changed",
      reason: { kind: "leaf", path: ["several", "k"], before: "2", after: "3" },
    });
    expect(await run('explain("several").remarks.join()')).toContain("one of several closures");
  });

  it("that capture equal values are functions of their own that share their results", async () => {
    const run = script();
    await run("var runs = 0");
    const made = Object(
      await run("[2, 2, 3].map((k) => defineOnce(cache(function shares(x) { runs++; return x * k })))"),
    );
    expect(made[0]).not.toBe(made[1]);
    expect(results([...made, ...made])).toEqual([20, 20, 30, 20, 20, 30]);
    expect(await run("runs")).toBe(2);
    expect(await run('explain("shares").events.map(({ verdict }) => verdict.kind)')).toEqual([
      "first",
      "kept",
      "changed",
    ]);
  });

  it("of a class that captures variables are explained by these, since a class is handed out itself", async () => {
    const run = script();
    await run("[2, 2].map((k) => defineOnce(class Held { get() { return k } }))");
    expect(await run('explain("Held").events.at(-1).verdict')).toMatchObject({
      kind: "changed",
      reason: { kind: "captured", names: ["k"], remedy: expect.stringContaining("constructor") },
    });
  });

  it("stay apart when their text is evaluated again", async () => {
    const text = "[2, 3].map((k) => defineOnce(cache(function again(x) { return x * k })))";
    const run = script();
    const before = Object(await run(text));
    const after = Object(await run(text));
    expect([...before, ...after].map((each) => each(10))).toEqual([20, 30, 20, 30]);
  });

  it("that capture nothing are one function, and share their results", async () => {
    const run = script();
    await run("var runs = 0; var make = () => defineOnce(cache(function pure(x) { runs++; return x }))");
    expect(await run("make() === make()")).toBe(true);
    expect(await run("[make()(1), make()(1), runs]")).toEqual([1, 1, 1]);
  });

  it("are each kept when each has a name of its own", async () => {
    const text = "[2, 3].map((k) => defineOnce(cache((x) => x * k), { name: 'by ' + k }))";
    const run = script();
    const before = Object(await run(text));
    await run("0");
    expect(before.map((each: unknown) => functionOf(each)(10))).toEqual([20, 30]);
  });

  it("made by a function do not take the place of a definition of the cell's own", async () => {
    const run = script();
    const own = await run("var k = 5; var own = defineOnce(cache(function mixed(x) { return x * k })); own");
    await run("{ let k = 7; (() => defineOnce(cache(function mixed(x) { return x * k })))() }");
    expect(functionOf(own)(10)).toBe(50);
  });
});
