// Pairs of argument lists, put to cached functions of several shapes: with a rest parameter, with `arguments`, and with
// one parameter for each argument.

import type { Callable } from "../../src/index.ts";
import { cache } from "../../src/index.ts";

/** Two argument lists, and in words what they are. */
export type Row = readonly [title: string, first: readonly unknown[], second: readonly unknown[]];

/** Calls a function with whatever arguments. */
export function call(fn: Callable, ...args: readonly unknown[]): unknown {
  return Reflect.apply(fn, undefined, args);
}

/** How often a cached function ran that was called with one list, the other, and both again; for functions of each shape. */
export function runCounts(first: readonly unknown[], second: readonly unknown[]): readonly number[] {
  const shapes = first.length === second.length ? [resting, asking, named(first.length)] : [resting, asking];
  return shapes.map((shape) => {
    const { fn, runs } = shape();
    for (const args of [first, second, first, second]) call(fn, ...args);
    return runs();
  });
}

interface Counted {
  readonly fn: Callable;
  readonly runs: () => number;
}

function resting(): Counted {
  let runs = 0;
  const fn = cache((..._args: readonly unknown[]) => {
    runs++;
  });
  return { fn, runs: () => runs };
}

function asking(): Counted {
  let runs = 0;
  const fn = cache(function ask(): number {
    runs++;
    // biome-ignore lint/complexity/noArguments: the point of this shape
    return arguments.length;
  });
  return { fn, runs: () => runs };
}

/** A function with a name for each argument. */
function named(count: number): () => Counted {
  return () => {
    let runs = 0;
    const byCount: readonly Callable[] = [
      () => {
        runs++;
      },
      (_a: unknown) => {
        runs++;
      },
      (_a: unknown, _b: unknown) => {
        runs++;
      },
      (_a: unknown, _b: unknown, _c: unknown) => {
        runs++;
      },
    ];
    const many = (..._args: readonly unknown[]): void => {
      runs++;
    };
    return { fn: cache(byCount[count] ?? many), runs: () => runs };
  };
}
