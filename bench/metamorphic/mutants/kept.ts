// The mutants that have the fingerprint of the function they were made of.

import { isKept, type Meaning, meaningOf } from "../fingerprint.ts";
import { randomFor } from "../random.ts";
import { type Unit, unitsOf } from "../wrap.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";

/** What became of the mutants. */
export interface MutantResult {
  /** Mutants that are functions at all. */
  readonly mutants: number;
  /** How many by operator. */
  readonly byOperator: ReadonlyMap<string, number>;
  readonly invalid: number;
  readonly kept: readonly Mutant[];
}

/** Makes about so many mutants of the units, as evenly as they allow, and compares fingerprints. */
export function keptMutants(
  units: readonly Unit[],
  before: ReadonlyMap<number, Meaning>,
  count: number,
  seed: number,
  progress: (mutants: number) => void,
): MutantResult {
  const byOperator = new Map<string, number>();
  const kept: Mutant[] = [];
  let mutants = 0;
  let invalid = 0;
  for (const [index, unit] of units.entries()) {
    // What small functions could not give, those that follow give.
    const most = Math.ceil((count - mutants) / (units.length - index));
    for (const mutant of mutantsOf(unit, most, randomFor(unit.source.text, seed))) {
      const after = meaningOf(mutant.after, unit.source.isMethod);
      if (after === undefined) {
        invalid += 1;
        continue;
      }
      mutants += 1;
      byOperator.set(mutant.operator, (byOperator.get(mutant.operator) ?? 0) + 1);
      if (isKept(before.get(unit.id), after) && mutantUnit(mutant) !== undefined) kept.push(mutant);
    }
    if (index % 1000 === 999) progress(mutants);
  }
  return { mutants, byOperator, invalid, kept };
}

/** The mutant as a unit; undefined where a stricter parser than ours finds it is no function. */
export function mutantUnit({ source, after }: Mutant): Unit | undefined {
  const [unit] = unitsOf([{ ...source, text: after }]);
  return unit;
}
