// A definition on the rungs that compare no dependencies.

import { manifest } from "./manifest.ts";
import type { Captured, Subject } from "./subject.ts";
import { NOTHING_CHANGES } from "./watch.ts";

/** On the lowest rungs, nothing but the code and the options count. */
export function codeAlone({ name, code, equality, options }: Subject): Captured {
  const fingerprint = manifest(name, code, equality, options);
  const codes = new Map([[name, code]]);
  // Elsewhere, another function may bear the name, or mean something else by its text.
  const isPortable = false;
  return {
    fingerprint,
    codes,
    obstacles: [],
    asksTexts: true,
    isPortable,
    impure: [],
    isCurrent: NOTHING_CHANGES,
  };
}
