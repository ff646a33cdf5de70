// One object for every place that may print it: a terminal (Node, Deno, Bun), Deno's kernel, tslab, ijavascript, a template
// string. The facts stay ordinary fields of it; the hooks are not enumerable, and no host is imported.

import type { TextOptions } from "../report/text.ts";
import type { Count } from "../units.ts";

/** How to render some facts. Both are called only when something is shown. */
export interface Rendering {
  text(options: TextOptions): string;
  html(): string;
}

/** The globals that tell hosts apart; `globalThis` outside tests. All of them may be missing, as in a browser. */
export interface Host {
  readonly process?: unknown;
  readonly Deno?: unknown;
  /** What tslab gives its cells. */
  readonly __tslab__?: unknown;
}

/** Columns where nobody knows better: pipes, notebooks, browsers. */
const COLUMNS: Count = 80;

/** What Jupyter-like frontends choose from. */
type MimeBundle = Readonly<Record<"text/plain" | "text/html", string>>;

/**
 * A copy of the facts (an object or an array) that shows itself wherever it is the value of a cell or printed.
 *
 * @param host - default: `globalThis`; read when something is shown, not before.
 * @example
 * const shown = displayed(facts, { text: (options) => explanationText(facts, options), html: () => explanationHtml(facts) });
 * shown.events; // still readable
 * console.log(shown); // the text; in a notebook, the table
 */
export function displayed<Facts extends object>(
  facts: Facts,
  render: Rendering,
  host: Host = globalThis,
): Facts & { toString(): string } {
  const plain = (): string => render.text({ width: COLUMNS, color: false });
  const bundle = (): MimeBundle => ({ "text/plain": plain(), "text/html": render.html() });
  const shown = copied(facts);
  const hooks: readonly (readonly [PropertyKey, (...given: readonly unknown[]) => unknown])[] = [
    [Symbol.for("Jupyter.display"), bundle], // Deno's kernel
    ["_toMime", bundle], // ijavascript, JupyterLite
    [
      Symbol.for("nodejs.util.inspect.custom"), // Node, Bun, Deno and tslab: (depth, options, inspect)
      (depth, options) => inspected(render, options, host, depth === property(options, "depth")),
    ],
    // Deno asks for this one first: (inspect, options)
    [Symbol.for("Deno.customInspect"), (_, options) => inspected(render, options, host, false)],
    ["toString", plain],
  ];
  for (const [key, value] of hooks)
    Object.defineProperty(shown, key, { value, configurable: true, writable: true });
  return shown;
}

/**
 * How text should be set on standard output.
 *
 * Colour: a non-empty NO_COLOR (or `TERM=dumb`) says no, FORCE_COLOR says yes unless it is `0` or `false`; else `asked`,
 * which is what the caller of `inspect` wants; else whether it is a terminal. Width: the terminal's, or 80.
 */
export function terminal(host: Host = globalThis, asked?: boolean): TextOptions {
  const stdout = property(host.process, "stdout");
  const columns = property(stdout, "columns");
  const width = typeof columns === "number" && columns > 0 ? columns : COLUMNS;
  return { width, color: wishOf(host) ?? asked ?? property(stdout, "isTTY") === true };
}

/** What the environment wishes about colour; `undefined` when it has no wish. */
function wishOf(host: Host): boolean | undefined {
  // In Deno, reading the environment may stop the program to ask for permission; `noColor` does not.
  if (host.Deno !== undefined) return property(host.Deno, "noColor") === true ? false : undefined;
  const environment = property(host.process, "env");
  const noColor = property(environment, "NO_COLOR");
  if (typeof noColor === "string" && noColor !== "") return false;
  const force = property(environment, "FORCE_COLOR");
  if (typeof force === "string") return force !== "0" && force !== "false";
  return property(environment, "TERM") === "dumb" ? false : undefined;
}

/** What `console.log` shows. As the value of a tslab cell it is a table, sent beside the printed text, which is then empty. */
function inspected(render: Rendering, options: unknown, host: Host, outermost: boolean): string {
  if (outermost && shownByTslab(host, render)) return "";
  const colors = property(options, "colors");
  return render.text(terminal(host, typeof colors === "boolean" ? colors : undefined));
}

/** Whether tslab runs this cell and took the HTML. */
function shownByTslab(host: Host, render: Rendering): boolean {
  const require = property(host.__tslab__, "require");
  if (typeof require !== "function") return false;
  try {
    const display = property(require("tslab"), "display");
    const show = property(display, "html");
    if (typeof show !== "function") return false;
    show.call(display, render.html());
    return true;
  } catch {
    // tslab throws before its first cell runs, and another host may set the same global; the text remains.
    return false;
  }
}

/** A shallow copy, so that the hooks do not land on the session's own data. */
function copied<Facts extends object>(facts: Facts): Facts {
  return Array.isArray(facts) ? Object.assign([], facts) : { ...facts };
}

/** A property of something unknown, which may be missing or a function. */
function property(value: unknown, key: string): unknown {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  return Reflect.get(value, key);
}
