// A row of the table of hot updates: a project of a few files and what is edited, step by step. `mod.ts` has a cached function
// and its uncached twin.

import type { Files } from "./vite-project.ts";

export interface Row {
  /** Completes "an edit of ...". */
  readonly title: string;
  readonly files: Files;
  readonly steps: readonly Step[];
}

/** One edit, of one or more files. */
export interface Step {
  readonly edited: Files;
  /**
   * `recomputed`: other answers than before, and the body runs for each. `undone`: answers as at some earlier time, and it
   * does not run. `kept`: the same answers as before, and it does not run. `either`: right answers, kept or not.
   */
  readonly outcome: "recomputed" | "undone" | "kept" | "either";
  /** What `explain` says then, on one line. */
  readonly says?: RegExp;
}

/** A `mod.ts` with these imports, whose function gives this expression of `x`. */
export function mod(imports: string, expression: string): string {
  return `import { cache, defineOnce } from "define-once";
${imports}
export const twin = (x: number) => ${expression};
export const score = defineOnce(cache(function score(x: number) { globalThis.runs++; return ${expression}; }));`;
}

/** Other answers than before. */
export function recomputed(edited: Files, says?: RegExp): Step {
  return { edited, outcome: "recomputed", ...(says && { says }) };
}

/** An edit that is taken back. */
export function undone(edited: Files): Step {
  return { edited, outcome: "undone" };
}

/** An edit that changes no answer. */
export function kept(edited: Files): Step {
  return { edited, outcome: "kept" };
}

/** An edit that changes no answer, which nobody can know here. */
export function either(edited: Files): Step {
  return { edited, outcome: "either" };
}
