// What happens between definitions: at each call the session looks again at what a function depends on, finds the results
// that fit, and says when they are others than before.

import type { Cached } from "../cache/cached.ts";
import { dropAll } from "../cache/recency.ts";
import { emptyResults, entryCount, type Present } from "../cache/results.ts";
import type { CacheRequest } from "../cache/rules.ts";
import type { Callable } from "../callable.ts";
import { captured } from "../fingerprint/capture.ts";
import type { Digest } from "../fingerprint/digest.ts";
import { codeDigest } from "../fingerprint/equality.ts";
import type { Captured, Subject } from "../fingerprint/subject.ts";
import type { Count } from "../units.ts";
import { type Described, unreadReason } from "../verdict/comparison.ts";
import type { ChangeReason, Verdict } from "../verdict/verdict.ts";
import { cacheContext } from "./cache-context.ts";
import { decidedBy, isEqualOptions } from "./decided.ts";
import { foundPresent, type Inquiry, knownPresent, settled } from "./dependencies.ts";
import { type RecheckedEvent, record } from "./event.ts";
import { cachedShell, dropEmpty, type Upkeep } from "./generation.ts";
import type { Host } from "./host.ts";
import { sessionReader } from "./reader.ts";
import { currentTurn, type Definition, type Generation, type Registry, type State } from "./registry.ts";

/** What the session does for the generations of a definition while they live. */
export function upkeep(registry: Registry, definition: Definition, host: Host): Upkeep {
  const reader = sessionReader(registry, host.reader);
  const report = (event: RecheckedEvent): void => announce(registry, definition, event, host);
  const present = (owner: Generation, isForced: boolean): Present => {
    const { dependencies } = owner;
    const turn = owner.request.check === "turn" ? currentTurn(registry, host.cell) : undefined;
    const found =
      knownPresent(dependencies, turn, isForced) ??
      foundPresent(inquiryOf(registry, definition, owner, report, host), registry, reader);
    if (found.kind === "none" && owner.cached !== undefined)
      announceUncached(definition, owner, found.cause, host);
    return found;
  };
  return {
    present,
    clear: ({ described }) => forgetStates(definition, versionOf(described)),
    note: (fn, name) => registry.handles.set(fn, { kind: "api", name }),
    contextOf: (owner) =>
      cacheContext(registry, host, {
        name: definition.name,
        dependencies: owner.dependencies,
        recency: definition.recency,
        code: () => owner.described.code,
        target: () => owner.described.target,
        isDecorated: () => owner.decorate !== undefined,
        request: () => owner.request,
        present: (isForced) => present(owner, isForced),
      }),
  };
}

/**
 * The cached function of a generation, made when first asked for.
 *
 * @param request what is asked of the cache from now on; undefined for what was asked before
 */
export function cachedDefinition(
  registry: Registry,
  definition: Definition,
  owner: Generation,
  request: CacheRequest | undefined,
  host: Host,
): Cached<Callable> {
  if (request !== undefined) takeRequest(registry, definition, owner, request, host);
  const shell = cachedShell(owner, upkeep(registry, definition, host));
  registry.handles.set(shell, { kind: "shell", definition, generation: owner });
  return shell;
}

/** Takes what is asked of a cache; what decides about results is part of what they depend on. */
function takeRequest(
  registry: Registry,
  definition: Definition,
  owner: Generation,
  request: CacheRequest,
  host: Host,
): void {
  const { described } = owner;
  const decided = decidedBy(described.options, request);
  owner.request = request;
  owner.dependencies.quick.results = undefined;
  const isSame = isEqualOptions(described.options, decided.options);
  if (isSame && described.keyFunction === decided.keyFunction) return;
  const now = { ...described, ...decided };
  const subject = subjectOf(registry, definition, now, undefined);
  const meaning = captured(subject, sessionReader(registry, host.reader), registry.identities);
  owner.described = { ...now, meaning };
  settle(registry, definition, owner, meaning, host);
}

/** Takes what was found while a definition was made for what holds from now on. */
export function settle(
  registry: Registry,
  definition: Definition,
  owner: Generation,
  meaning: Captured,
  host: Host,
): void {
  const { dependencies } = owner;
  dependencies.turn = undefined;
  if (isComplete(meaning))
    settled(
      inquiryOf(registry, definition, owner, () => {}, host),
      meaning,
    );
  else {
    // What is not yet filled is compared at the first call, with what was known before.
    dependencies.captured ??= meaning;
    dependencies.present = undefined;
    dependencies.quick.results = undefined;
  }
}

/** Whether all variables were filled when they were looked at. */
export function isComplete({ fingerprint: { leaves } }: Pick<Captured, "fingerprint">): boolean {
  return leaves.every(({ kind }) => kind !== "dead");
}

/**
 * What to capture of a definition.
 *
 * @param owner the generation that asks; undefined while the definition is made, when its names may still hold older ones
 */
export function subjectOf(
  registry: Registry,
  definition: Definition,
  described: Omit<Described, "meaning">,
  owner: Generation | undefined,
): Subject {
  const { target, code, equality, options, deps, ignore, decorator, keyFunction } = described;
  return {
    name: definition.name,
    target,
    code,
    equality,
    options,
    deps,
    ignore,
    decorator,
    keyFunction,
    isSelf: (value) => {
      const handle = registry.handles.get(value);
      if (handle?.kind !== "shell") return false;
      return owner === undefined ? handle.definition === definition : handle.generation === owner;
    },
    isValue: code.state === "parsed" && code.kind === "class",
    isBeingDefined: owner === undefined,
  };
}

function inquiryOf(
  registry: Registry,
  definition: Definition,
  owner: Generation,
  report: (event: RecheckedEvent) => void,
  host: Host,
): Inquiry {
  return {
    dependencies: owner.dependencies,
    subject: () => subjectOf(registry, definition, owner.described, owner),
    resultsOf: (digest) => stateOf(definition, digest, versionOf(owner.described)).results,
    onChange: (reason, now) => {
      if (reason.kind !== "unread")
        report(rechecked(definition, changeVerdict(definition, now, reason), now, host));
    },
  };
}

/** Whether results for what was found are there already, from an earlier time. */
export function changeVerdict(
  definition: Definition,
  { fingerprint }: Pick<Captured, "fingerprint">,
  reason: ChangeReason,
): Verdict {
  const known = definition.states.get(fingerprint.digest);
  if (known === undefined || entryCount(known.results) === 0) return { kind: "changed", reason };
  const order = [...definition.states.keys()];
  const back: Count = order.length - 1 - order.indexOf(fingerprint.digest);
  return { kind: "restored", by: "source", back: Math.max(back, 1), undone: reason };
}

function rechecked(
  definition: Definition,
  verdict: Verdict,
  { fingerprint }: Pick<Captured, "fingerprint">,
  host: Host,
): RecheckedEvent {
  const { name, scope, states } = definition;
  const known = states.get(fingerprint.digest);
  return {
    type: "rechecked",
    at: host.date(),
    name,
    scope,
    verdict,
    fingerprint: fingerprint.digest,
    results: known === undefined ? 0 : entryCount(known.results),
  };
}

/** Records an event; says it once in a turn, since a loop may change a variable at each round. */
function announce(registry: Registry, definition: Definition, event: RecheckedEvent, host: Host): void {
  record(definition.events, event);
  const turn = currentTurn(registry, host.cell);
  if (definition.announcedIn !== turn) host.notice(event);
  definition.announcedIn = turn;
}

function announceUncached(
  definition: Definition,
  { dependencies }: Generation,
  cause: string,
  host: Host,
): void {
  const { captured } = dependencies;
  if (captured === undefined || definition.announced.has(cause)) return;
  definition.announced.add(cause);
  const reason = unreadReason(captured.obstacles);
  if (reason !== undefined) {
    const event = rechecked(definition, { kind: "changed", reason }, captured, host);
    record(definition.events, event);
    host.notice(event);
  }
}

/** The results for a fingerprint, which are in force from now on. */
function stateOf({ states }: Definition, digest: Digest, code: Digest): State {
  const state = states.get(digest) ?? { results: emptyResults(), code };
  dropEmpty(states, ({ results }) => results);
  // The order of the map is that in which states were last in force.
  states.delete(digest);
  states.set(digest, state);
  return state;
}

/** What tells the code versions of a definition apart. */
export function versionOf({ code, equality }: Pick<Described, "code" | "equality">): Digest {
  return codeDigest(code, equality);
}

/** Drops the results of a code version. */
export function forgetStates({ states, recency }: Definition, version: Digest): void {
  for (const { results, code } of states.values()) {
    if (code === version) dropAll(recency, results);
  }
}
