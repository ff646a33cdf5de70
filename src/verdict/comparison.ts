// Whether a new definition means what an older one meant, and if not, the first thing in which they differ.

import type { Callable } from "../callable.ts";
import { type Code, isClassText, type ParsedCode } from "../fingerprint/code.ts";
import { type Equality, equalityOf } from "../fingerprint/equality.ts";
import type { DecidingOptions, Fingerprint, Leaf } from "../fingerprint/manifest.ts";
import { difference } from "./difference.ts";
import type { ChangeReason, DefinitionKind } from "./verdict.ts";

/** A definition as far as it can be compared. */
export interface Described {
  /** The function or class itself: what has no source is only the same if it is the same object. */
  readonly target: Callable;
  readonly code: Code;
  readonly equality: Equality;
  readonly options: DecidingOptions;
  readonly fingerprint: Fingerprint;
}

export type Comparison =
  | { readonly same: true; readonly by: Equality }
  | { readonly same: false; readonly reason: ChangeReason };

/** The comparison of two definitions, on the rung that the newer one asks for. */
export function comparison(before: Described, after: Described): Comparison {
  const kinds = { before: definitionKind(before.code), after: definitionKind(after.code) };
  if (kinds.before !== kinds.after) return { same: false, reason: { kind: "kind", ...kinds } };
  const leaf = differingLeaf(before.fingerprint.leaves, after.fingerprint.leaves, after.equality);
  const by = codeEquality(before, after);
  if (by === undefined) return { same: false, reason: codeReason(before, after) };
  return leaf === undefined ? { same: true, by } : { same: false, reason: leaf };
}

/** What sort of thing a code defines. A text that was not understood counts as a function unless it says `class`. */
export function definitionKind(code: Code): DefinitionKind {
  if (code.state === "parsed") return code.kind === "class" ? "class" : "function";
  return isClassText(code.text) ? "class" : "function";
}

function codeEquality(before: Described, after: Described): Equality | undefined {
  const isNative = after.code.state === "opaque" && after.code.why === "native";
  // Two bound functions may have one text; only the rung "name" asks for no more than that.
  if (isNative && after.equality !== "name" && before.target !== after.target) return undefined;
  return equalityOf(before.code, after.code, after.equality);
}

function codeReason(before: Described, after: Described): ChangeReason {
  if (after.code.state === "opaque" && after.code.why === "native") {
    return {
      kind: "opaque",
      what: "a bound, built-in or proxied function, which has no source text",
      remedy: "wrap it in a function of your own: (...args) => f(...args)",
    };
  }
  const rung = after.equality === "syntax" || after.equality === "source" ? "syntax" : "normal";
  return { kind: "code", difference: difference(side(before.code), side(after.code), rung) };
}

function side(code: Code): { readonly text: string; readonly dialect: ParsedCode["dialect"] } {
  return { text: code.text, dialect: code.state === "parsed" ? code.dialect : "plain" };
}

/** The first leaf, the code's own aside, that only one manifest has or that the two hold with different values. */
function differingLeaf(
  before: readonly Leaf[],
  after: readonly Leaf[],
  equality: Equality,
): ChangeReason | undefined {
  const left = valuedLeaves(before, equality);
  const right = valuedLeaves(after, equality);
  for (const [key, leaf] of [...right, ...left]) {
    const was = left.get(key)?.value;
    const is = right.get(key)?.value;
    if (was !== is) return { kind: "leaf", path: leaf.path, before: was, after: is };
  }
  return undefined;
}

type ValuedLeaf = Extract<Leaf, { readonly value: string }>;

/** The leaves that count on a rung and hold a value of their own. The mode of code counts where the code does. */
function valuedLeaves(leaves: readonly Leaf[], equality: Equality): ReadonlyMap<string, ValuedLeaf> {
  const valued = leaves
    .filter((leaf): leaf is ValuedLeaf => "value" in leaf)
    .filter(({ kind }) => kind === "option" || equality !== "name");
  return new Map(valued.map((leaf) => [JSON.stringify(leaf.path.slice(1)), leaf]));
}
