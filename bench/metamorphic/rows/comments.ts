// Comments at random places between tokens.

import { childrenOf, parse } from "../babel.ts";
import { type Random, random } from "../random.ts";
import type { Row } from "../row.ts";
import type { Tree } from "../tools.ts";

/** About every fourth gap between two tokens gets a comment. */
export function commentRows(seed: number): readonly Row[] {
  const next = random(seed);
  return [
    {
      name: "comments inserted",
      goal: "comments",
      transform: (program, sourceType) => commented(program, sourceType, next),
    },
  ];
}

function commented(program: string, sourceType: "script" | "module", next: Random): string {
  const file = parse(program, { sourceType, tokens: true });
  const tokens: readonly unknown[] = Array.isArray(file.tokens) ? file.tokens : [];
  const raw = rawPlaces(file.program);
  let text = "";
  let at = 0;
  for (const token of tokens) {
    const start = isPlaced(token) ? token.start : at;
    const before = program.slice(0, start).at(-1) ?? ";";
    // The tokens of Babel part a private name from its `#`.
    if (raw.has(start) || before === "#" || next(4) > 0) continue;
    const words = "some words, 'quoted' {or} not".slice(0, next(30));
    // A line may end where no statement can; anywhere else it might end one, or a `return`.
    const comment = "{;,(".includes(before) && next(2) === 0 ? ` // ${words}\n` : ` /* ${words} */ `;
    text += program.slice(at, start) + comment;
    at = start;
  }
  return text + program.slice(at);
}

function isPlaced(token: unknown): token is { readonly start: number } {
  return typeof token === "object" && token !== null && "start" in token && typeof token.start === "number";
}

/** Beginnings and ends of the raw text of templates, where a comment would be text. */
function rawPlaces(program: Tree): ReadonlySet<number> {
  const places = new Set<number>();
  const visit = (node: Tree): void => {
    if (node.type === "TemplateElement") places.add(node.start).add(node.end);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return places;
}
