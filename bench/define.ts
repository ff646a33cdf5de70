// What `defineOnce` costs when a cell runs again, beside what the third rung of the article costs in Python, both in this
// run. A ratio of medians says more than either figure: the load of the machine is in both.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { cache, configure, defineOnce, explain, forget } from "../dist/index.js";
import { median, quantile } from "./statistics.ts";
import { SUBJECTS } from "./subjects.ts";

const ROUNDS = 400;
configure({ notices: false });
// What the cells see: the library, and what the subjects call.
Object.assign(globalThis, { once: { cache, defineOnce }, generator: () => () => 0.5 });

/**
 * Runs a cell that defines a function under each name, and gives the milliseconds that its statements took. Compiling the
 * cell is the kernel's work and is not counted. Cells follow each other without a pause, as Python's rounds do; they are
 * told apart as ijavascript's are, by a new object `$$`.
 */
function run(text: string, names: readonly string[] = ["subject"]): number {
  const statements = names.map((name) => `once.defineOnce(once.cache(${text}), { name: "${name}" });`);
  const cell = `{ const start = performance.now();\n${statements.join("\n")}\nperformance.now() - start }`;
  Object.assign(globalThis, { $$: {} });
  return vm.runInThisContext(cell);
}

/** Microseconds that one definition takes. */
function definitionTimes(textOf: (round: number) => string): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(run(textOf(round)) * 1000);
  return times.slice(ROUNDS / 4);
}

function expectVerdict(kind: string, by?: string): void {
  const latest = explain("subject").events.at(-1);
  const verdict = latest?.type === "defined" ? latest.verdict : undefined;
  if (verdict?.kind === kind && (by === undefined || ("by" in verdict && verdict.by === by))) return;
  throw new Error(`expected the verdict ${kind} ${by ?? ""}, got ${JSON.stringify(verdict)}`);
}

/** First that the verdicts are right, then how long they take. */
function measured(text: string): { readonly same: readonly number[]; readonly edited: readonly number[] } {
  const commented = (round: number): string => text.replace("{\n", `{\n  // edit ${round}\n`);
  run(text);
  run(text);
  expectVerdict("kept", "source");
  run(commented(0));
  expectVerdict("kept", "syntax");
  run(text.replace("0.95", "0.96"));
  expectVerdict("changed");
  const same = definitionTimes(() => text);
  // Every round has another comment, so that the text is never one that was seen before.
  const edited = definitionTimes(commented);
  expectVerdict("kept", "syntax");
  forget("subject");
  return { same, edited };
}

function pythonMedians(): { readonly version: string; readonly medians: readonly number[] } {
  const input = JSON.stringify({ texts: SUBJECTS.map(({ python }) => python), rounds: ROUNDS });
  const script = fileURLToPath(new URL("python.py", import.meta.url));
  const run = spawnSync("python3", [script], { input, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`python3 failed: ${run.stderr || run.error?.message}`);
  return JSON.parse(run.stdout);
}

const TEN = Array.from({ length: 10 }, (_, index) => `f${index}`);

/** A cell of ten definitions, run again and again; in every other run each text has a new comment. */
function cellTimes(text: string, isEdited: boolean): readonly number[] {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const shown = isEdited ? text.replace("{\n", `{\n  // edit ${round}\n`) : text;
    times.push(run(shown, TEN));
  }
  return times.slice(ROUNDS / 4);
}

const ours = SUBJECTS.map(({ javascript }) => measured(javascript));
const python = pythonMedians();
const again = SUBJECTS.map(({ javascript }) => measured(javascript));

console.log(
  `defineOnce on a re-run, Node ${process.versions.node}, against Python ${python.version}; medians in µs\n`,
);
console.log("lines   text unchanged   comment edited   Python   edited / Python");
for (const [index, { lines }] of SUBJECTS.entries()) {
  const same = median([...(ours[index]?.same ?? []), ...(again[index]?.same ?? [])]);
  const edited = median([...(ours[index]?.edited ?? []), ...(again[index]?.edited ?? [])]);
  const theirs = python.medians[index] ?? Number.NaN;
  const row = [lines, same.toFixed(1), edited.toFixed(1), theirs.toFixed(1), (edited / theirs).toFixed(2)];
  const widths = [5, 17, 17, 9, 18];
  console.log(row.map((cell, column) => String(cell).padStart(widths[column] ?? 10)).join(""));
}

console.log("\nA cell of ten functions, milliseconds at the median and the 99th percentile");
for (const { lines, javascript } of SUBJECTS.slice(0, 2)) {
  for (const isEdited of [false, true]) {
    const times = cellTimes(javascript, isEdited);
    const what = isEdited ? "each with a new comment" : "unchanged";
    console.log(`${lines} lines, ${what}: ${median(times).toFixed(3)}, ${quantile(times, 0.99).toFixed(3)}`);
  }
  for (const name of TEN) forget(name);
}
