// A line with ANSI escapes as spans of one style each: the codes of src/report/paint.ts, and no others.

import type { Ink } from "../src/report/paint.ts";

/** A stretch of text of one style. */
export interface Span {
  readonly text: string;
  readonly inks: readonly Ink[];
}

/** What each SGR code does to the inks in use. */
const BEGIN: ReadonlyMap<string, Ink> = new Map<string, Ink>([
  ["1", "bold"],
  ["2", "dim"],
  ["31", "red"],
  ["32", "green"],
  ["33", "yellow"],
  ["34", "blue"],
  ["36", "cyan"],
]);
const END: ReadonlyMap<string, readonly Ink[]> = new Map<string, readonly Ink[]>([
  ["22", ["bold", "dim"]],
  ["39", ["red", "green", "yellow", "blue", "cyan"]],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what begins a code
const CODE = /\u001b\[(\d+)m/;

/** The spans of a line, none empty. Throws at a code that paint.ts does not use. */
export function spans(line: string): readonly Span[] {
  // Splitting by a group gives text, code, text, code, ...
  const parts = line.split(CODE);
  const found: Span[] = [];
  let inks: readonly Ink[] = [];
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 0) {
      if (part !== "") found.push({ text: part, inks });
      continue;
    }
    const begun = BEGIN.get(part);
    const ended = END.get(part);
    if (begun !== undefined) inks = [...inks, begun];
    else if (ended !== undefined) inks = inks.filter((ink) => !ended.includes(ink));
    else throw new Error(`The code ${part} is none that the demo's lines should hold.`);
  }
  return found;
}
