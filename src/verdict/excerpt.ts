// The lines around a difference, printed like a unified diff.

import type { Count } from "../units.ts";
import type { SourceRange } from "./verdict.ts";

/** More lines of one side than this are cut, with a line that says how many. */
const MOST_LINES: Count = 6;

/**
 * Both sides' lines, removed ones first.
 *
 * @example
 * // @@ -2 +2 @@
 * // -  return a + b;
 * // +  return a - b;
 */
export function excerpt(
  before: string,
  after: string,
  ranges: { readonly before: SourceRange; readonly after: SourceRange },
): string {
  const left = linesOf(before, ranges.before);
  const right = linesOf(after, ranges.after);
  const header = `@@ -${hunk(ranges.before.line, left)} +${hunk(ranges.after.line, right)} @@`;
  return [header, ...marked("-", left), ...marked("+", right)].join("\n");
}

function linesOf(text: string, { start, end }: SourceRange): readonly string[] {
  const first = text.lastIndexOf("\n", start - 1) + 1;
  const last = text.indexOf("\n", end);
  return text.slice(first, last === -1 ? text.length : last).split("\n");
}

function hunk(line: Count, lines: readonly string[]): string {
  return lines.length === 1 ? `${line}` : `${line},${lines.length}`;
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => `${mark}${line.trimEnd()}`);
  const hidden = lines.length - shown.length;
  return hidden === 0 ? shown : [...shown, `${mark} … ${hidden} more ${hidden === 1 ? "line" : "lines"}`];
}
