// What the demo does, as data: each round edits the notebook and says what its "Run All" must come to.

import type { Options } from "prettier";
import type { Count } from "../src/units.ts";
import { type Edit, edited, formatted } from "./edits.ts";
import type { Cell } from "./notebook.ts";

/** The definitions of the notebook, in its order. */
export const NAMES = ["crossValidation", "importance", "medianMass"] as const;

export type Name = (typeof NAMES)[number];

/** The cells that show something, in the notebook's order. */
export const SHOWING = ["data", "neighbours", "importance-table", "mass-table"] as const;

export type Showing = (typeof SHOWING)[number];

/** What must have become of a definition. */
export interface Expected {
  readonly verdict: "first" | "kept by source" | "kept by syntax" | "kept by normal" | "changed" | "restored";
  /** Calls that were really computed. */
  readonly runs: Count;
  /** The edit that its explanation must name. */
  readonly because?: string;
}

/** One "Run All". */
export interface Round {
  readonly title: string;
  /** What was edited, in a few words. */
  readonly detail: string;
  /** The cells to run, given those of all rounds before, the notebook itself first. */
  readonly cells: (before: readonly (readonly Cell[])[]) => readonly Cell[] | Promise<readonly Cell[]>;
  readonly expected: Readonly<Record<Name, Expected>>;
  /** Whether the kernel is ended before, and a new one runs it. */
  readonly isRestarted?: true;
  /** Cells that must show something else than in the first round; all others must show the same. */
  readonly differing: readonly Showing[];
}

/** As far from the notebook's own style as prettier can go. */
const STYLE: Options = {
  semi: false,
  singleQuote: true,
  useTabs: true,
  printWidth: 60,
  arrowParens: "avoid",
  bracketSpacing: false,
  trailingComma: "none",
};

const TIDYING: readonly Edit[] = [
  { kind: "rename", cell: "cross-validation", from: "order", to: "deck" },
  { kind: "rename", cell: "cross-validation", from: "hidden", to: "tested" },
  { kind: "rename", cell: "cross-validation", from: "right", to: "hits" },
  { kind: "comment", cell: "cross-validation", above: "const deck", text: "New folds for each repeat." },
  { kind: "rename", cell: "importance", from: "lost", to: "losses" },
  { kind: "rename", cell: "importance", from: "disturbed", to: "scrambled" },
  { kind: "comment", cell: "importance", above: "const scale", text: "Distances in standard deviations." },
  { kind: "rename", cell: "importance", from: "sample", to: "draw" },
  { kind: "comment", cell: "importance", above: "const draw", text: "With replacement." },
];

const FIX: readonly Edit[] = [
  { kind: "replace", cell: "cross-validation", from: "!== folds", to: "!== fold" },
];

const all = (expected: Expected): Round["expected"] => ({
  crossValidation: expected,
  importance: expected,
  medianMass: expected,
});

/** The first round is the notebook as it is. */
export const ROUNDS: readonly Round[] = [
  {
    title: "cold",
    detail: "a new kernel",
    cells: latest,
    expected: all({ verdict: "first", runs: 1 }),
    differing: [],
  },
  {
    title: "again",
    detail: "nothing edited",
    cells: latest,
    expected: all({ verdict: "kept by source", runs: 0 }),
    differing: [],
  },
  {
    title: "formatted",
    detail: "by prettier: tabs, other quotes, 60 columns",
    cells: (before) => formatted(latest(before), STYLE),
    expected: all({ verdict: "kept by syntax", runs: 0 }),
    differing: [],
  },
  {
    title: "tidied",
    detail: `${count("comment")} comments added, ${count("rename")} locals renamed`,
    cells: (before) => edited(latest(before), TIDYING),
    expected: all({ verdict: "kept by normal", runs: 0 }),
    differing: [],
  },
  {
    title: "a bug fixed",
    detail: "one letter too many in crossValidation",
    cells: (before) => edited(latest(before), FIX),
    expected: {
      crossValidation: { verdict: "changed", runs: 1, because: "folds -> fold" },
      // The same code; but the number of neighbours that it is asked with comes from crossValidation.
      importance: { verdict: "kept by source", runs: 1 },
      medianMass: { verdict: "kept by source", runs: 0 },
    },
    differing: ["neighbours", "importance-table"],
  },
  {
    title: "the fix undone",
    detail: "back to the round before",
    cells: (before) => before.at(-2) ?? [],
    expected: {
      crossValidation: { verdict: "restored", runs: 0 },
      importance: { verdict: "kept by source", runs: 0 },
      medianMass: { verdict: "kept by source", runs: 0 },
    },
    differing: [],
  },
  {
    title: "restarted",
    detail: "a new kernel, and what the old one stored",
    isRestarted: true,
    cells: latest,
    expected: all({ verdict: "first", runs: 0 }),
    differing: [],
  },
];

function latest(before: readonly (readonly Cell[])[]): readonly Cell[] {
  return before.at(-1) ?? [];
}

function count(kind: Edit["kind"]): Count {
  return TIDYING.filter((edit) => edit.kind === kind).length;
}
