// Reading iterators in tests: some of one, all of one, and how much of a cached generator was computed.

import { type Cached, type CacheOptions, cache } from "../../src/index.ts";

/** The first values of an iterator, which is left where it stands. */
export function taken<T>(iterator: Iterator<T>, count: number): readonly T[] {
  const found: T[] = [];
  for (let index = 0; index < count; index++) {
    const { done, value } = iterator.next();
    if (done === true) break;
    found.push(value);
  }
  return found;
}

/** All that an async iterable gives. */
export async function collected<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const each of source) found.push(each);
  return found;
}

/** A cached generator, and what it has done. */
interface Counted {
  readonly numbers: Cached<(from: number) => Generator<number, string, unknown>>;
  readonly tally: () => { readonly starts: number; readonly steps: number; readonly ends: number };
}

/** A cached generator of numbers from 1, which tells how far it was computed and how often it began. */
export function counted(last: number, options: Pick<CacheOptions, "maxEntries"> = {}): Counted {
  let starts = 0;
  let steps = 0;
  let ends = 0;
  const numbers = cache(function* numbers(from: number): Generator<number, string, unknown> {
    starts++;
    try {
      for (let n = from; n < from + last; n++) {
        steps++;
        yield n;
      }
      return "end";
    } finally {
      ends++;
    }
  }, options);
  return { numbers, tally: () => ({ starts, steps, ends }) };
}
