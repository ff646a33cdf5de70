// Edits of a notebook as data, and the cells that come of them. An edit that finds nothing to do is an error: the demo
// must not claim to have changed what it left alone.

import { format, type Options } from "prettier";
import type { Cell } from "./notebook.ts";

/** A change in one cell. */
export type Edit =
  /** A variable of the cell gets another name, wherever it occurs; no other thing in the cell may have either name. */
  | { readonly kind: "rename"; readonly cell: string; readonly from: string; readonly to: string }
  /** A comment on a line of its own, above the only line that begins with `above`. */
  | { readonly kind: "comment"; readonly cell: string; readonly above: string; readonly text: string }
  /** Code that occurs once is replaced. */
  | { readonly kind: "replace"; readonly cell: string; readonly from: string; readonly to: string };

/** The cells after all edits, one after the other. Throws if one of them does not fit. */
export function edited(cells: readonly Cell[], edits: readonly Edit[]): readonly Cell[] {
  let all = cells;
  for (const edit of edits) {
    if (!all.some(({ id }) => id === edit.cell))
      throw misfit(edit, `there is no cell ${JSON.stringify(edit.cell)}`);
    all = all.map((cell) => (cell.id === edit.cell ? { ...cell, code: codeAfter(cell.code, edit) } : cell));
  }
  return all;
}

/** The cells as prettier lays them out. */
export function formatted(cells: readonly Cell[], options: Options): Promise<readonly Cell[]> {
  const one = async ({ id, code }: Cell): Promise<Cell> => {
    const text = await format(code, { ...options, parser: "typescript" });
    return { id, code: text.trimEnd() };
  };
  return Promise.all(cells.map(one));
}

function codeAfter(code: string, edit: Edit): string {
  switch (edit.kind) {
    case "rename": {
      if (word(edit.to).test(code)) throw misfit(edit, `${edit.to} is taken`);
      if (!word(edit.from).test(code)) throw misfit(edit, `${edit.from} does not occur`);
      return code.replace(word(edit.from), edit.to);
    }
    case "comment": {
      const lines = code.split("\n");
      const at = lines.findIndex((line) => line.trimStart().startsWith(edit.above));
      const last = lines.findLastIndex((line) => line.trimStart().startsWith(edit.above));
      if (at === -1 || at !== last)
        throw misfit(edit, `${at === -1 ? "no line begins" : "several lines begin"} with ${edit.above}`);
      const indent = /^\s*/.exec(lines[at] ?? "")?.[0] ?? "";
      return lines.toSpliced(at, 0, `${indent}// ${edit.text}`).join("\n");
    }
    case "replace": {
      const [before, after, ...more] = code.split(edit.from);
      if (before === undefined || after === undefined || more.length > 0)
        throw misfit(edit, `${edit.from} does not occur exactly once`);
      return before + edit.to + after;
    }
    default: {
      const none: never = edit;
      throw new Error(`Unknown edit ${JSON.stringify(none)}`);
    }
  }
}

function word(name: string): RegExp {
  return new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, "g");
}

function misfit(edit: Edit, why: string): Error {
  return new Error(
    `The edit "${edit.kind}" of the cell ${JSON.stringify(edit.cell)} does not fit: ${why}. ` +
      "The notebook and demo/rounds.ts must change together.",
  );
}
