// By what two texts with one normal form are the same: which rules it takes, and which locals were renamed.

import { ByteWriter } from "../fingerprint/bytes.ts";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import { writeTree } from "../fingerprint/tree-bytes.ts";
import { type Analysis, analysis, normalForm } from "../syntax/normal-form.ts";
import { ruleIndex } from "../syntax/rewrite.ts";
import type { Dialect, Rule } from "../syntax/rule.ts";
import { BLOCKS } from "../syntax/rules/blocks.ts";
import { NORMAL_RULES } from "../syntax/rules.ts";
import type { Count } from "../units.ts";

/** Why two texts are the same on the rung "normal". */
export interface Sameness {
  /**
   * Names of rules without which they would not be; empty if renaming alone does it. What is only a matter of blocks is left out
   * where other rules say more.
   */
  readonly rules: readonly string[];
  /** Names of locals in the older text that the newer one does not have, and has others for. */
  readonly renamed: readonly string[];
}

/** A text, and how its host spells what cells share. */
export interface Side {
  readonly text: string;
  readonly dialect: Dialect;
}

/** Longer texts are not looked into: each rule that applied takes another normal form of both. */
const LONGEST: Count = 20_000;

/**
 * By what two texts that have one normal form are the same; undefined for texts that are long or cannot be analysed.
 *
 * @example
 * samenessOf({ text: "i => !!i ? 1 : 2", dialect: "plain" }, { text: "j => j ? 1 : 2", dialect: "plain" })
 * // { rules: ["tests"], renamed: ["i"] }
 */
export function samenessOf(before: Side, after: Side): Sameness | undefined {
  if (before.text.length > LONGEST || after.text.length > LONGEST) return undefined;
  const [older, newer] = [analysed(before), analysed(after)];
  if (older === undefined || newer === undefined) return undefined;
  const fired = new Set([...normalForm(older).fired, ...normalForm(newer).fired]);
  return { rules: neededRules(older, newer, fired), renamed: renamedLocals(older, newer) };
}

function analysed({ text, dialect }: Side): Analysis | undefined {
  try {
    return analysis(text, { dialect });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The rules that are left when each is given up without which the texts stay the same. */
function neededRules(older: Analysis, newer: Analysis, fired: ReadonlySet<string>): readonly string[] {
  const areSame = (rules: readonly Rule[]): boolean => formUnder(older, rules) === formUnder(newer, rules);
  let needed = NORMAL_RULES.filter(({ name }) => fired.has(name));
  // The plainest rules stand first, and are given up last.
  for (const each of needed.toReversed()) {
    const others = needed.filter((rule) => rule !== each);
    if (areSame(others)) needed = others;
  }
  const telling = needed.filter((each) => !BLOCKS.includes(each));
  return (telling.length > 0 ? telling : needed).map(({ name }) => name);
}

function formUnder(found: Analysis, rules: readonly Rule[]): Digest {
  const writer = new ByteWriter();
  const free = writeTree(writer, found, "normal", normalForm(found, ruleIndex(rules)).tree);
  for (const { name, origin } of free) {
    writer.string(origin);
    writer.string(name);
  }
  return sha256(writer.bytes);
}

function renamedLocals(older: Analysis, newer: Analysis): readonly string[] {
  const [before, after] = [localNames(older), localNames(newer)];
  const gone = [...before].filter((name) => !after.has(name));
  const come = [...after].filter((name) => !before.has(name));
  return gone.slice(0, come.length);
}

function localNames({ scopes }: Analysis): ReadonlySet<string> {
  const names = [...scopes.bindingOf.values()].filter(({ kind }) => kind !== "label" && kind !== "private");
  return new Set(names.map(({ name }) => name));
}
