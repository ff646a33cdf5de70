// The rows as programs on Node: an ES module or a CommonJS file for each row, all run in one process, where an edit is an
// assignment to a variable; and rows of module files, which are evaluated anew as a hot-reloading server does.

import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { environment } from "../../kernels/child.ts";
import type { Workspace } from "../../kernels/workspace.ts";
import { script } from "./dialect.ts";
import { moduleProgram } from "./module-files.ts";
import type { Host, Played, Row } from "./row.ts";

/** The rows that a host plays, by their number in the table. */
export type Rows = ReadonlyMap<number, Row>;

/** Writes the programs of all rows and runs them in one process; gives what came of each. */
export async function playPrograms(
  host: Host,
  rows: Rows,
  place: Workspace,
): Promise<ReadonlyMap<number, Played>> {
  const folder = join(place.path, host);
  const extension = host === "cjs" ? "cjs" : "mjs";
  for (const [index, row] of rows) {
    writeRow(join(folder, `row${index}`), row);
    writeFileSync(
      join(folder, `row${index}`, `program.${extension}`),
      program(row, index, host, join(folder, `row${index}`)),
    );
  }
  const start = join(folder, `start.${extension}`);
  writeFileSync(start, host === "cjs" ? commonJSStart(rows) : moduleStart(rows));
  writeFileSync(join(folder, "worker.mjs"), WORKER);
  const file = host === "worker" ? join(folder, "worker.mjs") : start;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], {
    cwd: place.path,
    env: environment(),
    timeout: 60_000,
    maxBuffer: 1e8,
  });
  return playedRows(stdout, stderr);
}

/** Writes the files that a row's cells load. */
export function writeRow(folder: string, row: Row): void {
  mkdirSync(folder, { recursive: true });
  if (row.kind === "modules") return;
  for (const { files = {} } of row.steps) {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
  }
}

/** The text of one row as an ES module or a CommonJS file. */
export function program(row: Row, index: number, host: Host, folder: string): string {
  if (row.kind === "modules") return moduleProgram(row, index, host, folder);
  const { steps, probe, end } = script(row, index, host, ".");
  if (host !== "cjs") {
    // Each step in a turn of its own, as a program would that waits between them.
    const body = steps.flatMap((cells) => ["await globalThis.turn();", ...cells, probe]);
    return [`import { cache, defineOnce } from "define-once";`, ...body, end].join("\n");
  }
  const body = [...steps.flatMap((cells) => [...cells, probe]), end].join("\n");
  const library = `const { cache, defineOnce } = require("define-once");\n`;
  return library + (/\bawait\b/.test(body) ? `module.exports = (async () => {\n${body}\n})();` : body);
}

/** What the host printed at its end. */
export function playedRows(stdout: string, stderr: string): ReadonlyMap<number, Played> {
  const line = stdout.split("\n").findLast((text) => text.includes("RESULTS"));
  if (line === undefined) throw new Error(`The host printed no RESULTS, but:\n${stdout}\n${stderr}`);
  const found: Readonly<Record<string, Played>> = JSON.parse(
    line.slice(line.indexOf("RESULTS") + "RESULTS".length),
  );
  return new Map(Object.entries(found).map(([index, played]) => [Number(index), played]));
}

function moduleStart(rows: Rows): string {
  const all = [...rows.keys()].map(
    (index) =>
      `await import("./row${index}/program.mjs").catch((error) => globalThis.failed(${index}, error));`,
  );
  return [`import "../prelude.mjs";`, ...all, PRINT].join("\n");
}

function commonJSStart(rows: Rows): string {
  const all = [...rows.keys()].map(
    (index) =>
      `try { await require("./row${index}/program.cjs"); } catch (error) { globalThis.failed(${index}, error); }`,
  );
  return [`require("../prelude.cjs");`, "(async () => {", ...all, PRINT, "})();"].join("\n");
}

const PRINT = `console.log("RESULTS" + globalThis.results());`;

const WORKER = `import { Worker } from "node:worker_threads";\nnew Worker(new URL("./start.mjs", import.meta.url));`;
