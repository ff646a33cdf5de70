// What the user may decide about definitions: to accept a change, and to forget.

import { copyResults, entryCount } from "../cache/results.ts";
import { DefineOnceError } from "../error.ts";
import type { Milliseconds } from "../units.ts";
import { record, type SessionEvent } from "./event.ts";
import { type Definition, definitionKey, inForce, type Registry } from "./registry.ts";

/**
 * Declares the latest change of a definition harmless: the results of the code before it are results of the new code
 * too. The edge holds between these two fingerprints only; results that the new code computed itself stay.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOTHING_TO_ACCEPT`
 */
export function accepted(definition: Definition, at: Milliseconds): SessionEvent {
  const { name, scope, generations, events } = definition;
  const current = inForce(definition);
  const before = generations.at(-2);
  const decision = events.findLast(({ type }) => type === "defined" || type === "accepted");
  const isChange = decision?.type === "defined" && decision.verdict.kind === "changed";
  if (!isChange || before?.cached === undefined || current.cached === undefined) {
    throw new DefineOnceError(
      "DEFINE_ONCE_NOTHING_TO_ACCEPT",
      `${name} has no change to accept; its latest definition must be a change of a cached function. ` +
        "Call accept right after the cell that changed it, before anything else defines it.",
    );
  }
  copyResults(before.cached.results, current.cached.results);
  const event: SessionEvent = {
    type: "accepted",
    at,
    name,
    scope,
    from: before.described.fingerprint.digest,
    to: current.described.fingerprint.digest,
    results: entryCount(before.cached.results),
  };
  record(events, event);
  return event;
}

/** Drops a definition with all its generations. Functions handed out go on working; nothing defined later finds them. */
export function forgotten(registry: Registry, definition: Definition, at: Milliseconds): SessionEvent {
  const { name, scope } = definition;
  registry.definitions.delete(definitionKey(scope, name));
  const event: SessionEvent = { type: "forgotten", at, name, scope };
  record(definition.events, event);
  return event;
}
