// The decision about a new definition: it is described and compared, with the one in force and with older ones; then
// either an old one stays, with its shell and its results, or the new one takes its place beside them.

import { delistAll } from "../cache/recency.ts";
import { entryCount } from "../cache/results.ts";
import { type CacheRequest, DEFAULT_REQUEST } from "../cache/rules.ts";
import type { Callable } from "../callable.ts";
import { captured } from "../fingerprint/capture.ts";
import { codeOfText, factsOf, textOf } from "../fingerprint/code.ts";
import type { Equality } from "../fingerprint/equality.ts";
import { hiddenCaptures } from "../fingerprint/hidden.ts";
import type { DecidingOptions } from "../fingerprint/manifest.ts";
import type { Captured } from "../fingerprint/subject.ts";
import type { Count } from "../units.ts";
import { comparison, type Described, definitionKind, keptVerdict } from "../verdict/comparison.ts";
import type { ChangeReason, Verdict } from "../verdict/verdict.ts";
import { decidedBy, isVersion } from "./decided.ts";
import { type DefinedEvent, record } from "./event.ts";
import { generation, retarget } from "./generation.ts";
import type { Host } from "./host.ts";
import { sessionReader } from "./reader.ts";
import {
  currentTurn,
  type Decorate,
  type Definition,
  definitionKey,
  type Evaluation,
  type Generation,
  inForce,
  newDefinition,
  type Registry,
} from "./registry.ts";
import { changeVerdict, isComplete, settle, subjectOf, upkeep, versionOf } from "./upkeep.ts";

/** A definition that asks for its place. */
export interface Candidate {
  readonly name: string;
  readonly scope: string;
  /** The function or class as the newest evaluation made it. */
  readonly target: Callable;
  readonly equality: Equality;
  /** How many code versions to keep, this one included: at least 1. */
  readonly generations: Count;
  readonly options: DecidingOptions;
  /** What the user named as dependencies: an object, or a thunk that gives one. */
  readonly deps: unknown;
  /** Names that do not count. */
  readonly ignore: readonly string[];
  readonly decorate: Decorate | undefined;
  /** The decorator as the user gave it. */
  readonly decorator: unknown;
  /** What was asked of its cache; undefined where it came without one, and keeps what the last one asked. */
  readonly request: CacheRequest | undefined;
  /** The address of the ECMAScript module that defines it, query included; undefined for other sources. */
  readonly module: string | undefined;
  /** Whether a function defines it, rather than the statements of a cell or module. */
  readonly isInFunction: boolean;
}

/** What came of a candidate. */
export interface Decision {
  readonly definition: Definition;
  readonly generation: Generation;
  readonly event: DefinedEvent;
}

/**
 * Decides about a candidate, and records the decision.
 *
 * @throws whatever the candidate's decorator throws; nothing has changed then
 */
export function define(registry: Registry, candidate: Candidate, host: Host): Decision {
  const started = host.now();
  const { name, scope, module, isInFunction } = candidate;
  const key = definitionKey(scope, name);
  const known = registry.definitions.get(key);
  const definition = known ?? newDefinition(name, scope);
  const request = candidate.request ?? definition.generations.at(-1)?.request ?? DEFAULT_REQUEST;
  const described = description(candidate, request, definition, registry, host);
  const evaluation: Evaluation = { module, turn: currentTurn(registry, host.cell), isInFunction };

  const found = known === undefined ? FIRST : match(known, described, evaluation, registry, host);
  const state = definition.states.get(described.meaning.fingerprint.digest)?.results;
  const chosen =
    found.generation ??
    generation(
      described,
      described.meaning.obstacles.length === 0 ? described.meaning.fingerprint.digest : undefined,
      evaluation,
      candidate.decorate,
      request,
      upkeep(registry, definition, host),
    );

  registry.definitions.set(key, definition);
  registry.handles.set(chosen.shell, { kind: "shell", definition, generation: chosen });
  chosen.evaluation = evaluation;
  chosen.decorate = candidate.decorate;
  chosen.request = request;
  chosen.dependencies.quick.results = undefined;
  chosen.isOneOfSeveral ||= found.isOneOfSeveral;
  bringInForce(definition, chosen, candidate.generations);
  // The rung "name" keeps the first function itself, as the first try of the article does.
  if (candidate.equality !== "name" || found.generation === undefined) retarget(chosen, described);
  const before = chosen.dependencies.present;
  settle(registry, definition, chosen, described.meaning, host);
  if (found.verdict.kind === "kept" || found.verdict.kind === "restored") definition.kept++;
  else definition.redefined++;

  const results = isComplete(described.meaning)
    ? state
    : before?.kind === "kept"
      ? before.results
      : undefined;
  const event: DefinedEvent = {
    type: "defined",
    at: host.date(),
    name,
    scope,
    verdict: found.verdict,
    fingerprint: described.meaning.fingerprint.digest,
    results: results === undefined ? 0 : entryCount(results),
    took: host.now() - started,
  };
  record(definition.events, event);
  return { definition, generation: chosen, event };
}

/** The candidate as far as it can be compared. */
function description(
  candidate: Candidate,
  request: CacheRequest,
  definition: Definition,
  registry: Registry,
  host: Host,
): Described & { readonly meaning: Captured } {
  const { target, equality, deps, ignore, decorator } = candidate;
  const text = textOf(target);
  const code = codeOfText(text, factsOf(target, text, host.dialect));
  const named = {
    target,
    code,
    equality,
    ...decidedBy(candidate.options, request),
    deps,
    ignore,
    decorator,
    isText: false,
  };
  return { ...named, meaning: meaningOf(definition, named, undefined, registry, host) };
}

function meaningOf(
  definition: Definition,
  described: Omit<Described, "meaning">,
  owner: Generation | undefined,
  registry: Registry,
  host: Host,
): Captured {
  const subject = subjectOf(registry, definition, described, owner);
  return captured(subject, sessionReader(registry, host.reader), registry.identities);
}

interface Match {
  /** The generation that stays or comes back; undefined if the candidate gets one of its own. */
  readonly generation: Generation | undefined;
  readonly verdict: Verdict;
  /** Whether others of the same evaluation live beside it. */
  readonly isOneOfSeveral: boolean;
}

const FIRST: Match = { generation: undefined, verdict: { kind: "first" }, isOneOfSeveral: false };

/** The generation of the same code: the one in force, or else the newest of the others. */
function match(
  known: Definition,
  described: Described,
  evaluation: Evaluation,
  registry: Registry,
  host: Host,
): Match {
  const current = inForce(known);
  const before = onRung(known, current, described.equality, registry, host);
  const found = comparison(before, described);
  const verdict: Verdict = found.same
    ? keptVerdict(before, described, found.by)
    : changeVerdict(known, described.meaning, found.reason);
  const own = before.target === described.target ? [] : ownNames(known, described, evaluation, host);
  if (own.length > 0) {
    current.isOneOfSeveral = true;
    // A function can share the results of its equals; a class is handed out itself.
    const isClass = definitionKind(described.code) === "class";
    const reason: ChangeReason = { kind: "captured", names: own, remedy: CLASS_REMEDY };
    return {
      generation: undefined,
      verdict: isClass ? { kind: "changed", reason: found.same ? reason : found.reason } : verdict,
      isOneOfSeveral: true,
    };
  }
  if (isVersion(before, described)) return { generation: current, verdict, isOneOfSeveral: false };
  if (found.same) return { generation: current, verdict, isOneOfSeveral: false };
  for (let back = 1; back < known.generations.length; back++) {
    const older = known.generations.at(-1 - back);
    if (older === undefined || older.isOneOfSeveral) continue;
    const again = comparison(onRung(known, older, described.equality, registry, host), described);
    if (!isVersion(older.described, described) && !again.same) continue;
    const restored: Verdict = again.same
      ? { kind: "restored", by: again.by, back, undone: found.reason }
      : verdict;
    return { generation: older, verdict: restored, isOneOfSeveral: false };
  }
  return { generation: undefined, verdict, isOneOfSeveral: false };
}

const CLASS_REMEDY = "hand what it reads to its constructor, or keep it in a static field";

/** A generation as it was last found, or found again where another rung looks at other things. */
function onRung(
  definition: Definition,
  owner: Generation,
  equality: Equality,
  registry: Registry,
  host: Host,
): Described {
  const { described, dependencies } = owner;
  if (described.equality === equality)
    return { ...described, meaning: dependencies.captured ?? described.meaning };
  const other = { ...described, equality };
  return { ...other, meaning: meaningOf(definition, other, owner, registry, host) };
}

/**
 * Variables that are the candidate's own, so that it cannot be taken for the next evaluation of the same thing: those of a
 * closure that a function makes, or that one evaluation makes several times; and those of a class, which is handed out
 * itself and cannot be pointed to newer ones.
 */
function ownNames(
  known: Definition,
  { target, code, equality }: Described,
  evaluation: Evaluation,
  host: Host,
): readonly string[] {
  const { isInFunction } = evaluation;
  const isClass = definitionKind(code) === "class";
  const isSibling = known.generations.some(
    (each) => each.isOneOfSeveral || isSameRun(each.evaluation, evaluation),
  );
  if (equality === "name" || !(isClass || isSibling || isInFunction)) return [];
  const names = code.state === "parsed" ? code.freeNames : [];
  const hidden =
    code.state === "parsed" ? hiddenCaptures(code).map(({ title }) => title) : NOT_UNDERSTOOD[code.why];
  return [...hidden, ...host.ownNames({ target, names, scope: known.scope, isClass, isInFunction })];
}

const NOT_UNDERSTOOD = {
  native: [],
  unknown: ["code that was not understood"],
  deep: ["code that was not understood"],
};

/** Whether two definitions stem from one run of one source. */
function isSameRun(one: Evaluation, other: Evaluation): boolean {
  return one.turn === other.turn || (one.module !== undefined && one.module === other.module);
}

/** Puts a generation last, and drops those longest out of force beyond the limit, with the results of their code. */
function bringInForce(definition: Definition, chosen: Generation, most: Count): void {
  const { generations } = definition;
  const version = versionOf(chosen.described);
  const others = generations.filter(
    (each) => each !== chosen && !(each.isOneOfSeveral && versionOf(each.described) === version),
  );
  const kept = [...others, chosen].slice(-most);
  generations.splice(0, generations.length, ...kept);
  const versions = new Set(kept.map(({ described }) => versionOf(described)));
  for (const [digest, { code, results }] of definition.states)
    if (!versions.has(code)) {
      delistAll(definition.recency, results);
      definition.states.delete(digest);
    }
}
