// What every notebook kernel looks like from here: a cell of source text goes in, what the cell showed comes out.

import type { Milliseconds } from "../src/units.ts";

/** An error that ended a cell. */
export interface CellError {
  /** Name of the error's class: `"TypeError"`. */
  readonly name: string;
  readonly message: string;
  /** The kernel's own traceback, without colours. */
  readonly stack: string;
}

/** A MIME bundle: content by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** What one cell showed. */
export interface CellResult {
  readonly status: "ok" | "error";
  readonly stdout: string;
  readonly stderr: string;
  /** MIME bundles of display_data, update_display_data and execute_result, in order. */
  readonly displays: readonly MimeBundle[];
  readonly error: CellError | undefined;
}

export type KernelName = "deno" | "tslab" | "ijavascript";

/** A running kernel. Calls are served one after another, in their order. */
export interface Kernel {
  readonly name: KernelName;
  /**
   * Runs one cell. An error thrown *by the cell* is a result; the promise rejects only if the kernel died,
   * was closed, or did not finish in time.
   */
  run(code: string): Promise<CellResult>;
  /**
   * Sends all cells at once and lets the kernel queue them, as "Run All" does; some kernels then run them in one turn
   * of their event loop. What a kernel does after an error is its own affair (tslab drops the rest).
   */
  runAll(cells: readonly string[]): Promise<readonly CellResult[]>;
  /** Ends the kernel's process and removes its files. Safe to call twice. */
  close(): Promise<void>;
}

/** How to start a kernel. */
export interface KernelOptions {
  /** Folder in which the notebook lives: bare and relative imports resolve from it. */
  readonly cwd: string;
  /** How long one cell may run. Default: 60 s. */
  readonly cellTimeout?: Milliseconds;
  /** How long the kernel may take until it answers. Default: 60 s. */
  readonly startTimeout?: Milliseconds;
}

export const DEFAULT_TIMEOUT: Milliseconds = 60_000;
