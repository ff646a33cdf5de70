// What the user asked of a cache. Some of it decides about results and belongs to the fingerprint; the rest applies at once.

import type { Store } from "../store/store.ts";
import type { Bytes, Count, Milliseconds } from "../units.ts";
import type { Bounds } from "./recency.ts";

/** The options of a cache, with their defaults. */
export interface CacheRules extends Bounds {
  /** What stands for the arguments: a function of them, or the arguments without the order of their keys. */
  readonly key: "ordered" | "unordered" | ((...args: readonly unknown[]) => unknown);
  /** Positions of arguments that do not count, from 0. */
  readonly ignoreArgs: readonly Count[];
  /** Whether what a call throws is kept like a result. */
  readonly keepErrors: boolean;
  /** Which files a call reads: their content counts like an argument. */
  readonly files: ((...args: readonly unknown[]) => unknown) | undefined;
  /** How long a result may be used. */
  readonly ttl: Milliseconds;
  readonly maxEntries: Count;
  readonly maxBytes: Bytes;
  /** Whether a result is handed out though a caller may have changed it. */
  readonly share: boolean;
  /** Whether each caller gets a copy. */
  readonly clone: boolean;
}

/** What the user asked for when a function was cached. */
export interface CacheRequest {
  readonly rules: CacheRules;
  /** Whether the rules leave it at that results are found by the arguments as they are, and stay for good. */
  readonly isSimple: boolean;
  /** How often to look again at what the function depends on: at every call, or once in a turn of the event loop. */
  readonly check: "call" | "turn";
  /** Where results outlive the process; undefined for what the session says. */
  readonly store: StoreChoice | undefined;
}

/** Nowhere, in files of the project, or in a store of the user's. */
export type StoreChoice = "memory" | "disk" | Store;

/** What of the rules decides about results, as text. What a key function means is compared apart. */
export function decidingRules({ key, ignoreArgs, keepErrors }: CacheRules): Readonly<Record<string, string>> {
  return {
    ...(key === "unordered" ? { key: "unordered" } : {}),
    ...(ignoreArgs.length > 0 ? { ignoreArgs: JSON.stringify([...ignoreArgs].sort()) } : {}),
    ...(keepErrors ? { keepErrors: "true" } : {}),
  };
}

export const DEFAULT_RULES: CacheRules = {
  key: "ordered",
  ignoreArgs: [],
  keepErrors: false,
  files: undefined,
  ttl: Number.POSITIVE_INFINITY,
  maxEntries: Number.POSITIVE_INFINITY,
  maxBytes: Number.POSITIVE_INFINITY,
  share: false,
  clone: false,
};

export const DEFAULT_REQUEST: CacheRequest = {
  rules: DEFAULT_RULES,
  isSimple: true,
  check: "call",
  store: undefined,
};
