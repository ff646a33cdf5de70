// What the user may decide about definitions: to accept a change, and to forget.

import { copyResults } from "../cache/recency.ts";
import { entryCount } from "../cache/results.ts";
import { DefineOnceError } from "../error.ts";
import type { Milliseconds } from "../units.ts";
import { record, type SessionEvent } from "./event.ts";
import type { Host } from "./host.ts";
import { type Definition, definitionKey, inForce, type Registry } from "./registry.ts";
import { upkeep } from "./upkeep.ts";

/**
 * Declares the latest change of a definition harmless: the results of the code before it are results of the new code
 * too. The edge holds between these two fingerprints only; results that the new code computed itself stay.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOTHING_TO_ACCEPT`
 */
export function accepted(registry: Registry, definition: Definition, host: Host): SessionEvent {
  const { name, scope, events } = definition;
  const current = inForce(definition);
  const present = current.cached && upkeep(registry, definition, host).present(current, true);
  const decision = events.findLast(({ type }) => type !== "forgotten");
  const isChange =
    decision?.type !== "accepted" &&
    decision !== undefined &&
    "verdict" in decision &&
    decision.verdict.kind === "changed";
  const states = [...definition.states];
  const [from] = states.at(-2) ?? [];
  const [to] = states.at(-1) ?? [];
  const before = from === undefined ? undefined : definition.states.get(from);
  if (
    !isChange ||
    from === undefined ||
    to === undefined ||
    before === undefined ||
    present?.kind !== "kept"
  ) {
    throw new DefineOnceError(
      "DEFINE_ONCE_NOTHING_TO_ACCEPT",
      `${name} has no change to accept; its latest definition must be a change of a cached function. ` +
        "Call accept right after the cell that changed it, before anything else defines it.",
    );
  }
  copyResults(definition.recency, before.results, present.results);
  const event: SessionEvent = {
    type: "accepted",
    at: host.date(),
    name,
    scope,
    from,
    to,
    results: entryCount(before.results),
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
