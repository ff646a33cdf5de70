// Who called: the file or notebook that scopes a definition, and whether the call stands in a function that may run
// again with other variables. Read from the stack, the one thing that every runtime and kernel gives.

import type { Callable } from "../callable.ts";
import type { Count } from "../units.ts";

/** Where a call stands. */
export interface Caller {
  /** The path of the source file, without query; `"notebook"` for cells, REPLs and evaluated text. */
  readonly scope: string;
  /** The address of an ECMAScript module, query included, which no runtime evaluates twice; undefined for other sources. */
  readonly module: string | undefined;
  /** Whether a function is, or may be, running, as opposed to a cell's or a module's own statements. */
  readonly isInFunction: boolean;
}

/** The scope of whatever has no file. */
export const NOTEBOOK = "notebook";

/** Frames to look at: a callback, what called it, the statement around that, and tslab's function around a cell. */
const FRAMES: Count = 4;

interface Frame {
  /** Name of the running function; empty for none. */
  readonly fn: string;
  /** Path or address of its source; empty for evaluated text. */
  readonly file: string;
  /** Where that function begins, from 1; undefined where the engine does not tell. */
  readonly begin: { readonly line: Count; readonly column: Count } | undefined;
}

/**
 * The caller of a function of ours.
 *
 * @param entry the function of the public API whose caller is asked for
 */
export function caller(entry: Callable): Caller {
  const frames = framesAbove(entry);
  const [first] = frames;
  if (first === undefined) return { scope: NOTEBOOK, module: undefined, isInFunction: false };
  return {
    scope: scopeOf(first.file),
    module: first.file.startsWith("file://") ? first.file : undefined,
    isInFunction: !OUTERMOST.test(first.fn) || isNested(first, frames),
  };
}

// What engines call the statements of a script, a CommonJS module, or evaluated text.
const OUTERMOST = /^(?:|eval|<anonymous>|(?:Object|Module)\.<anonymous>|module code|global code)$/;

/** Whether a nameless frame is that of a callback. */
function isNested({ fn, file, begin }: Frame, frames: readonly Frame[]): boolean {
  // A script or module begins at its first character; tslab and Vite put one parenthesis before it.
  const first = isTslab() || fn === "eval" ? 2 : 1;
  if (begin !== undefined) return begin.line > 1 || begin.column > first;
  // In a cell of Deno's kernel nobody can tell. What a cell declares at its top is shared with all cells, so that taking it
  // for a callback costs nothing.
  if (file === "") return true;
  return frames.filter((frame) => frame.file === file).length > 1;
}

function framesAbove(entry: Callable): readonly Frame[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const holder: { stack?: unknown } = {};
  Error.stackTraceLimit = FRAMES;
  // A program may have its own idea of what a stack is.
  Error.prepareStackTrace = (_, sites) => sites;
  try {
    Error.captureStackTrace(holder, entry);
    const sites: unknown = holder.stack;
    if (Array.isArray(sites) && sites.length > 0) return sites.map(siteFrame);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
    else Error.prepareStackTrace = prepareStackTrace;
  }
  return textFrames(entry);
}

/** A call site of V8. Deno does not pass on where the running function begins. */
type Site = Pick<NodeJS.CallSite, "getFunctionName" | "getFileName"> &
  Partial<
    Pick<NodeJS.CallSite, "getEnclosingLineNumber" | "getEnclosingColumnNumber" | "getScriptNameOrSourceURL">
  >;

function siteFrame(site: Site): Frame {
  const line = site.getEnclosingLineNumber?.();
  const column = site.getEnclosingColumnNumber?.();
  return {
    fn: site.getFunctionName() ?? "",
    // Vite evaluates modules as functions and gives them an address of their own.
    file: site.getFileName() ?? withoutQuery(site.getScriptNameOrSourceURL?.()),
    begin: typeof line === "number" && typeof column === "number" ? { line, column } : undefined,
  };
}

const FRAME = /^\s*at (?:(?:async )?(?<fn>.*?) \()?(?<file>.*?):\d+:\d+\)?$/;

/** Frames from the text of a stack, where there are no call sites (JavaScriptCore). */
function textFrames(entry: Callable): readonly Frame[] {
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, entry);
  const lines = typeof holder.stack === "string" ? holder.stack.split("\n").slice(0, FRAMES + 1) : [];
  return lines.flatMap((line) => {
    const { fn = "", file } = FRAME.exec(line)?.groups ?? {};
    return file === undefined ? [] : [{ fn, file, begin: undefined }];
  });
}

function withoutQuery(address: string | null | undefined): string {
  return (address ?? "").replace(/\?.*$/, "");
}

function scopeOf(file: string): string {
  if (!file.startsWith("file://")) return NO_FILE.test(file) ? NOTEBOOK : file;
  return decoded(file.slice("file://".length).replace(/[?#].*$/, ""));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// Deno's and V8's evaluated text, ijavascript's and tslab's cells, and the lines of a Node REPL.
const NO_FILE = /^$|^(?:evalmachine\.)?<anonymous>|^REPL\d*$|^\[eval[\w-]*\]$/;

/** Whether this is a cell of tslab, which keeps what cells declare in an object of its own. */
export function isTslab(): boolean {
  return "__tslab__" in globalThis;
}
