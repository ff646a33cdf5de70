// `accept`, `forget` and `configure`: what users may decide about definitions and the session.

import type { Definable } from "./define-once.ts";
import { caller } from "./host/caller.ts";
import { currentHost } from "./host/host.ts";
import { type Configuration, checkConfiguration } from "./options.ts";
import { api, session } from "./process-session.ts";
import { accepted, forgotten } from "./session/control.ts";
import type { SessionEvent } from "./session/event.ts";
import { definitionOf } from "./session/inspect.ts";

/**
 * Declares the latest change of a definition harmless, say a log line: the new code keeps the old results. It holds for
 * this one change; the next one counts again.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_UNKNOWN_NAME`, `DEFINE_ONCE_AMBIGUOUS_NAME`, `DEFINE_ONCE_NOTHING_TO_ACCEPT`
 * @example accept("simulate");
 */
export function accept(what: Definable | string): SessionEvent {
  const registry = session();
  const definition = definitionOf(registry, what, caller(accept).scope);
  return accepted(registry, definition, currentHost());
}

/**
 * Drops a definition and all its generations: the next one of that name is the first.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_UNKNOWN_NAME`, `DEFINE_ONCE_AMBIGUOUS_NAME`
 * @example forget("simulate");
 */
export function forget(what: Definable | string): SessionEvent {
  const registry = session();
  const definition = definitionOf(registry, what, caller(forget).scope);
  return forgotten(registry, definition, currentHost().date());
}

/**
 * Sets defaults for the session; what is not mentioned stays.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_OPTION`
 * @example configure({ notices: false });
 */
export function configure(options: Configuration): void {
  checkConfiguration(options);
  Object.assign(session().settings, options);
}

api("accept", accept);
api("forget", forget);
api("configure", configure);
