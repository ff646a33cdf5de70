// The options of the public functions, checked: what is misspelt or out of range is an error, not a surprise later.

import type { StoreChoice } from "./cache/rules.ts";
import type { Callable } from "./callable.ts";
import { DefineOnceError } from "./error.ts";
import { EQUALITIES, type Equality } from "./fingerprint/equality.ts";
import type { Codec } from "./store/codec.ts";
import type { Bytes, Count, Milliseconds } from "./units.ts";

/** Options of `defineOnce`. */
export interface DefineOptions {
  /** Where to look for the definition. Default: the function's own name. */
  readonly name?: string;
  /** Definitions of one name in different scopes do not meet. Default: the source file without query, or the notebook. */
  readonly scope?: string;
  /** When two definitions are the same. Default: `"normal"`. */
  readonly equality?: Equality;
  /** Counts like code: another version is another definition. */
  readonly version?: string | number;
  /**
   * What the function depends on, by name, where that cannot be read, or should be something else than what is read: an
   * object, or a function that gives one. Compared by content at every call.
   */
  readonly deps?: Readonly<Record<string, unknown>> | (() => Readonly<Record<string, unknown>>);
  /** Names that results do not depend on, in the function and its helpers: a logger, a progress bar. */
  readonly ignore?: readonly string[];
  /** How many code versions to keep, so that undoing an edit restores one. Default: 8. */
  readonly generations?: Count;
}

/** Options of `cache`. */
export interface CacheOptions<F extends Callable = Callable> {
  /**
   * How often to look again at what the function depends on: at every `"call"`, or once in a `"turn"` of the event loop, for
   * hot loops in which nothing of it changes. Default: `"call"`.
   */
  readonly check?: "call" | "turn";
  /**
   * Where results are kept besides memory: on `"disk"`, in the folder `.define-once` beside the notebook or project (or where
   * `DEFINE_ONCE_DIR` says), or in a store of your own. Default: what `configure` says, else `"memory"` alone.
   */
  readonly store?: StoreChoice;
  /** What stands for the arguments: the arguments without the order of their keys, or what a function gives for them. */
  readonly key?: "unordered" | ((...args: Parameters<F>) => unknown);
  /** Positions of arguments that do not count, from 0: a logger, a signal. */
  readonly ignoreArgs?: readonly Count[];
  /** Files that a call reads: their content counts like an argument. */
  readonly files?: (...args: Parameters<F>) => readonly string[];
  /** Whether what a call throws is kept and thrown again. Default: false. */
  readonly keepErrors?: boolean;
  /** How long a result may be used. Default: for ever. */
  readonly ttl?: Milliseconds;
  /** How many results are kept in memory, those used last; 0 keeps none. Default: all. */
  readonly maxEntries?: Count;
  /** How much room results may take in memory, by an estimate. Default: any. */
  readonly maxBytes?: Bytes;
  /** Hands out one object to all callers, without looking whether one of them changed it. Default: false. */
  readonly share?: boolean;
  /** Hands out a copy to each caller. Default: false. */
  readonly clone?: boolean;
}

/** Options of `configure`: defaults for the session. */
export interface Configuration {
  /** `false` runs everything plainly. Default: true, unless the environment says `DEFINE_ONCE=off`. */
  readonly enabled?: boolean;
  /** Default: `"normal"`. */
  readonly equality?: Equality;
  /** Default: 8. */
  readonly generations?: Count;
  /** One line when a definition changed, or when a kept one saved more than a second. Default: true. */
  readonly notices?: boolean;
  /** Where results of all cached functions are kept besides memory. Default: `"memory"` alone. */
  readonly store?: StoreChoice;
  /** How instances of classes are stored; what has no codec stays in memory. Default: none. */
  readonly codecs?: readonly Codec<unknown>[];
}

const DEFINE_CHECKS = {
  name: isName,
  scope: isName,
  equality: isEquality,
  version: isVersion,
  deps: isDeps,
  ignore: isNames,
  generations: isCount,
  decorate: isFunction,
};
const CACHE_CHECKS = {
  check: isCheck,
  store: isStore,
  key: isKey,
  ignoreArgs: isPositions,
  files: isFunctionOfArguments,
  keepErrors: isBoolean,
  ttl: isLimit,
  maxEntries: isWhole,
  maxBytes: isLimit,
  share: isBoolean,
  clone: isBoolean,
};
const COMPARE_CHECKS = { equality: isEquality };
const CONFIGURATION_CHECKS = {
  enabled: isBoolean,
  equality: isEquality,
  generations: isCount,
  notices: isBoolean,
  store: isStore,
  codecs: isCodecs,
};

/** @throws {DefineOnceError} `DEFINE_ONCE_OPTION` */
export function checkDefineOptions(options: object): void {
  check("defineOnce", options, DEFINE_CHECKS);
}

/** @throws {DefineOnceError} `DEFINE_ONCE_OPTION` */
export function checkCacheOptions(options: CacheOptions): void {
  check("cache", options, CACHE_CHECKS);
  if (options.share === true && options.clone === true) {
    throw new DefineOnceError(
      "DEFINE_ONCE_OPTION",
      "The options share and clone of cache exclude each other: one hands out the same object to all, the other a copy to each.",
    );
  }
}

/** @throws {DefineOnceError} `DEFINE_ONCE_OPTION` */
export function checkCompareOptions(options: object): void {
  check("compare", options, COMPARE_CHECKS);
}

/** @throws {DefineOnceError} `DEFINE_ONCE_OPTION` */
export function checkConfiguration(options: object): void {
  check("configure", options, CONFIGURATION_CHECKS);
}

/** A rule is met when it gives nothing; else it says what is allowed. */
type Check = (value: unknown) => string | undefined;

function check(of: string, options: unknown, checks: Readonly<Record<string, Check>>): void {
  if (typeof options !== "object" || options === null) {
    const message = `The options of ${of} are ${shown(options)}; they must be an object.`;
    throw new DefineOnceError("DEFINE_ONCE_OPTION", message);
  }
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(checks, option) ? checks[option] : undefined;
    if (rule === undefined)
      throw new DefineOnceError("DEFINE_ONCE_OPTION", unknownOption(of, option, checks));
    const allowed = rule(value);
    if (allowed === undefined) continue;
    throw new DefineOnceError(
      "DEFINE_ONCE_OPTION",
      `The option ${option} of ${of} is ${shown(value)}; it must be ${allowed}.`,
    );
  }
}

function unknownOption(of: string, option: string, checks: Readonly<Record<string, Check>>): string {
  const known = `Known are ${Object.keys(checks).join(", ")}.`;
  return `${of} has no option ${option}; is it misspelt? ${known}`;
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function isName(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? undefined : "a string that is not empty";
}

function isEquality(value: unknown): string | undefined {
  return EQUALITIES.some((each) => each === value) ? undefined : `one of ${EQUALITIES.join(", ")}`;
}

function isVersion(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? undefined : "a string or a number";
}

function isDeps(value: unknown): string | undefined {
  return (typeof value === "object" || typeof value === "function") && value !== null && !Array.isArray(value)
    ? undefined
    : "an object of dependencies by name, or a function that gives one";
}

function isNames(value: unknown): string | undefined {
  return Array.isArray(value) && value.every((each) => isName(each) === undefined)
    ? undefined
    : "a list of names";
}

function isCheck(value: unknown): string | undefined {
  return value === "call" || value === "turn" ? undefined : '"call" or "turn"';
}

function isStore(value: unknown): string | undefined {
  const isOwn = typeof value === "object" && value !== null && STORE_METHODS.every((name) => name in value);
  return value === "memory" || value === "disk" || isOwn ? undefined : '"memory", "disk" or a store';
}

const STORE_METHODS = ["isSync", "get", "set", "delete", "clear", "lease", "close"];

function isKey(value: unknown): string | undefined {
  return value === "unordered" || typeof value === "function"
    ? undefined
    : '"unordered", or a function that gives what stands for the arguments';
}

function isPositions(value: unknown): string | undefined {
  return Array.isArray(value) && value.every((each) => isWhole(each) === undefined)
    ? undefined
    : "a list of positions, from 0";
}

function isFunctionOfArguments(value: unknown): string | undefined {
  return typeof value === "function" ? undefined : "a function that gives the paths of files";
}

function isWhole(value: unknown): string | undefined {
  const isNumber =
    typeof value === "number" && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY);
  return isNumber && value >= 0 ? undefined : "a whole number from 0, or Infinity";
}

function isLimit(value: unknown): string | undefined {
  return typeof value === "number" && value >= 0 ? undefined : "a number from 0, or Infinity";
}

function isCodecs(value: unknown): string | undefined {
  const isCodec = (each: unknown): boolean =>
    typeof each === "object" &&
    each !== null &&
    ["name", "type", "encode", "decode"].every((name) => name in each);
  return Array.isArray(value) && value.every(isCodec) ? undefined : "a list of codecs";
}

function isCount(value: unknown): string | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 1
    ? undefined
    : "a whole number from 1";
}

function isFunction(value: unknown): string | undefined {
  return typeof value === "function" ? undefined : "a function that takes a function";
}

function isBoolean(value: unknown): string | undefined {
  return typeof value === "boolean" ? undefined : "true or false";
}

/** A decorator as users pass it. */
export type Decorator<F extends Callable, D extends Callable> = (fn: F) => D;
