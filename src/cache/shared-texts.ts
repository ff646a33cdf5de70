// One object for equal short texts in kept keys. Calls repeat the names of modes and columns: compared with one object instead of
// thousands, they stay in the processor's cache, and take the memory of one.

import type { Count } from "../units.ts";

// V8 makes a longer part of a text a window on the whole, which would stay in memory with it.
const LONGEST: Count = 12;
const MOST: Count = 1000;

const texts = new Map<string, string>();

/** The token itself, or the text that stands for all that are equal to it. */
export function sharedToken(token: unknown): unknown {
  if (typeof token !== "string" || token.length > LONGEST) return token;
  const known = texts.get(token);
  if (known !== undefined) return known;
  if (texts.size === MOST) texts.clear();
  texts.set(token, token);
  return token;
}
