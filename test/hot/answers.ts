// What functions of a module answer, and how often their bodies ran for it. The oracle is the module's own uncached twin.

import { expect } from "vitest";
import type { Exports } from "./vite-project.ts";

/** What every function is called with. */
export const INPUTS = [1, 2, 10] as const;

/** What a function answers to each of the inputs. */
export function answers(fn: unknown): readonly unknown[] {
  return INPUTS.map((x) => callable(fn)(x));
}

/** What both functions of a module answer: they must agree. */
export function agreed({ score, twin }: Exports): readonly unknown[] {
  const truth = answers(twin);
  expect(answers(score)).toEqual(truth);
  return truth;
}

/** What a module exports, as a function. */
export function callable(value: unknown): (x: number) => unknown {
  if (isCallable(value)) return value;
  throw new TypeError(`The module exports ${typeof value}, not a function.`);
}

function isCallable(value: unknown): value is (x: number) => unknown {
  return typeof value === "function";
}

/** How often bodies of cached functions ran so far. Each runs `globalThis.runs++`. */
export function runs(): number {
  return Number(Reflect.get(globalThis, "runs"));
}
