// Who is to blame for a failure: the one function whose rewriting breaks the package, found by halving, and then the rules
// without which it does not.

import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { checkReport } from "./check.ts";
import type { Subject } from "./packages.ts";
import { type PackageRewriting, packageCopy } from "./rewritten-package.ts";

const MOST_MILLISECONDS = 90_000;

/** What to tell the author of the rules about a subject that fails. */
export function blame(subject: Subject): string {
  const end = performance.now() + MOST_MILLISECONDS;
  const fails = (rewriting: PackageRewriting): boolean => checkReport(subject, rewriting).failures.length > 0;
  if (fails({ isOn: false })) return "the check itself: a copy without any rewriting fails, too";
  const copy = packageCopy(subject);
  copy.remove();
  let suspects = [...copy.files].flatMap(([path, { functions }]) =>
    functions.map((fn, index) => ({ path, index, fn })),
  );
  const only = (some: typeof suspects) => {
    const keys = new Set(some.map(({ path, index }) => `${path} ${index}`));
    return { selects: (path: string, index: number) => keys.has(`${path} ${index}`) };
  };
  while (suspects.length > 1 && performance.now() < end) {
    const half = Math.ceil(suspects.length / 2);
    const first = suspects.slice(0, half);
    if (fails(only(first))) suspects = first;
    else if (fails(only(suspects.slice(half)))) suspects = suspects.slice(half);
    else return `it takes several functions at once, among them ${suspects[0]?.path}`;
  }
  const [culprit] = suspects;
  if (culprit === undefined) return "nothing is rewritten";
  if (suspects.length > 1) return `one of ${suspects.length} functions: time ran out`;
  const guilty = guiltyRules((rules) => fails({ ...only(suspects), rules }));
  const after = copy.files.get(culprit.path)?.functions[culprit.index]?.after ?? "";
  const rules = guilty.length === 0 ? "no rule: the printer, the scopes or the names" : guilty.join("; ");
  return `${culprit.path}\n--- before\n${culprit.fn.before.slice(0, 3000)}\n--- after\n${after.slice(0, 3000)}\n--- rules: ${rules}`;
}

/** The rules each of which, left out alone, heals it; where there is none, those without which it heals together. */
function guiltyRules(fails: (rules: typeof NORMAL_RULES) => boolean): readonly string[] {
  if (fails([])) return [];
  let rules = NORMAL_RULES;
  for (const each of NORMAL_RULES) {
    const fewer = rules.filter((other) => other !== each);
    if (fails(fewer)) rules = fewer;
  }
  return rules.map(({ name }) => name);
}
