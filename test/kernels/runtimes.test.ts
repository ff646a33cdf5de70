// The built package in a script of every runtime: it loads, keeps a definition over a second evaluation of its module,
// and needs no permission for that in Deno.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bunBinary, denoBinary } from "../../kernels/binary.ts";
import { environment } from "../../kernels/child.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";

const MODULE = `
import { cache, defineOnce } from "define-once";
export const double = defineOnce(cache(function double(x) {
  globalThis.runs++;
  return x * 2;
}));
`;

/** A name for each evaluation: a query makes the runtime evaluate the module again. */
const SCRIPT = `
import { explain, status } from "define-once";
globalThis.runs = 0;
const first = (await import("./double.mjs?v=1")).double;
const results = [first(21)];
const second = (await import("./double.mjs?v=2")).double;
results.push(second(21));
console.log(JSON.stringify({
  results,
  runs: globalThis.runs,
  same: first === second,
  verdicts: explain(second).events.map((event) => event.verdict.kind),
  explained: String(explain(second)).includes("double"),
  listed: String(status()).includes("double"),
}));
`;

const EXPECTED = {
  results: [42, 42],
  runs: 1,
  same: true,
  verdicts: ["first", "kept"],
  explained: true,
  listed: true,
};

let place: Workspace | undefined;

beforeAll(() => {
  place = workspace({ files: { "double.mjs": MODULE, "script.mjs": SCRIPT } });
});

afterAll(() => place?.remove());

async function printed(program: string, ...args: readonly string[]): Promise<unknown> {
  const cwd = place?.path ?? "";
  const limits = { timeout: 60_000, maxBuffer: 1e6 };
  const run = promisify(execFile);
  const { stdout, stderr } = await run(program, [...args, join(cwd, "script.mjs")], {
    cwd,
    env: { ...environment(), DENO_DIR: join(cwd, ".deno") },
    ...limits,
  });
  const line = stdout.split("\n").findLast((text) => text.startsWith("{"));
  if (line === undefined) throw new Error(`The script printed no result, but:\n${stdout}\n${stderr}`);
  return JSON.parse(line);
}

describe("the built package keeps a definition when its module is evaluated again", () => {
  it("in Node", async () => {
    expect(await printed(process.execPath)).toEqual(EXPECTED);
  });

  it("in Bun", async () => {
    expect(await printed(bunBinary(), "run")).toEqual(EXPECTED);
  });

  it("in Deno, with all permissions", async () => {
    expect(await printed(denoBinary(), "run", "--allow-all", "--no-remote")).toEqual(EXPECTED);
  });

  it("in Deno, with none but to read the script's folder", async () => {
    const flags = [`--allow-read=${place?.path}`, "--no-prompt", "--no-remote"];
    expect(await printed(denoBinary(), "run", ...flags)).toEqual(EXPECTED);
  });
});
