// What is captured, and what comes of it.

import type { Code } from "./code.ts";
import type { Test } from "./content-test.ts";
import type { Equality } from "./equality.ts";
import type { DecidingOptions, Fingerprint } from "./manifest.ts";

/** What is to be captured of a function that nobody defined with options. */
export function plainSubject(
  facts: Pick<Subject, "name" | "target" | "code" | "equality" | "isValue">,
): Subject {
  return {
    ...facts,
    options: {},
    deps: undefined,
    ignore: [],
    decorator: undefined,
    keyFunction: undefined,
    isSelf: () => false,
    isBeingDefined: false,
  };
}

/** What is to be captured. */
export interface Subject {
  /** Where the paths of the leaves begin; it is no part of the digest. */
  readonly name: string;
  readonly target: object;
  readonly code: Code;
  readonly equality: Equality;
  readonly options: DecidingOptions;
  /** What the user named as dependencies: an object, or a thunk that gives one. */
  readonly deps: unknown;
  /** Names that do not count, at any depth. */
  readonly ignore: readonly string[];
  /** A function that decorates the definition, and decides its results; undefined for none. */
  readonly decorator: unknown;
  /** A function that stands for the arguments of calls, if any. */
  readonly keyFunction: unknown;
  /** Whether a function is the definition itself, as handed out before. */
  readonly isSelf: (value: object) => boolean;
  /** Whether what hangs on the function counts, as it does where the function is a value. */
  readonly isValue: boolean;
  /** Whether variables around it may still wait to be filled, since the cell or module that defines it is running. */
  readonly isBeingDefined: boolean;
}

/** Something that could not be compared. */
export interface Obstacle {
  readonly path: readonly string[];
  /** As the end of a sentence that begins with the path: `cannot be read`, `is a promise, which cannot be compared`. */
  readonly what: string;
  /** The name that `deps` can give; undefined for what has none. */
  readonly name: string | undefined;
  /** Whether it is a variable that nobody can read, as opposed to something that nobody can compare. */
  readonly isUnread: boolean;
  /** The helper of the definition that it lies behind, if any: `ignore` can name that. */
  readonly helper: string | undefined;
}

/** What a definition depends on, as it was when it was looked at. */
export interface Captured {
  readonly fingerprint: Fingerprint;
  /** The code at each leaf of code, by its path joined with line breaks. */
  readonly codes: ReadonlyMap<string, Code>;
  /** Empty if results may be kept. */
  readonly obstacles: readonly Obstacle[];
  /** Whether some code that counts may ask for the texts of functions that it gets. */
  readonly asksTexts: boolean;
  /** Whether the fingerprint means the same in other processes: nothing was compared by identity. */
  readonly isPortable: boolean;
  /** What results may depend on and no fingerprint can see: `Math.random`, `fetch`. */
  readonly impure: readonly string[];
  /** True while nothing of all that has changed. */
  readonly isCurrent: Test;
}
