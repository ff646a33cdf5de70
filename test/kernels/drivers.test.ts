// One contract for all kernel drivers: what a cell shows, what happens when things go wrong, and that nothing stays.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../kernels/binary.ts";
import { deno } from "../../kernels/deno.ts";
import { ijavascript } from "../../kernels/ijavascript.ts";
import type { Kernel, KernelName } from "../../kernels/kernel.ts";
import { tslab } from "../../kernels/tslab.ts";

const STARTERS = { deno, tslab, ijavascript };
const NAMES: readonly KernelName[] = ["deno", "tslab", "ijavascript"];

/** The notebook's folder. */
let cwd = "";
/** Temporary files of this file's kernels alone: other test files start kernels at the same time. */
let scratch = "";
const { TMPDIR } = process.env;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "define-once-drivers-"));
  scratch = join(cwd, "tmp");
  mkdirSync(scratch);
  process.env.TMPDIR = scratch;
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(join(ROOT, "node_modules", "@types"), join(cwd, "node_modules", "@types"), "dir");
  symlinkSync(join(ROOT, "node_modules", "undici-types"), join(cwd, "node_modules", "undici-types"), "dir");
});

afterAll(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(cwd, { recursive: true, force: true });
});

describe.each(NAMES)("the %s driver", (name) => {
  let kernel: Kernel | undefined;
  const run = (code: string) => {
    if (kernel === undefined) throw new Error("The kernel did not start.");
    return kernel.run(code);
  };

  beforeAll(async () => {
    kernel = await STARTERS[name]({ cwd, cellTimeout: 20_000 });
  });
  afterAll(() => kernel?.close());

  it("tells stdout from stderr", async () => {
    const result = await run(`console.log("one"); console.error("two"); console.info("three");`);
    expect(result).toMatchObject({ status: "ok", stdout: "one\nthree\n", stderr: "two\n", error: undefined });
  });

  it("keeps variables from cell to cell", async () => {
    await run("var kept = 20;");
    expect((await run("console.log(kept + 1);")).stdout).toBe("21\n");
  });

  it("runs cells in the order of the calls", async () => {
    const cells = ["var order = [];", "order.push(1);", "order.push(2);", "console.log(order.join());"];
    const results = await Promise.all(cells.map(run));
    expect(results.at(-1)?.stdout).toBe("1,2\n");
  });

  it("runs cells that are sent all at once in their order", async () => {
    if (kernel === undefined) throw new Error("The kernel did not start.");
    const cells = ["var queue = [];", "queue.push('a');", "queue.push('b');", "console.log(queue.join());"];
    const results = await kernel.runAll(cells);
    expect(results.map(({ stdout }) => stdout.replace(/^\d\n/, ""))).toEqual(["", "", "", "a,b\n"]);
  });

  it("reports an error by name, message and stack, and goes on at once", async () => {
    const failed = await run(`var before = 1; throw new TypeError("no such thing");`);
    expect(failed).toMatchObject({ status: "error", error: { name: "TypeError", message: "no such thing" } });
    expect(failed.error?.stack).toContain("TypeError: no such thing\n    at ");
    expect(await run("console.log(7);")).toMatchObject({ status: "ok", stdout: "7\n" });
  });

  it("reports a syntax error", async () => {
    expect(await run("this is not JavaScript;")).toMatchObject({ status: "error", stdout: "" });
  });

  it("waits for a cell that awaits", async () => {
    const wait = "new Promise((done) => setTimeout(done, 150)).then(() => console.log('late'))";
    expect((await run(name === "ijavascript" ? wait : `await ${wait}`)).stdout).toBe("late\n");
  });
});

describe.each(NAMES)("when something goes wrong, the %s driver", (name) => {
  it("says which cell did not finish in time", async () => {
    const kernel = await STARTERS[name]({ cwd, cellTimeout: 1_500 });
    try {
      await expect(kernel.run("while (true) {}")).rejects.toThrow(
        /did not finish in 1500 ms.*\nwhile \(true\)/,
      );
    } finally {
      await kernel.close();
    }
  });

  it("says that the kernel ended, in this cell and in those after it", async () => {
    const kernel = await STARTERS[name]({ cwd, cellTimeout: 20_000 });
    try {
      const exit = name === "deno" ? "Deno.exit(3)" : "process.exit(3)";
      await expect(kernel.run(exit)).rejects.toThrow(/kernel ended \(exit code 3\)/);
      await expect(kernel.run("1")).rejects.toThrow(/kernel ended/);
    } finally {
      await kernel.close();
    }
  });

  it("cuts short a cell that runs when it is closed, and runs none after", async () => {
    const kernel = await STARTERS[name]({ cwd });
    const cut = expect(kernel.run("while (true) {}")).rejects.toThrow(/kernel ended/);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await kernel.close();
    await cut;
    await expect(kernel.run("1")).rejects.toThrow(/kernel is closed/);
  });

  it("rejects if the kernel cannot start", async () => {
    await expect(STARTERS[name]({ cwd: join(cwd, "missing") })).rejects.toThrow(/kernel ended/);
  });
});

describe("all drivers", () => {
  it("start together, close twice, and leave no process and no file behind", async () => {
    const before = leftovers();
    const kernels = await Promise.all(NAMES.map((name) => STARTERS[name]({ cwd })));
    const pids = await Promise.all(kernels.map((kernel) => pid(kernel)));
    expect(pids.every(alive)).toBe(true);
    await Promise.all(kernels.map((kernel) => kernel.close()));
    await Promise.all(kernels.map((kernel) => kernel.close()));
    expect(pids.some(alive)).toBe(false);
    expect(leftovers()).toEqual(before);
  });

  it("leave nothing behind when the process that started them is killed", async () => {
    const script = join(cwd, "orphans.mts");
    const driver = (name: string) => JSON.stringify(join(ROOT, "kernels", `${name}.ts`));
    writeFileSync(
      script,
      `${NAMES.map((name) => `import { ${name} } from ${driver(name)};`).join("\n")}
const cwd = ${JSON.stringify(cwd)};
const kernels = await Promise.all([${NAMES.join(", ")}].map((start) => start({ cwd })));
const cell = 'console.log(typeof Deno === "object" ? Deno.pid : process.pid)';
const tslabCell = "console.log(process.pid)";
const pids = [];
for (const kernel of kernels) pids.push(Number((await kernel.run(kernel.name === "tslab" ? tslabCell : cell)).stdout));
console.log(JSON.stringify(pids));
await new Promise(() => setInterval(() => {}, 1000));`,
    );
    const before = leftovers();
    const owner = spawn(process.execPath, ["--import", "tsx", script], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pids = await new Promise<readonly number[]>((resolve) => {
      owner.stdout.once("data", (chunk: Buffer) => resolve(JSON.parse(chunk.toString("utf8"))));
    });
    expect(pids).toHaveLength(3);
    expect(pids.every(alive)).toBe(true);
    owner.kill("SIGKILL");
    await expect.poll(() => pids.some(alive), { timeout: 10_000 }).toBe(false);
    await expect.poll(leftovers, { timeout: 10_000 }).toEqual(before);
  });
});

async function pid(kernel: Kernel): Promise<number> {
  const { stdout } = await kernel.run(`console.log(${kernel.name === "deno" ? "Deno" : "process"}.pid)`);
  return Number(stdout);
}

/** Whether the process runs; one that is dead but not yet reaped by its parent counts as gone. */
function alive(id: number): boolean {
  const state = spawnSync("ps", ["-o", "stat=", "-p", String(id)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && !state.startsWith("Z");
}

/** What the drivers left in the temporary folder; tsx keeps files of its own there. */
function leftovers(): readonly string[] {
  return readdirSync(scratch).filter((name) => name.startsWith("define-once-"));
}
