// The goals of cache(), judged on what was just measured.

import { GETTERS } from "./dependency-rows.ts";
import { MAP } from "./map.ts";
import { nanosecondsOf, type RowReport, type SubjectReport } from "./report.ts";

/** A goal with its verdict; `figure` says how near it is, in words. */
export interface Goal {
  readonly title: string;
  readonly isMet: boolean;
  readonly figure: string;
}

/** One primitive: at most so many times a bare Map. */
const TIMES_THE_MAP = 2;
/** Five dependencies: at most so many nanoseconds more. */
const NANOSECONDS_MORE = 100;

/** All goals that the rows say something about. */
export function goalsOf(rows: readonly RowReport[]): readonly Goal[] {
  return rows.flatMap((row) => {
    switch (row.kind) {
      case "keys":
        return [noneConfused(row), row.shape === "one" ? nearTheMap(row) : fasterThanPeers(row)].flat();
      case "results":
        return promisesKept(row);
      case "dependencies":
        return cheapChecks(row);
      default:
        return row.kind satisfies never;
    }
  });
}

const oursIn = ({ subjects }: RowReport): SubjectReport | undefined => subjects.find(({ isOurs }) => isOurs);
const times = (value: number): string => `${value.toFixed(2)} times`;

function nearTheMap(row: RowReport): readonly Goal[] {
  const map = nanosecondsOf(row.subjects.find(({ name }) => name === MAP));
  const own = nanosecondsOf(oursIn(row));
  if (map === undefined || own === undefined) return [];
  const title = `${row.title}: at most ${TIMES_THE_MAP} times a bare Map`;
  return [{ title, isMet: own / map <= TIMES_THE_MAP, figure: times(own / map) }];
}

/** Faster than every peer that confuses no pair or is keyed by text; and, as a goal apart, than those that compare deeply. */
function fasterThanPeers(row: RowReport): readonly Goal[] {
  const isExpected = ({ keying, confusion }: SubjectReport): boolean =>
    keying === "text" || confusion?.confused.length === 0;
  const peers = row.subjects.filter(({ isOurs, name }) => !isOurs && name !== MAP);
  return [
    fasterThan(
      row,
      "faster than every peer that is right, and than those keyed by text",
      peers.filter(isExpected),
    ),
    fasterThan(
      row,
      "faster than those that compare all entries",
      peers.filter((peer) => !isExpected(peer)),
    ),
  ].flat();
}

/** Only peers count whose answers on the row's own inputs are right. */
function fasterThan(row: RowReport, goal: string, peers: readonly SubjectReport[]): readonly Goal[] {
  const own = nanosecondsOf(oursIn(row));
  const right = peers.flatMap(({ figure, name }) =>
    figure.kind === "timed" && figure.check === "right" ? [{ name, median: figure.times.median }] : [],
  );
  if (own === undefined || right.length === 0) return [];
  const best = right.reduce((fastest, each) => (each.median < fastest.median ? each : fastest));
  const figure = `${times(own / best.median)} the best, ${best.name}`;
  return [{ title: `${row.title}: ${goal}`, isMet: own < best.median, figure }];
}

function noneConfused(row: RowReport): readonly Goal[] {
  const confusion = oursIn(row)?.confusion;
  if (confusion === undefined) return [];
  const { confused, missed, threw, different, equal } = confusion;
  const wrong = [...confused, ...missed, ...threw];
  const title = `${row.title}: right on all ${different + equal} pairs`;
  return [{ title, isMet: wrong.length === 0, figure: wrong.length === 0 ? "all" : wrong.join("; ") }];
}

function promisesKept(row: RowReport): readonly Goal[] {
  return row.subjects
    .filter(({ isOurs }) => isOurs)
    .map(({ name, figure, handing = "" }) => ({
      title: `${row.title}: ${name} does what it says`,
      isMet: figure.kind === "timed" && !handing.startsWith("WRONG"),
      figure: figure.kind === "timed" ? handing : `not available: ${figure.why}`,
    }));
}

function cheapChecks(row: RowReport): readonly Goal[] {
  const without = nanosecondsOf(oursIn(row));
  const five = nanosecondsOf(row.subjects.find(({ name }) => name === GETTERS));
  if (without === undefined || five === undefined) return [];
  const more = five - without;
  const title = `${row.title}: at most ${NANOSECONDS_MORE} ns more where getters serve`;
  return [{ title, isMet: more <= NANOSECONDS_MORE, figure: `${more.toFixed(1)} ns more` }];
}
