// The rows of which memory is measured: those about keys, with as many entries in all.

import { KEY_ROWS, type Row } from "./rows.ts";
import type { Count } from "./subject.ts";

/** What an entry takes for each subject, in one row. */
export interface MemoryReport {
  readonly key: string;
  readonly title: string;
  readonly subjects: readonly MemoryFigure[];
}

export interface MemoryFigure {
  readonly name: string;
  readonly isOurs: boolean;
  /** What the heap and what lies beside it grew by, for each entry. Undefined where it was not measured. */
  readonly bytes: number | undefined;
  /** Why it was not, or with how many entries. */
  readonly note: string;
}

const ENTRIES: Count = 100_000;

const TITLES: Readonly<Record<string, string>> = {
  "number-100k": "one number",
  "text-short": "one short string",
  "text-1kb": "one string of 1 kB",
  three: "three primitives",
  abc: "a fresh { a, b, c }",
  nested: "nested objects",
  floats: "an array of 100 floats",
};

/** Their keys, in the order of the table. */
export const MEMORY_KEYS: readonly string[] = Object.keys(TITLES);

/** A row with as many entries as all others have. */
export function memoryRow(key: string): Row {
  const row = KEY_ROWS.find((each) => each.key === key);
  const title = TITLES[key];
  if (row === undefined || title === undefined)
    throw new Error(`There is no row ${key}; there are ${MEMORY_KEYS.join(", ")}.`);
  return { ...row, title, setup: { ...row.setup, entries: ENTRIES } };
}
