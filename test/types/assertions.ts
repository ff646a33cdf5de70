// Assertions about types that hold at compile time, and fail to compile when they do not.

/** True only for two types that are the same to the letter. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`. */
export function holds<_T extends true>(): void {}

/** Whether a function takes an argument list. */
export type Takes<F, Args extends readonly unknown[]> = F extends (...args: infer P) => unknown
  ? Args extends P
    ? true
    : false
  : false;

/** Whether a value of a type can be called at all. */
export type Callable<F> = F extends (...args: never[]) => unknown ? true : false;
