// A fingerprint and the leaves behind it, and what can be said of a text that stands alone, where nothing is known of what
// its free names stand for.

import type { Count } from "../units.ts";
import type { Code } from "./code.ts";
import { type Digest, SCHEME } from "./digest.ts";
import { codeDigest, digestOf, type Equality } from "./equality.ts";
import type { Leaf } from "./leaf.ts";

/** What a definition means, in one digest, and all that went into it. */
export interface Fingerprint {
  readonly digest: Digest;
  /** The version of the rules that made the digest; digests of different schemes are never compared. */
  readonly scheme: Count;
  readonly leaves: readonly Leaf[];
}

/** Options that decide results, as text: `{ version: "2" }`. */
export type DecidingOptions = Readonly<Record<string, string>>;

/**
 * The fingerprint of a code by itself: its free names count by their names, and not at all on the rungs that compare no
 * dependencies.
 *
 * @param name where the paths of the leaves begin; it is no part of the digest
 */
export function manifest(
  name: string,
  code: Code,
  equality: Equality,
  options: DecidingOptions = {},
): Fingerprint {
  const leaves: Leaf[] = [{ kind: "code", path: [name], digest: codeDigest(code, equality) }];
  if (code.state === "parsed" && code.strictness !== "irrelevant" && equality !== "name") {
    leaves.push({ kind: "strictness", path: [name, "strict mode"], value: code.strictness });
  }
  for (const option of Object.keys(options).sort()) {
    leaves.push({ kind: "option", path: [name, option], value: options[option] ?? "" });
  }
  if (code.state === "parsed" && comparesDependencies(equality)) {
    for (const free of code.freeNames)
      leaves.push({ kind: "free", path: [name, free.name], value: free.name });
  }
  const counted = leaves.map(({ kind, path, ...rest }) =>
    digestOf([kind, ...path.slice(1), ...Object.values(rest)]),
  );
  return { digest: digestOf([equality, ...counted]), scheme: SCHEME, leaves };
}

/** Whether a rung of equality asks what free names stand for. */
export function comparesDependencies(equality: Equality): boolean {
  return equality === "syntax" || equality === "normal";
}
