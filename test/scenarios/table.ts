// The whole table, in the order in which hosts play it. A row's number tells its names from those of all others.

import type { Host, Row } from "./row.ts";
import { CLASS_ROWS } from "./rows-classes.ts";
import { CLOSURE_ROWS } from "./rows-closures.ts";
import { EFFECT_ROWS } from "./rows-effects.ts";
import { HELPER_ROWS } from "./rows-helpers.ts";
import { MEMOIZER_ROWS } from "./rows-memoizers.ts";
import { MODULE_ROWS } from "./rows-modules.ts";
import { MOMENT_ROWS } from "./rows-moments.ts";
import { NOTEBOOK_ROWS } from "./rows-notebooks.ts";
import { OPAQUE_ROWS } from "./rows-opaque.ts";
import { VALUE_ROWS } from "./rows-values.ts";

export const TABLE: readonly Row[] = [
  ...HELPER_ROWS,
  ...VALUE_ROWS,
  ...CLOSURE_ROWS,
  ...CLASS_ROWS,
  ...OPAQUE_ROWS,
  ...EFFECT_ROWS,
  ...MOMENT_ROWS,
  ...MEMOIZER_ROWS,
  ...NOTEBOOK_ROWS,
  ...MODULE_ROWS,
];

/** The rows that a host plays, by their number. */
export function rowsOf(host: Host): ReadonlyMap<number, Row> {
  return new Map([...TABLE.entries()].filter(([, row]) => applies(row, host)));
}

/** Whether a host has an answer to a row. */
export function applies({ exceptions }: Row, host: Host): boolean {
  const exception = exceptions[host];
  return exception === undefined || exception.outcomes !== undefined;
}
