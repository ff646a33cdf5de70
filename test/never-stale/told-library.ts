// A cache that does not look for changes but is told of them. With good habits it is right, which shows that a library can
// be; with bad ones it is stale, which shows that the stories find out.

import { countersOf, type Library, NO_LIBRARY } from "./library.ts";
import type { Step } from "./story.ts";

export interface Habits {
  /** Edits at which it drops all results. */
  readonly forgetsAt: (by: Step["do"]) => boolean;
  /** Whether it keeps the result of an async call although it dropped all results while that ran. */
  readonly keepsLate?: true;
}

/** Arguments count by identity. It is right only for programs that do not change themselves. */
export function toldLibrary({ forgetsAt, keepsLate }: Habits): Library {
  let results = new Map<string, unknown>();
  const numbers = new WeakMap<object, number>();
  let next = 0;
  const text = (value: unknown): string => {
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value !== "object" && typeof value !== "function")
      return Object.is(value, -0) ? "-0" : String(value);
    if (value === null) return "null";
    const number = numbers.get(value) ?? ++next;
    numbers.set(value, number);
    return `object ${number}`;
  };
  const run = (fn: object, receiver: unknown, args: readonly unknown[], key: string): unknown => {
    if (typeof fn !== "function") throw new TypeError("cache takes a function");
    const table = results;
    const value: unknown = Reflect.apply(fn, receiver, args);
    table.set(key, value);
    if (keepsLate && value instanceof Promise) value.finally(() => results.set(key, value)).catch(() => {});
    return value;
  };
  return {
    ...NO_LIBRARY,
    cache: (fn: object) => {
      const counts = { hits: 0, misses: 0 };
      const cached = function (this: unknown, ...args: readonly unknown[]): unknown {
        const key = [fn, this, ...args].map(text).join();
        const isKnown = results.has(key);
        counts[isKnown ? "hits" : "misses"]++;
        return isKnown ? results.get(key) : run(fn, this, args, key);
      };
      return Object.assign(cached, { info: () => counts });
    },
    counters: countersOf,
    edited: (by) => {
      if (forgetsAt(by)) results = new Map();
    },
  };
}
