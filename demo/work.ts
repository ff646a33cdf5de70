// How much a definition's cache did in one round: the counters of the library run on from round to round, and each
// version of a definition has its own.

import type { CacheInfo } from "../src/cache/results.ts";
import type { DefinedEvent } from "../src/session/event.ts";
import type { Count, Milliseconds } from "../src/units.ts";
import { NAMES, type Name } from "./rounds.ts";
import type { Outcome } from "./run-all.ts";

/** One definition in one round. */
export interface Work {
  /** What was decided about it. */
  readonly event: DefinedEvent;
  /** Calls computed. */
  readonly misses: Count;
  /** Calls answered from the cache. */
  readonly hits: Count;
  readonly spent: Milliseconds;
  readonly saved: Milliseconds;
}

type Counters = Pick<CacheInfo, "misses" | "hits" | "spent" | "saved">;

const NONE: Counters = { misses: 0, hits: 0, spent: 0, saved: 0 };

/** The work of a round, given the outcomes of all rounds before. Throws if a definition is missing or has no cache. */
export function workOf(outcome: Outcome, before: readonly Outcome[]): Readonly<Record<Name, Work>> {
  const one = (name: Name): Work => {
    const { event, counters } = stateOf(outcome, name);
    // What the same version had done when it was last in force.
    const last = before.findLast((other) => stateOf(other, name).event.fingerprint === event.fingerprint);
    const base = last === undefined ? NONE : stateOf(last, name).counters;
    return {
      event,
      misses: counters.misses - base.misses,
      hits: counters.hits - base.hits,
      spent: counters.spent - base.spent,
      saved: counters.saved - base.saved,
    };
  };
  const [first, second, third] = NAMES;
  return { [first]: one(first), [second]: one(second), [third]: one(third) };
}

function stateOf(
  outcome: Outcome,
  name: Name,
): { readonly event: DefinedEvent; readonly counters: Counters } {
  const facts = outcome.definitions.find((definition) => definition.name === name);
  if (facts === undefined)
    throw new Error(`The kernel knows no definition ${name}: did its cell call defineOnce?`);
  const { latest, cache } = facts;
  if (latest.type !== "defined" || cache === undefined)
    throw new Error(`The definition ${name} has no cache, or was ${latest.type} by hand.`);
  return { event: latest, counters: cache };
}
