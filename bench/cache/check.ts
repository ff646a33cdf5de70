// A subject is filled and checked on a row's own inputs before it is timed there.

import type { Milliseconds } from "../../src/units.ts";
import type { Row } from "./rows.ts";
import { asCall, type Remembered } from "./subject.ts";

/** What came of filling a memory and asking it again with equal arguments. */
export type Checked =
  | { readonly kind: "right" }
  /** It gave another result than the function. */
  | { readonly kind: "wrong" }
  /** It ran the function again for equal arguments. */
  | { readonly kind: "recomputes" }
  /** It threw. */
  | { readonly kind: "throws"; readonly message: string }
  /** It was not done in time. */
  | { readonly kind: "slow"; readonly done: number };

/** How long filling and checking may take. */
const LONGEST: Milliseconds = 8000;

/** Fills a memory with a row's entries, then asks for all of them again. */
export function checked({ setup, args, fn, read }: Row, { call, runs }: Remembered): Checked {
  const plain = asCall(fn);
  const deadline = performance.now() + LONGEST;
  const part = (result: unknown): unknown =>
    read === "" ? result : Reflect.get(Object(result), read.slice(1));
  try {
    for (const pass of [0, 1]) {
      const before = runs();
      for (let index = 0; index < setup.entries; index++) {
        if (part(call(...args(index))) !== part(plain(...args(index)))) return { kind: "wrong" };
        if (performance.now() > deadline) return { kind: "slow", done: pass * setup.entries + index };
      }
      if (pass === 1 && runs() !== before) return { kind: "recomputes" };
    }
    return { kind: "right" };
  } catch (error) {
    return { kind: "throws", message: error instanceof Error ? error.message : String(error) };
  }
}
