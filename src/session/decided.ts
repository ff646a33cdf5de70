// What of the options of a definition and of its cache decides about results, and so belongs to the fingerprint.

import { type CacheRequest, decidingRules } from "../cache/rules.ts";
import type { DecidingOptions } from "../fingerprint/manifest.ts";
import { codeEquality, type Described, definitionKind } from "../verdict/comparison.ts";

/** The options that decide, with those of a cache in the place of what another asked for. */
export function decidedBy(
  options: DecidingOptions,
  { rules }: CacheRequest,
): Pick<Described, "options" | "keyFunction"> {
  const { key: _key, ignoreArgs: _ignoreArgs, keepErrors: _keepErrors, ...others } = options;
  return {
    options: { ...others, ...decidingRules(rules) },
    keyFunction: typeof rules.key === "function" ? rules.key : undefined,
  };
}

/** Whether two definitions were given the same options. */
export function isEqualOptions(one: DecidingOptions, other: DecidingOptions): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** Whether two definitions are one version of code; what they depend on may differ, but for a class, which is itself. */
export function isVersion(before: Described, after: Described): boolean {
  return (
    definitionKind(after.code) !== "class" &&
    definitionKind(before.code) !== "class" &&
    isEqualOptions(before.options, after.options) &&
    codeEquality(before, after) !== undefined
  );
}
