// "Run All" in a kernel, as its user would press it, between two hidden cells: one starts the clock, the other one asks
// the library what became of each definition.

import type { CellResult, Kernel } from "../kernels/kernel.ts";
import type { DefinitionFacts } from "../src/session/facts.ts";
import type { Count, Milliseconds } from "../src/units.ts";
import type { Cell } from "./notebook.ts";
import { NAMES, type Name, SHOWING, type Showing } from "./rounds.ts";

/** What the hidden cell reports, as JSON. */
interface Report {
  /** By the kernel's own clock, from before the first cell to after the last one. */
  readonly took: Milliseconds;
  readonly definitions: readonly DefinitionFacts[];
  /** A number for each function object: the same number, the same object. */
  readonly identities: Readonly<Record<Name, Count>>;
  /** What `explain` remarks, such as calls that could not be cached. */
  readonly remarks: readonly string[];
  /** The argument of `importance` that depends on what `crossValidation` returned. */
  readonly neighbours: Count;
}

/** What came of a "Run All". */
export interface Outcome extends Report {
  /** What each cell showed. */
  readonly shown: Readonly<Record<Showing, string>>;
}

/** The key of what the hidden cells keep between rounds. */
const KEPT = 'globalThis[Symbol.for("define-once demo")]';

/** Begins the line of the report. */
const MARK = "define-once demo: ";

const START = `await (async () => {
  if (${KEPT} === undefined) (await import("define-once")).configure({ store: "disk" });
  ${KEPT} ??= { identities: new Map() };
  ${KEPT}.started = performance.now();
})();`;

const REPORT = `await (async () => {
  const took = performance.now() - ${KEPT}.started;
  const { explain, status } = await import("define-once");
  const { identities } = ${KEPT};
  const identity = (fn) => identities.get(fn) ?? (identities.set(fn, identities.size), identities.size - 1);
  const all = { ${NAMES.join(", ")} };
  console.log("${MARK}" + JSON.stringify({
    took,
    definitions: status(),
    identities: Object.fromEntries(Object.entries(all).map(([name, fn]) => [name, identity(fn)])),
    remarks: Object.values(all).flatMap((fn) => explain(fn).remarks),
    neighbours: best.k,
  }));
})();`;

/** Runs all cells. Throws if one of them fails, or if the kernel does. */
export async function runAll(kernel: Kernel, cells: readonly Cell[]): Promise<Outcome> {
  const results = await kernel.runAll([START, ...cells.map(({ code }) => code), REPORT]);
  const failed = results.findIndex(({ status }) => status !== "ok");
  if (failed !== -1) {
    const id = cells[failed - 1]?.id;
    const which = id === undefined ? "A hidden cell" : `The cell "${id}"`;
    throw new Error(`${which} failed: ${failure(results[failed])}`);
  }
  return { ...reportOf(results), shown: shownIn(results) };
}

function reportOf(results: readonly CellResult[]): Report {
  const lines = results.flatMap(({ stdout }) => stdout.split("\n"));
  const line = lines.find((each) => each.startsWith(MARK));
  if (line === undefined) throw new Error(`The hidden cell reported nothing:\n${lines.join("\n")}`);
  return JSON.parse(line.slice(MARK.length));
}

/**
 * What each cell showed. Deno sends a result when it can, under the name of whichever cell runs by then: of results that
 * come in quick succession only the order can be relied on.
 */
function shownIn(results: readonly CellResult[]): Readonly<Record<Showing, string>> {
  const all = results.flatMap(({ displays }) => displays);
  const texts = all.map((bundle) => String(bundle["text/markdown"] ?? bundle["text/plain"]));
  const [first, second, third, fourth, ...more] = texts;
  if (
    first === undefined ||
    second === undefined ||
    third === undefined ||
    fourth === undefined ||
    more.length > 0
  )
    throw new Error(`${SHOWING.length} cells should show something, but there is:\n${texts.join("\n")}`);
  return { data: first, neighbours: second, "importance-table": third, "mass-table": fourth };
}

function failure(result: CellResult | undefined): string {
  const { error, stderr = "" } = result ?? {};
  const { name = "", message = "", stack = "" } = error ?? {};
  if (message === "" && stack === "" && stderr === "")
    return "the kernel gave no reason, as Deno does for a syntax error.";
  const said = stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
  return [said, stderr].filter((part) => part !== "").join("\n");
}
