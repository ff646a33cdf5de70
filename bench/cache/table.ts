// Text from figures: tables with a first column to the left and the others to the right.

import type { Goal } from "./goals.ts";
import { MAP } from "./map.ts";
import { nanosecondsOf, type RowReport, type SubjectReport } from "./report.ts";

/** Lines of cells under headings; each column as wide as its widest cell. */
export function tableText(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [headings, ...lines];
  const widths = headings.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 || column === headings.length - 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Nanoseconds in the unit that suits them. */
export function timeText(nanoseconds: number): string {
  if (nanoseconds < 1000) return `${nanoseconds.toFixed(1)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1000).toFixed(2)} us`;
  return `${(nanoseconds / 1e6).toFixed(2)} ms`;
}

const ratioText = (a: number | undefined, b: number | undefined): string =>
  a === undefined || b === undefined ? "" : (a / b).toFixed(2);

/** A row as a table: the fastest first, those without a time last. */
export function rowText(row: RowReport): string {
  const own = nanosecondsOf(row.subjects.find(({ isOurs }) => isOurs));
  const map = nanosecondsOf(row.subjects.find(({ name }) => name === MAP));
  const time = (report: SubjectReport): number => nanosecondsOf(report) ?? Number.POSITIVE_INFINITY;
  const lines = [...row.subjects]
    .sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)))
    .map((report) => lineOf(report, own, map));
  return `${row.title}\n${tableText([row.key, "a hit", "noise", "to ours", "to a Map", "wrong", "here"], lines)}\n`;
}

function lineOf(report: SubjectReport, own: number | undefined, map: number | undefined): readonly string[] {
  const { figure, name, handing } = report;
  if (figure.kind === "untimed")
    return [`  ${name}`, "", "", "", "", wrongText(report), `not available: ${figure.why}`];
  const { median, spread } = figure.times;
  const here = handing ?? figure.check;
  return [
    `  ${name}`,
    timeText(median),
    `${(spread * 100).toFixed(0)} %`,
    ratioText(median, own),
    ratioText(median, map),
    wrongText(report),
    here,
  ];
}

/** Confused of those that differ, missed of those that are equal, throws. */
function wrongText({ confusion }: SubjectReport): string {
  if (confusion === undefined) return "";
  const { confused, missed, threw, different, equal } = confusion;
  return `${confused.length}/${different} ${missed.length}/${equal} ${threw.length}`;
}

/** Which pairs each subject gets wrong, once for each kind of arguments. */
export function confusionText(rows: readonly RowReport[]): string {
  const lines = new Map<string, string>();
  for (const { shape, subjects } of rows) {
    for (const { name, version, confusion } of subjects) {
      if (confusion === undefined) continue;
      const parts = [
        `  confuses ${listed(confusion.confused)}`,
        `  computes again ${listed(confusion.missed)}`,
        `  throws on ${listed(confusion.threw)}`,
      ];
      lines.set(`${shape} ${name}`, `${name} ${version}, set up for ${SHAPES[shape]}\n${parts.join("\n")}`);
    }
  }
  return [...lines.values()].join("\n");
}

const SHAPES = { one: "one primitive", several: "primitives", structure: "structures" } as const;

function listed(titles: readonly string[]): string {
  return titles.length === 0 ? "nothing" : `${titles.length}: ${titles.join("; ")}`;
}

/** Each goal, whether it is met, and by how much. */
export function goalText(goals: readonly Goal[]): string {
  return goals
    .map(({ title, isMet, figure }) => `${isMet ? "met   " : "FAILED"}  ${title}: ${figure}`)
    .join("\n");
}
