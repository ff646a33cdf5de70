// `status()` and `explain()` as HTML for notebooks: one self-contained element without scripts or outside resources.

import type { SessionEvent } from "../session/event.ts";
import type { DefinitionFacts, ExplanationFacts } from "../session/facts.ts";
import type { Milliseconds } from "../units.ts";
import { excerptLines } from "./excerpt.ts";
import { cacheText, dependencyTexts, fateText, placeText, totalsText } from "./figures.ts";
import { html, type Markup, type Part } from "./markup.ts";
import { alone, eventPhrase, headline, type Tone, toneOf } from "./phrase.ts";
import type { Phrase } from "./piece.ts";
import { agoText, bytesText, countText, durationText } from "./quantity.ts";
import { scopeTails } from "./scope.ts";
import { nameText } from "./sentence.ts";
import { ROOT, STYLE } from "./style.ts";
import { unreachable } from "./unreachable.ts";

// Alignment and padding are said on each cell: JupyterLab aligns to the right by default, and a notebook may drop the
// style element.
const PADDING = "padding:5px 18px 5px 0";
const LEFT = { markup: `style="text-align:left;${PADDING}"` };
const RIGHT = { markup: `style="text-align:right;white-space:nowrap;${PADDING}"` };
const TABLE = { markup: '<table style="margin:0">' };

/** All definitions as an HTML table, with a bar under each time saved in proportion to the largest. */
export function statusHtml(rows: readonly DefinitionFacts[]): string {
  if (rows.length === 0) return root(html`<p>${totalsText(rows)}</p>`);
  const tails = scopeTails(rows.map((row) => row.scope));
  const scoped = tails.size > 1;
  const most = Math.max(...rows.map((row) => row.cache?.saved ?? 0));
  return root(html`${TABLE}
<caption ${LEFT}>${totalsText(rows)}</caption>
<thead><tr><th scope="col" ${LEFT}>name</th>${scoped && html`<th scope="col" ${LEFT}>scope</th>`}${NUMBERS.map(
    (title) => html`<th scope="col" ${RIGHT}>${title}</th>`,
  )}<th scope="col" ${LEFT}>latest</th></tr></thead>
<tbody>
${rows.map((row) => statusRow(row, scoped ? (tails.get(row.scope) ?? row.scope) : undefined, most))}</tbody>
</table>`);
}

/**
 * One definition as HTML: its figures, its last decisions with the code that changed, and what it depends on.
 *
 * @param options.now - the moment to which "3 min ago" refers.
 */
export function explanationHtml(
  { definition, events, remarks, ...dependencies }: ExplanationFacts,
  { now }: { readonly now: Milliseconds },
): string {
  const figures = [fateText(definition), cacheText(definition)];
  const notes = [...remarks, ...dependencyTexts(dependencies)];
  return root(html`${TABLE}
<caption ${LEFT}><code class="name">${nameText(definition.name)}</code> <span class="dim">${placeText(definition)}${figures.map(
    (figure) => html`<br>${figure}`,
  )}</span></caption>
<tbody class="story">
${events.map((event) => eventRow(event, now))}</tbody>
</table>
${notes.map((note) => html`<p class="fact">${proseMarkup(note)}</p>\n`)}`);
}

const NUMBERS: readonly string[] = ["kept", "redefined", "hits", "misses", "size", "saved"];

function statusRow(row: DefinitionFacts, scope: string | undefined, most: Milliseconds): Markup {
  const { cache } = row;
  const figure = (text: string | undefined): Markup => html`<td ${RIGHT}>${text ?? "–"}</td>`;
  return html`<tr><th scope="row" ${LEFT}><code class="name">${nameText(row.name)}</code></th>${
    scope !== undefined && html`<td ${LEFT}><span class="dim" title="${row.scope}">${scope}</span></td>`
  }${figure(countText(row.kept))}${figure(countText(row.redefined))}${figure(cache && countText(cache.hits))}${figure(
    cache && countText(cache.misses),
  )}${figure(cache && bytesText(cache.bytes))}${savedCell(cache?.saved, most)}<td ${LEFT} class="fact">${phraseMarkup(
    headline(row.latest),
    toneOf(row.latest),
  )}</td></tr>
`;
}

function savedCell(saved: Milliseconds | undefined, most: Milliseconds): Markup {
  if (saved === undefined || !(saved > 0))
    return html`<td ${RIGHT}>${saved === undefined ? "–" : durationText(saved)}</td>`;
  const share = most > 0 ? Math.round((saved / most) * 100) / 100 : 0;
  return html`<td ${RIGHT}><span class="saved" style="--share:${share}">${durationText(saved)}</span></td>`;
}

function eventRow(event: SessionEvent, now: Milliseconds): Markup {
  return html`<tr><td ${RIGHT}>${timeMarkup(event.at, now)}</td><td ${LEFT} class="fact">${phraseMarkup(
    alone(eventPhrase(event)),
    toneOf(event),
  )}${excerptMarkup(event)}</td></tr>
`;
}

/** The age, with the exact time for those who point at it. */
function timeMarkup(at: Milliseconds, now: Milliseconds): Markup {
  const age = agoText(at, now);
  const moment = new Date(at);
  // A broken clock has no ISO form, and asking for one throws.
  if (Number.isNaN(moment.getTime())) return html`<span class="dim">${age}</span>`;
  const exact = moment.toISOString();
  return html`<time class="dim" datetime="${exact}" title="${exact}">${age}</time>`;
}

/** Elements with a meaning of their own, so that both sides stay apart even without styles. */
function excerptMarkup(event: SessionEvent): Markup | undefined {
  const lines = excerptLines(event);
  if (lines.length === 0) return undefined;
  const shown = lines.map(({ side, text }): Part => {
    if (side === "before") return html`<del>${text}\n</del>`;
    return side === "after" ? html`<ins>${text}\n</ins>` : html`<span>${text}\n</span>`;
  });
  return html`<pre style="text-align:left">${shown}</pre>`;
}

function phraseMarkup(phrase: Phrase, tone: Tone): Part {
  return phrase.map((piece): Part => {
    switch (piece.kind) {
      case "lead":
        return html`<b class="tone ${tone}">${piece.text}</b>`;
      case "code":
        return html`<code>${piece.text}</code>`;
      case "words":
        return proseMarkup(piece.text);
      default:
        return unreachable(piece);
    }
  });
}

/** Words in which another layer put code between backticks: "name them in `deps`". */
function proseMarkup(text: string): Part {
  return text
    .split(/`([^`]+)`/)
    .map((part, index): Part => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

function root(content: Markup): string {
  return `<div class="${ROOT}">${STYLE}\n${content.markup}\n</div>`;
}
