// `cache`: a memoized function. It works on its own; inside `defineOnce` its results outlive re-evaluation.

import { types } from "node:util";
import { type Cached, cachedFunction } from "./cache/cached.ts";
import type { Callable } from "./callable.ts";
import { DefineOnceError } from "./error.ts";
import { isClassText, textOf } from "./fingerprint/code.ts";
import { currentHost } from "./host/host.ts";
import { type CacheOptions, checkCacheOptions } from "./options.ts";
import { api, eventNotice, session } from "./process-session.ts";
import type { Check, Registry } from "./session/registry.ts";
import { standaloneParts } from "./session/standalone.ts";
import { cachedDefinition } from "./session/upkeep.ts";

/**
 * Memoizes a function by all its arguments, by structure: `1` and `"1"` differ, `{ a: 1 }` and another `{ a: 1 }` do not.
 * Concurrent equal calls of an async function run once; rejections and exceptions are not kept.
 *
 * `cache(cache(f))` is `cache(f)`, and `cache(defineOnce(f))` means `defineOnce(cache(f))`.
 *
 * Every call looks again at what the function depends on (helpers, constants, captured values) and answers from the results
 * that fit.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`, `DEFINE_ONCE_GENERATOR`, `DEFINE_ONCE_CLASS`, `DEFINE_ONCE_OPTION`
 * @example
 * const slow = cache((n: number) => n ** 2);
 * slow(3); slow(3);
 * slow.info().hits; // 1
 */
export function cache<F extends Callable>(fn: F, options?: CacheOptions): Cached<F>;
export function cache<F extends Callable>(fn: F, ...more: readonly unknown[]): Cached<F> {
  const callable: unknown = fn;
  const [first] = more;
  // `functions.map(cache)` hands over an index.
  const options: CacheOptions = typeof first === "object" && first !== null ? first : {};
  checkCacheOptions(options);
  if (typeof callable !== "function") {
    throw new DefineOnceError(
      "DEFINE_ONCE_NOT_A_FUNCTION",
      `cache got ${callable === null ? "null" : `a value of type ${typeof callable}`}; it takes a function.`,
    );
  }
  const registry = session();
  const handle = registry.handles.get(fn);
  if (handle?.kind === "cached") {
    if (options.check !== undefined) return standalone(registry, handle.parts.target() as F, options.check);
    // The types agree by construction: a handle belongs to a stand-in for this very function.
    return fn as Cached<F>;
  }
  if (handle?.kind === "shell") {
    refuse(handle.generation.described.target);
    const { definition, generation } = handle;
    if (options.check !== undefined) generation.dependencies.check = options.check;
    const host = currentHost(eventNotice(registry));
    return cachedDefinition(registry, definition, generation, host) as unknown as Cached<F>;
  }
  refuse(fn);
  return standalone(registry, fn, options.check);
}

function refuse(fn: Callable): void {
  if (types.isGeneratorFunction(fn)) {
    throw new DefineOnceError(
      "DEFINE_ONCE_GENERATOR",
      `${fn.name || "The function"} is a generator: a kept iterator would be exhausted at the second call. ` +
        "Cache a function that collects what it yields, such as () => [...generate()].",
    );
  }
  if (isClassText(textOf(fn))) {
    throw new DefineOnceError(
      "DEFINE_ONCE_CLASS",
      `${fn.name || "The class"} is a class: each new instance must be another object. Cache its methods, or a function that makes it.`,
    );
  }
}

function standalone<F extends Callable>(registry: Registry, fn: F, check: Check | undefined): Cached<F> {
  const parts = standaloneParts(registry, fn, check ?? "call", currentHost());
  const cached = cachedFunction(fn, parts);
  registry.handles.set(cached, { kind: "cached", parts, check });
  return cached;
}

api("cache", cache);
