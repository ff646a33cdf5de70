// What code depends on without naming it, and nobody can read: the `this` around an arrow, `super`, what `eval` finds.

import type { ParsedCode } from "./code.ts";

/** Something that a code captures without a name of its own. */
export interface Hidden {
  /** What it is, for a list. */
  readonly title: string;
  /** As the end of a sentence that begins with the path of the function. */
  readonly what: string;
}

/** What a code captures that no scope shows. */
export function hiddenCaptures({ kind, traits }: ParsedCode): readonly Hidden[] {
  const { usesThis, usesSurroundings, dynamicScope } = traits;
  const found: Hidden[] = [];
  if (usesThis && (kind === "arrow" || kind === "class")) found.push(THIS);
  if (usesSurroundings) found.push(SURROUNDINGS);
  if (dynamicScope) found.push(EVAL);
  return found;
}

export const THIS: Hidden = { title: "this", what: "cannot be read" };

export const SURROUNDINGS: Hidden = {
  title: "super, arguments or private names",
  what: "uses super, arguments, new.target or private names from around it, which cannot be read",
};

const EVAL: Hidden = {
  title: "what eval reads",
  what: "uses eval or with, so that nobody can tell what it reads",
};

/** What a part of a bound function is called. */
export function boundPart(name: string): string {
  return BOUND.get(name) ?? name;
}

const BOUND: ReadonlyMap<string, string> = new Map([
  ["[[TargetFunction]]", "bound function"],
  ["[[BoundThis]]", "bound this"],
  ["[[BoundArgs]]", "bound arguments"],
]);
