// What is to be seen of calls that run for more than a second.

import { describe, expect, it } from "vitest";
import { newDesk } from "./program.ts";

const LOAD = `
  import { setTimeout as later } from "node:timers/promises";
  const load = cache(async function load(time) { await later(time); return time; });
`;

// Most of the time is spent waiting.
describe.concurrent("progress:", () => {
  it("a call that takes long prints a line with the time, and from the second on the last time's", async () => {
    const { start } = newDesk();
    const { code, notices } = await start(`${LOAD} await load(1250); await load(100); await load(1300);`)
      .ended;
    expect(code).toBe(0);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(/^define-once: load has been running for 1\.\d s$/);
    expect(notices[1]).toMatch(/^define-once: load has been running for 1\.\d s; last time it took 0\.1 s$/);
  });

  it("no line is printed where notices are off", async () => {
    const { run } = newDesk();
    expect(await run(`${LOAD} configure({ notices: false }); console.log(await load(1200));`)).toEqual([
      "1200",
    ]);
  });

  it("the line keeps no process alive", async () => {
    const { run } = newDesk();
    const started = performance.now();
    await run("const endless = cache(async () => { await new Promise(() => {}); }); endless();");
    // It would print a line after a second, and then again.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("a call that the disk answers prints nothing", async () => {
    const { start, run } = newDesk();
    const stored = `configure({ store: "disk" }); ${LOAD} console.log(await load(1100), load.info().hits);`;
    expect((await start(stored).ended).lines).toEqual(["1100 0"]);
    expect(await run(stored)).toEqual(["1100 1"]);
  });
});
