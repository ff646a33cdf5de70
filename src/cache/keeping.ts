// Entries, from the moment when a call begins or ends to their place among the results.

import type { Beyond } from "../fingerprint/beyond.ts";
import { isObject } from "../fingerprint/property-path.ts";
import type { Milliseconds } from "../units.ts";
import type { CallContext } from "./call.ts";
import { type Copies, copiesOf, entrySize } from "./copies.ts";
import type { KeptKey } from "./key.ts";
import { applyBounds, dropEntry, keepEntry, resizeEntry } from "./recency.ts";
import { changeTest } from "./result-check.ts";
import { type Entry, entryAt, type Outcome, type Results, tableOf } from "./results.ts";
import type { CacheRules } from "./rules.ts";

/** An entry of which nothing more is known. */
export function newEntry(key: KeptKey, results: Results, outcome: Outcome, at: Milliseconds): Entry {
  return {
    key,
    table: tableOf(results, key.receiver),
    outcome,
    value: outcome.kind === "value" ? outcome.value : undefined,
    isPrimitive: outcome.kind === "value" && !isObject(outcome.value),
    at,
    took: undefined,
    size: 0,
    isShareable: true,
    isObject: false,
    changed: undefined,
    copy: undefined,
    isDropped: false,
    sameHash: undefined,
    isListed: false,
    newer: undefined,
    older: undefined,
  };
}

/** Puts an entry in its place. An equal call may have run within this one. */
export function keep({ recency }: CallContext, rules: CacheRules, entry: Entry): void {
  const other = entryAt(entry.table, { ...entry.key, receiver: undefined });
  if (other !== undefined) dropEntry(recency, other);
  keepEntry(recency, entry);
  applyBounds(recency, rules);
}

/** Notes what is known of a result once it is there. */
export function finish(
  { now, recency, arguments: { identities, beyond } }: CallContext,
  rules: CacheRules,
  entry: Entry,
  result: unknown,
  took: Milliseconds,
  copies: Copies | undefined,
): void {
  const { share, clone, maxBytes } = rules;
  entry.took = took;
  entry.at = now();
  if (isObject(result) && typeof result !== "function") {
    entry.isObject = true;
    if (copies?.kind === "copied") entry.copy = copies.copy;
    if (!share && !clone) entry.changed = changeTest(result, beyond);
  }
  if (maxBytes === Number.POSITIVE_INFINITY) return;
  resizeEntry(recency, entry, entrySize(entry, result, identities));
  applyBounds(recency, rules);
}

/** A test whether a reader has changed an item of a recording; undefined where nothing can be changed. */
export function itemTest(item: unknown, beyond: Beyond): (() => string | undefined) | undefined {
  return isObject(item) && typeof item !== "function" ? changeTest(item, beyond) : undefined;
}

/** Copies for each caller, where the user wants them. */
export function wantedCopies({ clone }: CacheRules, value: unknown): Copies | undefined {
  return clone && isObject(value) ? copiesOf(value) : undefined;
}

/** Why copies cannot be made. */
export function uncopied(copies: Copies | undefined): string | undefined {
  return copies?.kind === "refused"
    ? `its result${copies.path} is ${copies.what}, which cannot be copied`
    : undefined;
}
