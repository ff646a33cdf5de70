// Whether what a call was computed from is still what it was when the call began.

import type { Count } from "../units.ts";
import type { CallContext, ChangeText } from "./call.ts";
import type { KeptKey, Keyed } from "./key.ts";
import type { Results } from "./results.ts";
import type { CacheRules } from "./rules.ts";

/** A call, with what it began with. */
export interface Call {
  readonly context: CallContext;
  readonly rules: CacheRules;
  readonly key: KeptKey;
  readonly keyed: Keyed;
  readonly results: Results;
  /** How often dependencies had changed when the call began. */
  readonly changes: Count;
  /** What is not as it was of the arguments and files, in words; undefined if all is. */
  readonly changedInput: () => string | undefined;
  readonly run: () => unknown;
}

export const CHANGES = ({ path, remedy }: ChangeText): string =>
  `it changes ${path}, which it reads${remedy}`;
export const DURING = ({ path }: ChangeText): string => `${path} changed while it ran`;

/** Why a result does not belong to what the call began with: something that it was computed from is not the same any more. */
export function interference(
  { context: { present, lastChange }, results, changes, changedInput }: Call,
  describe: (change: ChangeText) => string,
): string | undefined {
  const after = present(true);
  if (after.kind === "none") return after.cause;
  if (after.results !== results || after.changes !== changes) return describe(lastChange());
  return changedInput();
}
