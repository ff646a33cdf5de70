// Who called: the file or notebook that scopes a definition, and whether the call stands in a function that may run
// again with other variables. Read from the stack, the one thing that every runtime and kernel gives.

import type { Callable } from "../callable.ts";
import type { Count } from "../units.ts";

/** Where a call stands. */
export interface Caller {
  /** The path of the source file, without query; `"notebook"` for cells, REPLs and evaluated text. */
  readonly scope: string;
  /** File, line and column; the same for two calls that stand at one place of one text. */
  readonly site: string;
  /** Whether a function of that file is running, as opposed to a cell's or a module's own statements. */
  readonly isInFunction: boolean;
}

/** The scope of whatever has no file. */
export const NOTEBOOK = "notebook";

/** Frames to look at: a callback, what called it, the statement around that, and tslab's function around a cell. */
const FRAMES: Count = 4;

interface Frame {
  readonly fn: string;
  readonly file: string;
  readonly site: string;
}

/**
 * The caller of a function of ours.
 *
 * @param entry the function of the public API whose caller is asked for
 */
export function caller(entry: Callable): Caller {
  const frames = stackOf(entry).split("\n").flatMap(frameOf);
  const [first] = frames;
  if (first === undefined) return { scope: NOTEBOOK, site: "", isInFunction: false };
  const inSameFile = frames.filter(({ file }) => file === first.file).length;
  // tslab runs a cell as a function of its own, which shows as one more frame.
  const outermost = isTslab() ? 2 : 1;
  return {
    scope: scopeOf(first.file),
    site: first.site,
    isInFunction: !OUTERMOST.test(first.fn) || inSameFile > outermost,
  };
}

// What V8 calls the statements of a script, a CommonJS module, or evaluated text.
const OUTERMOST = /^(?:async )?(?:|eval|<anonymous>|(?:Object|Module)\.<anonymous>|module code|global code)$/;

const FRAME = /^\s*at (?:(?<fn>.*?) \()?(?<site>(?<file>[^()]*?|eval at .*?):\d+:\d+)\)?$/;

function frameOf(line: string): readonly Frame[] {
  const { fn = "", file, site } = FRAME.exec(line)?.groups ?? {};
  if (file === undefined || site === undefined) return [];
  return [{ fn, file: file.replace(/^async /, ""), site: site.replace(/\?[^:]*/, "") }];
}

function stackOf(entry: Callable): string {
  const limit = Error.stackTraceLimit;
  const holder: { stack?: unknown } = {};
  Error.stackTraceLimit = FRAMES;
  try {
    Error.captureStackTrace(holder, entry);
    // A program may have its own idea of what a stack is.
    return typeof holder.stack === "string" ? holder.stack : "";
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function scopeOf(file: string): string {
  const path = file.replace(/[?#].*$/, "").replace(/^file:\/\//, "");
  return NO_FILE.test(path) ? NOTEBOOK : path;
}

// Deno's and V8's evaluated text, ijavascript's and tslab's cells, and the lines of a Node REPL.
const NO_FILE = /^$|<anonymous>|^REPL\d*$|^\[eval[\w-]*\]$|^eval at /;

/** Whether this is a cell of tslab, which keeps what cells declare in an object of its own. */
export function isTslab(): boolean {
  return "__tslab__" in globalThis;
}
