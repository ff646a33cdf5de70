// How many columns a text takes in a terminal, and cutting, padding and wrapping by that measure. All texts here are
// single lines without control characters (see visible.ts).

import type { Count } from "../units.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Printable ASCII, where columns are characters. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Two columns, by East Asian Width (Unicode 16: Wide and Fullwidth), or because terminals draw it as an emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4dc0-\u4dff\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d37f}\u{1f200}-\u{1f26f}\u{20000}-\u{3fffd}])/u;

/** No column of its own: combining marks, joiners, the later jamo of a Hangul syllable, tags. */
const ZERO = /^[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7ff\u200b-\u200f\u2060-\u2064\ufeff\u{e0000}-\u{e0fff}]/u;

/** A character with the marks that are drawn on it. */
const CHARACTER = new RegExp(`[^](?:${ZERO.source.slice(1)})*`, "gu");

/** Several code points that terminals draw as one picture: a flag, a keycap, a skin tone, a family. */
const PICTURE =
  /^(?:\p{RI}\p{RI}|\p{Emoji}\ufe0f|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Extended_Pictographic}.*\u200d\p{Extended_Pictographic})/u;

/**
 * The columns that a text takes in a terminal.
 *
 * @example
 * columnsOf("naïve") // 5
 * columnsOf("日本 👍🏽") // 7
 */
export function columnsOf(text: string): Count {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += graphemeColumns(segment);
  return columns;
}

/** The text, cut to at most `columns` (at least 1) with an ellipsis where something is missing. */
export function cutTo(text: string, columns: Count): string {
  if (text.length <= columns && PLAIN.test(text)) return text;
  // A megabyte of code must not be segmented to its end; what is behind this many units is cut in any case.
  const most = 256 + columns * 32;
  const isLong = text.length > most;
  let taken = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(isLong ? text.slice(0, most) : text)) {
    taken += graphemeColumns(segment);
    // The last character may have been cut through.
    if (taken > columns || (isLong && index + segment.length === most)) return `${text.slice(0, end)}…`;
    if (taken < columns) end = index + segment.length;
  }
  return text;
}

/** The text cut to `columns` and filled up to it with spaces, on its right or (`align: "right"`) on its left. */
export function fitted(text: string, columns: Count, align: "left" | "right" = "left"): string {
  const shown = cutTo(text, columns);
  const space = " ".repeat(Math.max(0, columns - columnsOf(shown)));
  return align === "left" ? shown + space : space + shown;
}

/**
 * The text broken at spaces into lines of at most `columns` (at least 1); a longer word is broken anywhere.
 *
 * @param hang - spaces before every line but the first; default 0. Ignored where it would leave less than 12 columns.
 */
export function wrapped(text: string, columns: Count, hang: Count = 0): readonly string[] {
  const indent = columns - hang < 12 ? "" : " ".repeat(hang);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  // An empty line takes a word without a space; `fresh` tells it from a line that holds an empty word.
  let fresh = true;
  const close = (): void => {
    lines.push(line);
    line = indent;
    used = indent.length;
    fresh = true;
  };

  for (const word of text.split(" ")) {
    const wide = columnsOf(word);
    const space = fresh ? 0 : 1;
    if (used + space + wide <= columns) {
      line += fresh ? word : ` ${word}`;
      used += space + wide;
      fresh = false;
      continue;
    }
    if (!fresh) close();
    for (const part of partsOf(word, columns - indent.length)) {
      const own = graphemeColumns(part);
      if (used + own > columns && !fresh) close();
      // Only a wide character in a single column remains too wide here.
      const shown = used + own > columns ? "…" : part;
      line += shown;
      used += shown === part ? own : 1;
      fresh = false;
    }
  }
  lines.push(line);
  return lines;
}

/** The clusters of a word; one that is wider than `columns` (they have no longest: ᄀ가) as its characters. */
function* partsOf(word: string, columns: Count): Generator<string> {
  for (const { segment } of graphemes.segment(word)) {
    if (graphemeColumns(segment) <= columns) yield segment;
    else yield* segment.match(CHARACTER) ?? [];
  }
}

function graphemeColumns(grapheme: string): Count {
  if (PICTURE.test(grapheme)) return 2;
  // Terminals without conjunct shaping draw every spacing letter of a cluster, so a cluster takes their sum.
  let columns = 0;
  for (const character of grapheme) {
    if (!ZERO.test(character)) columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}
