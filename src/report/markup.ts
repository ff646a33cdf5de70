// HTML as a type of its own: what is not marked as markup is escaped, so that no text of a user can become an element.

import { visible } from "./visible.ts";

/** A piece of finished HTML. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: markup as it is, text escaped, lists joined, `undefined` and `false` as nothing. */
export type Part = Markup | string | number | undefined | false | readonly Part[];

/**
 * HTML from a template; every text in it is escaped for elements and for quoted attributes alike.
 *
 * @example
 * html`<b>${"a < b"}</b>`.markup // "<b>a &lt; b</b>"
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: fixed.reduce((whole, text, index) => whole + partText(parts[index - 1]) + text) };
}

/** Text for an element or a quoted attribute; control characters are made visible, since they are errors in HTML. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function partText(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return escaped(String(part));
  return "markup" in part ? part.markup : part.map(partText).join("");
}
