// What a process that stored or read hands back: the same from disk-process.ts and from disk.py.

/** Nanoseconds of each call, in order; or why there are none. */
export type DiskReport =
  | {
      readonly nanoseconds: readonly number[];
      /** Of all calls and what was left to do after them, such as closing. */
      readonly total: number;
      /** Of the function alone, to be taken from what storing took. */
      readonly plain: number;
      /** How often the function ran behind the cache. */
      readonly runs: number;
    }
  | { readonly unavailable: string };
