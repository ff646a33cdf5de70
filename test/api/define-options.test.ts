import { describe, expect, it } from "vitest";
import { configure } from "../../src/index.ts";
import { script } from "./evaluation.ts";

const KINDS = (name: string) => `explain("${name}").events.map(({ verdict }) => verdict.kind)`;

describe("the option version", () => {
  it("counts like code: another version is another definition, and an old one comes back with its results", async () => {
    const run = script();
    await run("var runs = 0");
    const define = (version: string) =>
      run(
        `var f = defineOnce(cache(function versioned() { runs++; return "result" }), { version: ${version} }); f`,
      );
    const one = await define("1");
    expect(await run("f(); f(); runs")).toBe(1);
    expect(await define("1")).toBe(one);
    expect(await define("2")).not.toBe(one);
    expect(await run("f(); runs")).toBe(2);
    expect(await define("1")).toBe(one);
    expect(await run("[f(), runs]")).toEqual(["result", 2]);
  });

  it("names what changed, from which value to which", async () => {
    const run = script();
    for (const version of ["1", '"1"']) await run(`defineOnce(function typed() {}, { version: ${version} })`);
    expect(await run('explain("typed").events.at(-1).verdict')).toEqual({
      kind: "changed",
      reason: { kind: "leaf", path: ["typed", "version"], before: "1", after: '"1"' },
    });
  });

  it("is new when it is given for the first time, and gone when it is left out", async () => {
    const run = script();
    await run("defineOnce(function later() {})");
    await run('defineOnce(function later() {}, { version: "a" })');
    expect(await run(KINDS("later"))).toEqual(["first", "changed"]);
    await run("defineOnce(function later() {})");
    expect(await run(KINDS("later"))).toEqual(["first", "changed", "restored"]);
  });

  it("adds to the code, it never replaces it", async () => {
    const run = script();
    await run("defineOnce(function both() { return 1 }, { version: 1 })");
    await run("defineOnce(function both() { return 2 }, { version: 1 })");
    expect(await run(KINDS("both"))).toEqual(["first", "changed"]);
  });

  it("is not mistaken for another where JSON has no word for it", async () => {
    const run = script();
    await run("defineOnce(function odd() {}, { version: Number.POSITIVE_INFINITY })");
    await run("defineOnce(function odd() {}, { version: Number.NEGATIVE_INFINITY })");
    expect(await run(KINDS("odd"))).toEqual(["first", "changed"]);
  });
});

describe("the option equality", () => {
  const TEXT = "function rung(a) { return a + 'x' }";
  const EDITS = {
    "another text": "function rung(a) { return a + 'y' }",
    "a renamed local": "function rung(b) { return b + 'x' }",
    "other quotes and spaces": 'function rung(a){ return (a + "x") }',
    "the same text": TEXT,
  };
  const KEPT = {
    name: ["another text", "a renamed local", "other quotes and spaces", "the same text"],
    source: ["the same text"],
    syntax: ["other quotes and spaces", "the same text"],
    normal: ["a renamed local", "other quotes and spaces", "the same text"],
  };

  it.each(Object.entries(KEPT))("%s keeps: %j", async (equality, expected) => {
    const kept: string[] = [];
    for (const [edit, text] of Object.entries(EDITS)) {
      const run = script();
      const first = await run(`defineOnce(${TEXT}, { equality: "${equality}" })`);
      if ((await run(`defineOnce(${text}, { equality: "${equality}" })`)) === first) kept.push(edit);
    }
    expect(kept).toEqual(expected);
  });

  it("is that of the newer definition where two rungs meet", async () => {
    const run = script();
    const first = await run(`defineOnce(${TEXT}, { equality: "source" })`);
    expect(await run(`defineOnce(${EDITS["a renamed local"]}, { equality: "normal" })`)).toBe(first);
    expect(await run(`defineOnce(${TEXT}, { equality: "source" })`)).not.toBe(first);
  });

  it("has a default that configure sets", async () => {
    const run = script();
    configure({ equality: "source" });
    try {
      const first = await run(`defineOnce(${TEXT})`);
      expect(await run(`defineOnce(${EDITS["other quotes and spaces"]})`)).not.toBe(first);
    } finally {
      configure({ equality: "normal" });
    }
  });
});

describe("the option generations", () => {
  const define = (run: (text: string) => Promise<unknown>, value: number, options = "") =>
    run(`defineOnce(function many() { return ${value} }${options})`);

  it("keeps eight code versions when it is not given, and drops the oldest", async () => {
    const run = script();
    const versions: unknown[] = [];
    for (let value = 1; value <= 9; value++) versions.push(await define(run, value));
    expect(await run('explain("many").definition.generations')).toBe(8);
    expect(await define(run, 2), "eight back is still there").toBe(versions[1]);
    expect(await define(run, 1), "the first was dropped").not.toBe(versions[0]);
  });

  it("drops the version that was longest out of force, not the one that was made first", async () => {
    const run = script();
    const limit = ", { generations: 2 }";
    const one = await define(run, 1, limit);
    const two = await define(run, 2, limit);
    expect(await define(run, 1, limit)).toBe(one);
    await define(run, 3, limit);
    expect(await define(run, 1, limit), "in force more lately than the second").toBe(one);
    expect(await define(run, 2, limit)).not.toBe(two);
  });

  it("of one keeps the definition in force only", async () => {
    const run = script();
    const limit = ", { generations: 1 }";
    const one = await define(run, 1, limit);
    expect(await define(run, 1, limit)).toBe(one);
    await define(run, 2, limit);
    expect(await define(run, 1, limit)).not.toBe(one);
    expect(await run('explain("many").definition.generations')).toBe(1);
  });

  it("has a default that configure sets", async () => {
    const run = script();
    configure({ generations: 2 });
    try {
      for (const value of [1, 2, 3]) await define(run, value);
      expect(await run('explain("many").definition.generations')).toBe(2);
    } finally {
      configure({ generations: 8 });
    }
  });

  it("dropped still works where it was handed out", async () => {
    const run = script();
    await run("var runs = 0");
    await run("var old = defineOnce(cache(function drop() { runs++; return 'old' }), { generations: 1 })");
    await run("old(); defineOnce(cache(function drop() { return -1 }), { generations: 1 })");
    expect(await run("[old(), runs]")).toEqual(["old", 1]);
  });
});
