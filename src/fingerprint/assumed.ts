// Names that the normal form takes for values: `undefined`, `Infinity`, `NaN`. They are global constants (ECMA-262, 19.1),
// unless a variable around the code hides one.

import type { FreeName } from "../syntax/binding.ts";
import type { Use } from "../syntax/uses.ts";
import type { Reading } from "./reader.ts";

const CONSTANTS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["undefined", undefined],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["NaN", Number.NaN],
]);

/** Whether a name stands for the constant that it was taken for. */
export function isConstant({ name }: FreeName, reading: Reading | undefined): boolean {
  return reading?.kind === "value" && CONSTANTS.has(name) && Object.is(reading.value, CONSTANTS.get(name));
}

/** How a code uses a name that it was written with, as far as can be told from its normal form. */
export const WHOLE: readonly Use[] = [{ path: [], how: "value" }];
