// Which functions share a program: as many as fit, but never two of which one declares a name that stands in the other, since
// a tool would take one for a part of the other.

import type { Unit } from "./wrap.ts";

/** A batch that still has room. */
interface Open {
  readonly units: Unit[];
  readonly declared: Set<string>;
  readonly words: Set<string>;
  length: number;
}

const MOST_OPEN = 40;

/** Lists of units, each with so many characters or little more. */
export function batches(units: readonly Unit[], size: number): readonly (readonly Unit[])[] {
  const done: (readonly Unit[])[] = [];
  for (const goal of ["script", "module"] as const) {
    const open: Open[] = [];
    for (const unit of units.filter((each) => each.goal === goal)) {
      const words = new Set(unit.source.text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
      const fitting = open.find((batch) => fits(batch, unit, words));
      const batch: Open = fitting ?? { units: [], declared: new Set(), words: new Set(), length: 0 };
      if (fitting === undefined) open.push(batch);
      batch.units.push(unit);
      batch.length += unit.source.text.length;
      for (const word of words) batch.words.add(word);
      if (unit.source.declares !== undefined) batch.declared.add(unit.source.declares);
      const [oldest] = open;
      if (batch.length > size) {
        open.splice(open.indexOf(batch), 1);
        done.push(batch.units);
      } else if (open.length > MOST_OPEN && oldest !== undefined) {
        open.shift();
        done.push(oldest.units);
      }
    }
    done.push(...open.map((batch) => batch.units));
  }
  return done;
}

function fits(batch: Open, { source }: Unit, words: ReadonlySet<string>): boolean {
  if (source.declares !== undefined && batch.words.has(source.declares)) return false;
  for (const name of batch.declared) if (words.has(name)) return false;
  return true;
}
