// Applies a row to functions and compares fingerprints.

import { reasonOfLoss } from "./adjudicated.ts";
import { batches } from "./batches.ts";
import { isKept, type Meaning, meaningOf } from "./fingerprint.ts";
import type { Excused, Loss, Row, RowResult } from "./row.ts";
import { type Unit, unwrapped, wrapped } from "./wrap.ts";

// Long enough that beginning costs little, short enough that one bad function costs little.
const BATCH_SIZE = 60_000;

/** What a row does to functions; `before` has the meaning of each unit, by number. */
export async function rowResult(
  row: Row,
  units: readonly Unit[],
  before: ReadonlyMap<number, Meaning>,
): Promise<RowResult> {
  const start = performance.now();
  const texts = await textsAfter(row.transform, units);
  const isKeptAs = ({ id, source }: Unit, text: string): boolean =>
    isKept(before.get(id), meaningOf(text, source.isMethod));
  const lost: Unit[] = [];
  for (const unit of units) {
    const text = texts.get(unit.id);
    if (text === undefined || isKeptAs(unit, text)) continue;
    // What a tool did for the sake of another function in the program does not count.
    const alone = (await transformed(row.transform, [unit])).get(unit.id);
    if (alone === undefined || !isKeptAs(unit, alone)) lost.push(unit);
    else texts.set(unit.id, alone);
  }
  const suspects = lost.filter(({ source }) => row.unobserved?.pattern.test(source.text));
  const unobserved =
    row.unobserved === undefined
      ? new Map<number, string>()
      : await textsAfter(row.unobserved.transform, suspects);
  const losses: Loss[] = [];
  const excused: Excused[] = [];
  for (const unit of lost) {
    const { path, isMethod, text } = unit.source;
    const loss = { path, isMethod, before: text, after: texts.get(unit.id) ?? "" };
    const other = unobserved.get(unit.id);
    const reason =
      other !== undefined && isKeptAs(unit, other) ? row.unobserved?.reason : reasonOfLoss(row.name, text);
    if (reason === undefined) losses.push(loss);
    else excused.push({ ...loss, reason });
  }
  return {
    name: row.name,
    goal: row.goal,
    functions: texts.size,
    touched: units.filter(({ id, source }) => texts.has(id) && texts.get(id) !== source.text).length,
    kept: texts.size - lost.length,
    losses,
    excused,
    failed: units.filter(({ id }) => !texts.has(id)).map(({ source }) => source.text),
    seconds: (performance.now() - start) / 1000,
  };
}

/** What a tool makes of the texts of units, by number; those on which it fails are missing. */
async function textsAfter(transform: Row["transform"], units: readonly Unit[]): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (const batch of batches(units, BATCH_SIZE))
    for (const [id, text] of await transformed(transform, batch)) found.set(id, text);
  return found;
}

/** The texts that a tool makes of a batch; where it fails on it, of its halves. */
async function transformed(
  transform: Row["transform"],
  batch: readonly Unit[],
): Promise<ReadonlyMap<number, string>> {
  const [first] = batch;
  if (first === undefined) return new Map();
  try {
    return unwrapped(await transform(wrapped(batch), first.goal), batch);
  } catch {
    if (batch.length === 1) return new Map();
    const middle = batch.length >> 1;
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const found = await Promise.all(halves.map((half) => transformed(transform, half)));
    return new Map(found.flatMap((each) => [...each]));
  }
}
