import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { cache, defineOnce, explain, status } from "../../src/index.ts";
import { cell, errorOf, script } from "./evaluation.ts";

describe("explain", () => {
  it("finds a definition by its function, its cached function and its name", async () => {
    const run = script("/explain/by.js");
    await run("var plain = defineOnce(function byPlain() {}); var cached = cache(plain)");
    const names = 'explain(plain).definition.name + " " + explain(cached).definition.name';
    expect(await run(names)).toBe("byPlain byPlain");
    expect(explain("byPlain").definition).toMatchObject({ name: "byPlain", scope: "/explain/by.js" });
  });

  it("finds a class", () => {
    class Explained {}
    defineOnce(Explained);
    expect(explain(Explained).definition).toMatchObject({
      name: "Explained",
      kind: "class",
      cache: undefined,
    });
  });

  it("lists the decisions, oldest first, each with its reason", async () => {
    const run = script();
    await run("defineOnce(function told(a) { return a + 1 })");
    await run("defineOnce(function told(b) { return b + 1 })");
    await run("defineOnce(function told(b) { return b + 2 })");
    const shown = String(await run('String(explain("told"))'));
    const lines = shown.split("\n").map((line) => line.trim());
    expect(lines[0]).toMatch(/^told {2}function in \d+\.js$/);
    expect(shown).toContain("kept: renamed a");
    expect(shown).toContain("at 1:31: `1` became `2`");
    expect(lines).toContain("-function told(b) { return b + 1 }");
    expect(lines).toContain("+function told(b) { return b + 2 }");
  });

  it("says which names it depends on, globals of the language left out", async () => {
    const run = script();
    await run("var rate = 2; var other = 3");
    await run("var f = defineOnce(function paid(x) { return Math.max(x * rate, other) })");
    expect(await run("explain(f).dependsOn")).toEqual(["rate", "other"]);
    expect(await run("String(explain(f))")).toContain("Depends on rate, other.");
  });

  it("says what it depends on that nobody can compare, in its helpers too", async () => {
    const run = script();
    await run("function dice() { return Math.random() }");
    await run("var f = defineOnce(function rolled() { return [dice(), Date.now(), performance.now()] })");
    expect(await run("explain(f).impure")).toEqual(["Date.now", "Math.random", "performance.now"]);
    expect(await run("String(explain(f))")).toContain("Impure: Date.now, Math.random, performance.now;");
  });

  it("tells what the calls found, and tells nothing of calls that found all as it was", async () => {
    const run = script();
    await run("var rate = 2; var f = defineOnce(cache(function told2(x) { return x * rate })); f(1); f(1)");
    await run("rate = 3; f(1); f(1)");
    await run("rate = 2; f(1)");
    expect(await run("verdicts(f)")).toEqual(["first", "rechecked", "rechecked"]);
    const shown = String(await run("String(explain(f))"));
    expect(shown).toContain("recomputed: told2 -> rate changed from 2 to 3");
    expect(shown.replace(/\s+/g, " ")).toContain("told2 -> rate changed from 2 to 3, which was undone");
  });

  it("names what cannot be compared, with the remedy, and how many calls that cost", async () => {
    const run = script();
    await run("var pending = Promise.resolve(1)");
    await run("var f = defineOnce(cache(function waits() { return pending })); f(); f()");
    const said = String(await run("explain(f).remarks.join()"));
    expect(said).toContain(
      'waits -> pending is a promise, which cannot be compared; pass deps: { pending }, or ignore: ["pending"]',
    );
    expect(said).toContain("2 calls were not cached");
    expect(await run("explain(f).events")).toMatchObject([
      { type: "defined", verdict: { kind: "first" } },
      {
        type: "rechecked",
        verdict: { kind: "changed", reason: { kind: "unread", path: ["waits", "pending"] } },
      },
    ]);
  });

  it("says when it looks at dependencies less often than at every call", async () => {
    const run = script();
    await run("var f = defineOnce(cache(function seldom() { return 1 }, { check: 'turn' }))");
    expect(await run("explain(f).remarks.join()")).toContain("once in a turn of the event loop");
  });

  it("says which calls could not be cached, and why", async () => {
    const run = script();
    await run(
      "var f = defineOnce(cache(function handed(x) { return 1 })); f(Promise.resolve()); f(Promise.resolve()); 0",
    );
    expect(await run("explain(f).remarks.join()")).toContain(
      "2 calls were not cached: argument 0 is a promise",
    );
  });

  it("prefers the caller's own file where a name stands in several", async () => {
    const [one, two] = [script("/explain/one.js"), script("/explain/two.js")];
    await one("defineOnce(function twice() { return 1 })");
    await two("defineOnce(function twice() { return 2 })");
    expect(await one('explain("twice").definition.scope')).toBe("/explain/one.js");
    expect(await two('explain("twice").definition.scope')).toBe("/explain/two.js");
  });

  it("asks for the function where a name stands in several other files", async () => {
    await script("/explain/a.js")("defineOnce(function shared() { return 1 })");
    await script("/explain/b.js")("defineOnce(function shared() { return 2 })");
    const error = errorOf(() => explain("shared"));
    expect(error.code).toBe("DEFINE_ONCE_AMBIGUOUS_NAME");
    expect(error.message).toMatch(
      /"shared" is defined in \/explain\/a.js and in \/explain\/b.js; pass the function/,
    );
  });

  it("says of an unknown name and of an unknown function that status lists all", () => {
    const cached = cache(() => 1);
    for (const error of [
      errorOf(() => explain("nobody")),
      errorOf(() => explain(() => 1)),
      errorOf(() => explain(cached)),
    ]) {
      expect(error.code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
      expect(error.message).toMatch(/never passed to defineOnce, or was forgotten. status\(\) lists all/);
    }
    expect(errorOf(() => explain("nobody")).message).toContain('"nobody"');
  });

  it("prints the same in a template string and in an inspector", async () => {
    const run = script();
    await run("var f = defineOnce(function printed() {})");
    const shown = await run("explain(f)");
    expect(inspect(shown)).toContain("printed");
    expect(String(shown)).toContain("printed");
    expect(Reflect.get(Object(shown), Symbol.for("Jupyter.display"))()).toMatchObject({
      "text/html": expect.stringContaining("printed"),
    });
  });
});

describe("status", () => {
  const row = (name: string) => status().find((each) => each.name === name);

  it("has one row a definition, in the order of first definition", async () => {
    const run = script("/status/order.js");
    await run("defineOnce(function z() {}); defineOnce(function a() {}); defineOnce(class M {})");
    await run("defineOnce(function a() {})");
    const rows = status().filter(({ scope }) => scope === "/status/order.js");
    expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
      ["z", "function"],
      ["a", "function"],
      ["M", "class"],
    ]);
  });

  it("counts how often a definition was kept and taken anew", async () => {
    const run = script();
    for (const by of [1, 1, 2, 1, 3]) await run(`defineOnce(function counted() { return ${by} })`);
    expect(row("counted")).toMatchObject({ kept: 2, redefined: 3, generations: 3, cache: undefined });
    expect(row("counted")?.latest).toMatchObject({ type: "defined", verdict: { kind: "changed" } });
  });

  it("shows hits, misses, results, bytes and time of a cached definition", async () => {
    const run = script();
    await run(
      "var f = defineOnce(cache(function busy(x) { const end = performance.now() + 8; while (performance.now() < end); return 'result' }))",
    );
    await run("f(1); f(2); f(1); f(1)");
    const { cache: facts } = row("busy") ?? {};
    expect(facts).toMatchObject({ hits: 2, misses: 2, entries: 2 });
    expect(facts?.bytes).toBeGreaterThan(2 * "result".length);
    expect(facts?.spent).toBeGreaterThanOrEqual(16);
    expect(facts?.saved).toBeGreaterThanOrEqual(16);
    expect(facts?.saved).toBeLessThan(4 * (facts?.spent ?? 0));
  });

  it("is a snapshot: it does not change when more happens", async () => {
    const run = script();
    await run("defineOnce(function still() {})");
    const before = status();
    const { length } = before;
    await run("defineOnce(function moving() {})");
    expect(before.length).toBe(length);
    expect(status().length).toBe(length + 1);
  });

  it("does not fail on a result that was handed away to another thread", async () => {
    const run = script();
    await run("var f = defineOnce(cache(function bytes() { return new Uint8Array(8) }))");
    await run("var given = f(); structuredClone(given.buffer, { transfer: [given.buffer] })");
    try {
      expect(row("bytes")?.cache?.entries).toBe(1);
    } finally {
      await run("forget(f)");
    }
  });

  it("prints as a table with the names in it", async () => {
    await cell("defineOnce(function tabled() {})");
    expect(String(status())).toMatch(/tabled/);
    expect(JSON.stringify(status()), "the facts stay plain data").toContain('"name":"tabled"');
  });
});
