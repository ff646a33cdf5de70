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
  | "beyond"
  | "typescript";

/** One tool with one set of options. */
export interface Row {
  readonly name: string;
  readonly goal: GoalName;
  /** What the tool makes of a program. It may throw: then smaller programs are tried. */
  readonly transform: (program: string, goal: "script" | "module") => string | Promise<string>;
}

/** A function whose fingerprint a tool changed. */
export interface Loss {
  readonly path: string;
  readonly isMethod: boolean;
  readonly before: string;
  readonly after: string;
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
  /** Functions on which the tool failed; they count nowhere else. */
  readonly failed: readonly string[];
  readonly seconds: number;
}
