// Results that outlive the process: how the calls of one function use a store. Each result is computed by one process while
// the others wait for it; what the store does wrong costs a computation, never a result.

import type { Codec } from "../store/codec.ts";
import { decoded, encoded } from "../store/encoding.ts";
import type { Awaitable, Lease, Store, StoredEntry } from "../store/store.ts";
import type { Milliseconds } from "../units.ts";
import { type ArgumentEncoding, type Keyed, portableKey } from "./key.ts";

/** A store as one function uses it. */
export interface Shelf {
  readonly store: Store;
  readonly codecs: () => readonly Codec<unknown>[];
  /** How arguments are written for other processes. */
  readonly arguments: ArgumentEncoding;
  /** What results belong to: the digest of what the function and the runtime are. Undefined if none may be stored. */
  readonly group: () => string | undefined;
  /** The name of the function, for people. */
  readonly name: string;
  /** Since the epoch. */
  readonly date: () => Milliseconds;
  /** Says, once for each text, what went wrong, or what cannot be stored. */
  readonly notice: (text: string) => void;
}

/** A place in a store. */
export interface Place {
  readonly shelf: Shelf;
  readonly store: Store;
  readonly key: string;
  readonly belongsTo: string;
  /** How old a result may be. */
  readonly ttl: Milliseconds;
}

/** A result as it was found. */
export interface Found {
  readonly isPromise: boolean;
  readonly value: unknown;
  readonly took: Milliseconds;
  /** How long ago it was computed. */
  readonly age: Milliseconds;
  /** Whether it was read from a file, and is so again sooner than anyone could tell whether a caller changed it. */
  readonly isFile: boolean;
}

/** The place of a call's result; undefined where it means something in this process only. */
export function placeOf(shelf: Shelf | undefined, keyed: Keyed, ttl: Milliseconds): Place | undefined {
  const belongsTo = shelf?.group();
  if (shelf === undefined || belongsTo === undefined) return undefined;
  const call = portableKey(keyed, shelf.arguments);
  if (call === undefined) return undefined;
  return { shelf, store: shelf.store, key: `${belongsTo}:${call}`, belongsTo, ttl };
}

/** What is stored at a place, from a store that answers at once. */
export function foundNow(place: Place): Found | undefined {
  if (!place.store.isSync) return undefined;
  const entry = attempt(place.shelf, () => place.store.get(place.key));
  return entry instanceof Promise ? undefined : read(place, entry);
}

async function found(place: Place): Promise<Found | undefined> {
  try {
    return read(place, await place.store.get(place.key));
  } catch (error) {
    complain(place.shelf, error);
    return undefined;
  }
}

/** @param answer what a store gave, which may be any store's */
function read({ shelf, ttl }: Place, answer: unknown): Found | undefined {
  if (!isEntry(answer)) return undefined;
  const { source, codec, took, at } = answer;
  const age = Math.max(0, shelf.date() - at);
  if (age > ttl) return undefined;
  const result = decoded(source ?? answer.bytes, codec, shelf.codecs());
  if (result.kind !== "decoded" || !Array.isArray(result.value) || result.value.length !== 2)
    return undefined;
  const [isPromise, value]: readonly unknown[] = result.value;
  return { isPromise: isPromise === true, value, took, age, isFile: source !== undefined };
}

function isEntry(answer: unknown): answer is StoredEntry {
  if (typeof answer !== "object" || answer === null) return false;
  const { source, codec, took, at }: Partial<Record<keyof StoredEntry, unknown>> = answer;
  return (
    (source !== undefined || ("bytes" in answer && answer.bytes instanceof Uint8Array)) &&
    typeof codec === "string" &&
    typeof took === "number" &&
    typeof at === "number"
  );
}

/** Stores a result, or says why it stays in memory only. */
export function put(place: Place, value: unknown, isPromise: boolean, took: Milliseconds): Awaitable<void> {
  const { shelf, belongsTo, store, key } = place;
  const { codecs, name, date } = shelf;
  const result = encoded([isPromise, value], codecs());
  if (result.kind === "refused") {
    const path = result.path.replace(/^\[1\]/, "");
    shelf.notice(
      `Results of ${name} stay in memory: ${path === "" ? "one is" : `${path} of one is`} ${result.what}, which cannot be stored.`,
    );
    return undefined;
  }
  const { bytes, codec } = result;
  return attempt(shelf, () => store.set(key, { bytes, codec, group: belongsTo, name, took, at: date() }));
}

/** Drops what is stored at a place. */
export function discard(place: Place): void {
  attempt(place.shelf, () => place.store.delete(place.key));
}

/** Drops all that is stored for what the function is now. */
export function clearShelf(shelf: Shelf): void {
  const group = shelf.group();
  if (group !== undefined) attempt(shelf, () => shelf.store.clear(group));
}

// A run that blocks its thread cannot renew its lease, so it gets a long one.
const BLOCKING: Milliseconds = 60_000;
const RENEWED: Milliseconds = 15_000;
const PATIENCE: Milliseconds = 20;

/** What became of the wish to compute a result alone. */
export type Turn =
  | { readonly kind: "mine"; readonly release: () => void }
  | { readonly kind: "found"; readonly found: Found };

// What this thread computes at the moment, by store.
const computing = new WeakMap<Store, Set<string>>();

function keysOf(store: Store): Set<string> {
  const known = computing.get(store) ?? new Set();
  computing.set(store, known);
  return known;
}

// A store that does not work must not keep anyone from computing.
const FREE: Turn = { kind: "mine", release: () => {} };

/**
 * The turn to compute, or what another process has computed meanwhile, from a store that answers at once.
 *
 * @param isRenewed whether whoever computes leaves the thread free, so that the lease can be renewed
 * @returns undefined while another process computes
 */
export function turnNow(place: Place, last: Milliseconds | undefined, isRenewed: boolean): Turn | undefined {
  const { store, key } = place;
  // Who computes it on this very thread could never finish while it is blocked.
  if (!store.isSync || keysOf(store).has(key)) return FREE;
  try {
    const lease = store.lease(key, isRenewed ? RENEWED : Math.max(BLOCKING, 3 * (last ?? 0)));
    if (lease instanceof Promise) {
      lease.catch((error: unknown) => complain(place.shelf, error));
      return FREE;
    }
    // Who had the lease before may have stored the result just now.
    return turnOf(place, lease, foundNow(place), isRenewed);
  } catch (error) {
    complain(place.shelf, error);
    return FREE;
  }
}

/** The same for whoever cannot go on without it: blocks the thread while another process computes. */
export function awaitedTurn(place: Place, last: Milliseconds | undefined): Turn {
  for (;;) {
    const turn = turnNow(place, last, false);
    if (turn !== undefined) return turn;
    try {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    } catch {
      // A thread that must not be blocked.
      return FREE;
    }
  }
}

/** The same for an async function, which waits without blocking, and renews its lease while it runs. */
export async function turnLater(place: Place): Promise<Turn> {
  const { store, key } = place;
  try {
    for (;;) {
      const turn = turnOf(place, (await store.lease(key, RENEWED)) ?? undefined, await found(place), true);
      if (turn !== undefined) return turn;
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
  } catch (error) {
    complain(place.shelf, error);
    return FREE;
  }
}

function turnOf(
  place: Place,
  lease: Lease | undefined,
  result: Found | undefined,
  isRenewed: boolean,
): Turn | undefined {
  const release = lease && released(place, lease, isRenewed);
  if (result !== undefined) {
    release?.();
    return { kind: "found", found: result };
  }
  return release && { kind: "mine", release };
}

/** Keeps a lease until what is given back is called. */
function released(place: Place, lease: Lease, isRenewed: boolean): () => void {
  const mine = keysOf(place.store);
  mine.add(place.key);
  const timer = isRenewed
    ? setInterval(() => attempt(place.shelf, () => lease.renew()), RENEWED / 3)
    : undefined;
  // What never ends must not keep the process alive.
  if (typeof timer === "object" && "unref" in timer) timer.unref();
  return () => {
    clearInterval(timer);
    mine.delete(place.key);
    attempt(place.shelf, () => lease.release());
  };
}

/** Does something with a store; what goes wrong is said, and gives undefined. */
function attempt<T>(shelf: Shelf, act: () => Awaitable<T>): Awaitable<T | undefined> {
  try {
    const result = act();
    if (!(result instanceof Promise)) return result;
    return result.catch((error: unknown) => {
      complain(shelf, error);
      return undefined;
    });
  } catch (error) {
    complain(shelf, error);
    return undefined;
  }
}

// Each store is complained of once for each function: its next error may have another text.
const complained = new WeakMap<Store, Set<string>>();

function complain({ notice, name, store }: Shelf, error: unknown): void {
  const names = complained.get(store) ?? new Set();
  complained.set(store, names);
  if (names.has(name)) return;
  names.add(name);
  const what = error instanceof Error ? error.message : String(error);
  notice(`The store of ${name} does not work, so its results stay in memory: ${what}`);
}
