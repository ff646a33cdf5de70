// Whether a definition means what an older one meant, and if not, the first thing in which they differ.

import type { Callable } from "../callable.ts";
import { type Code, isClassText } from "../fingerprint/code.ts";
import { codeDigest, type Equality, equalityOf } from "../fingerprint/equality.ts";
import { STEP } from "../fingerprint/leaf.ts";
import type { DecidingOptions } from "../fingerprint/manifest.ts";
import type { Captured, Obstacle } from "../fingerprint/subject.ts";
import { difference } from "./difference.ts";
import { differingLeaf, rootOf } from "./differing-leaf.ts";
import { type Sameness, type Side, samenessOf } from "./sameness.ts";
import type { ChangeReason, DefinitionKind, Verdict } from "./verdict.ts";

/** What of a definition is compared. */
export type Meaning = Pick<Captured, "fingerprint" | "codes" | "obstacles">;

/** A definition as far as it can be compared. */
export interface Described {
  /** The function or class itself: what has no source is only the same if it is the same object. */
  readonly target: Callable;
  readonly code: Code;
  readonly equality: Equality;
  readonly options: DecidingOptions;
  /** What the user named as dependencies. */
  readonly deps: unknown;
  readonly ignore: readonly string[];
  /** The decorator that was given, if any. */
  readonly decorator: unknown;
  /** A function that stands for the arguments of calls, if any. */
  readonly keyFunction: unknown;
  /** Whether it is a text that stands alone, where nothing is known of what it depends on. */
  readonly isText: boolean;
  /** What it depended on when it was last looked at. */
  readonly meaning: Meaning;
}

export type Comparison =
  | { readonly same: true; readonly by: Equality }
  | { readonly same: false; readonly reason: ChangeReason };

/** The comparison of two definitions, both described on the rung that the newer one asks for. */
export function comparison(before: Described, after: Described): Comparison {
  const kinds = { before: definitionKind(before.code), after: definitionKind(after.code) };
  if (kinds.before !== kinds.after) return { same: false, reason: { kind: "kind", ...kinds } };
  const by = codeEquality(before, after);
  if (by === undefined) return { same: false, reason: codeReason(before, after) };
  const reason = meaningChange(before.meaning, after.meaning);
  return reason === undefined ? { same: true, by } : { same: false, reason };
}

/** The verdict on definitions that are the same. What it took to see that is found out when somebody asks. */
export function keptVerdict(
  before: Pick<Described, "code">,
  after: Pick<Described, "code">,
  by: Equality,
): Extract<Verdict, { kind: "kept" }> {
  if (by !== "normal") return { kind: "kept", by };
  const sides = [side(before.code), side(after.code)] as const;
  let through: Sameness | undefined | "unasked" = "unasked";
  return {
    kind: "kept",
    by,
    get through() {
      if (through === "unasked") through = samenessOf(...sides);
      return through;
    },
  };
}

/**
 * The first thing in which two meanings of one code differ; undefined if they are the same, as far as can be said while some
 * variables are not yet filled.
 */
export function meaningChange(before: Meaning, after: Meaning): ChangeReason | undefined {
  const unread = unreadReason(after.obstacles);
  if (unread !== undefined) return unread;
  if (before.fingerprint.digest === after.fingerprint.digest) return undefined;
  const leaf = differingLeaf(before.fingerprint.leaves, after.fingerprint.leaves);
  if (leaf === undefined) return orderChange(before, after);
  const codes = { before: codeAt(before, leaf.key), after: codeAt(after, leaf.key) };
  if (leaf.isCode && codes.before !== undefined && codes.after !== undefined) {
    return { kind: "code", path: leaf.path, difference: differenceOf(codes.before, codes.after, "normal") };
  }
  // A name that only one side knows: the code reads another one there.
  const root = rootOf(after.fingerprint.leaves);
  const roots = { before: codeAt(before, ""), after: codeAt(after, "") };
  const isOneSided = leaf.before === undefined || leaf.after === undefined;
  if (isOneSided && roots.before?.state === "parsed" && roots.after?.state === "parsed") {
    if (codeDigest(roots.before, "syntax") !== codeDigest(roots.after, "syntax")) {
      return { kind: "code", path: [root], difference: differenceOf(roots.before, roots.after, "syntax") };
    }
  }
  return { kind: "leaf", path: leaf.path, before: leaf.before, after: leaf.after };
}

/**
 * The change of two meanings that differ though each leaf is the same, because the code uses the leaves in other places: `a - b`
 * and `b - a`. While a variable is not yet filled, nobody can tell.
 */
function orderChange(before: Meaning, after: Meaning): ChangeReason | undefined {
  if ([before, after].some(({ fingerprint }) => fingerprint.leaves.some(({ kind }) => kind === "dead")))
    return undefined;
  const path = [rootOf(after.fingerprint.leaves)];
  const codes = { before: codeAt(before, ""), after: codeAt(after, "") };
  if (codes.before !== undefined && codes.after !== undefined)
    return { kind: "code", path, difference: differenceOf(codes.before, codes.after, "syntax") };
  return { kind: "leaf", path, before: "its parts", after: "its parts in other places" };
}

/** The code at a path, given without the name of the definition. */
function codeAt({ codes, fingerprint }: Meaning, key: string): Code | undefined {
  const root = rootOf(fingerprint.leaves);
  return codes.get(root + key) ?? codes.get(`${root}${STEP}${key}`);
}

/** The reason that obstacles give, if there are any. */
export function unreadReason(obstacles: readonly Obstacle[]): ChangeReason | undefined {
  const [first] = obstacles;
  if (first === undefined) return undefined;
  return { kind: "unread", path: first.path, what: first.what, remedy: remedy(obstacles) };
}

/** What to write so that calls can be cached in spite of obstacles. */
export function remedy(obstacles: readonly Obstacle[]): string {
  const distinct = (names: readonly (string | undefined)[]): readonly string[] => [
    ...new Set(names.filter((name) => name !== undefined)),
  ];
  const names = distinct(obstacles.map(({ name }) => name));
  const ignorable = distinct(obstacles.map(({ helper, name }) => helper ?? name));
  if (names.includes("this")) return "pass deps: () => ({ ... }) with what it reads of this";
  const deps = names.length === 0 ? "deps: { ... } with what it depends on" : `deps: { ${names.join(", ")} }`;
  if (ignorable.length === 0) return `pass ${deps}, or deps: {} if that is nothing`;
  const it = ignorable.length === 1 ? "it" : "them";
  return `pass ${deps}, or ignore: ${JSON.stringify(ignorable)} if results do not depend on ${it}`;
}

/** What sort of thing a code defines. A text that was not understood counts as a function unless it says `class`. */
export function definitionKind(code: Code): DefinitionKind {
  if (code.state === "parsed") return code.kind === "class" ? "class" : "function";
  return isClassText(code.text) ? "class" : "function";
}

/** The lowest rung that shows two codes to be the same; undefined if none does. */
export function codeEquality(before: Described, after: Described): Equality | undefined {
  const isNative = after.code.state === "opaque" && after.code.why === "native";
  // Two bound functions may have one text; what they bind is compared with their dependencies, where there are any.
  const isAlone = after.isText || before.isText || after.equality === "source";
  if (isNative && isAlone && after.equality !== "name" && before.target !== after.target) return undefined;
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
  return { kind: "code", path: [], difference: differenceOf(before.code, after.code, rung) };
}

function differenceOf(before: Code, after: Code, rung: "syntax" | "normal"): ReturnType<typeof difference> {
  return difference(side(before), side(after), rung);
}

function side(code: Code): Side {
  return { text: code.text, dialect: code.state === "parsed" ? code.dialect : "plain" };
}
