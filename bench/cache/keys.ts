// The time of a hit, of cache() and of its peers: npx tsx bench/cache/keys.ts [--json] [row ...]

import { median } from "../statistics.ts";
import { DEPENDENCY_ROWS } from "./dependency-rows.ts";
import { goalsOf } from "./goals.ts";
import { messageOf } from "./processes.ts";
import { nanosecondsOf, type RowReport } from "./report.ts";
import { RESULT_ROWS } from "./result-rows.ts";
import { KEY_ROWS } from "./rows.ts";
import { confusionText, goalText, rowText } from "./table.ts";

/** Up to this spread of quartiles, times of two runs agree. */
const QUIET = 0.1;

const isJson = process.argv.includes("--json");
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const all = [...KEY_ROWS, ...RESULT_ROWS, ...DEPENDENCY_ROWS].map(({ key }) => key);
for (const key of asked)
  if (!all.includes(key)) throw new Error(`There is no row ${key}; there are ${all.join(", ")}.`);

if (!isJson) {
  console.log(
    `Node ${process.versions.node}, V8 ${process.versions.v8}. Medians; noise: distance of the quartiles.`,
  );
  console.log("wrong: confused of those that differ, computed again of those that are equal, throws.\n");
}
const rows: RowReport[] = [];
for (const key of asked.length === 0 ? all : asked) {
  // The row's process sends what report.ts describes: one version of both is here.
  const report = (await messageOf("row-process.ts", [key])) as RowReport;
  rows.push(report);
  if (!isJson) console.log(rowText(report));
}
const goals = goalsOf(rows);
const noise = median(
  rows.flatMap(({ subjects }) =>
    subjects.flatMap(({ figure }) => (figure.kind === "timed" ? [figure.times.spread] : [])),
  ),
);
if (isJson) {
  console.log(
    JSON.stringify({ node: process.versions.node, v8: process.versions.v8, noise, rows, goals }, null, 2),
  );
} else {
  console.log(`${confusionText(rows)}\n`);
  for (const row of rows.filter(({ kind }) => kind === "dependencies")) {
    const [none = Number.NaN, ...others] = row.subjects.map(
      (subject) => nanosecondsOf(subject) ?? Number.NaN,
    );
    const differences = others.map(
      (each, index) => `${row.subjects[index + 1]?.name}: ${(each - none).toFixed(1)} ns`,
    );
    console.log(`More than without dependencies: ${differences.join("; ")}\n`);
  }
  console.log(goalText(goals));
  const isQuiet =
    noise <= QUIET ? "the machine was quiet" : "the machine was busy: trust ratios, not figures";
  console.log(`\nNoise, median of all lines: ${(noise * 100).toFixed(0)} %; ${isQuiet}.`);
}
