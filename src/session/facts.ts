// What reports are made of: plain data that the session hands up. Nothing here knows how it will be shown.

import type { CacheInfo } from "../cache/results.ts";
import type { Count } from "../units.ts";
import type { SessionEvent } from "./event.ts";

/** One row of `status()`. */
export interface DefinitionFacts {
  readonly name: string;
  readonly scope: string;
  readonly kind: "function" | "class";
  /** How often a new definition was found to mean the same (kept or restored). */
  readonly kept: Count;
  /** How often a new definition was taken, the first included. */
  readonly redefined: Count;
  /** Code versions in memory. */
  readonly generations: Count;
  /** Absent when the definition is not cached. */
  readonly cache: CacheInfo | undefined;
  /** The latest decision about it. */
  readonly latest: SessionEvent;
}

/** What `explain()` shows of one definition. */
export interface ExplanationFacts {
  readonly definition: DefinitionFacts;
  /** The last decisions, oldest first. */
  readonly events: readonly SessionEvent[];
  /** Names and options that it depends on, each compared with all that is behind it. */
  readonly dependsOn: readonly string[];
  /** What results may depend on and no fingerprint can see: `Math.random`, `fetch`. */
  readonly impure: readonly string[];
  /** Remarks on the definition in force: one sentence each. */
  readonly remarks: readonly string[];
}
