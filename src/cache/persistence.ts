// Results that outlive the process: how the calls of one function use a store. Each result is computed by one process while
// the others wait for it; what the store does wrong costs a computation, never a result.

import type { Codec } from "../store/codec.ts";
import { decoded, encoded } from "../store/encoding.ts";
import type { Awaitable, Lease, Store } from "../store/store.ts";
import type { Milliseconds } from "../units.ts";
import { type ArgumentEncoding, type Keyed, portableKey } from "./key.ts";

/** A store as one function uses it. */
export interface Shelf {
  readonly store: Store;
  readonly codecs: readonly Codec<unknown>[];
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
export interface Place extends Shelf {
  readonly key: string;
  readonly belongsTo: string;
}

/** A result as it was found. */
export interface Found {
  readonly isPromise: boolean;
  readonly value: unknown;
  readonly took: Milliseconds;
}

/** The place of a call's result; undefined where it means something in this process only. */
export function placeOf(shelf: Shelf | undefined, keyed: Keyed): Place | undefined {
  const belongsTo = shelf?.group();
  if (shelf === undefined || belongsTo === undefined) return undefined;
  const call = portableKey(keyed, shelf.arguments);
  return call === undefined ? undefined : { ...shelf, key: `${belongsTo}:${call}`, belongsTo };
}

/** What is stored at a place, from a store that answers at once. */
export function foundNow(place: Place): Found | undefined {
  if (!place.store.isSync) return undefined;
  const entry = attempt(place, () => place.store.get(place.key));
  return entry === undefined || entry instanceof Promise ? undefined : read(place, entry);
}

async function found(place: Place): Promise<Found | undefined> {
  try {
    const entry = await place.store.get(place.key);
    return entry && read(place, entry);
  } catch (error) {
    complain(place, error);
    return undefined;
  }
}

function read(
  { codecs }: Place,
  { bytes, codec, took }: { readonly bytes: Uint8Array; readonly codec: string; readonly took: Milliseconds },
): Found | undefined {
  const result = decoded(bytes, codec, codecs);
  if (result.kind !== "decoded" || !Array.isArray(result.value) || result.value.length !== 2)
    return undefined;
  const [isPromise, value]: readonly unknown[] = result.value;
  return { isPromise: isPromise === true, value, took };
}

/** Stores a result, or says why it stays in memory only. */
export function put(place: Place, value: unknown, isPromise: boolean, took: Milliseconds): void {
  const { codecs, name, belongsTo, store, key, date } = place;
  const result = encoded([isPromise, value], codecs);
  if (result.kind === "refused") {
    const path = result.path.replace(/^\[1\]/, "");
    place.notice(
      `Results of ${name} stay in memory: ${path === "" ? "one is" : `${path} of one is`} ${result.what}, which cannot be stored.`,
    );
    return;
  }
  const { bytes, codec } = result;
  attempt(place, () => store.set(key, { bytes, codec, group: belongsTo, name, took, at: date() }));
}

/** Drops what is stored at a place. */
export function discard(place: Place): void {
  attempt(place, () => place.store.delete(place.key));
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

// A store that does not work must not keep anyone from computing.
const FREE: Turn = { kind: "mine", release: () => {} };

/** The turn to compute, or what another process has computed meanwhile. Blocks the thread while another one computes. */
export function turnNow(place: Place, last: Milliseconds | undefined): Turn {
  const { store, key } = place;
  if (!store.isSync) return FREE;
  const duration = Math.max(BLOCKING, 3 * (last ?? 0));
  try {
    for (;;) {
      const lease = store.lease(key, duration);
      if (lease instanceof Promise) return FREE;
      // Who had the lease before may have stored the result just now.
      const result = foundNow(place);
      if (lease !== undefined) {
        const release = (): void => void attempt(place, () => lease.release());
        if (result === undefined) return { kind: "mine", release };
        release();
      }
      if (result !== undefined) return { kind: "found", found: result };
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  } catch (error) {
    complain(place, error);
    return FREE;
  }
}

/** The same for an async function, which waits without blocking, and renews its lease while it runs. */
export async function turnLater(place: Place): Promise<Turn> {
  const { store, key } = place;
  try {
    for (;;) {
      const lease = await store.lease(key, RENEWED);
      const result = await found(place);
      if (lease !== undefined) {
        const release = renewing(place, lease);
        if (result === undefined) return { kind: "mine", release };
        release();
      }
      if (result !== undefined) return { kind: "found", found: result };
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    }
  } catch (error) {
    complain(place, error);
    return FREE;
  }
}

/** Renews a lease until it is released. */
function renewing(place: Place, lease: Lease): () => void {
  const timer = setInterval(() => attempt(place, () => lease.renew()), RENEWED / 3);
  return () => {
    clearInterval(timer);
    attempt(place, () => lease.release());
  };
}

/** Does something with a store; what goes wrong is said, and gives undefined. */
function attempt<T>(shelf: Shelf, act: () => Awaitable<T>): Awaitable<T> | undefined {
  try {
    const result = act();
    if (result instanceof Promise) result.catch((error: unknown) => complain(shelf, error));
    return result;
  } catch (error) {
    complain(shelf, error);
    return undefined;
  }
}

function complain({ notice, name }: Shelf, error: unknown): void {
  const what = error instanceof Error ? error.message : String(error);
  notice(`The store of ${name} does not work, so its results stay in memory: ${what}`);
}
