// A fingerprint and the leaves behind it. Each leaf is one thing that a definition depends on, with the path that leads
// to it, so that two manifests can name the first leaf that differs.

import type { Count } from "../units.ts";
import type { Code } from "./code.ts";
import { type Digest, SCHEME } from "./digest.ts";
import { codeDigest, digestOf, type Equality } from "./equality.ts";

/** One thing that a definition depends on. */
export type Leaf =
  /** The function's own code, as the definition's rung of equality sees it. */
  | { readonly kind: "code"; readonly path: readonly string[]; readonly digest: Digest }
  /** The mode the code runs in, where the code could tell. */
  | { readonly kind: "strictness"; readonly path: readonly string[]; readonly value: string }
  /** An option that decides results. */
  | { readonly kind: "option"; readonly path: readonly string[]; readonly value: string }
  /** A name that the code uses and does not bind. Its value is not yet compared, so it does not count. */
  | { readonly kind: "free"; readonly path: readonly string[]; readonly status: "not compared" };

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
 * The fingerprint of a definition on a rung of equality.
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
  const counted = leaves.map(({ kind, path, ...rest }) =>
    digestOf([kind, ...path.slice(1), ...Object.values(rest)]),
  );
  if (code.state === "parsed") {
    for (const free of code.freeNames)
      leaves.push({ kind: "free", path: [name, free.name], status: "not compared" });
  }
  return { digest: digestOf([equality, ...counted]), scheme: SCHEME, leaves };
}
