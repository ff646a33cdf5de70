// What a cached function depends on, looked at again at every call: the results that fit it now, or why none can be kept.

import type { ChangeText } from "../cache/call.ts";
import type { Present, Results } from "../cache/results.ts";
import { captured } from "../fingerprint/capture.ts";
import type { Digest } from "../fingerprint/digest.ts";
import { nameIn } from "../fingerprint/leaf.ts";
import type { Reader } from "../fingerprint/reader.ts";
import type { Captured, Subject } from "../fingerprint/subject.ts";
import { meaningChange, remedy } from "../verdict/comparison.ts";
import type { ChangeReason } from "../verdict/verdict.ts";
import type { Dependencies, Registry, Turn } from "./registry.ts";

/** Whose dependencies are looked at, and what becomes of what is found. */
export interface Inquiry {
  readonly dependencies: Dependencies;
  readonly subject: () => Subject;
  /** The results that fit a fingerprint. */
  readonly resultsOf: (digest: Digest) => Results;
  /** Told whenever something else was found than before. */
  readonly onChange: (reason: ChangeReason, now: Captured) => void;
}

export function unknownDependencies(): Dependencies {
  return {
    captured: undefined,
    present: undefined,
    quick: { results: undefined, isCurrent: undefined, seen: undefined },
    changes: 0,
    lastChange: [],
    turn: undefined,
  };
}

/**
 * What a function was found to depend on, if that still holds.
 *
 * @param turn the turn of the event loop, where looking once in a turn is enough
 * @param isForced looks again in any case
 */
export function knownPresent(
  dependencies: Dependencies,
  turn: Turn | undefined,
  isForced: boolean,
): Present | undefined {
  const { captured, present } = dependencies;
  if (present === undefined || captured === undefined) return undefined;
  if (turn !== undefined && turn === dependencies.turn && !isForced) return present;
  dependencies.turn = turn;
  return captured.isCurrent() ? present : undefined;
}

/** What a function depends on now, found anew. */
export function foundPresent(inquiry: Inquiry, registry: Registry, reader: Reader): Present {
  const { dependencies } = inquiry;
  const { captured: before } = dependencies;
  const now = captured(inquiry.subject(), reader, registry.identities);
  if (before !== undefined && before.fingerprint.digest !== now.fingerprint.digest) {
    const reason = meaningChange(before, now);
    dependencies.lastChange =
      reason !== undefined && "path" in reason ? reason.path : [inquiry.subject().name];
    if (reason !== undefined) inquiry.onChange(reason, now);
  }
  return settled(inquiry, now);
}

/** Takes what was found for what holds from now on. */
export function settled({ dependencies, resultsOf }: Inquiry, now: Captured): Present {
  // Counted wherever it is found, so that a run under way learns of a state that came and went.
  if (dependencies.captured?.fingerprint.digest !== now.fingerprint.digest) dependencies.changes++;
  dependencies.captured = now;
  dependencies.quick.results = undefined;
  dependencies.present =
    now.obstacles.length > 0
      ? { kind: "none", cause: obstacleText(now) }
      : { kind: "kept", results: resultsOf(now.fingerprint.digest), changes: dependencies.changes };
  return dependencies.present;
}

/** Where something was last found changed, and what to write if that is no input: `f -> n`. */
export function lastChangeText({ lastChange }: Pick<Dependencies, "lastChange">): ChangeText {
  const name = nameIn(lastChange.at(-1) ?? "");
  // What a memoizer written by hand remembers lies behind the function that it wraps.
  const memoizer = lastChange.length > 2 ? " (a memoizer belongs in decorate)" : "";
  const remedy =
    name === undefined ? "" : `; pass ignore: ["${name}"] if results do not depend on it${memoizer}`;
  return { path: lastChange.join(" -> "), remedy };
}

/** Why calls cannot be cached, and what to write: `score -> n cannot be read; pass deps: { n }`. */
export function obstacleText({ obstacles }: Pick<Captured, "obstacles">): string {
  const [first] = obstacles;
  return first === undefined ? "" : `${first.path.join(" -> ")} ${first.what}; ${remedy(obstacles)}`;
}
