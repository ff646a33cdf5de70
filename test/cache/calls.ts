// Counting calls through a real cached function: what ran, and what was answered from before.

import { cache } from "../../src/index.ts";

/** Calls a cached function with two argument lists, and tells whether the second ran. */
export function runsTwice(first: readonly unknown[], second: readonly unknown[]): boolean {
  let runs = 0;
  const counted = cache((..._: readonly unknown[]) => {
    runs++;
  });
  counted(...first);
  counted(...second);
  return runs === 2;
}

/** Calls a cached function with an argument, lets something happen, calls it with the argument again; gives both results. */
export function beforeAndAfter<A, R>(
  of: (value: A) => R,
  argument: A,
  happening: () => void,
): readonly [R, R] {
  const cached = cache(of);
  const before = cached(argument);
  happening();
  return [before, cached(argument)];
}
