// The ladder: from which difference on two texts count as two.

import { ByteWriter } from "./bytes.ts";
import type { Code } from "./code.ts";
import { type Digest, SCHEME, sha256 } from "./digest.ts";

/**
 * When two definitions are the same; each rung also keeps whatever the rungs before it keep.
 * `"name"`: they have the same name. `"source"`: the same text. `"syntax"`: the same syntax tree, so that formatting,
 * comments, quotes and redundant parentheses do not count. `"normal"`: the same normal form, so that names of locals and
 * sound rewrites do not count either.
 */
export type Equality = "name" | "source" | "syntax" | "normal";

/** The rungs, lowest first. */
export const EQUALITIES: readonly Equality[] = ["name", "source", "syntax", "normal"];

/** The digest of what a rung looks at in a code. Code that was not understood counts by its text. */
export function codeDigest(code: Code, equality: Equality): Digest {
  if (equality === "name") return digestOf(["name"]);
  if (code.state === "opaque" || equality === "source") return digestOf(["source", code.text]);
  return code[equality];
}

/** The lowest rung, up to a limit, on which two codes are the same; undefined where none shows it. */
export function equalityOf(before: Code, after: Code, most: Equality): Equality | undefined {
  // A name equal by definition says nothing, unless the user asked for no more.
  const rungs = most === "name" ? EQUALITIES : EQUALITIES.slice(1);
  const allowed = rungs.filter((rung) => EQUALITIES.indexOf(rung) <= EQUALITIES.indexOf(most));
  return allowed.find((rung) => isSameOn(before, after, rung));
}

function isSameOn(before: Code, after: Code, rung: Equality): boolean {
  // One text may be two codes: a method named `function` reads like a function expression.
  const isOneCode = before.state !== "parsed" || after.state !== "parsed" || before.normal === after.normal;
  if (rung === "source") return before.text === after.text && isOneCode;
  return codeDigest(before, rung) === codeDigest(after, rung);
}

/** The digest of a list of texts. */
export function digestOf(texts: readonly string[]): Digest {
  const writer = new ByteWriter();
  writer.count(SCHEME);
  writer.count(texts.length);
  for (const text of texts) writer.string(text);
  return sha256(writer.bytes);
}
