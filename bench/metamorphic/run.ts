// Runs the bench: corpus, transforms, causes, mutants, goals. See README.md.

import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rowResult } from "./apply.ts";
import { rankedCauses } from "./causes.ts";
import { corpus, packageList, sourceFiles } from "./corpus.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { random, sampled } from "./random.ts";
import type { Row, RowResult } from "./row.ts";
import { babelRows } from "./rows/babel.ts";
import { commentRows } from "./rows/comments.ts";
import { eslintRows } from "./rows/eslint.ts";
import { minifierRows } from "./rows/minifiers.ts";
import { prettierRows } from "./rows/prettier.ts";
import { causesText, examplesText, rowsText } from "./table.ts";
import { unitsOf } from "./wrap.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    functions: { type: "string", default: "2500" },
    seed: { type: "string", default: "1" },
    rows: { type: "string", default: "" },
    packages: { type: "string" },
    examples: { type: "string" },
  },
});

const seed = Number(values.seed);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const found = corpus(sourceFiles(packageList(values.packages), "js"));
say(`${found.functions.length} functions; ${found.tooLong} too long, ${found.unread.length} files not read`);
const chosen = values.full
  ? found.functions
  : sampled(found.functions, Number(values.functions), random(seed));
const units = unitsOf(chosen);
say(`${chosen.length} chosen, ${chosen.length - units.length} of them cannot stand alone`);

const before = new Map<number, string>();
for (const { id, source } of units) {
  const digest = fingerprintOf(source.text, source.isMethod);
  if (digest !== undefined) before.set(id, digest);
}
say(`${units.length - before.size} not understood`);

const all: readonly Row[] = [
  ...(await prettierRows()),
  ...commentRows(seed),
  ...babelRows(seed),
  ...(await eslintRows()),
  ...(await minifierRows()),
];
const results: RowResult[] = [];
for (const row of all.filter(({ name }) => new RegExp(values.rows).test(name))) {
  const result = await rowResult(row, units, before);
  say(`${row.name}: ${result.kept} of ${result.functions} kept, ${result.seconds.toFixed(1)} s`);
  results.push(result);
}

console.log(rowsText(results));
const causes = rankedCauses(results);
console.log(causesText(causes));
if (values.examples !== undefined) {
  mkdirSync(values.examples, { recursive: true });
  for (const result of results) {
    const name = result.name.replace(/\W+/g, "-");
    writeFileSync(`${values.examples}/${name}.txt`, examplesText(rankedCauses([result])));
  }
}
