// `cache`: a function that remembers its results. What it does to functions that are defined once is decided in session/.

import { type Cached, cachedFunction } from "./cache/cached.ts";
import { type CacheRequest, DEFAULT_REQUEST } from "./cache/rules.ts";
import type { Callable } from "./callable.ts";
import { DefineOnceError } from "./error.ts";
import { isClassText, textOf } from "./fingerprint/code.ts";
import { currentHost } from "./host/host.ts";
import { type CacheOptions, checkCacheOptions } from "./options.ts";
import { api, eventNotice, session } from "./process-session.ts";
import { requestOf } from "./request.ts";
import type { Registry } from "./session/registry.ts";
import { standaloneParts } from "./session/standalone.ts";
import { cachedDefinition } from "./session/upkeep.ts";

/**
 * Memoizes a function by all its arguments, by structure: `1` and `"1"` differ, `{ a: 1 }` and another `{ a: 1 }` do not.
 * Concurrent equal calls of an async function run once; rejections and exceptions are not kept. What a generator gives is
 * recorded, and replayed to each caller.
 *
 * `cache(cache(f))` is `cache(f)`, and `cache(defineOnce(f))` means `defineOnce(cache(f))`.
 *
 * Every call looks again at what the function depends on (helpers, constants, captured values) and answers from the results
 * that fit.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`, `DEFINE_ONCE_CLASS`, `DEFINE_ONCE_OPTION`
 * @example
 * const slow = cache((n: number) => n ** 2);
 * slow(3); slow(3);
 * slow.info().hits; // 1
 */
export function cache<F extends Callable>(fn: F, options?: CacheOptions<F>): Cached<F>;
/**
 * As a decorator of methods and getters (the standard form, TC39 stage 3). The object that a method is called on counts: as
 * the very object it is, and by what it holds.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_DECORATOR` for fields, accessors, setters and classes
 * @example
 * class Prices {
 *   @cache load(day: string) { return table(day); }
 * }
 */
export function cache<F extends Callable>(
  method: F,
  context: ClassMethodDecoratorContext | ClassGetterDecoratorContext,
): Cached<F>;
export function cache<F extends Callable>(fn: F, ...more: readonly unknown[]): Cached<F> {
  const callable: unknown = fn;
  const [second] = more;
  if (isDecoratorContext(second)) checkDecorated(second);
  // `functions.map(cache)` hands over an index.
  const isGiven = typeof second === "object" && second !== null && !isDecoratorContext(second);
  const options: CacheOptions<F> = isGiven ? second : {};
  checkCacheOptions(options);
  if (typeof callable !== "function") throw notAFunction(callable, more);
  const registry = session();
  const handle = registry.handles.get(fn);
  const request = isGiven ? requestOf(options) : undefined;
  if (handle?.kind === "cached") {
    if (request !== undefined) return standalone(registry, handle.parts.target() as F, request);
    // The types agree by construction: a handle belongs to a stand-in for this very function.
    return fn as Cached<F>;
  }
  if (handle?.kind === "shell") {
    const { definition, generation } = handle;
    refuse(generation.described.target);
    const host = currentHost(eventNotice(registry));
    // What is cached already stays as it is, unless something else is asked for.
    const isCached = generation.cached?.shell === callable;
    const asked = request ?? (isCached ? undefined : DEFAULT_REQUEST);
    return cachedDefinition(registry, definition, generation, asked, host) as unknown as Cached<F>;
  }
  refuse(fn);
  return standalone(registry, fn, request ?? DEFAULT_REQUEST);
}

function notAFunction(value: unknown, more: readonly unknown[]): DefineOnceError {
  const got = value === null ? "null" : `a value of type ${typeof value}`;
  const hint =
    more.length === 2 && typeof more[0] === "string"
      ? " Is experimentalDecorators set? As a decorator it has the standard form."
      : "";
  return new DefineOnceError("DEFINE_ONCE_NOT_A_FUNCTION", `cache got ${got}; it takes a function.${hint}`);
}

interface DecoratorContext {
  readonly kind: unknown;
  readonly name: unknown;
}

function isDecoratorContext(value: unknown): value is DecoratorContext {
  return typeof value === "object" && value !== null && "kind" in value && "addInitializer" in value;
}

function checkDecorated({ kind, name }: DecoratorContext): void {
  if (kind === "method" || kind === "getter") return;
  throw new DefineOnceError(
    "DEFINE_ONCE_DECORATOR",
    `cache decorates the ${String(kind)} ${String(name)}; it takes methods and getters only. ` +
      "Cache a method that computes the value, or a function that makes the object.",
  );
}

function refuse(fn: Callable): void {
  if (!isClassText(textOf(fn))) return;
  throw new DefineOnceError(
    "DEFINE_ONCE_CLASS",
    `${fn.name || "The class"} is a class: each new instance must be another object. Cache its methods, or a function that makes it.`,
  );
}

function standalone<F extends Callable>(registry: Registry, fn: F, request: CacheRequest): Cached<F> {
  const parts = standaloneParts(registry, fn, request, currentHost());
  const cached = cachedFunction(fn, parts);
  registry.handles.set(cached, { kind: "cached", parts, request });
  return cached;
}

api("cache", cache);
