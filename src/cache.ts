// `cache`: a memoized function. It works on its own; inside `defineOnce` its results outlive re-evaluation.

import { types } from "node:util";
import { type Cached, type CachedParts, cachedFunction } from "./cache/cached.ts";
import { emptyResults } from "./cache/results.ts";
import type { Callable } from "./callable.ts";
import { DefineOnceError } from "./error.ts";
import { codeOfText, factsOf, isClassText, textOf } from "./fingerprint/code.ts";
import { currentHost } from "./host/host.ts";
import { session } from "./process-session.ts";
import { cachedShell, usesReceiver } from "./session/generation.ts";
import type { Registry } from "./session/registry.ts";

/**
 * Memoizes a function by all its arguments, by structure: `1` and `"1"` differ, `{ a: 1 }` and another `{ a: 1 }` do not.
 * Concurrent equal calls of an async function run once; rejections and exceptions are not kept.
 *
 * `cache(cache(f))` is `cache(f)`, and `cache(defineOnce(f))` means `defineOnce(cache(f))`.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`, `DEFINE_ONCE_GENERATOR`, `DEFINE_ONCE_CLASS`, `DEFINE_ONCE_OPTION`
 * @example
 * const slow = cache((n: number) => n ** 2);
 * slow(3); slow(3);
 * slow.info().hits; // 1
 */
export function cache<F extends Callable>(fn: F, ...more: readonly unknown[]): Cached<F> {
  const callable: unknown = fn;
  // `functions.map(cache)` hands over an index; an object is meant as options.
  if (typeof more[0] === "object" && more[0] !== null) {
    const message = `cache has no options yet, so it does not know ${Object.keys(more[0]).join(", ")}; leave them out.`;
    throw new DefineOnceError("DEFINE_ONCE_OPTION", message);
  }
  if (typeof callable !== "function") {
    throw new DefineOnceError(
      "DEFINE_ONCE_NOT_A_FUNCTION",
      `cache got ${callable === null ? "null" : `a value of type ${typeof callable}`}; it takes a function.`,
    );
  }
  const registry = session();
  const handle = registry.handles.get(fn);
  // The types agree by construction: a handle belongs to a stand-in for this very function.
  if (handle?.kind === "cached") return fn as Cached<F>;
  if (handle?.kind === "shell") {
    refuse(handle.generation.described.target);
    return cachedShell(
      registry,
      handle.definition,
      handle.generation,
      currentHost().now,
    ) as unknown as Cached<F>;
  }
  refuse(fn);
  return standalone(registry, fn);
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

function standalone<F extends Callable>(registry: Registry, fn: F): Cached<F> {
  let receives: boolean | undefined;
  const parts: CachedParts<F> = {
    results: emptyResults(),
    identities: registry.identities,
    now: currentHost().now,
    isEnabled: () => registry.settings.enabled,
    target: () => fn,
    usesReceiver: () => {
      receives ??= readsReceiver(fn);
      return receives;
    },
  };
  const cached = cachedFunction(fn, parts);
  registry.handles.set(cached, { kind: "cached", parts });
  return cached;
}

function readsReceiver(fn: Callable): boolean {
  const text = textOf(fn);
  return usesReceiver(codeOfText(text, factsOf(fn, text, currentHost().dialect)));
}
