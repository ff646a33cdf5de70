// A table for terminals: whatever its cells hold, no line is wider than it may be. Columns that matter less are left out
// first, then the flexible ones shrink, and only then is anything cut.

import type { Count } from "../units.ts";
import { columnsOf, fitted } from "./columns.ts";
import { visible } from "./visible.ts";

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** 0 is never left out; the highest is left out first. */
  readonly rank: Count;
  /** The columns that it may shrink to; a column without it keeps its natural width. */
  readonly minimum?: Count;
}

/** A cell: its text, and how to colour what is left of it after cutting and padding. */
export interface Cell {
  readonly text: string;
  /** Default: unchanged. It must not change the width. */
  readonly paint?: (shown: string) => string;
}

/** Columns between two columns. */
const GAP: Count = 2;

/**
 * The lines of a table: its titles, then one line a row, none wider than `width` (at least 1) and none with trailing spaces.
 *
 * @param title - colours a title; it must not change the width.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: Count,
  title: (shown: string) => string,
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })));
  const natural = columns.map((column, index) =>
    Math.max(columnsOf(column.title), ...cells.map((row) => columnsOf(row[index]?.text ?? ""))),
  );
  const widths = widthsFor(columns, natural, width);
  const titles = columns.map((column): Cell => ({ text: column.title, paint: title }));
  return [titles, ...cells].map((row) => lineOf(row, columns, widths));
}

function lineOf(row: readonly Cell[], columns: readonly Column[], widths: readonly Count[]): string {
  const shown = columns.flatMap((column, index) => {
    const width = widths[index] ?? 0;
    if (width === 0) return [];
    return [{ text: fitted(row[index]?.text ?? "", width, column.align), paint: row[index]?.paint }];
  });
  return shown
    .map(({ text, paint }, index) => {
      const kept = index === shown.length - 1 ? text.trimEnd() : text;
      return paint === undefined ? kept : paint(kept);
    })
    .join(" ".repeat(GAP));
}

/** The width of each column; 0 for one that is left out. */
function widthsFor(columns: readonly Column[], natural: readonly Count[], width: Count): readonly Count[] {
  const least = columns.map((column, index) => Math.min(natural[index] ?? 0, column.minimum ?? Infinity));
  let kept = columns.map((_, index) => index);
  const room = (): Count =>
    width - sum(kept.map((index) => least[index] ?? 0)) - GAP * Math.max(0, kept.length - 1);

  // Leave out whole columns while even the least widths do not fit.
  while (room() < 0) {
    const last = kept.reduce((worst, index) => (rank(columns, index) > rank(columns, worst) ? index : worst));
    if (rank(columns, last) === 0) break;
    kept = kept.filter((index) => index !== last);
  }

  const widths = columns.map((_, index) => (kept.includes(index) ? (least[index] ?? 0) : 0));
  if (room() < 0) return cutDown(widths, width);

  // Give what is left to the narrowest column that could use more, one at a time, so that none starves.
  for (let left = room(); left > 0; left--) {
    const hungry = kept.filter((index) => (widths[index] ?? 0) < (natural[index] ?? 0));
    const [first] = hungry.sort((one, other) => (widths[one] ?? 0) - (widths[other] ?? 0));
    if (first === undefined) break;
    widths[first] = (widths[first] ?? 0) + 1;
  }
  return widths;
}

/** Nothing can be left out any more: the columns from the left take what there is. */
function cutDown(widths: readonly Count[], width: Count): readonly Count[] {
  let left = width;
  return widths.map((own) => {
    const taken = Math.max(0, Math.min(own, left));
    left -= taken + (taken > 0 ? GAP : 0);
    return taken;
  });
}

function rank(columns: readonly Column[], index: number): Count {
  return columns[index]?.rank ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
