// A round as lines of a table: what became of each definition and why, what was computed, what that saved.

import { columnsOf, fitted, wrapped } from "../src/report/columns.ts";
import { INKS, type Paint } from "../src/report/paint.ts";
import { headline, toneOf } from "../src/report/phrase.ts";
import { phraseText } from "../src/report/piece.ts";
import { durationText } from "../src/report/quantity.ts";
import type { Count, Milliseconds } from "../src/units.ts";
import type { Played } from "./claims.ts";
import { NAMES, type Round } from "./rounds.ts";
import type { Outcome } from "./run-all.ts";
import type { Work } from "./work.ts";

/** Columns of the mark, the names, and each figure. */
const MARK: Count = 2;
const NAME: Count = Math.max(...NAMES.map(columnsOf)) + 2;
const FIGURE: Count = 9;

const RAN = "●";
const HELD = "✓";

interface Style {
  readonly width: Count;
  readonly paint: Paint;
}

/** What the marks mean, and the titles of the columns. */
export function titleLine({ width, paint }: Style): string {
  const marks = `${RAN} computed  ${HELD} from the cache`;
  const figures = fitted("time", FIGURE, "right") + fitted("saved", FIGURE, "right");
  return paint("dim", fitted(marks, width - 2 * FIGURE) + figures);
}

/** The name of a round: `3 formatted`. */
export function roundTitle({ title }: Round, index: Count): string {
  return `${index + 1} ${title}`;
}

/** All lines of a round that has run; the last round's result is repeated only where it differs. */
export function roundLines(
  { round, outcome, work }: Played,
  index: Count,
  lastResult: string | undefined,
  style: Style,
): readonly string[] {
  const { width, paint } = style;
  const saved = NAMES.reduce((total, name) => total + work[name].saved, 0);
  const title = roundTitle(round, index);
  const detail = fitted(`  ${round.detail}`, width - columnsOf(title) - 2 * FIGURE);
  const head = paint("bold", title) + paint("dim", detail) + figures(outcome.took, saved, style, true);
  const result = resultOf(outcome);
  const shown = result === lastResult ? [] : [resultLine(result, style)];
  return [head, ...NAMES.flatMap((name) => definitionLines(name, work[name], style)), ...shown];
}

/** What the notebook found, in a line. */
export function resultOf({ shown }: Outcome): string {
  return shown.neighbours.replaceAll("**", "");
}

function definitionLines(name: string, work: Work, style: Style): readonly string[] {
  const { width, paint } = style;
  const { event, misses, spent, saved } = work;
  const ran = misses > 0;
  const isKept = event.verdict.kind === "kept" || event.verdict.kind === "restored";
  const reason = phraseText(headline(event)) + (isKept && ran ? "; asked with a new argument" : "");
  const [first = "", ...more] = wrapped(reason, width - MARK - NAME - 2 * FIGURE - 1);
  const ink = INKS[toneOf(event)];
  // The verdict itself is the first word.
  const [verdict = ""] = /^\w+/.exec(first) ?? [];
  const told = paint(ink, verdict) + first.slice(verdict.length);
  const gap = " ".repeat(Math.max(0, width - MARK - NAME - 2 * FIGURE - columnsOf(first)));
  const mark = ran ? paint("yellow", RAN) : paint("green", HELD);
  return [
    `${mark} ${fitted(name, NAME)}${told}${gap}${figures(ran ? spent : undefined, saved, style, false)}`,
    ...more.map((line) => " ".repeat(MARK + NAME) + line),
  ];
}

function resultLine(result: string, { width, paint }: Style): string {
  const text = fitted(result, width - MARK - NAME).trimEnd();
  return `${" ".repeat(MARK)}${paint("dim", fitted("result", NAME))}${paint("bold", text)}`;
}

/** A time that was needed, and one that was not. */
function figures(
  needed: Milliseconds | undefined,
  saved: Milliseconds,
  { paint }: Style,
  isTotal: boolean,
): string {
  const left = fitted(needed === undefined ? "–" : durationText(needed), FIGURE, "right");
  const right = fitted(saved > 0 ? durationText(saved) : "", FIGURE, "right").trimEnd();
  const plain = isTotal ? paint("bold", left) : needed === undefined ? paint("dim", left) : left;
  return plain + (right === "" ? "" : paint("green", right));
}
