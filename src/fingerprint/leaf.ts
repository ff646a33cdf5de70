// The leaves of a manifest: each is one thing that a definition depends on, with the path that leads to it and a text that
// stands for it, so that two manifests can name the first leaf that differs.

import type { Count } from "../units.ts";
import type { Digest } from "./digest.ts";

/** One thing that a definition depends on. */
export type Leaf =
  /** The code of the definition itself, or of a helper, as the rung of equality sees it. */
  | { readonly kind: "code"; readonly path: readonly string[]; readonly digest: Digest }
  /** The mode that code runs in, where the code could tell. */
  | { readonly kind: "strictness"; readonly path: readonly string[]; readonly value: string }
  /** An option that decides results. */
  | { readonly kind: "option"; readonly path: readonly string[]; readonly value: string }
  /** A primitive that is captured or stands in what is captured, or the digest of content too long to list. */
  | { readonly kind: "value"; readonly path: readonly string[]; readonly value: string }
  /** What is known by its name: an intrinsic (`Math.max`), the runtime's (`node:path`), an installed package (`d3@7.9.0`). */
  | { readonly kind: "known"; readonly path: readonly string[]; readonly value: string }
  /** What cannot be read and is the same only while it is the same object. */
  | { readonly kind: "identity"; readonly path: readonly string[]; readonly value: string }
  /** What the user asked to leave out. It does not count. */
  | { readonly kind: "ignored"; readonly path: readonly string[] }
  /** What could not be compared: `value` says what it is. A definition with such a leaf keeps no results. */
  | { readonly kind: "unread"; readonly path: readonly string[]; readonly value: string }
  /** A variable that is declared and not yet initialized: what it will hold is compared once it is. */
  | { readonly kind: "dead"; readonly path: readonly string[]; readonly value: string }
  /** A name in a text that stands alone, which means nothing but its name. */
  | { readonly kind: "free"; readonly path: readonly string[]; readonly value: string };

/** Steps of a path as one text while it grows: no step contains a line break. */
export const STEP = "\n";

export function steps(path: string): readonly string[] {
  return path.split(STEP);
}

/** The name that the last step of a path begins with. */
export function lastName(path: string): string | undefined {
  return nameIn(path.split(STEP).at(-1) ?? "");
}

/** The name that a step begins with: `config` of `config.a[0]`. */
export function nameIn(step: string): string | undefined {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(step)?.[0];
}

// A longer text is cut, and told from others by what it begins with and by its digest.
const LONGEST_TEXT: Count = 200;

/** A primitive as text: exact, but for long strings. */
export function primitiveText(value: unknown, digestOf: (text: string) => string): string {
  switch (typeof value) {
    case "number":
      return numberText(value);
    case "bigint":
      return `${value}n`;
    case "string": {
      const text = JSON.stringify(value);
      if (text.length <= LONGEST_TEXT) return text;
      return `${text.slice(0, 60)}… (${value.length} characters, ${digestOf(value).slice(0, 8)})`;
    }
    default:
      return String(value);
  }
}

/** A number in the shorter of its two forms: `1e-6` rather than `0.000001`. */
function numberText(value: number): string {
  if (Object.is(value, -0)) return "-0";
  const plain = String(value);
  const exponential = Number.isFinite(value) ? value.toExponential().replace("e+", "e") : plain;
  return exponential.length < plain.length ? exponential : plain;
}
