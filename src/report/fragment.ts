// Two pieces of code or two values, shortened so that what differs stays in sight.

import type { Count } from "../units.ts";
import { columnsOf, cutTo } from "./columns.ts";
import { oneLine, visible } from "./visible.ts";

/** Columns that a fragment may take in a sentence. */
export const FRAGMENT: Count = 48;

/** Characters kept before the first difference when the beginning is left out. */
const LEAD = 8;

/** One text on one line, of at most `columns`; default 48. */
export function fragment(text: string, columns: Count = FRAGMENT): string {
  return cutTo(oneLine(text), columns);
}

/**
 * Both texts on one line each, of at most `columns`, cut around the first place where they differ.
 *
 * @example
 * fragmentPair("x.map(f)\n  .filter(a)", "x.map(f)\n  .filter(b)", 12) // ["…filter(a)", "…filter(b)"], roughly
 */
export function fragmentPair(
  before: string,
  after: string,
  columns: Count = FRAGMENT,
): readonly [string, string] {
  let sides: readonly [string, string] = [oneLine(before), oneLine(after)];
  // Sides that differ only in line breaks or tabs (inside a template literal, say) must still look different.
  if (sides[0] === sides[1]) sides = [visible(before), visible(after)];
  const shown = [cutTo(sides[0], columns), cutTo(sides[1], columns)] as const;
  if (shown[0] === sides[0] && shown[1] === sides[1]) return shown;

  const same = commonPrefix(sides[0], sides[1]);
  const prefix = sides[0].slice(0, same);
  if (same <= columns && columnsOf(prefix) <= columns / 2) return shown;
  const start = Math.max(0, same - LEAD);
  return [focused(sides[0], start, columns), focused(sides[1], start, columns)];
}

/** How many UTF-16 units the texts share from their beginning. */
function commonPrefix(one: string, other: string): Count {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function focused(text: string, start: Count, columns: Count): string {
  // A cut through a surrogate pair leaves half a character; it goes with the part left out.
  const from = /^[\udc00-\udfff]/.test(text.slice(start, start + 1)) ? start + 1 : start;
  return cutTo(`…${text.slice(from)}`, columns);
}
