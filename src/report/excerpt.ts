// The lines of a change of code, ready to be shown in a given width with what differs in sight.

import type { SessionEvent } from "../session/event.ts";
import type { Count } from "../units.ts";
import type { ChangeReason, Difference } from "../verdict/verdict.ts";
import { columnsOf, cutTo } from "./columns.ts";
import { visible } from "./visible.ts";

/** Characters kept before the difference when a line's beginning is left out. */
const LEAD: Count = 12;

/** A line of a unified excerpt, with its sign. */
export interface ExcerptLine {
  readonly side: "before" | "after" | "both";
  /** On one line, without control characters; begins with "-", "+" or a space. */
  readonly text: string;
}

/**
 * The excerpt of an event that changed or restored code, without the position (the sentence says it); empty for every
 * other event.
 *
 * @param columns - the width of a line, its sign included, at least 1; default 240, since minified code may stand on one line.
 */
export function excerptLines(event: SessionEvent, columns: Count = 240): readonly ExcerptLine[] {
  const reason = reasonOf(event);
  if (reason?.kind !== "code" || reason.difference.excerpt === "") return [];
  const { difference } = reason;
  const lines = difference.excerpt.split(/\r?\n/).filter((line) => !line.startsWith("@@ "));
  return lines.map((line, index) => {
    const side = sideOf(line);
    // A range begins on its side's first line; the lines after it have no place to focus on.
    const isFirst = lines.findIndex((other) => sideOf(other) === side) === index;
    return { side, text: focused(line, isFirst ? startOf(difference, side) : 0, columns) };
  });
}

function reasonOf(event: SessionEvent): ChangeReason | undefined {
  if (!("verdict" in event)) return undefined;
  if (event.verdict.kind === "changed") return event.verdict.reason;
  return event.verdict.kind === "restored" ? event.verdict.undone : undefined;
}

function sideOf(line: string): ExcerptLine["side"] {
  if (line.startsWith("-")) return "before";
  return line.startsWith("+") ? "after" : "both";
}

/** Where the difference begins in its line of the excerpt: columns count from 1, and the sign takes one more place. */
function startOf(difference: Difference, side: ExcerptLine["side"]): Count {
  return side === "both" ? 0 : difference[side].column;
}

function focused(line: string, start: Count, columns: Count): string {
  const whole = shown(line);
  if (cutTo(whole, columns) === whole) return whole;
  if (start <= columns && columnsOf(shown(line.slice(0, start))) <= (columns * 2) / 3)
    return cutTo(whole, columns);
  const lead = Math.min(LEAD, Math.floor(columns / 3));
  return cutTo(`${line.slice(0, 1)}…${shown(line.slice(Math.max(1, start - lead)))}`, columns);
}

function shown(line: string): string {
  return visible(line.replaceAll("\t", "  ")).trimEnd();
}
