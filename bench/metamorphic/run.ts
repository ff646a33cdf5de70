// Tries the normal form on the corpus: transforms that must not change it, mutations that must, and the goals.
// usage: see README.md

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rowResult } from "./apply.ts";
import { rankedCauses } from "./causes.ts";
import { corpus, packageList, sourceFiles } from "./corpus.ts";
import { type Meaning, meaningOf } from "./fingerprint.ts";
import { countGoal, type Goal, goalText, mutantGoals, rowGoals } from "./goals.ts";
import { keptMutants } from "./mutants/kept.ts";
import { judged } from "./mutants/survivors.ts";
import { random, sampled } from "./random.ts";
import type { RowResult } from "./row.ts";
import { allRows } from "./rows/all.ts";
import { causesText, examplesText, mutantsText, rowsText, survivorsText } from "./table.ts";
import { unitsOf } from "./wrap.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    functions: { type: "string", default: "2500" },
    mutants: { type: "string", default: "50500" },
    seed: { type: "string", default: "1" },
    rows: { type: "string", default: "" },
    packages: { type: "string" },
    examples: { type: "string" },
  },
});

const seed = Number(values.seed);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const save = (name: string, text: string): void => {
  if (values.examples === undefined) return;
  mkdirSync(values.examples, { recursive: true });
  writeFileSync(`${values.examples}/${name}.txt`, text);
};

const found = corpus(sourceFiles(packageList(values.packages)));
const chosen = values.full
  ? found.functions
  : sampled(found.functions, Number(values.functions), random(seed));
const units = unitsOf(chosen);
const before = new Map<number, Meaning>();
for (const { id, source } of units) {
  const meaning = meaningOf(source.text, source.isMethod);
  if (meaning !== undefined) before.set(id, meaning);
}
console.log(
  `${found.functions.length} functions of ${new Set(found.functions.map(({ path }) => path.split("/")[0])).size} packages ` +
    `(${found.tooLong} longer ones left out, ${found.unread.length} files not read); ${chosen.length} chosen by seed ${seed}, ` +
    `${chosen.length - units.length} cannot stand alone, ${units.length - before.size} not understood\n`,
);
const goals: Goal[] = [countGoal("functions in the corpus", found.functions.length, 15_000)];

const results: RowResult[] = [];
for (const row of (await allRows(seed)).filter(({ name }) => new RegExp(values.rows).test(name))) {
  const result = await rowResult(row, units, before);
  say(`${row.name}: ${result.kept} of ${result.functions} kept, ${result.seconds.toFixed(1)} s`);
  save(row.name.replace(/\W+/g, "-"), examplesText(rankedCauses([result])));
  results.push(result);
}
console.log(rowsText(results));
console.log(causesText(rankedCauses(results)));
goals.push(...rowGoals(results));

if (Number(values.mutants) > 0) {
  const made = keptMutants(units, before, Number(values.mutants), seed, (count) => say(`${count} mutants`));
  const survivors = await judged(made.kept, (count) =>
    say(`${count} of ${made.kept.length} survivors judged`),
  );
  save("survivors", survivorsText(survivors));
  console.log(`${mutantsText(made, survivors)}\n`);
  goals.push(countGoal("mutants", made.mutants, 50_000), ...mutantGoals(made, survivors));
}

console.log(goalText(goals));
process.exitCode = goals.every(({ isMet }) => isMet) ? 0 : 1;
