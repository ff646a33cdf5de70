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
      const script = scriptOf(run);
      const start = script.indexOf(run.text);
      const made = scripts.filter(({ url }) => url === run.url).map(rangesOf);
      const isReached = (place: number): boolean => made.some((ranges) => countAt(ranges, place) > 0);
      const places = placesIn(parse(script, { sourceType: "script" }).program);
      const within = places.filter((place) => place >= start && place < start + run.text.length);
      return new Set(within.filter((place) => !isReached(place)).map((place) => place - start));
    };
  }
}

function rangesOf({ functions }: Profiler.ScriptCoverage): readonly Profiler.CoverageRange[] {
  return functions.flatMap(({ ranges }) => ranges);
}

/** How often what stands at a place ran: the innermost range around it, which comes last, tells. */
function countAt(ranges: readonly Profiler.CoverageRange[], place: number): number {
  const around = ranges.findLast(({ startOffset, endOffset }) => startOffset <= place && place < endOffset);
  return around?.count ?? 0;
}

/** Where nodes begin. */
function placesIn(node: Tree): readonly number[] {
  return [node.start, ...childrenOf(node).flatMap(placesIn)];
}
