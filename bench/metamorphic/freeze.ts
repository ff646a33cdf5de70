// Writes the frozen part of this bench: pairs of texts with the answer that must be given, for tests that have no tools.
// usage: tsx bench/metamorphic/freeze.ts [--seed 7] [--functions 600]

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { batches } from "./batches.ts";
import { corpus, packageList, sourceFiles } from "./corpus.ts";
import { isKept, meaningOf } from "./fingerprint.ts";
import { type Mutant, mutantsOf } from "./mutants/mutants.ts";
import { judged } from "./mutants/survivors.ts";
import { type Random, random, sampled } from "./random.ts";
import { allRows } from "./rows/all.ts";
import { type Unit, unitsOf, unwrapped, wrapped } from "./wrap.ts";

/** A pair: `by` is the tool that made one of the other. */
interface Pair {
  readonly by: string;
  readonly isMethod: boolean;
  readonly before: string;
  readonly after: string;
}

const LONGEST = 1200;
const FUNCTIONS_OF_A_ROW = 150;
const PAIRS_OF_A_ROW = 30;
const MUTANTS_OF_AN_OPERATOR = 16;
const MUTANTS_OF_A_FUNCTION = 12;

const { values } = parseArgs({
  options: { seed: { type: "string", default: "7" }, functions: { type: "string", default: "600" } },
});
const next = random(Number(values.seed));
const { functions } = corpus(sourceFiles(packageList(undefined)));
const short = functions.filter(({ text }) => text.length > 40 && text.length < LONGEST);
const units = unitsOf(sampled(short, Number(values.functions), next));

save("kept", await keptPairs(units, next));
save("changed", await changedPairs(units, next));

/** What tools make of functions, where the fingerprint is kept: it must stay so. */
async function keptPairs(from: readonly Unit[], chance: Random): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const row of await allRows(Number(values.seed))) {
    const found: Pair[] = [];
    for (const batch of batches(sampled(from, FUNCTIONS_OF_A_ROW, chance), LONGEST)) {
      if (found.length >= PAIRS_OF_A_ROW * 2) break;
      const texts = unwrapped(await row.transform(wrapped(batch), batch[0]?.goal ?? "script"), batch);
      for (const { id, source } of batch) {
        const after = texts.get(id) ?? source.text;
        const [one, other] = [source.text, after].map((text) => meaningOf(text, source.isMethod));
        if (after !== source.text && isKept(one, other))
          found.push({ by: row.name, isMethod: source.isMethod, before: source.text, after });
      }
    }
    process.stderr.write(`${row.name}: ${found.length}\n`);
    pairs.push(...sampled(found, PAIRS_OF_A_ROW, chance));
  }
  return pairs;
}

/** Mutants that did something else when both sides ran: they must stay changed. */
async function changedPairs(from: readonly Unit[], chance: Random): Promise<readonly Pair[]> {
  const byOperator = new Map<string, Mutant[]>();
  for (const unit of from) {
    for (const mutant of mutantsOf(unit, MUTANTS_OF_A_FUNCTION, chance)) {
      const known = byOperator.get(mutant.operator) ?? [];
      byOperator.set(mutant.operator, [...known, mutant]);
    }
  }
  const pairs: Pair[] = [];
  for (const [operator, mutants] of byOperator) {
    const results = await judged(sampled(mutants, MUTANTS_OF_AN_OPERATOR, chance), () => {});
    for (const { mutant, verdict } of results) {
      const { source, after } = mutant;
      if (verdict.kind === "differs")
        pairs.push({ by: operator, isMethod: source.isMethod, before: source.text, after });
    }
    process.stderr.write(`${operator}: ${pairs.length} pairs so far\n`);
  }
  return pairs;
}

function save(name: string, pairs: readonly Pair[]): void {
  const path = new URL(`../../test/metamorphic/pairs/${name}.jsonl`, import.meta.url);
  writeFileSync(path, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
}
