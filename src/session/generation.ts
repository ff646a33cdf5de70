// One version of a definition's code as a function to hand out: a shell that always runs the newest evaluation's
// function, and, if asked for, a cache around it whose results outlive evaluations.

import { type Cached, type CachedParts, cachedFunction } from "../cache/cached.ts";
import { type Behaviour, isConstructor, mimic, mimicDecorated } from "../cache/mimic.ts";
import { emptyResults } from "../cache/results.ts";
import type { Callable } from "../callable.ts";
import type { Code } from "../fingerprint/code.ts";
import type { Milliseconds } from "../units.ts";
import { type Described, definitionKind } from "../verdict/comparison.ts";
import type { Definition, Evaluation, Generation, Registry } from "./registry.ts";

/** What a third-party decorator is: it takes a function and returns the one to call. */
export type Decorate = (fn: Callable) => Callable;

/**
 * A new generation. A decorator runs here, once: what it gets stays valid, since it forwards to the newest evaluation's
 * function.
 */
export function generation(
  described: Described,
  target: Callable,
  evaluation: Evaluation,
  decorate: Decorate | undefined,
): Generation {
  const made: Generation = {
    described,
    decorated: undefined,
    shell: target,
    cached: undefined,
    isOneOfSeveral: false,
    evaluation,
  };
  if (definitionKind(described.code) === "class") {
    if (decorate !== undefined) made.shell = decorate(target);
    return made;
  }
  const runNewest: Behaviour = (receiver, args) => Reflect.apply(made.described.target, receiver, args);
  const constructNewest = isConstructor(target)
    ? (args: readonly unknown[], newTarget: Callable) =>
        Reflect.construct(made.described.target, args, newTarget)
    : undefined;
  made.decorated = decorate?.(mimic(target, runNewest, constructNewest));
  made.shell =
    made.decorated === undefined
      ? mimic(target, runNewest, constructNewest)
      : mimicDecorated(made.decorated, target);
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

/** What a call of a generation ends in. */
function callee({ decorated, described }: Generation): Callable {
  return decorated ?? described.target;
}

/** The cached shell of a generation, made when first asked for. */
export function cachedShell(
  registry: Registry,
  definition: Definition,
  owner: Generation,
  now: () => Milliseconds,
): Cached<Callable> {
  if (owner.cached !== undefined) return owner.cached.shell;
  const results = emptyResults();
  const parts: CachedParts<Callable> = {
    results,
    identities: registry.identities,
    now,
    isEnabled: () => registry.settings.enabled,
    target: () => callee(owner),
    usesReceiver: () => owner.decorated !== undefined || usesReceiver(owner.described.code),
  };
  const shell = cachedFunction(owner.shell, parts);
  owner.cached = { shell, results };
  registry.handles.set(shell, { kind: "shell", definition, generation: owner });
  return shell;
}

/** Whether `this` can matter to what a function returns. */
export function usesReceiver(code: Code): boolean {
  if (code.state === "opaque") return true;
  const { dynamicScope, usesThis, usesSurroundings } = code.traits;
  return dynamicScope || (code.kind !== "arrow" && (usesThis || usesSurroundings));
}
