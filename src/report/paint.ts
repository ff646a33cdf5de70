// ANSI colours, as one function that a report asks for once.

import type { Tone } from "./phrase.ts";

/** What reports colour, named as terminals name it. */
export type Ink = "bold" | "dim" | "red" | "green" | "yellow" | "blue" | "cyan";

/** Wraps a text in an ink. */
export type Paint = (ink: Ink, text: string) => string;

/** SGR codes to begin and end with (ECMA-48, 8.3.117). */
const CODES: Readonly<Record<Ink, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

/** The ink of each sort of news. */
export const INKS: Readonly<Record<Tone, Ink>> = {
  new: "blue",
  kept: "green",
  restored: "cyan",
  changed: "yellow",
  accepted: "green",
  forgotten: "red",
};

/** Paints with ANSI escapes, or, without colour, returns each text as it is. */
export function paintOf(color: boolean): Paint {
  if (!color) return (_, text) => text;
  return (ink, text) => {
    const [begin, end] = CODES[ink];
    return text === "" ? "" : `\u001b[${begin}m${text}\u001b[${end}m`;
  };
}
