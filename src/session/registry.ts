// The session: the only mutable state of the library. It hangs on the global object under one registered symbol, so that
// every copy of the library in a process finds the same one.

import type { Cached, CachedParts } from "../cache/cached.ts";
import { emptyRecency, type Recency } from "../cache/recency.ts";
import type { Counters, Present, Quick, Results } from "../cache/results.ts";
import type { CacheRequest, StoreChoice } from "../cache/rules.ts";
import type { Callable } from "../callable.ts";
import type { Identities } from "../fingerprint/beyond.ts";
import type { Digest } from "../fingerprint/digest.ts";
import type { Equality } from "../fingerprint/equality.ts";
import type { Captured } from "../fingerprint/subject.ts";
import type { Codec } from "../store/codec.ts";
import type { Count } from "../units.ts";
import type { Described } from "../verdict/comparison.ts";
import type { SessionEvent } from "./event.ts";

/** The version of the shapes below. Copies that disagree about it do not share a registry. */
export const LAYOUT = 4;

/** What a function depends on, as it was last found. */
export interface Dependencies {
  /** Undefined until it was first looked at. */
  captured: Captured | undefined;
  /** The results that fit it, or why there are none. */
  present: Present | undefined;
  /** The same for most calls; left empty whenever something else is asked for or found. */
  readonly quick: Quick;
  /** How often something else was found than before. */
  changes: Count;
  /** Where that was last: the path to the first leaf that differed. */
  lastChange: readonly string[];
  /** The turn in which it was last looked at, where once is enough. */
  turn: Turn | undefined;
}

/** What a third-party decorator is: it takes a function and returns the one to call. */
export type Decorate = (fn: Callable) => Callable;

/** One version of a definition's code, with all that outlives evaluations. */
export interface Generation {
  /** The newest evaluation's function, which is what runs, and what is known of it. */
  described: Described;
  readonly dependencies: Dependencies;
  /** What the user asked of the cache when it was last defined. */
  request: CacheRequest;
  /** What a third-party decorator made of a trampoline to the newest function, by full fingerprint. */
  readonly decorated: Map<Digest, Callable>;
  /** What it made last. */
  lastDecorated: Callable | undefined;
  /** The newest evaluation's decorator. */
  decorate: Decorate | undefined;
  /** The function handed out. A class is handed out itself. */
  shell: Callable;
  /** Made when the definition is first cached. */
  cached:
    | {
        readonly shell: Cached<Callable>;
        readonly counters: Counters;
        readonly parts: CachedParts<Callable>;
      }
    | undefined;
  /** True for closures that one evaluation made several times, with variables of their own. */
  isOneOfSeveral: boolean;
  /** Where and when it was last defined. */
  evaluation: Evaluation;
}

/** One run of a definition's source. */
export interface Evaluation {
  /** The address of the ECMAScript module that ran, which no runtime evaluates twice; undefined for other sources. */
  readonly module: string | undefined;
  /** The same object for all that one cell or module does in one turn of the event loop. */
  readonly turn: Turn;
  /** Whether the call stands in a function, which may run again with other variables, rather than in a cell or module. */
  readonly isInFunction: boolean;
}

/** A name in its scope, with the versions of code it has had. */
export interface Definition {
  readonly name: string;
  readonly scope: string;
  /** Least recently in force first; the last one is in force. Never empty. */
  readonly generations: Generation[];
  /** Results by full fingerprint, of all generations; the one most recently in force is last. */
  readonly states: Map<Digest, State>;
  /** The same results, by their last use. */
  readonly recency: Recency;
  /** What was said about calls that are not cached, so that it is said once. */
  readonly announced: Set<string>;
  /** The turn in which a change between calls was last told. */
  announcedIn: Turn | undefined;
  /** The latest decisions, oldest first. */
  readonly events: SessionEvent[];
  kept: Count;
  redefined: Count;
}

/** The results that belong to one full fingerprint. */
export interface State {
  readonly results: Results;
  /** The code that computed them. */
  readonly code: Digest;
}

/** What the library knows of a function that it handed out. */
export type Handle =
  | { readonly kind: "shell"; readonly definition: Definition; readonly generation: Generation }
  | { readonly kind: "cached"; readonly parts: CachedParts<Callable>; readonly request: CacheRequest }
  /** A function of our own API. */
  | { readonly kind: "api"; readonly name: string };

/** A turn of the event loop, or a cell within one. */
export interface Turn {
  /** What the host gave to tell this cell from the next. */
  readonly cell: unknown;
}

/** Defaults for the session. */
export interface Settings {
  enabled: boolean;
  equality: Equality;
  generations: Count;
  notices: boolean;
  store: StoreChoice;
  codecs: readonly Codec<unknown>[];
}

export interface Registry {
  readonly layout: typeof LAYOUT;
  /** By scope and name; see `definitionKey`. */
  readonly definitions: Map<string, Definition>;
  readonly handles: WeakMap<object, Handle>;
  readonly identities: Identities;
  readonly settings: Settings;
  /** The turn of the event loop in which something was last defined, while it lasts. */
  turn: Turn | undefined;
}

const KEY: unique symbol = Symbol.for("define-once.registry");

interface Holder {
  [KEY]?: Registry[];
}

/**
 * The registry of this process, made when first asked for.
 *
 * @param holder where it hangs; the global object but in tests
 */
export function registry(settings: () => Settings, holder: object = globalThis): Registry {
  const shared: Holder = holder;
  if (shared[KEY] === undefined) {
    Object.defineProperty(shared, KEY, { value: [], enumerable: false, configurable: true });
  }
  const registries = shared[KEY] ?? [];
  const known = registries.find(({ layout }) => layout === LAYOUT);
  if (known !== undefined) return known;
  const made: Registry = {
    layout: LAYOUT,
    definitions: new Map(),
    handles: new WeakMap(),
    identities: { numbers: new WeakMap(), next: 1 },
    settings: settings(),
    turn: undefined,
  };
  registries.push(made);
  return made;
}

/** The key of a definition: no name or scope can contain another's. */
export function definitionKey(scope: string, name: string): string {
  return JSON.stringify([scope, name]);
}

/** A name that nothing is known of yet. */
export function newDefinition(name: string, scope: string): Definition {
  return {
    name,
    scope,
    generations: [],
    states: new Map(),
    recency: emptyRecency(),
    announced: new Set(),
    announcedIn: undefined,
    events: [],
    kept: 0,
    redefined: 0,
  };
}

/** The generation in force. */
export function inForce({ generations, name }: Definition): Generation {
  const last = generations.at(-1);
  if (last === undefined) throw new Error(`${name} has no generation`);
  return last;
}

/**
 * The turn that runs now. It ends when the event loop comes to the next one, or when another cell runs: some kernels
 * start the next cell before any timer fires.
 *
 * @param cell gives a value that differs from cell to cell, where the host has one
 */
export function currentTurn(owner: Registry, cell: () => unknown): Turn {
  const known = owner.turn;
  if (known !== undefined && (known.cell === undefined || known.cell === cell())) return known;
  const turn: Turn = { cell: cell() };
  owner.turn = turn;
  const timer: unknown = setTimeout(() => {
    if (owner.turn === turn) owner.turn = undefined;
  }, 0);
  // Waiting for the turn to end must not keep a process alive.
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function")
    timer.unref();
  return turn;
}
