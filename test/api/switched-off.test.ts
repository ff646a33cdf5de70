import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configure, status } from "../../src/index.ts";
import { script } from "./evaluation.ts";

describe("configure({ enabled: false })", () => {
  beforeEach(() => configure({ enabled: false }));
  afterEach(() => configure({ enabled: true }));

  it("gives back the very function, and defines nothing", async () => {
    const run = script();
    expect(await run("var f = function off() {}; defineOnce(f) === f")).toBe(true);
    expect(await run("defineOnce({ f }).f === f")).toBe(true);
    expect(await run("class Off {} defineOnce(Off) === Off")).toBe(true);
    expect(status().some(({ name }) => name === "off" || name === "Off")).toBe(false);
  });

  it("runs every call of a cached function, and keeps nothing", async () => {
    const run = script();
    await run("var runs = 0; var f = defineOnce(cache(function offCached() { runs++; return {} }))");
    expect(await run("[f() === f(), runs, f.has(), f.info().entries]")).toEqual([false, 2, false, 0]);
  });

  it("can be switched on again: caches begin to keep, definitions to meet", async () => {
    const run = script();
    await run("var runs = 0; var f = cache(function onAgain() { runs++; return {} }); f()");
    configure({ enabled: true });
    expect(await run("[f() === f(), runs]")).toEqual([true, 2]);
    const text = "defineOnce(function onAgain() { return 1 })";
    expect(await run(text)).toBe(await run(text));
  });

  it("leaves kept results alone: they are there when it is switched on again", async () => {
    const run = script();
    configure({ enabled: true });
    await run(
      "var runs = 0; var f = defineOnce(cache(function sleeping() { runs++; return {} })); var kept = f()",
    );
    configure({ enabled: false });
    expect(await run("[f() === kept, f() === kept, runs]")).toEqual([false, false, 3]);
    configure({ enabled: true });
    expect(await run("[f() === kept, runs]")).toEqual([true, 3]);
  });
});

describe("DEFINE_ONCE=off in the environment", () => {
  const PROGRAM = `
    import { cache, defineOnce, status } from ${JSON.stringify(join(import.meta.dirname, "../../src/index.ts"))};
    let runs = 0;
    const own = function own() { return ++runs };
    const once = defineOnce(own);
    const cached = defineOnce(cache(function cached() { runs++; return {} }));
    console.log(JSON.stringify([once === own, cached() === cached(), runs, status().length]));
  `;

  /** What the program prints in a process of its own. */
  function printed(value: string | undefined): unknown {
    const { DEFINE_ONCE: _, ...env } = process.env;
    const set = value === undefined ? env : { ...env, DEFINE_ONCE: value };
    const args = ["--import", "tsx", "--input-type=module", "--eval", PROGRAM];
    const cwd = join(import.meta.dirname, "../..");
    return JSON.parse(execFileSync(process.execPath, args, { cwd, env: set, encoding: "utf8" }));
  }

  it("runs everything plainly", () => {
    expect(printed("off")).toEqual([true, false, 2, 0]);
  });

  it("is the only value that does", () => {
    expect(printed(undefined)).toEqual([false, true, 1, 2]);
    expect(printed("")).toEqual([false, true, 1, 2]);
  });
});
