// Text from results: tables with a first column to the left and the others to the right.

import { keyOf } from "./adjudicated.ts";
import type { Cause } from "./causes.ts";
import type { MutantResult } from "./mutants/kept.ts";
import { LIKENESS_RUNS, type Survivor } from "./mutants/survivors.ts";
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
    ["transform", "functions", "touched", "kept", "%", "adjudicated", "failed", "s"],
    results.map(({ name, functions, touched, kept, excused, failed, seconds }) => [
      name,
      String(functions),
      String(touched),
      String(kept),
      shareText(kept, functions),
      String(excused.length),
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

/** What became of the mutants: by operator how many, how many kept, and by what verdicts. */
export function mutantsText(result: MutantResult, survivors: readonly Survivor[]): string {
  const verdicts = new Map<string, number>();
  for (const { verdict } of survivors) {
    const title = titleOf(verdict);
    verdicts.set(title, (verdicts.get(title) ?? 0) + 1);
  }
  const kept = (operator: string): number =>
    survivors.filter(({ mutant, verdict }) => mutant.operator === operator && verdict.kind !== "no mutant")
      .length;
  const lines = [...result.byOperator]
    .sort(([, one], [, other]) => other - one)
    .map(([operator, count]) => [operator, String(count), String(kept(operator))]);
  const judged = [...verdicts].map(([title, count]) => [title, String(count)]);
  return [
    tableText(
      ["operator", "mutants", "kept"],
      [...lines, ["all", String(result.mutants), String(survivors.length)]],
    ),
    tableText(["verdict on those kept", ""], judged),
  ].join("\n\n");
}

function titleOf(verdict: Survivor["verdict"]): string {
  switch (verdict.kind) {
    case "unified":
      return `shown equivalent by ${verdict.by}`;
    case "alike":
      return `alike in ${LIKENESS_RUNS} runs that came to every part of both`;
    default:
      return verdict.kind;
  }
}

/** The mutants that nobody has shown to be equivalent, with their keys for adjudicated.json. */
export function survivorsText(survivors: readonly Survivor[]): string {
  return survivors
    .filter(({ verdict }) => verdict.kind === "differs" || verdict.kind === "unexplained")
    .sort((one, other) => one.mutant.after.length - other.mutant.after.length)
    .map(({ mutant: { source, operator, after }, verdict }) => {
      const key = keyOf(source.text, after);
      const runs =
        verdict.kind === "differs"
          ? `\n-- seed ${verdict.seed} logs\n${verdict.before}\n-- and\n${verdict.after}`
          : "";
      return `==== ${verdict.kind}: ${operator}, ${source.path}, key ${key}\n${source.text}\n-- becomes\n${after}${runs}\n`;
    })
    .join("\n");
}
