// One version of a definition's code as a function to hand out: a shell that always runs the newest evaluation's
// function, and, if asked for, a cache around it whose results outlive evaluations.

import { type Cached, type CachedParts, cachedFunction } from "../cache/cached.ts";
import type { CallContext } from "../cache/call.ts";
import { type Behaviour, isConstructor, mimic, mimicDecorated } from "../cache/mimic.ts";
import { entryCount, type Present, type Results } from "../cache/results.ts";
import type { CacheRequest } from "../cache/rules.ts";
import type { Callable } from "../callable.ts";
import type { Code } from "../fingerprint/code.ts";
import type { Digest } from "../fingerprint/digest.ts";
import type { Count } from "../units.ts";
import { type Described, definitionKind } from "../verdict/comparison.ts";
import { unknownDependencies } from "./dependencies.ts";
import type { Decorate, Evaluation, Generation } from "./registry.ts";

/** What a generation asks of the session while it lives. */
export interface Upkeep {
  /** What its function depends on now. */
  readonly present: (owner: Generation, isForced: boolean) => Present;
  /** Drops all its results. */
  readonly clear: (owner: Generation) => void;
  readonly note: CachedParts<Callable>["note"];
  /** What calls of its function need. */
  readonly contextOf: (owner: Generation) => CallContext;
}

/**
 * A new generation. A decorator runs here, and once more for each other state of what the function depends on: what it gets
 * stays valid, since it forwards to the newest evaluation's function.
 */
export function generation(
  described: Described,
  digest: Digest | undefined,
  evaluation: Evaluation,
  decorate: Decorate | undefined,
  request: CacheRequest,
  upkeep: Pick<Upkeep, "present">,
): Generation {
  const { target } = described;
  const made: Generation = {
    described,
    dependencies: unknownDependencies(),
    request,
    decorated: new Map(),
    lastDecorated: undefined,
    decorate,
    shell: target,
    cached: undefined,
    isOneOfSeveral: false,
    evaluation,
  };
  if (definitionKind(described.code) === "class") {
    if (decorate !== undefined) made.shell = decorate(target);
    return made;
  }
  if (decorate === undefined) {
    made.shell = trampoline(made);
    return made;
  }
  const first = decorate(trampoline(made));
  if (digest !== undefined) made.decorated.set(digest, first);
  made.lastDecorated = first;
  made.shell = mimicDecorated(
    {
      called: () => decoratedFor(made, upkeep),
      shown: () => made.lastDecorated ?? first,
    },
    target,
  );
  return made;
}

/** A stand-in for the newest evaluation's function. */
function trampoline(owner: Generation): Callable {
  const { target } = owner.described;
  const runNewest: Behaviour = (receiver, args) => Reflect.apply(owner.described.target, receiver, args);
  const constructNewest = isConstructor(target)
    ? (args: readonly unknown[], newTarget: Callable) =>
        Reflect.construct(owner.described.target, args, newTarget)
    : undefined;
  return mimic(target, runNewest, constructNewest);
}

/** What the decorator made for what the function depends on now. Where nobody can tell, each call gets one of its own. */
function decoratedFor(owner: Generation, upkeep: Pick<Upkeep, "present">): Callable {
  const present = upkeep.present(owner, false);
  const digest = present.kind === "kept" ? owner.dependencies.captured?.fingerprint.digest : undefined;
  const known = digest === undefined ? undefined : owner.decorated.get(digest);
  const made = known ?? owner.decorate?.(trampoline(owner)) ?? owner.described.target;
  if (digest !== undefined) owner.decorated.set(digest, made);
  owner.lastDecorated = made;
  return made;
}

/**
 * Points a generation to the newest evaluation's function. One that makes objects makes them with the prototype of the
 * first, so that all stay instances of what was handed out.
 */
export function retarget(owner: Generation, described: Described): void {
  owner.described = described;
  const prototype = Object.getOwnPropertyDescriptor(owner.shell, "prototype");
  const own = Object.getOwnPropertyDescriptor(described.target, "prototype");
  const isClass = definitionKind(described.code) === "class";
  if (isClass || prototype === undefined || own?.writable !== true) return;
  Object.defineProperty(described.target, "prototype", { ...own, value: prototype.value });
}

/** The cached shell of a generation, made when first asked for. */
export function cachedShell(owner: Generation, upkeep: Upkeep): Cached<Callable> {
  if (owner.cached !== undefined) return owner.cached.shell;
  const parts: CachedParts<Callable> = {
    ...upkeep.contextOf(owner),
    clear: () => upkeep.clear(owner),
    note: upkeep.note,
    target: () => (owner.decorate === undefined ? owner.described.target : owner.shell),
    usesGlobalThis: () => usesGlobalThis(owner.described.code),
    usesReceiver: () => owner.decorate !== undefined || usesReceiver(owner.described.code),
  };
  const shell = cachedFunction(owner.shell, parts);
  owner.cached = { shell, counters: parts.counters, parts };
  return shell;
}

/** Whether `this` can matter to what a function returns. */
export function usesReceiver(code: Code): boolean {
  if (code.state === "opaque") return true;
  const { dynamicScope, usesThis, usesSurroundings } = code.traits;
  return dynamicScope || (code.kind !== "arrow" && (usesThis || usesSurroundings));
}

/** Drops states without results: what a loop changes at each round must not add up. */
export function dropEmpty<S>(states: Map<Digest, S>, resultsOf: (state: S) => Results): void {
  if (states.size < MOST_EMPTY) return;
  for (const [digest, state] of states) if (entryCount(resultsOf(state)) === 0) states.delete(digest);
}

const MOST_EMPTY: Count = 32;

/** Whether `this` may be the global object in a call without a receiver (ECMA-262, 10.2.1.2), and can matter. */
export function usesGlobalThis(code: Code): boolean {
  if (code.state === "opaque" || code.kind === "arrow") return false;
  return code.traits.usesThis && code.strictness !== "strict";
}
