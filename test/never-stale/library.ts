// What stories are told about: the library itself, or a stand-in whose answers are known to be right or wrong.

import * as api from "../../src/index.ts";
import type { Count } from "../../src/units.ts";
import type { Step } from "./story.ts";

export interface Library {
  readonly defineOnce: unknown;
  readonly cache: unknown;
  /** Hits and misses of a function that it made; undefined for others. */
  readonly counters: (fn: unknown) => { readonly hits: Count; readonly misses: Count } | undefined;
  /** Told before each edit; the library itself must find out. */
  readonly edited: (by: Step["do"]) => void;
  /** Drops what it knows of a name. */
  readonly forget: (name: string) => void;
}

/** The library as users import it. */
export function realLibrary(): Library {
  api.configure({ notices: false });
  return {
    defineOnce: api.defineOnce,
    cache: api.cache,
    counters: countersOf,
    edited: () => {},
    forget: (name) => {
      try {
        api.forget(name);
      } catch (error) {
        if (!(error instanceof api.DefineOnceError)) throw error;
      }
    },
  };
}

/** Wraps nothing: always right. */
export const NO_LIBRARY: Library = {
  defineOnce: (fn: unknown) => fn,
  cache: (fn: unknown) => fn,
  counters: () => undefined,
  edited: () => {},
  forget: () => {},
};

/** Hits and misses of whatever has `info()`. */
export function countersOf(fn: unknown): { hits: Count; misses: Count } | undefined {
  if (typeof fn !== "function" || !("info" in fn) || typeof fn.info !== "function") return undefined;
  const { hits, misses }: { hits: Count; misses: Count } = fn.info();
  return { hits, misses };
}
