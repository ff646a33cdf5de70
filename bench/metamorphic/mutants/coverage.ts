// Which parts of a text have run, by V8's block coverage: two texts that did the same in many runs are shown to be alike only
// where the runs came to every part of both.

import { type Profiler, Session } from "node:inspector";
import { childrenOf, parse } from "../babel.ts";
import type { Tree } from "../tools.ts";
import { type Run, scriptOf } from "./world.ts";

/** Counts what runs until it is asked. */
export class Coverage {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** Ends counting. The answer tells which parts of a run's text no run of it came to, by their places in the text. */
  ended(): (run: Run) => ReadonlySet<number> {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post("Profiler.takePreciseCoverage", (error, taken) => {
      if (error) throw error;
      scripts = taken.result;
    });
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
    return (run) => {
      const made = scripts.filter(({ url }) => url === run.url);
      const places = placesIn(run);
      return new Set(places.filter((place) => !made.some((each) => isReached(each, place, run))));
    };
  }
}

/** Whether a place in the text of a run was reached: the innermost range around it, which comes last, counts. */
function isReached({ functions }: Profiler.ScriptCoverage, place: number, run: Run): boolean {
  const at = textStart(run) + place;
  const around = functions
    .flatMap(({ ranges }) => ranges)
    .filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset);
  return (around.at(-1)?.count ?? 0) > 0;
}

/** Where the nodes of a run's text begin, counted from the text's beginning. */
function placesIn(run: Run): readonly number[] {
  const start = textStart(run);
  const found: number[] = [];
  const visit = (node: Tree): void => {
    const place = node.start - start;
    if (place >= 0 && place < run.text.length) found.push(place);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(scriptOf(run), { sourceType: "script" }).program);
  return found;
}

function textStart(run: Run): number {
  return scriptOf(run).indexOf(run.text);
}
