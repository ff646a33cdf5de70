// Waiting that always ends: with the result, at the time limit, or when the kernel is gone.

import type { Milliseconds } from "../src/units.ts";

/** A promise and what settles it (`Promise.withResolvers`, which Node 20 lacks). */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

export function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/**
 * The result of `work`; rejects with the text of `late` after `limit`, or with whatever `died` rejects with. `late` is
 * asked only then, so that it can tell what came so far.
 */
export async function inTime<T>(
  work: Promise<T>,
  limit: Milliseconds,
  late: () => string,
  died: Promise<never>,
): Promise<T> {
  const { promise: timeout, reject } = deferred<never>();
  const timer = setTimeout(() => reject(new Error(late())), limit);
  try {
    return await Promise.race([work, timeout, died]);
  } finally {
    clearTimeout(timer);
  }
}

/** Resolves after `time`. */
export function pause(time: Milliseconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
