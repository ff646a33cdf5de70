// `status()` and `explain()` as text for a terminal of a given width, with or without colour.

import type { DefinitionFacts, ExplanationFacts } from "../session/facts.ts";
import type { Count, Milliseconds } from "../units.ts";
import { columnsOf, fitted, wrapped } from "./columns.ts";
import { excerptLines } from "./excerpt.ts";
import { cacheText, dependencyTexts, fateText, placeText, totalsText } from "./figures.ts";
import { INKS, type Ink, type Paint, paintOf } from "./paint.ts";
import { alone, eventPhrase, headline, toneOf } from "./phrase.ts";
import { type Phrase, phraseText } from "./piece.ts";
import { agoText, bytesText, countText, durationText } from "./quantity.ts";
import { scopeTails } from "./scope.ts";
import { nameText } from "./sentence.ts";
import { type Cell, type Column, tableLines } from "./table.ts";
import { visible } from "./visible.ts";

/** How text is to be set. */
export interface TextOptions {
  /** Columns that no line may exceed; at least 1. */
  readonly width: Count;
  /** Whether ANSI escapes may be used. */
  readonly color: boolean;
}

/** Below this a table would hold little but ellipses, and a column of times would leave no room for what happened. */
const NARROW: Count = 36;

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
  { title: "latest", align: "left", rank: 1, minimum: 20 },
];

/** All definitions as a table; lines are separated by "\n", without a trailing one. */
export function statusText(rows: readonly DefinitionFacts[], { width, color }: TextOptions): string {
  const paint = paintOf(color);
  const room = roomOf(width);
  const totals = wrapped(totalsText(rows), room);
  if (rows.length === 0) return totals.join("\n");
  const lines = room < NARROW ? rows.flatMap((row) => narrowRow(row, room, paint)) : table(rows, room, paint);
  return [...totals, "", ...lines].join("\n");
}

/**
 * One definition: its figures, its last decisions with the code that changed, and what it depends on. Lines are
 * separated by "\n", without a trailing one.
 *
 * @param options.now - the moment to which "3 min ago" refers.
 */
export function explanationText(
  { definition, events, remarks, ...dependencies }: ExplanationFacts,
  { width, color, now }: TextOptions & { readonly now: Milliseconds },
): string {
  const paint = paintOf(color);
  const room = roomOf(width);
  const figures = [fateText(definition), cacheText(definition)].flatMap((line) => wrapped(line, room));
  const lines = [...titleLines(definition, room, paint), ...figures.map((line) => paint("dim", line))];

  const ages = events.map((event) => agoText(event.at, now));
  const margin = room < NARROW ? 0 : Math.max(0, ...ages.map(columnsOf));
  if (events.length > 0) lines.push("");
  for (const [index, event] of events.entries()) {
    const phrase = alone(eventPhrase(event));
    lines.push(...decisionLines(ages[index] ?? "", phrase, INKS[toneOf(event)], room, margin, paint));
    const indent = margin === 0 ? 0 : margin + 4;
    for (const { side, text } of excerptLines(event, room - indent)) {
      const ink = side === "after" ? "green" : side === "before" ? "red" : "dim";
      lines.push(paint(ink, " ".repeat(indent) + text));
    }
  }

  const notes = [...remarks.map(visible), ...dependencyTexts(dependencies)];
  if (notes.length > 0) lines.push("", ...notes.flatMap((note) => wrapped(note, room, 2)));
  return lines.join("\n");
}

function table(rows: readonly DefinitionFacts[], width: Count, paint: Paint): readonly string[] {
  const tails = scopeTails(rows.map((row) => row.scope));
  const shown = COLUMNS.filter((column) => tails.size > 1 || column.title !== "scope");
  const cells = rows.map((row) => {
    const all = tableCells(row, tails.get(row.scope) ?? row.scope, paint);
    return shown.map((column) => all[COLUMNS.indexOf(column)] ?? { text: "" });
  });
  return tableLines(shown, cells, width, (title) => paint("dim", title));
}

/** One cell for each of `COLUMNS`. */
function tableCells(row: DefinitionFacts, scope: string, paint: Paint): readonly Cell[] {
  const { cache } = row;
  const phrase = headline(row.latest);
  const ink = INKS[toneOf(row.latest)];
  const dim = (shown: string): string => paint("dim", shown);
  const figure = (text: string | undefined): Cell =>
    text === undefined ? { text: NONE, paint: dim } : { text };
  return [
    { text: nameText(row.name), paint: (shown) => paint("bold", shown) },
    { text: scope, paint: dim },
    figure(countText(row.kept)),
    figure(countText(row.redefined)),
    figure(cache && countText(cache.hits)),
    figure(cache && countText(cache.misses)),
    figure(cache && bytesText(cache.bytes)),
    figure(cache && durationText(cache.saved)),
    { text: phraseText(phrase), paint: (shown) => leadPainted(shown, phrase, ink, paint) },
  ];
}

/** Where a table has no room: the name, and what became of it. */
function narrowRow(row: DefinitionFacts, width: Count, paint: Paint): readonly string[] {
  const name = nameText(row.name);
  return boldStart(wrapped(`${name} ${phraseText(headline(row.latest))}`, width, 2), name, paint);
}

function titleLines(row: DefinitionFacts, width: Count, paint: Paint): readonly string[] {
  const name = nameText(row.name);
  return boldStart(wrapped(`${name}  ${placeText(row)}`, width), name, paint);
}

function boldStart(lines: readonly string[], start: string, paint: Paint): readonly string[] {
  const [first = "", ...rest] = lines;
  return first.startsWith(start) ? [paint("bold", start) + first.slice(start.length), ...rest] : lines;
}

/** One decision: when (on the left, or behind where the margin is 0) and what. */
function decisionLines(
  age: string,
  phrase: Phrase,
  ink: Ink,
  width: Count,
  margin: Count,
  paint: Paint,
): readonly string[] {
  const text = phraseText(phrase);
  if (margin === 0) {
    const [first = "", ...rest] = wrapped(`${text}, ${age}`, width, 2);
    return [leadPainted(first, phrase, ink, paint), ...rest];
  }
  return wrapped(text, width - margin - 2).map((line, index) =>
    index === 0
      ? `${paint("dim", fitted(age, margin, "right"))}  ${leadPainted(line, phrase, ink, paint)}`
      : `${" ".repeat(margin + 2)}${line}`,
  );
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
