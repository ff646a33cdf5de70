// What it costs to understand a function's text: parsed, resolved, brought to its normal form and digested. Real functions
// of about 30 lines, then texts of growing length, whose cost a line must not grow, and texts too deep for any stack.
//
//     npm run build && npm ci --prefix bench/metamorphic && npx tsx bench/fingerprint.ts

import { codeOfText } from "../dist/fingerprint/code.js";
import { corpus, packageList, sourceFiles } from "./metamorphic/corpus.ts";
import { median, quantile } from "./statistics.ts";

const ROUNDS = 20;

/** Microseconds that one answer takes. */
function timeOf(text: string): number {
  const start = performance.now();
  codeOfText(text);
  return (performance.now() - start) * 1000;
}

/** The text with something in it that no round before had: what was understood once is remembered. */
function edited(text: string, round: number): string {
  return text.replace(/\}$/, `;"round ${round}"}`);
}

/** The median of each text over some rounds, in which the texts follow each other as cells do. */
function timesOf(texts: readonly string[], rounds: number): readonly number[] {
  const rows = texts.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, text] of texts.entries()) rows[index]?.push(timeOf(edited(text, round)));
  }
  // The first rounds are those of the compiler.
  return rows.map((row) => median(row.slice(Math.floor(rounds / 4))));
}

const linesOf = (text: string): number => text.split("\n").length;

const functions = corpus(sourceFiles(packageList(undefined))).functions.map(({ text }) => text);
const thirty = functions.filter((text) => {
  const isOfSize = linesOf(text) >= 28 && linesOf(text) <= 32;
  // Where a statement can stand at the end.
  return isOfSize && text.endsWith("}") && codeOfText(edited(text, -1)).state === "parsed";
});
const times = timesOf(thirty, ROUNDS);
console.log(`Node ${process.versions.node}; microseconds, medians of ${ROUNDS} rounds\n`);
console.log(
  `${thirty.length} functions of 28 to 32 lines: median ${median(times).toFixed(0)}, 95 % below ${quantile(times, 0.95).toFixed(0)}`,
);

/** One function of many lines: the bodies of real ones, each in a block of its own. */
function longText(lines: number): string {
  const bodies: string[] = [];
  let count = 0;
  for (const text of thirty.filter((each) => each.startsWith("function "))) {
    bodies.push(`xs.push(${text});`);
    count += linesOf(text);
    if (count >= lines) break;
  }
  while (count < lines) {
    const again = bodies.slice(0, Math.ceil((lines - count) / 30));
    bodies.push(...again);
    count += linesOf(again.join("\n"));
  }
  return `function long(xs) {\n${bodies.join("\n")}\nreturn xs;\n}`;
}

console.log("\n lines         ms   us a line");
for (const lines of [100, 1_000, 10_000]) {
  const text = longText(lines);
  const [time = Number.NaN] = timesOf([text], ROUNDS);
  console.log(
    `${String(linesOf(text)).padStart(6)} ${(time / 1000).toFixed(1).padStart(10)} ${(time / linesOf(text)).toFixed(1).padStart(11)}`,
  );
}

const DEPTH = 100_000;
console.log(`\nnested ${DEPTH.toLocaleString("en")} times`);
for (const [title, text] of [
  ["parentheses", `x => ${"(".repeat(DEPTH)}x${")".repeat(DEPTH)}`],
  ["blocks", `function f() {${"{".repeat(DEPTH)}${"}".repeat(DEPTH)}}`],
  ["operators", `x => x${" && x".repeat(DEPTH)}`],
  ["branches", `x => { ${"if (x) {} else ".repeat(DEPTH)}x() }`],
] as const) {
  const time = timeOf(text) / 1000;
  console.log(`${title.padEnd(12)} ${codeOfText(text).state}, ${time.toFixed(0)} ms`);
}
