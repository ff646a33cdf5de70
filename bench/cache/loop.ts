// The loop that is timed: compiled anew for each row and subject, so that no two share what the engine has learnt of a call.

import type { Row } from "./rows.ts";
import type { Args, Call, Count } from "./subject.ts";

/** What a loop found: its own time, and the sum of all results, by which they are checked. */
export interface Run {
  readonly nanoseconds: number;
  readonly sum: number;
}

/** Calls a function with the arguments in columns, one column for each parameter. */
export type Loop = (call: Call, columns: readonly (readonly unknown[])[], calls: Count) => Run;

let serial = 0;

/** A loop of its own for functions of so many parameters; `read` says what of a result is added up. */
export function freshLoop({ setup, read }: Row): Loop {
  const args = Array.from({ length: setup.arity }, (_, column) => `column${column}[i]`).join(", ");
  const columns = Array.from({ length: setup.arity }, (_, column) => `column${column}`).join(", ");
  // The number in the text keeps the engine from taking it for a text that it has compiled before.
  const text = `"use strict"; // ${serial++}
    return (call, [${columns}], calls) => {
      let sum = 0;
      const start = performance.now();
      for (let i = 0; i < calls; i++) sum += call(${args})${read};
      return { nanoseconds: (performance.now() - start) * 1e6, sum };
    }`;
  return new Function(text)();
}

/** Arguments of many calls as columns. */
export function columnsOf(calls: readonly Args[]): readonly (readonly unknown[])[] {
  const [first = []] = calls;
  return first.map((_, column) => calls.map((args) => args[column]));
}

/** Which entries so many calls ask for; the same in every run (xorshift32). */
export function indicesOf({ setup, order }: Row, calls: Count, seed: number): readonly number[] {
  const { entries } = setup;
  if (order === "ascending") return Array.from({ length: calls }, (_, index) => (seed + index) % entries);
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return Array.from({ length: calls }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % entries;
  });
}
