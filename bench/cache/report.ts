// What a row's process hands back: plain data, for the tables and for --json.

import type { Confusion } from "./confusion.ts";
import type { Figure } from "./measure.ts";
import type { Count, Keying, Shape } from "./subject.ts";

/** One line of a table. */
export interface SubjectReport {
  readonly name: string;
  readonly version: string;
  readonly isOurs: boolean;
  readonly keying: Keying;
  readonly figure: Figure;
  /** Of rows about keys: the pairs that this subject gets wrong as it is set up here. */
  readonly confusion?: Confusion | undefined;
  /** Of rows about results: whether what a caller changed is handed to the next one. */
  readonly handing?: string | undefined;
}

/** One table. */
export interface RowReport {
  readonly kind: "keys" | "results" | "dependencies";
  readonly key: string;
  readonly title: string;
  readonly shape: Shape;
  readonly entries: Count;
  readonly subjects: readonly SubjectReport[];
}

/** The median in nanoseconds, where there is one. */
export function nanosecondsOf(report: SubjectReport | undefined): number | undefined {
  return report?.figure.kind === "timed" ? report.figure.times.median : undefined;
}
