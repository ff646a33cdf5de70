// `defineOnce`: the kept definition, or the new one. Here the forms that users write are told apart; what happens to a
// definition is decided in session/.

import { types } from "node:util";
import type { CacheRequest } from "./cache/rules.ts";
import type { Callable } from "./callable.ts";
import { DefineOnceError } from "./error.ts";
import { codeOfText, factsOf, textOf } from "./fingerprint/code.ts";
import { codeDigest } from "./fingerprint/equality.ts";
import type { DecidingOptions } from "./fingerprint/manifest.ts";
import { type Caller, caller } from "./host/caller.ts";
import { currentHost } from "./host/host.ts";
import { printNotice } from "./host/notices.ts";
import { checkDefineOptions, type Decorator, type DefineOptions } from "./options.ts";
import { api, eventNotice, session } from "./process-session.ts";
import { noticeLine } from "./report/notice.ts";
import { type Candidate, type Decision, define } from "./session/define.ts";
import type { Handle, Registry } from "./session/registry.ts";
import { cachedDefinition } from "./session/upkeep.ts";
import type { Milliseconds } from "./units.ts";

/** Any class, abstract ones included. */
export type AnyClass = abstract new (...args: never[]) => unknown;

/** What can be defined once. */
export type Definable = Callable | AnyClass;

/**
 * Keeps the first function of a name, and whatever state hangs on it, for as long as new definitions mean the same; takes
 * the new one as soon as one does not.
 *
 * A kept function is the same object, and runs the newest evaluation's closure. Undoing an edit brings back the function
 * of that time with its cache. A class that is kept is the first class itself.
 *
 * @param fn a function or class with a name, or a function from `cache`
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`, `DEFINE_ONCE_UNNAMED`, `DEFINE_ONCE_OPTION`
 * @example
 * const simulate = defineOnce(cache(async function simulate(n: number) { return n * 2 }));
 */
export function defineOnce<F extends Callable, D extends Callable>(
  fn: F,
  options: DefineOptions & {
    /** Wraps the function, for example in a third-party memoizer; runs only when the definition is new. */
    readonly decorate: Decorator<F, D>;
  },
): D;
export function defineOnce<F extends Definable>(fn: F, options?: DefineOptions): F;
/**
 * Each entry of a record by itself; functions take their names from the keys.
 *
 * @example
 * const { load, score } = defineOnce({
 *   load: cache(async (url: string) => (await fetch(url)).text()),
 *   score: (x: number) => 2 * x,
 * });
 */
export function defineOnce<R extends Readonly<Record<string, Definable>>>(
  definitions: R,
  options?: Omit<DefineOptions, "name">,
): R;
export function defineOnce(what: unknown, options: AllOptions = {}): unknown {
  checkDefineOptions(options);
  const place = caller(defineOnce);
  if (isCallable(what)) return definedFunction(what, options.name, options, place);
  if (isRecord(what)) return definedRecord(what, options, place);
  const hint = types.isPromise(what)
    ? "Was an await forgotten?"
    : "Was the function called instead of passed?";
  throw new DefineOnceError(
    "DEFINE_ONCE_NOT_A_FUNCTION",
    `defineOnce got ${kindOf(what)}; it takes a function, a class, or a record of them. ${hint}`,
  );
}

interface AllOptions extends DefineOptions {
  readonly decorate?: Decorator<Callable, Callable>;
}

function definedRecord(
  record: Readonly<Record<string, unknown>>,
  options: AllOptions,
  place: Caller,
): unknown {
  if (options.name !== undefined) {
    throw new DefineOnceError(
      "DEFINE_ONCE_OPTION",
      "A record takes its names from its keys; leave out the option name.",
    );
  }
  const entries = Object.entries(record);
  for (const [key, value] of entries) {
    if (isCallable(value)) continue;
    throw new DefineOnceError(
      "DEFINE_ONCE_NOT_A_FUNCTION",
      `The entry ${key} of the record is ${kindOf(value)}; each must be a function or a class.`,
    );
  }
  const define = (value: unknown, key: string): unknown =>
    isCallable(value) ? definedFunction(value, key, options, place) : value;
  return Object.fromEntries(entries.map(([key, value]) => [key, define(value, key)]));
}

function definedFunction(
  fn: Callable,
  name: string | undefined,
  options: AllOptions,
  place: Caller,
): unknown {
  const registry = session();
  const { target, request, decorate, decorator } = unwrapped(fn, registry.handles.get(fn));
  if (!registry.settings.enabled) return options.decorate === undefined ? fn : options.decorate(target);
  const host = currentHost(eventNotice(registry));
  const candidate: Candidate = {
    name: name ?? nameOf(target),
    scope: options.scope ?? place.scope,
    target,
    equality: options.equality ?? registry.settings.equality,
    generations: options.generations ?? registry.settings.generations,
    options: decidingOptions(options),
    deps: options.deps,
    ignore: options.ignore ?? [],
    decorator: options.decorate ?? decorator,
    decorate: options.decorate === undefined ? decorate : checkedDecorator(options.decorate),
    request,
    module: place.module,
    isInFunction: place.isInFunction,
  };
  const decision = define(registry, candidate, host);
  const { definition, generation } = decision;
  const shell =
    request === undefined
      ? generation.shell
      : cachedDefinition(registry, definition, generation, undefined, host);
  giveNotice(registry, decision);
  return shell;
}

interface Unwrapped {
  readonly target: Callable;
  /** What was asked of its cache; undefined if it came without one. */
  readonly request: CacheRequest | undefined;
  /** Gives back the decoration that the wrapper has, if any. */
  readonly decorate: Decorator<Callable, Callable> | undefined;
  /** The decorator as the user gave it. */
  readonly decorator: unknown;
}

const PLAIN = { decorate: undefined, decorator: undefined };

/** The function behind our own wrappers, so that wrapping in either order, or twice, means the same. */
function unwrapped(fn: Callable, handle: Handle | undefined): Unwrapped {
  switch (handle?.kind) {
    case "cached":
      return { target: handle.parts.target(), request: handle.request, ...PLAIN };
    case "shell": {
      const { described, cached, decorate, request } = handle.generation;
      const { target, decorator } = described;
      return { target, request: fn === cached?.shell ? request : undefined, decorate, decorator };
    }
    default:
      return { target: fn, request: undefined, ...PLAIN };
  }
}

function nameOf({ name }: Callable): string {
  if (typeof name === "string" && name !== "") return name;
  throw new DefineOnceError(
    "DEFINE_ONCE_UNNAMED",
    "The function has no name, so a later definition could not be found to be the same; an arrow inside a call gets none. " +
      "Name it, pass { name }, or pass a record: defineOnce({ load: () => ... }).",
  );
}

function decidingOptions({ version, decorate, ignore }: AllOptions): DecidingOptions {
  const options: Record<string, string> = {};
  if (version !== undefined) options.version = versionText(version);
  if (ignore !== undefined && ignore.length > 0) options.ignore = JSON.stringify([...ignore].sort());
  if (decorate !== undefined) options.decorate = describedDecorator(decorate);
  return options;
}

/** `1` and `"1"` are two versions, and so are 0 and -0. */
function versionText(version: string | number): string {
  if (typeof version === "string") return JSON.stringify(version);
  return Object.is(version, -0) ? "-0" : String(version);
}

/** A decorator by its name and what its own code means. */
function describedDecorator(decorate: Callable): string {
  const text = textOf(decorate);
  const code = codeOfText(text, factsOf(decorate, text, currentHost().dialect));
  return `${decorate.name || "a function"} (${codeDigest(code, "normal").slice(0, 16)})`;
}

function checkedDecorator(decorate: Decorator<Callable, Callable>): Decorator<Callable, Callable> {
  return (fn) => {
    const decorated: unknown = decorate(fn);
    if (isCallable(decorated)) return decorated;
    throw new DefineOnceError(
      "DEFINE_ONCE_OPTION",
      `The option decorate returned a value of type ${typeof decorated}; it must return the function to call.`,
    );
  };
}

function giveNotice(registry: Registry, { event, generation }: Decision): void {
  const print = (saved: Milliseconds): boolean => {
    const line = registry.settings.notices ? noticeLine(event, saved) : undefined;
    if (line !== undefined) printNotice(line);
    return line !== undefined;
  };
  print(0);
  const counters = generation.cached?.counters;
  if (counters === undefined) return;
  counters.onHit = undefined;
  if (event.verdict.kind !== "kept" && event.verdict.kind !== "restored") return;
  // A kept cache is worth a word once, when what it saved since this evaluation has added up.
  let total: Milliseconds = 0;
  counters.onHit = (saved) => {
    total += saved;
    if (print(total)) counters.onHit = undefined;
  };
}

function isCallable(value: unknown): value is Callable {
  return typeof value === "function";
}

/** An object literal, of any realm; not a promise, a Map or a Date. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]" && !types.isProxy(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return types.isPromise(value) ? "a promise" : `a value of type ${typeof value}`;
}

api("defineOnce", defineOnce);
