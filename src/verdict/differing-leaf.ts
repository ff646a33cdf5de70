// The first leaf in which two manifests differ.

import { type Leaf, STEP } from "../fingerprint/leaf.ts";

/** A leaf that only one manifest has, or that the two hold with different values. */
export interface LeafChange {
  readonly path: readonly string[];
  /** The path without the name of the definition, joined by line breaks. */
  readonly key: string;
  readonly isCode: boolean;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * The first leaf that differs, in the order of the newer manifest; undefined if none does. Leaves at or behind a variable that
 * one side has not filled yet say nothing.
 */
export function differingLeaf(before: readonly Leaf[], after: readonly Leaf[]): LeafChange | undefined {
  const [left, right] = [byPath(before), byPath(after)];
  const dead = [before, after].flatMap((leaves) =>
    leaves.filter(({ kind }) => kind === "dead").map((leaf) => keyOf(leaf, rootOf(leaves))),
  );
  const isPending = (key: string): boolean =>
    dead.some(
      (start) =>
        key === start ||
        key.startsWith(`${start}${STEP}`) ||
        (/^[.[]/.test(key.slice(start.length)) && key.startsWith(start)),
    );
  for (const [key, leaf] of [...right, ...left]) {
    if (isPending(key)) continue;
    const was = left.get(key);
    const is = right.get(key);
    if (was?.compared === is?.compared) continue;
    return {
      path: leaf.path,
      key,
      isCode: was?.isCode === true && is?.isCode === true,
      before: was?.shown,
      after: is?.shown,
    };
  }
  return undefined;
}

interface Entry {
  readonly path: readonly string[];
  readonly isCode: boolean;
  readonly compared: string;
  readonly shown: string;
}

/** The name of the definition, with which all paths begin. */
export function rootOf([first]: readonly Leaf[]): string {
  return first?.path[0] ?? "";
}

/** A path without the name of the definition, which may be another. */
function keyOf({ path: [first = "", ...rest] }: Leaf, root: string): string {
  return [first.startsWith(root) ? first.slice(root.length) : first, ...rest].join(STEP);
}

function byPath(leaves: readonly Leaf[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const leaf of leaves) {
    if (leaf.kind === "ignored") continue;
    const key = keyOf(leaf, rootOf(leaves));
    const text = leaf.kind === "code" ? leaf.digest : leaf.value;
    const known = found.get(key);
    found.set(key, {
      path: leaf.path,
      isCode: leaf.kind === "code" && (known?.isCode ?? true),
      compared: `${known?.compared ?? ""}${leaf.kind} ${text}${STEP}`,
      // What is known by a name says more by it than by its code.
      shown: leaf.kind === "known" ? text : (known?.shown ?? (leaf.kind === "code" ? "a function" : text)),
    });
  }
  return found;
}
