import { describe, expect, it } from "vitest";
import { defineOnce, explain, forget, status } from "../../src/index.ts";
import { delay, errorOf, functionOf, script } from "./evaluation.ts";

/** A definition whose code is told apart by a number, logging which version ran. */
const versioned = (version: number) =>
  `var f = defineOnce(cache(function costly(x) { runs.push([${version}, x]); return x * 2 })); f`;

describe("accept", () => {
  it("lets the new code keep the old results; what is new runs the new code", async () => {
    const run = script();
    await run("var runs = []");
    const before = await run(versioned(1));
    await run("f(1); f(2)");
    const after = await run(versioned(2));
    expect(await run('accept("costly")')).toMatchObject({ type: "accepted", name: "costly", results: 2 });
    expect(after).not.toBe(before);
    expect(await run("[f(1), f(2), f(3), runs]")).toEqual([
      2,
      4,
      6,
      [
        [1, 1],
        [1, 2],
        [2, 3],
      ],
    ]);
  });

  it("takes the function as well as its name", async () => {
    const run = script();
    await run("var runs = []");
    await run(`${versioned(1)}; f(1)`);
    await run(versioned(2));
    expect(await run("accept(f).results")).toBe(1);
  });

  it("names both fingerprints", async () => {
    const run = script();
    await run("var runs = []");
    await run(versioned(1));
    const old = await run("explain(f).events.at(-1).fingerprint");
    await run(versioned(2));
    const now = await run("explain(f).events.at(-1).fingerprint");
    expect(await run("accept(f)")).toMatchObject({ from: old, to: now });
    expect(old).not.toBe(now);
  });

  it("holds for this one change: the next edit starts with nothing", async () => {
    const run = script();
    await run("var runs = []");
    await run(`${versioned(1)}; f(1)`);
    await run(versioned(2));
    await run("accept(f)");
    await run(versioned(3));
    expect(await run("[f(1), runs]")).toEqual([
      2,
      [
        [1, 1],
        [3, 1],
      ],
    ]);
  });

  it("is still in force when the accepted definition is evaluated again", async () => {
    const run = script();
    await run("var runs = []");
    await run(`${versioned(1)}; f(1)`);
    const accepted = await run(versioned(2));
    await run("accept(f)");
    expect(await run(versioned(2))).toBe(accepted);
    expect(await run("[f(1), runs.length]")).toEqual([2, 1]);
    expect(await run("verdicts(f)")).toEqual(["first", "changed: code", "accepted", "kept by source"]);
  });

  it("does not give the old code what the new one computes", async () => {
    const run = script();
    await run("var runs = []");
    const old = await run(`${versioned(1)}; f(1); f`);
    await run(versioned(2));
    await run("accept(f); f(5)");
    functionOf(old)(5);
    expect(await run("runs")).toEqual([
      [1, 1],
      [2, 5],
      [1, 5],
    ]);
  });

  it("does not put old results over those that the new code has computed", async () => {
    const run = script();
    const text = (by: number) => `var g = defineOnce(cache(function own(x) { return x * ${by} })); g(1)`;
    expect([await run(text(2)), await run(text(3))]).toEqual([2, 3]);
    await run("accept(g)");
    expect(await run("g(1)")).toBe(3);
  });

  it.each([
    ["at the first definition", ""],
    ["when the definition was kept", `${versioned(1)};`],
  ])("has nothing to accept %s", async (_title, then) => {
    const run = script();
    await run(`var runs = []; ${versioned(1)}`);
    await run(then);
    expect(await run("try { accept(f) } catch ({ code }) { code }")).toBe("DEFINE_ONCE_NOTHING_TO_ACCEPT");
  });

  it("has nothing to accept a second time, after an undo, or without a cache", async () => {
    const run = script();
    const code = "try { accept(f); 'accepted' } catch ({ code }) { code }";
    await run(`var runs = []; ${versioned(1)}`);
    await run(versioned(2));
    expect([await run(code), await run(code)]).toEqual(["accepted", "DEFINE_ONCE_NOTHING_TO_ACCEPT"]);
    await run(versioned(1));
    expect(await run(code)).toBe("DEFINE_ONCE_NOTHING_TO_ACCEPT");
    await run("var f = defineOnce(function bare() { return 1 })");
    await run("var f = defineOnce(function bare() { return 2 })");
    expect(await run(code)).toBe("DEFINE_ONCE_NOTHING_TO_ACCEPT");
  });

  it("lets a changed dependency keep the old results, for that one change", async () => {
    const run = script();
    await run(
      "var runs = 0, rate = 2; var f = defineOnce(cache(function rated(x) { runs++; return x * rate }))",
    );
    await run("f(10)");
    await run("rate = 3");
    expect(await run("accept(f)")).toMatchObject({ type: "accepted", results: 1 });
    expect(await run("[f(10), f(11), runs]")).toEqual([20, 33, 2]);
    await run("rate = 4");
    expect(await run("[f(10), runs]")).toEqual([40, 3]);
  });

  it("says in its error when to call it", async () => {
    const run = script();
    await run(`var runs = []; ${versioned(1)}`);
    expect(await run("try { accept(f) } catch ({ message }) { message }")).toMatch(
      /costly has no change to accept.*right after the cell that changed it/,
    );
  });

  it("does not keep a rejection of a run that was under way", async () => {
    const run = script();
    const text = (version: number) =>
      `var f = defineOnce(cache(async function failing() { await pause(${version}); if (fails) throw new Error('boom'); return 'fine' }))`;
    await run("var fails = true; var pause = () => new Promise((done) => setTimeout(done, 30))");
    await run(text(1));
    await run("var rejected = f().catch(() => 'rejected'); 0");
    await run(text(2));
    await run("accept(f); 0");
    expect(await run("rejected")).toBe("rejected");
    await run("fails = false");
    expect(await run("f().catch((error) => error.message)")).toBe("fine");
  });
});

describe("forget", () => {
  const TEXT = "var f = defineOnce(cache(function known() { runs++; return 'known' })); f";

  it("drops the definition with its results: the next one is the first", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(`${TEXT}; f(); f`);
    expect(await run("forget(f)")).toMatchObject({ type: "forgotten", name: "known" });
    const second = await run(TEXT);
    expect(second).not.toBe(first);
    expect(await run("[f(), runs]")).toEqual(["known", 2]);
    expect(await run("verdicts(f)")).toEqual(["first"]);
  });

  it("drops older generations, too: an undo finds nothing", async () => {
    const run = script();
    await run("var runs = 0");
    const first = await run(TEXT);
    await run(TEXT.replace("runs++", "runs--"));
    await run('forget("known")');
    expect(await run(TEXT)).not.toBe(first);
    expect(await run("explain(f).events.map(({ verdict }) => verdict.kind)")).toEqual(["first"]);
  });

  it("leaves functions that were handed out at work", async () => {
    const run = script();
    await run(`var runs = 0; ${TEXT}; f(); forget(f)`);
    expect(await run("[f(), runs]")).toEqual(["known", 1]);
  });

  it("takes the row out of status, and the name out of explain", () => {
    defineOnce(function gone() {}, { scope: "forgetting" });
    forget("gone");
    expect(status().some(({ name }) => name === "gone")).toBe(false);
    expect(errorOf(() => explain("gone")).code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
    expect(errorOf(() => forget("gone")).code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
  });

  it("of an old function does not drop the definition that has its name now", async () => {
    const run = script();
    await run(`var runs = 0; ${TEXT}; var old = f; forget(f)`);
    const now = await run(TEXT);
    await run("try { forget(old) } catch {}");
    expect(await run(TEXT)).toBe(now);
  });

  it("of a forgotten function is an error, as its message says", async () => {
    const run = script();
    await run(`var runs = 0; ${TEXT}; forget(f)`);
    expect(await run("try { forget(f); 'nothing' } catch ({ code }) { code }")).toBe(
      "DEFINE_ONCE_UNKNOWN_NAME",
    );
  });

  it("leaves the same name in another scope alone", async () => {
    const [one, two] = [script(), script()];
    await one(`var runs = 0; ${TEXT}`);
    const other = await two(TEXT);
    await one('forget("known")');
    expect(await two(TEXT)).toBe(other);
  });

  it("lets a run that is under way end, and hand its result to those who wait", async () => {
    const run = script();
    await run(
      "var f = defineOnce(cache(async function slow() { await new Promise((r) => setTimeout(r, 20)); return 'done' }))",
    );
    const waiting = run("f()");
    await run("forget(f)");
    expect(await waiting).toBe("done");
    await delay(1);
  });
});
