// The demo from beginning to end: a kernel starts, the rounds are run and checked, the lines are printed.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../kernels/binary.ts";
import { deno } from "../kernels/deno.ts";
import type { Kernel } from "../kernels/kernel.ts";
import { countOf, durationText } from "../src/report/quantity.ts";
import type { Count } from "../src/units.ts";
import { type Claim, claims, type Played } from "./claims.ts";
import { type Cell, codeCells, notebookFile } from "./notebook.ts";
import { ROUNDS } from "./rounds.ts";
import { runAll } from "./run-all.ts";
import { type Screen, watched } from "./screen.ts";
import { resultOf, roundLines, roundTitle, titleLine } from "./table.ts";
import { workOf } from "./work.ts";

const NOTEBOOK = "examples/analysis.ipynb";

/** Shows everything. True if every expectation held; rejects if the notebook could not be run. */
export async function show(screen: Screen): Promise<boolean> {
  const path = join(ROOT, NOTEBOOK);
  const notebook = codeCells(notebookFile(path));
  const folder = mkdtempSync(join(tmpdir(), "define-once-demo-"));
  process.env.DEFINE_ONCE_DIR = folder;
  const started = (): Promise<Kernel> =>
    watched(screen, "starting Deno's notebook kernel", deno({ cwd: dirname(path) }));
  try {
    return await play(started, notebook, screen);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(
  started: () => Promise<Kernel>,
  notebook: readonly Cell[],
  screen: Screen,
): Promise<boolean> {
  let kernel = await started();
  try {
    return await playRounds(
      () => kernel,
      async () => {
        await kernel.close();
        kernel = await started();
      },
      notebook,
      screen,
    );
  } finally {
    await kernel.close();
  }
}

async function playRounds(
  kernel: () => Kernel,
  restart: () => Promise<void>,
  notebook: readonly Cell[],
  screen: Screen,
): Promise<boolean> {
  const { paint, print } = screen;
  print(`${paint("bold", NOTEBOOK)} in Deno's notebook kernel: Run All, ${ROUNDS.length} times`);
  print("");
  print(titleLine(screen));

  const sources: (readonly Cell[])[] = [notebook];
  const played: Played[] = [];
  const failures: string[] = [];
  let checked: Count = 0;
  for (const [index, round] of ROUNDS.entries()) {
    const cells = await round.cells(sources);
    const title = roundTitle(round, index);
    if (round.isRestarted) await restart();
    const outcome = await watched(screen, title, runAll(kernel(), cells)).catch((error: unknown) => {
      throw new Error(`Round ${title} could not be run.`, { cause: error });
    });
    const before = played.map((other) => other.outcome);
    // The counters of a new kernel begin at nothing.
    const now: Played = { round, outcome, work: workOf(outcome, round.isRestarted ? [] : before) };
    const last = before.at(-1);
    for (const line of roundLines(now, index, last && resultOf(last), screen)) print(line);
    print("");

    const all = claims(now, played);
    checked += all.length;
    failures.push(...failed(all).map((text) => `round ${title}: ${text}`));
    sources.push(cells);
    played.push(now);
  }

  print(speedLine(played, screen));
  if (failures.length === 0) {
    print(`${paint("green", "✓")} ${countOf(checked, "expectation")} checked, all hold`);
    return true;
  }
  print(paint("red", `✗ ${failures.length} of ${countOf(checked, "expectation")} failed:`));
  for (const failure of failures) print(`  ${failure}`);
  return false;
}

function failed(all: readonly Claim[]): readonly string[] {
  return all.flatMap(({ text, but }) => (but === undefined ? [] : [`${text}; ${but}`]));
}

function speedLine([cold, again]: readonly Played[], { paint }: Screen): string {
  if (cold === undefined || again === undefined) throw new Error("There are fewer than two rounds.");
  const times = Math.floor(cold.outcome.took / again.outcome.took);
  const [slow, fast] = [durationText(cold.outcome.took), durationText(again.outcome.took)];
  return `Run All: ${slow} cold, ${fast} again: ${paint("bold", paint("green", `${times} times faster`))}`;
}
