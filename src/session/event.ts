// One typed event per decision. Explanations, status, notices and tests are built on these alone.

import type { Count, Milliseconds } from "../units.ts";
import type { Verdict } from "../verdict/verdict.ts";

/** A decision of the session about one definition. */
export type SessionEvent =
  /** `defineOnce` was called and decided. */
  | {
      readonly type: "defined";
      /** Since the epoch. */
      readonly at: Milliseconds;
      readonly name: string;
      /** The source file without query, or `"notebook"`, or what the user gave. */
      readonly scope: string;
      readonly verdict: Verdict;
      /** Digest of the definition now in force: 64 hexadecimal digits. */
      readonly fingerprint: string;
      /** How many results the definition in force holds from before this decision. */
      readonly results: Count;
      /** What deciding cost. */
      readonly took: Milliseconds;
    }
  /** A call found something else than before among what the definition depends on, or something that cannot be compared. */
  | {
      readonly type: "rechecked";
      readonly at: Milliseconds;
      readonly name: string;
      readonly scope: string;
      readonly verdict: Verdict;
      readonly fingerprint: string;
      /** How many results there are for what it depends on now. */
      readonly results: Count;
    }
  /** The user declared the latest change harmless: results moved from one exact fingerprint to another. */
  | {
      readonly type: "accepted";
      readonly at: Milliseconds;
      readonly name: string;
      readonly scope: string;
      readonly from: string;
      readonly to: string;
      readonly results: Count;
    }
  /** The user dropped the definition and all its generations. */
  | { readonly type: "forgotten"; readonly at: Milliseconds; readonly name: string; readonly scope: string };

/** A decision of `defineOnce`. */
export type DefinedEvent = Extract<SessionEvent, { readonly type: "defined" }>;

/** What a call found. */
export type RecheckedEvent = Extract<SessionEvent, { readonly type: "rechecked" }>;

/** Older events are forgotten. */
const MOST_EVENTS: Count = 100;

/** Adds an event to a definition's list, which keeps the latest hundred. */
export function record(events: SessionEvent[], event: SessionEvent): void {
  events.push(event);
  if (events.length > MOST_EVENTS) events.shift();
}
