// The time of a hit, for all subjects of a row: each warms up alone, then rounds in which they take turns.

import { median, quantile } from "../statistics.ts";
import { type Checked, checked } from "./check.ts";
import { collectYoung } from "./collect.ts";
import { columnsOf, freshLoop, indicesOf, type Loop, type Run } from "./loop.ts";
import type { Row } from "./rows.ts";
import { type Args, asCall, type Call, type Count, type Subject } from "./subject.ts";

/** Nanoseconds of one hit. */
export interface Times {
  readonly median: number;
  /** The distance of the quartiles, as a share of the median: how noisy the machine was. */
  readonly spread: number;
  readonly rounds: Count;
}

/** What a row tells about one subject. */
export type Figure =
  | { readonly kind: "timed"; readonly check: "right" | "wrong" | "recomputes"; readonly times: Times }
  | { readonly kind: "untimed"; readonly why: string };

const ROUNDS = 21;
/** Of a sample; a slow subject makes fewer calls in it. */
const SAMPLE_NANOSECONDS = 6e6;
const WARM_UP_NANOSECONDS = 2e8;

/** A subject that is filled and can be timed. */
interface Runner {
  readonly subject: Subject;
  readonly check: "right" | "wrong" | "recomputes";
  readonly call: Call;
  readonly loop: Loop;
  readonly samples: number[];
  calls: Count;
}

/** Figures of all subjects on a row, in their order. */
export function measured(row: Row, subjects: readonly Subject[]): ReadonlyMap<Subject, Figure> {
  const figures = new Map<Subject, Figure>();
  const runners: Runner[] = [];
  for (const subject of subjects) {
    const runner = prepared(row, subject);
    if (typeof runner === "string") figures.set(subject, { kind: "untimed", why: runner });
    else runners.push(runner);
  }
  for (const runner of runners) warmUp(row, runner);
  for (let round = 0; round < ROUNDS; round++) {
    // Who comes first changes from round to round.
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(round + turn) % runners.length];
      if (runner !== undefined)
        runner.samples.push(sample(row, runner, round + 1).nanoseconds / runner.calls);
    }
  }
  for (const { subject, check, samples } of runners) {
    const middle = median(samples);
    const spread = (quantile(samples, 0.75) - quantile(samples, 0.25)) / middle;
    figures.set(subject, { kind: "timed", check, times: { median: middle, spread, rounds: samples.length } });
  }
  return figures;
}

/** A subject set up, filled and checked; or why it cannot be timed. */
function prepared(row: Row, subject: Subject): Runner | string {
  const memory = subject.remember(row.fn, row.setup);
  if (typeof memory === "string") return memory;
  const result = checked(row, memory);
  const why = untimed(row, result);
  if (
    why !== undefined ||
    (result.kind !== "right" && result.kind !== "wrong" && result.kind !== "recomputes")
  )
    return why ?? result.kind;
  return {
    subject,
    check: result.kind,
    call: memory.call,
    loop: freshLoop(row),
    samples: [],
    calls: Math.min(row.pool, 64),
  };
}

function untimed({ setup }: Row, result: Checked): string | undefined {
  switch (result.kind) {
    case "throws":
      return `throws: ${result.message}`;
    case "slow":
      return `too slow: ${result.done} of ${2 * setup.entries} calls to fill and check`;
    case "right":
    case "wrong":
    case "recomputes":
      return undefined;
    default:
      return result satisfies never;
  }
}

/** Runs until the engine has optimised what it will, and finds how many calls a sample may have. */
function warmUp(row: Row, runner: Runner): void {
  let spent = 0;
  for (let seed = 1000; spent < WARM_UP_NANOSECONDS; seed++) {
    const { nanoseconds } = sample(row, runner, seed);
    spent += nanoseconds;
    const fitting = Math.round((SAMPLE_NANOSECONDS / nanoseconds) * runner.calls);
    // A sample that ends within the clock's resolution says nothing of the speed: it only allows for twice as many.
    runner.calls = Math.max(1, Math.min(row.pool, fitting, 2 * runner.calls));
  }
}

/** One loop over fresh arguments; all subjects get the same ones in a round. */
function sample(row: Row, runner: Runner, seed: number): Run {
  const indices = indicesOf(row, runner.calls, seed);
  const calls: readonly Args[] = indices.map((index) => row.args(index));
  const columns = columnsOf(calls);
  collectYoung();
  const run = runner.loop(runner.call, columns, runner.calls);
  if (runner.check !== "wrong" && run.sum !== sumOf(row, indices))
    throw new Error(`${runner.subject.name} gave a wrong result in the row ${row.key}`);
  return run;
}

const SUMS = new WeakMap<Row, Map<number, number>>();

/** The sum of what the function itself gives. */
function sumOf(row: Row, indices: readonly number[]): number {
  const known = SUMS.get(row) ?? new Map<number, number>();
  SUMS.set(row, known);
  const plain = asCall(row.fn);
  let sum = 0;
  for (const index of indices) {
    let part = known.get(index);
    if (part === undefined) {
      const result = plain(...row.args(index));
      part = Number(row.read === "" ? result : Reflect.get(Object(result), row.read.slice(1)));
      known.set(index, part);
    }
    sum += part;
  }
  return sum;
}
