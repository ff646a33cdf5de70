// A row of the table: one tool with one set of options, by which goal it is judged, and what became of the functions.

/** The goals of issue 5, each over one or more rows. */
export type GoalName =
  | "formatters"
  | "comments"
  | "whitespace"
  | "renaming"
  | "eslint"
  | "esbuild syntax"
  | "esbuild full"
  | "terser compress"
  | "terser full"
  /** Of interest, but not asked for. */
  | "beyond";

/** One tool with one set of options. */
export interface Row {
  readonly name: string;
  readonly goal: GoalName;
  /** What the tool makes of a program. It may throw: then smaller programs are tried. */
  readonly transform: (program: string, goal: "script" | "module") => string | Promise<string>;
  /**
   * The same without what can be observed: what is lost here and kept there is lost with good reason, given in words. Only
   * functions whose text has the pattern count.
   */
  readonly unobserved?: {
    readonly transform: Row["transform"];
    readonly pattern: RegExp;
    readonly reason: string;
  };
}

/** A function whose fingerprint a tool changed. */
export interface Loss {
  readonly path: string;
  readonly isMethod: boolean;
  readonly before: string;
  readonly after: string;
}

/** A loss with the reason why it is right. */
export interface Excused extends Loss {
  readonly reason: string;
}

/** What became of the functions. */
export interface RowResult {
  readonly name: string;
  readonly goal: GoalName;
  readonly functions: number;
  /** Functions whose text the tool changed at all. */
  readonly touched: number;
  readonly kept: number;
  readonly losses: readonly Loss[];
  /** Losses with a good reason; they are none of `losses`, and count as functions that are not kept. */
  readonly excused: readonly Excused[];
  /** Functions on which the tool failed; they count nowhere else. */
  readonly failed: readonly string[];
  readonly seconds: number;
}
