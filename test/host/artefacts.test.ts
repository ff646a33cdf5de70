// One cell, evaluated by every host that rewrites what it evaluates: Deno's kernel and tslab reprint TypeScript, tslab and
// Vite rewrite names of other cells and modules, tsx adds calls that keep names. The fingerprint must not notice.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../kernels/binary.ts";
import { deno } from "../../kernels/deno.ts";
import { ijavascript } from "../../kernels/ijavascript.ts";
import type { Kernel } from "../../kernels/kernel.ts";
import { tslab } from "../../kernels/tslab.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";

/** What the function uses: an import, and a helper of another cell or of its own module. */
const IMPORT = 'import { scale } from "./local.ts";';
const HELPER = "const helper = (x: number): number => x + 1;";
const SUBJECT = `const subject = (rows: readonly number[], limit: number = 1_000) => {
  // named functions within, so that tsx keeps their names
  const each = (row: number): number => scale(helper(row)) * 2;
  function total(all: readonly number[]): number { return all.map(each).reduce((sum, x) => sum + x, 0); }
  return { 'total': total(rows), limit, label: "rows" };
};`;
const LOCAL = "export function scale(x: number): number { return x * 3; }\n";
const RESULT = "({ digest: fingerprint(subject).digest, text: subject.toString() })";
const API = 'import { fingerprint } from "define-once";';

const withoutTypes = (text: string): string => text.replace(/: (?:readonly )?number(?:\[\])?/g, "");

const execute = promisify(execFile);

interface Outcome {
  readonly digest: string;
  readonly text: string;
}

let place: Workspace;
beforeAll(() => {
  const module = `${API}\n${IMPORT}\n${HELPER}\n${SUBJECT}\nexport const { digest, text } = ${RESULT};\n`;
  place = workspace({
    files: {
      "local.ts": LOCAL,
      "local.cjs": withoutTypes(LOCAL).replace("export function", "exports.scale = function"),
      "module.ts": module,
      // As modules: made into CommonJS, the text would name a module object, but always the same one.
      "local.mts": LOCAL,
      "print.mts": `${module.replace("local.ts", "local.mts")}console.log(JSON.stringify({ digest, text }));\n`,
    },
  });
});
afterAll(() => place.remove());

async function inKernel(
  start: (options: { cwd: string }) => Promise<Kernel>,
  cells: readonly string[],
): Promise<Outcome> {
  const kernel = await start({ cwd: place.path });
  try {
    let stdout = "";
    for (const cell of [...cells, `console.log(JSON.stringify(${RESULT}));`]) {
      const result = await kernel.run(cell);
      if (result.error !== undefined || result.status === "error")
        throw new Error(result.error?.message ?? result.stderr);
      stdout = result.stdout;
    }
    return JSON.parse(stdout);
  } finally {
    await kernel.close();
  }
}

async function inProcess(program: string, args: readonly string[]): Promise<Outcome> {
  const { stdout } = await execute(program, [...args], { cwd: place.path });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

const tsx = createRequire(join(ROOT, "package.json")).resolve("tsx/cli");
const vite = fileURLToPath(new URL("vite-digest.ts", import.meta.url));

it("a cell has one fingerprint in Deno's kernel, tslab, ijavascript, tsx and Vite, whatever they make of its text", async () => {
  const cells = [API, IMPORT, HELPER, SUBJECT];
  const outcomes = {
    deno: await inKernel(deno, cells),
    tslab: await inKernel(
      tslab,
      cells.map((cell) => cell.replace("./local.ts", "./local")),
    ),
    ijavascript: await inKernel(ijavascript, [
      'var { fingerprint } = require("define-once");',
      'var { scale } = require("./local.cjs");',
      ...[HELPER, SUBJECT].map((cell) => withoutTypes(cell).replace(/^const/, "var")),
    ]),
    tsx: await inProcess(process.execPath, [tsx, "print.mts"]),
    vite: await inProcess(process.execPath, [tsx, vite, place.path, "/module.ts"]),
  };
  const { deno: reference, ...others } = outcomes;
  expect(reference.digest).toMatch(/^[0-9a-f]{64}$/);
  for (const [host, { digest, text }] of Object.entries(others)) {
    expect({ host, text, digest }).toEqual({ host, text, digest: reference.digest });
  }
  // The test is worth something only if the texts really differ in the ways it is about.
  expect(outcomes.tslab.text).toMatch(/exports\.helper/);
  expect(outcomes.tsx.text).toContain("__name(");
  expect(outcomes.vite.text).toContain("__vite_ssr_import_");
});
