// Measures what an entry of one row takes, named on the command line, in a process of its own: what the heap and what lies
// beside it grow by while a subject is filled, after collections before and after. Arguments live on only where a subject
// keeps them.

import type { Bytes, Milliseconds } from "../../src/units.ts";
import { collectAll } from "./collect.ts";
import { bareMap } from "./map.ts";
import { type MemoryFigure, type MemoryReport, memoryRow } from "./memory-rows.ts";
import { ours } from "./ours.ts";
import { loadedPeers } from "./peers.ts";
import type { Row } from "./rows.ts";
import type { Call, Count, Subject } from "./subject.ts";

/** A subject that takes longer to fill is measured with what it has by then. */
const LONGEST: Milliseconds = 6000;
/** Fewer entries than this say nothing: a table's spare room would count more than its entries. */
const FEWEST: Count = 2000;

const [, , key] = process.argv;
const row = memoryRow(key ?? "");
const subjects = [ours(), ...(await loadedPeers()), bareMap];
const report: MemoryReport = {
  key: row.key,
  title: `${row.title}, ${row.setup.entries} entries`,
  subjects: subjects.map((subject) => figureOf(row, subject)),
};
process.send?.(report);

function figureOf({ args, fn, setup }: Row, subject: Subject): MemoryFigure {
  const { name, isOurs } = subject;
  // What a first call sets up once belongs to no entry.
  const warm = subject.remember(fn, setup);
  if (typeof warm === "string") return { name, isOurs, bytes: undefined, note: `not available: ${warm}` };
  warm.call(...args(0));
  const memory = subject.remember(fn, setup);
  if (typeof memory === "string") return { name, isOurs, bytes: undefined, note: memory };
  const before = usedBytes();
  const filled = fill(memory.call, args, setup.entries);
  const bytes = (usedBytes() - before) / filled;
  // Asked for after the measurement, so that what is measured cannot have been collected.
  const isKept = memory.runs() >= filled;
  if (filled < FEWEST) return { name, isOurs, bytes: undefined, note: `too slow: ${filled} entries` };
  const note = filled < setup.entries ? `with ${filled} entries: too slow for more` : "";
  return { name, isOurs, bytes, note: isKept ? note : `ran only ${memory.runs()} times` };
}

function fill(call: Call, args: Row["args"], entries: Count): Count {
  const deadline = performance.now() + LONGEST;
  for (let index = 0; index < entries; index++) {
    call(...args(index));
    if (performance.now() > deadline) return index + 1;
  }
  return entries;
}

function usedBytes(): Bytes {
  collectAll();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
