// Applies a row to functions and compares fingerprints.

import { batches } from "./batches.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Loss, Row, RowResult } from "./row.ts";
import { type Unit, unwrapped, wrapped } from "./wrap.ts";

// Long enough that beginning costs little, short enough that one bad function costs little.
const BATCH_SIZE = 60_000;

/** What a row does to functions; `before` has the fingerprint of each unit, by number. */
export async function rowResult(
  row: Row,
  units: readonly Unit[],
  before: ReadonlyMap<number, string>,
): Promise<RowResult> {
  const start = performance.now();
  const losses: Loss[] = [];
  const failed: string[] = [];
  let kept = 0;
  let touched = 0;
  for (const batch of batches(units, BATCH_SIZE)) {
    const after = await transformed(row, batch);
    for (const { id, source } of batch) {
      const text = after.get(id);
      if (text === undefined) failed.push(source.text);
      else {
        if (text !== source.text) touched += 1;
        if (fingerprintOf(text, source.isMethod) === before.get(id)) kept += 1;
        else losses.push({ path: source.path, isMethod: source.isMethod, before: source.text, after: text });
      }
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    name: row.name,
    goal: row.goal,
    functions: kept + losses.length,
    touched,
    kept,
    losses,
    failed,
    seconds,
  };
}

/** The texts that a row makes of a batch; where the tool fails on it, of its halves. */
async function transformed(row: Row, batch: readonly Unit[]): Promise<ReadonlyMap<number, string>> {
  const [first] = batch;
  if (first === undefined) return new Map();
  try {
    return unwrapped(await row.transform(wrapped(batch), first.goal), batch);
  } catch {
    if (batch.length === 1) return new Map();
    const middle = batch.length >> 1;
    const halves = [batch.slice(0, middle), batch.slice(middle)];
    const found = await Promise.all(halves.map((half) => transformed(row, half)));
    return new Map(found.flatMap((each) => [...each]));
  }
}
