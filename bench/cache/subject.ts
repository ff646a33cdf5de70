// What is measured: a way to remember the results of a function, set up as its README tells for the arguments at hand.

/** A number of things. */
export type Count = number;

/** Which arguments: one primitive, several primitives, or anything. Each kind includes those before it. */
export type Shape = "one" | "several" | "structure";

/** Arguments of one call. */
export type Args = readonly unknown[];

/** A function of any signature. */
export type Callable = (...args: never[]) => unknown;

/** A function as the benchmark calls it. */
export type Call = (...args: Args) => unknown;

/** What a subject is told before it is given a function. */
export interface Setup {
  readonly shape: Shape;
  /** How many parameters the function declares. */
  readonly arity: Count;
  /** Whether calls differ in the number of their arguments. */
  readonly isVariadic: boolean;
  /** How many results must fit. */
  readonly entries: Count;
}

/** A function that remembers. */
export interface Remembered {
  readonly call: Call;
  /** How often the function behind it ran. */
  readonly runs: () => Count;
}

/** By their canonical content; by a text made of them, mostly JSON; by comparing them with all that are kept; by identity. */
export type Keying = "content" | "text" | "comparison" | "identity";

/** A library, or a few lines by hand. */
export interface Subject {
  readonly name: string;
  /** Of the package, as installed. */
  readonly version: string;
  /** True for define-once, whose rows the others are compared to. */
  readonly isOurs: boolean;
  /** How it tells arguments apart, where there is more than one primitive. */
  readonly keying: Keying;
  /** The function with a memory; or why there is none, in words, where the subject does not do such a row. */
  readonly remember: (fn: Callable, setup: Setup) => Remembered | string;
}

/** The signature that every call has at run time, whatever its types say. */
export function asCall(fn: Callable): Call {
  return (...args) => Reflect.apply(fn, undefined, args);
}
