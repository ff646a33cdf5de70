// What is stored: a small record, and an array of 10 MB. disk.py has the same in Python.

import type { Callable, Count } from "./subject.ts";

/** Values of one size. */
export interface DiskCase {
  readonly title: string;
  /** How many are stored by one process, and read by the next. */
  readonly keys: Count;
  /** How often both processes run. */
  readonly rounds: Count;
  readonly fn: Callable;
  /** Whether a value is that of a key. */
  readonly isRight: (value: unknown, key: number) => boolean;
}

const FLOATS: Count = 1_250_000;

export const DISK_CASES: Readonly<Record<string, DiskCase>> = {
  small: {
    title: "a record of three fields",
    // Enough for the engine to have compiled what a hit runs; what the first ones take is told apart.
    keys: 10_000,
    rounds: 3,
    fn: (key: number) => ({ id: key, name: `row ${key}`, mean: key / 7 }),
    isRight: (value, key) => JSON.stringify(value) === `{"id":${key},"name":"row ${key}","mean":${key / 7}}`,
  },
  large: {
    title: "a Float64Array of 10 MB",
    // Both sides read the first ones into fresh memory, which the kernel clears, and the others into what was let go.
    keys: 48,
    rounds: 3,
    fn: (key: number) => {
      const floats = new Float64Array(1_250_000);
      for (let index = 0; index < floats.length; index++) floats[index] = key + index;
      return floats;
    },
    isRight: (value, key) =>
      value instanceof Float64Array &&
      value.length === FLOATS &&
      value[0] === key &&
      value[FLOATS - 1] === key + FLOATS - 1,
  },
};
