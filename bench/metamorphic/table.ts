// Text from results: tables with a first column to the left and the others to the right.

import type { Cause } from "./causes.ts";
import type { RowResult } from "./row.ts";

const MOST_CAUSES = 40;
const EXAMPLES = 3;

/** Lines of cells under headings; each column as wide as its widest cell. */
export function tableText(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [headings, ...lines];
  const widths = headings.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  const padded = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return all.map((cells) => cells.map(padded).join("  ").trimEnd()).join("\n");
}

/** A share as a percentage that is 100.00 only if it is all. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "-";
  return (Math.floor((part / whole) * 10_000) / 100).toFixed(2);
}

/** The table of transforms. */
export function rowsText(results: readonly RowResult[]): string {
  return tableText(
    ["transform", "functions", "touched", "kept", "%", "failed", "s"],
    results.map(({ name, functions, touched, kept, failed, seconds }) => [
      name,
      String(functions),
      String(touched),
      String(kept),
      shareText(kept, functions),
      String(failed.length),
      seconds.toFixed(1),
    ]),
  );
}

/** The causes that cost most. */
export function causesText(causes: readonly Cause[]): string {
  const lines = causes.slice(0, MOST_CAUSES).map(({ title, losses }) => [title, String(losses.length)]);
  const rest = causes.length - lines.length;
  return `\n${tableText(["first difference of the normal forms", "lost"], lines)}\n${rest > 0 ? `and ${rest} more\n` : ""}`;
}

/** The causes with the shortest functions that each of them cost. */
export function examplesText(causes: readonly Cause[]): string {
  return causes
    .map(({ title, losses }) => {
      const shown = losses
        .slice(0, EXAMPLES)
        .map(({ path, before, after }) => `-- ${path}\n${before}\n-- becomes\n${after}\n`);
      return `==== ${losses.length}: ${title}\n${shown.join("\n")}`;
    })
    .join("\n");
}
