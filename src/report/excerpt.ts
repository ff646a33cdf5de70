// The lines of a change of code, ready to be shown.

import type { SessionEvent } from "../session/event.ts";
import type { Count } from "../units.ts";
import type { ChangeReason } from "../verdict/verdict.ts";
import { cutTo } from "./columns.ts";
import { visible } from "./visible.ts";

/** Minified code may stand on one line; nobody reads on after this. */
const LONGEST: Count = 240;

/** A line of a unified excerpt, with its sign. */
export interface ExcerptLine {
  readonly side: "before" | "after" | "both";
  /** On one line, of at most 240 columns, without control characters; begins with "-", "+" or a space. */
  readonly text: string;
}

/** The excerpt of an event that changed or restored code, without the position (the sentence says it); empty for every other event. */
export function excerptLines(event: SessionEvent): readonly ExcerptLine[] {
  const reason = reasonOf(event);
  if (reason?.kind !== "code" || reason.difference.excerpt === "") return [];
  const lines = reason.difference.excerpt.split(/\r?\n/).filter((line) => !line.startsWith("@@ "));
  return lines.map((line) => {
    const side = line.startsWith("-") ? "before" : line.startsWith("+") ? "after" : "both";
    return { side, text: cutTo(visible(line.replaceAll("\t", "  ")).trimEnd(), LONGEST) };
  });
}

function reasonOf(event: SessionEvent): ChangeReason | undefined {
  if (event.type !== "defined") return undefined;
  if (event.verdict.kind === "changed") return event.verdict.reason;
  return event.verdict.kind === "restored" ? event.verdict.undone : undefined;
}
