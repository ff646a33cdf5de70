// `status()` and `explain()` as text for a terminal of a given width, with or without colour.

import type { SessionEvent } from "../session/event.ts";
import type { DefinitionFacts, ExplanationFacts } from "../session/facts.ts";
import type { Count, Milliseconds } from "../units.ts";
import { cutTo, wrapped } from "./columns.ts";
import { INKS, type Ink, type Paint, paintOf } from "./paint.ts";
import { eventPhrase, headline, toneOf } from "./phrase.ts";
import { type Phrase, phraseText } from "./piece.ts";
import { agoText, bytesText, countText, durationText } from "./quantity.ts";
import { scopeTails } from "./scope.ts";
import { nameText } from "./sentence.ts";
import { type Cell, type Column, tableLines } from "./table.ts";
import { cacheText, fateText, totalsText } from "./totals.ts";
import { visible } from "./visible.ts";

/** How text is to be set. */
export interface TextOptions {
  /** Columns that no line may exceed; at least 1. */
  readonly width: Count;
  /** Whether ANSI escapes may be used. */
  readonly color: boolean;
}

/** Stands where a definition without a cache has no figure. */
const NONE = "–";

const COLUMNS: readonly Column[] = [
  { title: "name", align: "left", rank: 0, minimum: 8 },
  { title: "scope", align: "left", rank: 3, minimum: 8 },
  { title: "kept", align: "right", rank: 4 },
  { title: "redefined", align: "right", rank: 6 },
  { title: "hits", align: "right", rank: 5 },
  { title: "misses", align: "right", rank: 7 },
  { title: "size", align: "right", rank: 8 },
  { title: "saved", align: "right", rank: 2 },
  { title: "latest", align: "left", rank: 1, minimum: 14 },
];

/** All definitions as a table; lines are separated by "\n", without a trailing one. */
export function statusText(rows: readonly DefinitionFacts[], { width, color }: TextOptions): string {
  const paint = paintOf(color);
  const room = roomOf(width);
  const totals = wrapped(totalsText(rows), room);
  if (rows.length === 0) return totals.join("\n");

  const tails = scopeTails(rows.map((row) => row.scope));
  const scoped = tails.size > 1;
  const cells = rows.map((row) => statusCells(row, tails.get(row.scope) ?? row.scope, paint));
  const table = tableLines(
    COLUMNS.filter((column) => scoped || column.title !== "scope"),
    cells.map((row) => row.filter((_, index) => scoped || COLUMNS[index]?.title !== "scope")),
    room,
    (title) => paint("dim", title),
  );
  return [...totals, "", ...table].join("\n");
}

/**
 * One definition: its figures, its last decisions with the code that changed, and what is not compared. Lines are
 * separated by "\n", without a trailing one.
 *
 * @param options.now - the moment to which "3 min ago" refers.
 */
export function explanationText(
  { definition, events, notCompared, remarks }: ExplanationFacts,
  { width, color, now }: TextOptions & { readonly now: Milliseconds },
): string {
  const paint = paintOf(color);
  const room = roomOf(width);
  const figures = [fateText(definition), cacheText(definition)];
  const lines = [
    ...titleLines(definition, room, paint),
    ...figures.flatMap((line) => wrapped(line, room)).map((line) => paint("dim", line)),
    ...(events.length === 0 ? [] : ["", ...events.flatMap((event) => eventLines(event, { width: room, now }, paint))]),
  ];
  const notes = [...remarks.map((remark) => visible(remark)), ...notComparedText(notCompared)];
  if (notes.length > 0) lines.push("", ...notes.flatMap((note) => wrapped(note, room, 2)));
  return lines.join("\n");
}

/** `Not compared: a, b.`, as a list of none or one. */
export function notComparedText(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`Not compared: ${names.map(nameText).join(", ")}.`];
}

/** What a definition is and where: `function in model.ts`. */
export function placeText(definition: DefinitionFacts): string {
  const tail = scopeTails([definition.scope]).get(definition.scope) ?? "";
  return tail === "" ? definition.kind : `${definition.kind} in ${nameText(tail)}`;
}

function statusCells(row: DefinitionFacts, scope: string, paint: Paint): readonly Cell[] {
  const { cache } = row;
  const figure = (text: string | undefined): Cell =>
    text === undefined ? { text: NONE, paint: (shown) => paint("dim", shown) } : { text };
  return [
    { text: nameText(row.name), paint: (shown) => paint("bold", shown) },
    { text: scope, paint: (shown) => paint("dim", shown) },
    figure(countText(row.kept)),
    figure(countText(row.redefined)),
    figure(cache && countText(cache.hits)),
    figure(cache && countText(cache.misses)),
    figure(cache && bytesText(cache.bytes)),
    figure(cache && durationText(cache.saved)),
    phraseCell(headline(row.latest), INKS[toneOf(row.latest)], paint),
  ];
}

function phraseCell(phrase: Phrase, ink: Ink, paint: Paint): Cell {
  return { text: phraseText(phrase), paint: (shown) => leadPainted(shown, phrase, ink, paint) };
}

function titleLines(definition: DefinitionFacts, width: Count, paint: Paint): readonly string[] {
  const name = nameText(definition.name);
  return wrapped(`${name}  ${placeText(definition)}`, width).map((line, index) =>
    index === 0 && line.startsWith(name) ? paint("bold", name) + line.slice(name.length) : line,
  );
}

/** One decision: when, what, and, for a change of code, the lines that differ. */
function eventLines(
  event: SessionEvent,
  { width, now }: { readonly width: Count; readonly now: Milliseconds },
  paint: Paint,
): readonly string[] {
  const ink = INKS[toneOf(event)];
  const phrase = eventPhrase(event);
  const when = agoText(event.at, now);
  const lines = wrapped(`● ${phraseText(phrase)}, ${when}`, width, 2).map((line) => {
    if (!line.startsWith("● ")) return line;
    return `${paint(ink, "●")} ${leadPainted(line.slice(2), phrase, ink, paint)}`;
  });
  return [...lines, ...excerptLines(event).map((line) => `${excerptPainted(line, width, paint)}`)];
}

/** The unified excerpt of a change of code; empty for every other event. */
export function excerptLines(event: SessionEvent): readonly string[] {
  if (event.type !== "defined" || event.verdict.kind !== "changed") return [];
  const { reason } = event.verdict;
  if (reason.kind !== "code" || reason.difference.excerpt === "") return [];
  return reason.difference.excerpt
    .split(/\r?\n/)
    .map((line) => visible(line.replaceAll("\t", "  ")).trimEnd());
}

function excerptPainted(line: string, width: Count, paint: Paint): string {
  const shown = cutTo(width < 24 ? line : `    ${line}`, width);
  if (line.startsWith("+")) return paint("green", shown);
  if (line.startsWith("-")) return paint("red", shown);
  return paint("dim", shown);
}

/** Colours the decision at the beginning of what is left of a phrase. */
function leadPainted(shown: string, phrase: Phrase, ink: Ink, paint: Paint): string {
  const [first] = phrase;
  if (first?.kind !== "lead" || !shown.startsWith(first.text)) return shown;
  return paint(ink, first.text) + shown.slice(first.text.length);
}

/** A width that lines can be set in: at least 1; 80 when it is no number. */
function roomOf(width: Count): Count {
  return Number.isNaN(width) ? 80 : Math.max(1, Math.floor(width));
}
