// Entries, from the moment when a call begins or ends to their place among the results.

import { isObject } from "../fingerprint/property-path.ts";
import type { Microseconds, Milliseconds } from "../units.ts";
import type { CallContext } from "./call.ts";
import { copiesOf, entrySize } from "./copies.ts";
import type { ArgumentEncoding, KeptKey } from "./key.ts";
import { readyPrimitive } from "./primitive-table.ts";
import { applyBounds, dropEntry, keepEntry, resizeEntry } from "./recency.ts";
import { changeCheck, type ResultReader } from "./result-check.ts";
import { type Entry, entryAt, type Outcome, type Results, tableOf } from "./results.ts";
import type { CacheRules } from "./rules.ts";

/** An entry of which nothing more is known. */
export function newEntry(key: KeptKey, results: Results, outcome: Outcome, at: Milliseconds): Entry {
  return {
    value: outcome.kind === "value" ? outcome.value : undefined,
    took: undefined,
    isPrimitive: outcome.kind === "value" && !isObject(outcome.value),
    sameHash: undefined,
    tokens: key.kind === "tokens" ? key.tokens : [],
    key,
    table: tableOf(results, key.receiver),
    outcome,
    at,
    size: 0,
    isShareable: true,
    isObject: false,
    changed: undefined,
    copy: undefined,
    isDropped: false,
    isListed: false,
    newer: undefined,
    older: undefined,
  };
}

/** A time as entries hold it. */
export function microseconds(time: Milliseconds): Microseconds {
  return Math.round(time * 1000);
}

/** Puts an entry in its place. An equal call may have run within this one. */
export function keep({ recency }: CallContext, rules: CacheRules, entry: Entry): void {
  const other = entryAt(entry.table, { ...entry.key, receiver: undefined });
  if (other !== undefined) dropEntry(recency, other);
  keepEntry(recency, entry);
  applyBounds(recency, rules);
}

/** Why a result is not kept, or how it is handed out later. */
export type Handling =
  | { readonly kind: "refused"; readonly cause: string }
  | {
      readonly kind: "kept";
      readonly changed: (() => string | undefined) | undefined;
      readonly copy: (() => unknown) | undefined;
    };

const AS_IT_IS: Handling = { kind: "kept", changed: undefined, copy: undefined };

/** How a result can be handed out to several callers, as the user wants that. */
export function handling({ arguments: encoding }: CallContext, rules: CacheRules, result: unknown): Handling {
  if (!isObject(result) || rules.share) return AS_IT_IS;
  if (rules.clone) {
    const copies = copiesOf(result);
    return copies.kind === "copied"
      ? { kind: "kept", changed: undefined, copy: copies.copy }
      : { kind: "refused", cause: `its result${copies.path} is ${copies.what}, which cannot be copied` };
  }
  const check = changeCheck(result, resultReader(encoding));
  return check.kind === "checked"
    ? { kind: "kept", changed: check.changed, copy: undefined }
    : { kind: "refused", cause: `its result${check.path} is ${check.what}, ${UNCOMPARED}` };
}

const UNCOMPARED =
  "so that nobody could tell whether a caller changed it; pass share: true to hand it out as it is";

/** How results are looked into. */
export function resultReader({ beyond, meaningTest }: ArgumentEncoding): ResultReader {
  return {
    wellKnownName: (value) => beyond.wellKnownName(value),
    internals: (value) => beyond.internals(value),
    meaningTest,
  };
}

/** Notes what is known of a result once it is there. */
export function finish(
  { now, recency, arguments: { identities } }: CallContext,
  rules: CacheRules,
  entry: Entry,
  result: unknown,
  took: Milliseconds,
  { changed, copy }: Extract<Handling, { kind: "kept" }>,
): void {
  entry.took = microseconds(took);
  entry.at = now();
  entry.isObject = isObject(result);
  entry.changed = changed;
  entry.copy = copy;
  const { key, table } = entry;
  if (key.kind === "primitive") readyPrimitive(table.byPrimitive, key.value, entry);
  if (rules.maxBytes === Number.POSITIVE_INFINITY) return;
  resizeEntry(recency, entry, entrySize(entry, result, identities));
  applyBounds(recency, rules);
}
