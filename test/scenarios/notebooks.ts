// The rows as cells of notebooks and of the REPL: one kernel for all rows, each row's cells sent at once, as "Run All" does.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deno } from "../../kernels/deno.ts";
import { ijavascript } from "../../kernels/ijavascript.ts";
import type { CellResult } from "../../kernels/kernel.ts";
import { tslab } from "../../kernels/tslab.ts";
import type { Workspace } from "../../kernels/workspace.ts";
import type { Milliseconds } from "../../src/units.ts";
import { repl } from "../kernels/repl.ts";
import { script } from "./dialect.ts";
import { playedRows, program, type Rows, writeRow } from "./programs.ts";
import type { Host, Played, Row } from "./row.ts";

/** A running kernel or REPL. */
interface Notebook {
  runAll(cells: readonly string[]): Promise<readonly CellResult[]>;
  close(): Promise<void>;
}

/** How many kernels share the rows: tslab takes its cells one by one, and most of a cell's time is waiting. */
const KERNELS = 3;

/** How long tslab may take to say that a cell ended. */
const UNHEARD: Milliseconds = 1_500;

/** How often a kernel is asked for what it recorded. */
const ATTEMPTS = 3;

/** Runs all rows in the host, in as many kernels as it needs; gives what came of each. */
export async function playNotebook(
  host: Host,
  rows: Rows,
  place: Workspace,
): Promise<ReadonlyMap<number, Played>> {
  const kernels = host === "tslab" ? KERNELS : 1;
  const shares = Array.from({ length: kernels }, (_, kernel) => {
    return new Map([...rows].filter(([index]) => index % kernels === kernel));
  });
  const played = await Promise.all(shares.map((share) => playShare(host, share, place)));
  return new Map(played.flatMap((each) => [...each]));
}

async function playShare(host: Host, rows: Rows, place: Workspace): Promise<ReadonlyMap<number, Played>> {
  const notebook = await start(host, place.path);
  try {
    for (const result of await notebook.runAll(setup(host))) {
      if (result.status === "error")
        throw new Error(`The ${host} host cannot begin:\n${result.error?.stack ?? result.stdout}`);
    }
    const errors = new Map<number, string>();
    for (const [index, row] of rows) {
      const folder = `${host}/row${index}`;
      writeRow(join(place.path, folder), row);
      const results = await notebook.runAll(cellsOf(row, index, host, place, folder));
      const failed = results.find(({ status }) => status === "error");
      if (failed !== undefined)
        errors.set(index, failed.error?.stack || failed.stderr || failed.stdout || "no word");
    }
    const played = await printedRows(notebook);
    return new Map([...rows.keys()].map((index) => [index, withError(played.get(index), errors.get(index))]));
  } finally {
    await notebook.close();
  }
}

async function printedRows(notebook: Notebook): Promise<ReadonlyMap<number, Played>> {
  for (let attempt = 1; ; attempt++) {
    const [printed] = await notebook.runAll([`console.log("RESULTS" + globalThis.results());`]);
    if (attempt === ATTEMPTS || printed?.stdout.includes("RESULTS")) {
      return playedRows(printed?.stdout ?? "", printed?.stderr ?? "");
    }
  }
}

function withError(
  played: Played = { facts: [], holds: true, error: undefined },
  error: string | undefined,
): Played {
  return error === undefined ? played : { ...played, error };
}

function cellsOf(row: Row, index: number, host: Host, place: Workspace, folder: string): readonly string[] {
  if (row.kind === "modules") {
    const path = join(place.path, folder);
    writeFileSync(join(path, "program.mjs"), program(row, index, host, path));
    return [`await import("./${folder}/program.mjs");`];
  }
  const { steps, probe, end } = script(row, index, host, `./${folder}`);
  const cells = steps.flatMap((each) => [...each, probe]);
  return host === "tslab" ? fewer([...cells, end], probe) : [...cells, end];
}

/**
 * Each probe in one cell with what follows it, for a host that is slow; unless that declares something, which in tslab is
 * undefined from the cell's first line on.
 */
function fewer(cells: readonly string[], probe: string): readonly string[] {
  const takesProbe = (cell: string | undefined): boolean =>
    cell !== undefined && cell !== probe && !DECLARATION.test(cell);
  return cells.flatMap((cell, index) => {
    if (cells[index - 1] === probe && takesProbe(cell)) return [`${probe}\n${cell}`];
    return cell === probe && takesProbe(cells[index + 1]) ? [] : [cell];
  });
}

const DECLARATION = /^(?:const|let|class|function|async function|enum)\b/m;

function setup(host: Host): readonly string[] {
  switch (host) {
    case "deno":
      return [`import { cache, defineOnce } from "define-once";\nawait import("./prelude.mjs");`];
    case "tslab":
      return [`import { cache, defineOnce } from "define-once";`, `require("./prelude.cjs");`];
    default:
      return [`var { cache, defineOnce } = require("define-once");`, `require("./prelude.cjs");`];
  }
}

async function start(host: Host, cwd: string): Promise<Notebook> {
  switch (host) {
    case "deno":
      return deno({ cwd });
    case "tslab":
      return oneByOne(forgiving(await tslab({ cwd, cellTimeout: UNHEARD })), (cell) => [cell]);
    case "ijavascript":
      return ijavascript({ cwd });
    default:
      return oneByOne(attentive(await repl(cwd)), statementsOf);
  }
}

/** One input after another, up to an error. */
function oneByOne(session: Notebook, inputsOf: (cell: string) => readonly string[]): Notebook {
  return {
    close: () => session.close(),
    runAll: async (cells) => {
      const results: CellResult[] = [];
      for (const input of cells.flatMap(inputsOf)) {
        results.push(...(await session.runAll([input])));
        if (results.at(-1)?.status === "error") break;
      }
      return results;
    },
  };
}

/**
 * tslab does not wait until a message is sent before it sends the next, and so loses one now and then: the cell ran, and
 * nobody hears that it ended. What it should have recorded is looked at in the end.
 */
function forgiving(session: Notebook): Notebook {
  const unheard: CellResult = { status: "ok", stdout: "", stderr: "", displays: [], error: undefined };
  return {
    close: () => session.close(),
    runAll: (cells) =>
      session.runAll(cells).catch((error: unknown) => {
        if (String(error).includes("did not finish")) return [unheard];
        throw error;
      }),
  };
}

/** A REPL prints some errors as `Uncaught:` and a line of their own. */
function attentive(session: Notebook): Notebook {
  return {
    close: () => session.close(),
    runAll: async (inputs) => {
      const results = await session.runAll(inputs);
      return results.map((result) =>
        /^Uncaught/m.test(result.stdout) ? { ...result, status: "error" } : result,
      );
    },
  };
}

/** What begins at the start of a line, and closes nothing. */
function statementsOf(cell: string): readonly string[] {
  return cell.split(/\n(?=[^\s})\]])/).filter((text) => text !== "");
}
