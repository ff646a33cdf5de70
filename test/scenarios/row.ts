// The scenario table as data: what a user does, step by step, and what must become of the cached function. "Never stale"
// holds in every host without exception; where a host cannot know more, the row names the honest answer and why.

/** Where a row runs: three kinds of program, the REPL, and three notebook kernels. */
export type Host = "esm" | "cjs" | "worker" | "repl" | "deno" | "tslab" | "ijavascript";

export const PROGRAMS: readonly Host[] = ["esm", "cjs", "worker"];
export const NOTEBOOKS: readonly Host[] = ["repl", "deno", "tslab", "ijavascript"];
export const HOSTS: readonly Host[] = [...PROGRAMS, ...NOTEBOOKS];

/**
 * What two calls after a step must show. In every case their value is that of the plain function.
 * - `kept`: the body does not run.
 * - `changed`: the body runs at the first call, and not at the second.
 * - `uncached`: the body runs at both.
 * - `fresh`: the host may keep or recompute.
 */
export type Outcome = "kept" | "changed" | "uncached" | "fresh";

/** One thing that a user does, followed by two calls. */
export interface Step {
  /** Cells that are run; for rows of modules, statements in which `m` is the newest evaluation. */
  readonly cells: readonly string[];
  /** Rows of modules: files that are written, by path beside `main.mjs`; those and the main module run anew. */
  readonly files?: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
  /** What `explain` says then, at least. */
  readonly says?: RegExp;
  /** For a change that this call cannot show: by default a changed step must change the plain value. */
  readonly sameValue?: boolean;
}

/** Another answer of one host, in the row's order of steps; without outcomes, the row does not apply there. */
export interface Exception {
  readonly why: string;
  readonly outcomes?: readonly Outcome[];
  /** In place of what the steps say; matched after the last one. */
  readonly says?: RegExp;
}

export type Exceptions = Readonly<Partial<Record<Host, Exception>>>;

export interface Row {
  /** A sentence that a user could check. */
  readonly title: string;
  readonly kind: "cells" | "modules";
  /** The first defines everything. */
  readonly steps: readonly Step[];
  /** An expression; it begins with `await` if its value is a promise. */
  readonly call: string;
  /** The oracle where the same cells without the library would not do. */
  readonly plain?: string;
  /** An expression for what `explain` takes. Default: the function that is called. */
  readonly explained?: string;
  /** An expression that must be true in the end. */
  readonly holds?: string;
  readonly exceptions: Exceptions;
}

/** What the two calls after a step showed. */
export interface Fact {
  /** How often the body ran in each. */
  readonly ran: readonly [number, number];
  readonly values: readonly [string, string];
  /** The value of the plain function. */
  readonly plain: string;
  /** `String(explain(...))` on one line. */
  readonly said: string;
}

/** What came of a row in a host. */
export interface Played {
  readonly facts: readonly Fact[];
  /** What `holds` gave; true without one. */
  readonly holds: boolean;
  /** The error that ended the row early. */
  readonly error: string | undefined;
}

interface RowOptions {
  readonly plain?: string;
  readonly explained?: string;
  readonly holds?: string;
  readonly exceptions?: Exceptions;
}

/** A row of cells that every host runs. */
export function row(title: string, call: string, steps: readonly Step[], options: RowOptions = {}): Row {
  return { title, kind: "cells", call, steps, exceptions: {}, ...options };
}

const NO_CELLS = "the module is imported there as in Node ESM, and is no cell";

/** A row of module files with `main.mjs` among them, for programs, and for Deno as the other engine of modules. */
export function modules(title: string, call: string, steps: readonly Step[], options: RowOptions = {}): Row {
  const elsewhere = { repl: { why: NO_CELLS }, tslab: { why: NO_CELLS }, ijavascript: { why: NO_CELLS } };
  return {
    title,
    kind: "modules",
    call,
    steps,
    ...options,
    exceptions: { ...elsewhere, ...options.exceptions },
  };
}

type Cells = string | readonly string[];
type StepOptions = Omit<Step, "cells" | "outcome" | "says">;

/** The first step of a row; its results are kept. */
export function first(...cells: readonly string[]): Step {
  return { cells, outcome: "changed", sameValue: true };
}

/** The first step of a row of modules. */
export function firstFiles(files: Readonly<Record<string, string>>): Step {
  return { cells: [], files, outcome: "changed", sameValue: true };
}

export function kept(cells: Cells, says?: RegExp): Step {
  return step("kept", cells, says, {});
}

export function changed(cells: Cells, says?: RegExp, options: StepOptions = {}): Step {
  return step("changed", cells, says, options);
}

/** A step from which on every call runs the body. */
export function uncached(cells: Cells, says?: RegExp): Step {
  return step("uncached", cells, says, { sameValue: true });
}

/** Files that are written, upon which the main module runs anew. */
export function edited(files: Readonly<Record<string, string>>, says?: RegExp): Step {
  return step("changed", [], says, { files });
}

/** Files whose change does not matter. */
export function editedInVain(files: Readonly<Record<string, string>>): Step {
  return step("kept", [], undefined, { files });
}

function step(outcome: Outcome, cells: Cells, says: RegExp | undefined, options: StepOptions): Step {
  const list = typeof cells === "string" ? [cells] : cells;
  return { cells: list, outcome, ...options, ...(says === undefined ? {} : { says }) };
}

/** The same exception in several hosts. */
export function inHosts(hosts: readonly Host[], exception: Exception): Exceptions {
  return Object.fromEntries(hosts.map((host) => [host, exception]));
}

/** The row runs in these hosts only. */
export function only(hosts: readonly Host[], why: string): Exceptions {
  return inHosts(
    HOSTS.filter((host) => !hosts.includes(host)),
    { why },
  );
}
