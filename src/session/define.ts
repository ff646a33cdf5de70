// The decision about a new definition: it is described and compared, with the one in force and with older ones; then
// either an old one stays, with its shell and its results, or the new one takes its place beside them.

import { entryCount } from "../cache/results.ts";
import type { Callable } from "../callable.ts";
import { type Code, codeOfText, factsOf, textOf } from "../fingerprint/code.ts";
import type { Equality } from "../fingerprint/equality.ts";
import { type DecidingOptions, manifest } from "../fingerprint/manifest.ts";
import type { FreeName } from "../syntax/binding.ts";
import type { Dialect } from "../syntax/rule.ts";
import type { Count, Milliseconds } from "../units.ts";
import { comparison, type Described, definitionKind } from "../verdict/comparison.ts";
import type { ChangeReason, Verdict } from "../verdict/verdict.ts";
import { type DefinedEvent, record } from "./event.ts";
import { type Decorate, generation, retarget } from "./generation.ts";
import {
  currentTurn,
  type Definition,
  definitionKey,
  type Evaluation,
  type Generation,
  inForce,
  type Registry,
} from "./registry.ts";

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
  readonly decorate: Decorate | undefined;
  /** The address of the ECMAScript module that defines it, query included; undefined for other sources. */
  readonly module: string | undefined;
  /** Whether a function defines it, rather than the statements of a cell or module. */
  readonly isInFunction: boolean;
}

/** A closure whose variables are in question. */
export interface Closure {
  readonly target: Callable;
  readonly names: readonly FreeName[];
  readonly scope: string;
  readonly isClass: boolean;
  readonly isInFunction: boolean;
}

/** What the host lends to a decision. */
export interface Host {
  readonly dialect: Dialect;
  /** Of a closure's free names, those that it does not share with the next closure of the same text. */
  readonly ownNames: (closure: Closure) => readonly string[];
  /** A value that differs from cell to cell, where there is one. */
  readonly cell: () => unknown;
  /** Since the epoch. */
  readonly date: () => Milliseconds;
  /** A monotonic clock. */
  readonly now: () => Milliseconds;
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
  const described = description(candidate, known, host.dialect);
  const evaluation: Evaluation = { module, turn: currentTurn(registry, host.cell()), isInFunction };

  const found = known === undefined ? FIRST : match(known, described, evaluation, host);
  const chosen = found.generation ?? generation(described, candidate.target, evaluation, candidate.decorate);
  const definition = known ?? { name, scope, generations: [], events: [], kept: 0, redefined: 0 };

  registry.definitions.set(key, definition);
  registry.handles.set(chosen.shell, { kind: "shell", definition, generation: chosen });
  bringInForce(definition, chosen, candidate.generations);
  chosen.evaluation = evaluation;
  chosen.isOneOfSeveral ||= found.verdict.kind === "changed" && found.verdict.reason.kind === "captured";
  // The rung "name" keeps the first function itself, as the first try of the article does.
  if (candidate.equality !== "name") retarget(chosen, described);
  if (found.generation === undefined) definition.redefined++;
  else definition.kept++;

  const event: DefinedEvent = {
    type: "defined",
    at: host.date(),
    name,
    scope,
    verdict: found.verdict,
    fingerprint: chosen.described.fingerprint.digest,
    results: chosen.cached === undefined ? 0 : entryCount(chosen.cached.results),
    took: host.now() - started,
  };
  record(definition.events, event);
  return { definition, generation: chosen, event };
}

/** The candidate as far as it can be compared. A text that is known already is not analysed again. */
function description(candidate: Candidate, known: Definition | undefined, dialect: Dialect): Described {
  const { target, equality, name, options } = candidate;
  const text = textOf(target);
  const facts = factsOf(target, text, dialect);
  const same = known?.generations.find(({ described: { code } }) => {
    if (code.text !== text || code.state === "opaque") return code.text === text;
    return (
      (code.kind === "method" || !facts.isMethod) &&
      code.dialect === dialect &&
      (code.strictness === "irrelevant" || code.strictness === facts.strictness)
    );
  });
  const code = same?.described.code ?? codeOfText(text, facts);
  const before = same?.described;
  const isKnown = before?.equality === equality && isEqual(before.options, options);
  const fingerprint = isKnown ? before.fingerprint : manifest(name, code, equality, options);
  return { target, code, equality, options, fingerprint };
}

function isEqual(one: DecidingOptions, other: DecidingOptions): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

interface Match {
  /** The generation that stays or comes back; undefined if the candidate is taken. */
  readonly generation: Generation | undefined;
  readonly verdict: Verdict;
}

const FIRST: Match = { generation: undefined, verdict: { kind: "first" } };

/** The generation that a description equals: the one in force, or else the newest of the others. */
function match(known: Definition, described: Described, evaluation: Evaluation, host: Host): Match {
  const current = inForce(known);
  const found = comparison(current.described, described);
  const isItself = current.described.target === described.target;
  const closure = isItself ? undefined : closureReason(known, described, evaluation, host);
  if (closure !== undefined) {
    current.isOneOfSeveral = true;
    return {
      generation: undefined,
      verdict: { kind: "changed", reason: found.same ? closure : found.reason },
    };
  }
  if (found.same) return { generation: current, verdict: { kind: "kept", by: found.by } };
  for (let back = 1; back < known.generations.length; back++) {
    const older = known.generations.at(-1 - back);
    if (older === undefined || older.isOneOfSeveral) continue;
    const again = comparison(older.described, described);
    if (!again.same) continue;
    return { generation: older, verdict: { kind: "restored", by: again.by, back, undone: found.reason } };
  }
  return { generation: undefined, verdict: { kind: "changed", reason: found.reason } };
}

/**
 * Why equal code may not be the same definition: nobody has compared the variables that a closure captures. Closures of
 * a cell or a module are taken to be the next evaluation of the same thing. Not so those that a function makes, or that
 * one evaluation makes several times; nor a class, which is handed out itself and cannot be pointed to newer variables.
 */
function closureReason(
  known: Definition,
  { target, code, equality }: Described,
  evaluation: Evaluation,
  host: Host,
): ChangeReason | undefined {
  const { isInFunction } = evaluation;
  const isClass = definitionKind(code) === "class";
  const isSibling = known.generations.some(
    (each) => each.isOneOfSeveral || isSameRun(each.evaluation, evaluation),
  );
  if (equality === "name" || !(isClass || isSibling || isInFunction)) return undefined;
  const closure: Closure = { target, names: freeNamesOf(code), scope: known.scope, isClass, isInFunction };
  const names = [...hiddenCaptures(code), ...host.ownNames(closure)];
  if (names.length === 0) return undefined;
  const remedy = isClass
    ? "hand what it reads to its constructor, or keep it in a static field"
    : "give each closure a name of its own: { name: ... }";
  return { kind: "captured", names, remedy };
}

/** Whether two definitions stem from one run of one source. */
function isSameRun(one: Evaluation, other: Evaluation): boolean {
  return one.turn === other.turn || (one.module !== undefined && one.module === other.module);
}

function freeNamesOf(code: Code): readonly FreeName[] {
  return code.state === "parsed" ? code.freeNames : [];
}

/** What a code captures without a name, or may capture under names that it does not show. */
function hiddenCaptures(code: Code): readonly string[] {
  if (code.state === "opaque") return code.why === "native" ? [] : ["code that was not understood"];
  const { usesThis, usesSurroundings, dynamicScope } = code.traits;
  const found: string[] = [];
  if (usesThis && (code.kind === "arrow" || code.kind === "class")) found.push("this");
  if (usesSurroundings) found.push("super, arguments or private names");
  if (dynamicScope) found.push("what eval reads");
  return found;
}

/** Puts a generation last, and drops those longest out of force beyond the limit. */
function bringInForce({ generations }: Definition, chosen: Generation, most: Count): void {
  const at = generations.indexOf(chosen);
  if (at !== -1) generations.splice(at, 1);
  generations.push(chosen);
  if (generations.length > most) generations.splice(0, generations.length - most);
}
