import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configure } from "../../src/index.ts";
import { script } from "./evaluation.ts";

const printed: string[] = [];

beforeEach(() => {
  configure({ notices: true });
  printed.length = 0;
  for (const method of ["log", "info", "warn", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((line: unknown) => {
      printed.push(`${method}: ${String(line)}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  configure({ notices: false });
});

const define = (by: number) => `var f = defineOnce(cache(function noticed(x) { return x * ${by} }))`;

describe("a notice", () => {
  it("is one line on the error stream when a definition changed, and names what differs", async () => {
    const run = script();
    await run(define(2));
    await run(define(3));
    expect(printed).toEqual(["error: define-once: noticed changed at 1:34: `2` became `3`."]);
    expect(printed.join()).not.toContain("\n");
  });

  it("is not given for a first, a kept or a restored definition", async () => {
    const run = script();
    await run(define(2));
    await run(define(2));
    await run(define(2).replaceAll("x", "y"));
    expect(printed).toEqual([]);
    await run(define(3));
    await run(define(2));
    expect(printed).toHaveLength(1);
  });

  it("is given once for a change, though the definition is called and wrapped again", async () => {
    const run = script();
    await run(define(2));
    await run(define(3));
    await run("f(1); f(1); cache(f)(1); explain(f); status(); 0");
    expect(printed).toHaveLength(1);
  });

  it("of a change does not speak of results, since none stay", async () => {
    const run = script();
    await run(`${define(2)}; f(1); f(2)`);
    await run(define(3));
    expect(printed.join()).not.toContain("result");
  });

  it("names the captured value in which closures of one text differ", async () => {
    const run = script();
    await run("[2, 3].map((k) => defineOnce(cache(function captured(x) { return x * k })))");
    expect(printed).toEqual(["error: define-once: captured recomputed: captured -> k changed from 2 to 3."]);
  });

  it("is given once in a turn for what calls find, though a loop changes a variable at each round", async () => {
    const run = script();
    await run("var k = 0; var f = defineOnce(cache(function looped(x) { return x * k })); f(1)");
    await run("for (k = 1; k < 5; k++) f(1)");
    expect(printed).toEqual(["error: define-once: looped recomputed: looped -> k changed from 0 to 1."]);
    await run("k = 7; f(1); f(1)");
    expect(printed).toHaveLength(2);
  });

  it("says once that calls are not cached, and what to write", async () => {
    const run = script();
    await run("var pending = Promise.resolve(1)");
    await run("var f = defineOnce(cache(function waits() { return pending })); f(); f(); 0");
    await run("f(); 0");
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(
      /waits is not cached: waits -> pending is a promise, which cannot be compared; pass deps: \{ pending \}, or ignore: \["pending"\]/,
    );
  });

  it("can be switched off and on", async () => {
    const run = script();
    await run(define(2));
    configure({ notices: false });
    await run(define(3));
    expect(printed).toEqual([]);
    configure({ notices: true });
    await run(define(4));
    expect(printed).toHaveLength(1);
  });

  it("is not given while the library is switched off", async () => {
    const run = script();
    await run(define(2));
    configure({ enabled: false });
    await run(define(3));
    configure({ enabled: true });
    expect(printed).toEqual([]);
  });
});

describe("a notice of time saved", () => {
  /** A definition whose result takes, by a clock that the test turns, two seconds. */
  const SLOW = "var f = defineOnce(cache(function slow(x) { clock += 2000; return x })); undefined";

  beforeEach(async () => {
    vi.spyOn(performance, "now").mockImplementation(() => Number(Reflect.get(globalThis, "clock") ?? 0));
    await script()("globalThis.clock = 0");
  });

  it("is given once an evaluation, when a kept definition saved more than a second", async () => {
    const run = script();
    await run(SLOW);
    await run("f(1); f(1); 0");
    expect(printed, "nothing was kept from an earlier evaluation").toEqual([]);
    await run(SLOW);
    await run("f(1); f(1); f(1); 0");
    expect(printed).toEqual(["error: define-once: slow kept, 2 s saved"]);
    await run(SLOW);
    await run("f(1); 0");
    expect(printed).toHaveLength(2);
  });

  it("is given when many small savings have added up to more than a second", async () => {
    const run = script();
    const quick = SLOW.replace("2000", "400");
    await run(quick);
    await run("f(1); 0");
    await run(quick);
    await run("f(1); f(1); 0");
    expect(printed).toEqual([]);
    await run("f(1); 0");
    expect(printed).toEqual(["error: define-once: slow kept, 1.2 s saved"]);
  });

  it("is given for a restored definition, too", async () => {
    const run = script();
    await run(SLOW);
    await run("f(1); 0");
    await run(SLOW.replace("return x", "return -x"));
    await run(SLOW);
    await run("f(1); 0");
    expect(printed.at(-1)).toBe("error: define-once: slow restored, 2 s saved");
    expect(printed).toHaveLength(2);
  });

  it("is not given for a hit in the same evaluation, nor when notices are off", async () => {
    const run = script();
    configure({ notices: false });
    await run(SLOW);
    await run("f(1); 0");
    await run(SLOW);
    await run("f(1); 0");
    expect(printed).toEqual([]);
  });
});
