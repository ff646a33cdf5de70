// Storing and hits on disk, of cache() and of Python's caches: npx tsx bench/cache/disk.ts [--json]

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, quantile } from "../statistics.ts";
import { DISK_CASES, type DiskCase } from "./disk-cases.ts";
import type { DiskReport } from "./disk-report.ts";
import type { Goal } from "./goals.ts";
import { ended } from "./processes.ts";
import { goalText, tableText, timeText } from "./table.ts";

/** Debian's, whose packages python3-diskcache and python3-joblib it sees. */
const PYTHON = "/usr/bin/python3";
const OURS = "define-once";
/** What stands around a function, as `cache` does; and the least that a store can take, a number looked up in it. */
const DECORATORS = ["diskcache, memoize", "joblib"];
const BY_HAND = "diskcache, by hand";
const LIBRARIES = [...DECORATORS, BY_HAND];
/** A hit of a small value: at most so many nanoseconds. */
const NANOSECONDS_A_HIT = 20_000;

/** What two processes found, the first of which stored what the second read. */
interface Round {
  readonly put: DiskReport;
  readonly hit: DiskReport;
}

/** Medians in nanoseconds, of all rounds. */
interface DiskFigure {
  readonly name: string;
  readonly put: number;
  /** Storing all and being done with it, for each key. */
  readonly total: number;
  readonly hit: number;
  /** Of the first tenth of a process's hits. */
  readonly first: number;
  /** Of the last quarter of a process's hits, when the engine has compiled what they run. */
  readonly warm: number;
  /** The distance of a hit's quartiles, as a share of the median. */
  readonly spread: number;
  /** Reads that ran the function instead. */
  readonly missed: number;
}

const isJson = process.argv.includes("--json");
const all: {
  readonly name: string;
  readonly figures: readonly DiskFigure[];
  readonly absent: readonly string[];
}[] = [];
for (const [name, each] of Object.entries(DISK_CASES)) {
  const rounds = new Map<string, Round[]>([OURS, ...LIBRARIES].map((library) => [library, []]));
  for (let round = 0; round < each.rounds; round++) {
    for (const [library, found] of rounds)
      found.push(await inFolder((folder) => roundOf(library, name, each, folder)));
  }
  const found = [...rounds].map(([library, those]) => figureOf(library, those));
  const figures = found.filter((figure) => typeof figure !== "string");
  const absent = found.filter((figure) => typeof figure === "string");
  all.push({ name, figures, absent });
  if (!isJson) console.log(`${textOf(each, figures, absent)}\n`);
}
const goals = all.flatMap(({ name, figures }) => goalsOf(name, figures));
console.log(
  isJson ? JSON.stringify({ node: process.versions.node, cases: all, goals }, null, 2) : goalText(goals),
);

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-disk-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function roundOf(library: string, name: string, { keys }: DiskCase, folder: string): Promise<Round> {
  if (library !== OURS) {
    const run = (): DiskReport => python([library, name, String(keys), folder]);
    return { put: run(), hit: run() };
  }
  const run = async (): Promise<DiskReport> => {
    const file = join(folder, "report.json");
    await ended("disk-process.ts", [name, file], { DEFINE_ONCE_DIR: join(folder, "store") });
    // disk-process.ts writes what disk-report.ts describes.
    return JSON.parse(readFileSync(file, "utf8")) as DiskReport;
  };
  return { put: await run(), hit: await run() };
}

function python(args: readonly string[]): DiskReport {
  const script = fileURLToPath(new URL("disk.py", import.meta.url));
  const { status, stdout, stderr, error } = spawnSync(PYTHON, [script, ...args], { encoding: "utf8" });
  if (status === 0) return JSON.parse(stdout) as DiskReport;
  return { unavailable: `${PYTHON}: ${error?.message ?? stderr.trim().split("\n").at(-1)}` };
}

/** Medians of all rounds; or why there are none. */
function figureOf(name: string, rounds: readonly Round[]): DiskFigure | string {
  const puts: number[] = [];
  const totals: number[] = [];
  const hits: number[] = [];
  const first: number[] = [];
  const warm: number[] = [];
  let missed = 0;
  for (const { put, hit } of rounds) {
    for (const each of [put, hit])
      if ("unavailable" in each) return `${name}: not available: ${each.unavailable}`;
    if ("unavailable" in put || "unavailable" in hit) continue;
    puts.push(...put.nanoseconds.map((each) => each - put.plain));
    totals.push(put.total / put.nanoseconds.length - put.plain);
    hits.push(...hit.nanoseconds);
    first.push(...hit.nanoseconds.slice(0, Math.ceil(0.1 * hit.nanoseconds.length)));
    warm.push(...hit.nanoseconds.slice(Math.floor(0.75 * hit.nanoseconds.length)));
    missed += hit.runs;
  }
  const middle = median(hits);
  const spread = (quantile(hits, 0.75) - quantile(hits, 0.25)) / middle;
  return {
    name,
    put: median(puts),
    total: median(totals),
    hit: middle,
    first: median(first),
    warm: median(warm),
    spread,
    missed,
  };
}

function textOf(
  { title, keys, rounds }: DiskCase,
  figures: readonly DiskFigure[],
  absent: readonly string[],
): string {
  const lines = [...figures]
    .sort((a, b) => a.hit - b.hit)
    .map(({ name, hit, first, warm, spread, put, total, missed }) => [
      `  ${name}`,
      timeText(hit),
      timeText(first),
      timeText(warm),
      `${(spread * 100).toFixed(0)} %`,
      timeText(put),
      timeText(total),
      missed === 0 ? "right" : `WRONG: ${missed} reads computed`,
    ]);
  const table = tableText(
    ["", "a hit", "at first", "once warm", "noise", "a put", "until done", "here"],
    lines,
  );
  return [`${title}: ${keys} keys, ${rounds} rounds`, table, ...absent.map((each) => `  ${each}`)].join("\n");
}

function goalsOf(name: string, figures: readonly DiskFigure[]): readonly Goal[] {
  const title = DISK_CASES[name]?.title ?? name;
  const own = figures.find((figure) => figure.name === OURS);
  const peers = figures.filter((figure) => DECORATORS.includes(figure.name));
  if (own === undefined)
    return [{ title: `${title}: stored on disk`, isMet: false, figure: "not available" }];
  const fastest = Math.min(...peers.map(({ hit }) => hit));
  const goals: Goal[] = [
    { title: `${title}: hits only`, isMet: own.missed === 0, figure: `${own.missed} reads computed` },
  ];
  if (peers.length > 0) {
    const least = figures.find((figure) => figure.name === BY_HAND)?.hit ?? Number.NaN;
    const figure = `${(own.hit / fastest).toFixed(2)} times the fastest; ${(own.hit / least).toFixed(2)} times ${BY_HAND}`;
    goals.push({ title: `${title}: a hit is faster than Python's caches`, isMet: own.hit < fastest, figure });
  }
  if (name === "small") {
    const most = timeText(NANOSECONDS_A_HIT);
    goals.push({
      title: `${title}: a hit below ${most}`,
      isMet: own.hit < NANOSECONDS_A_HIT,
      figure: timeText(own.hit),
    });
  }
  return goals;
}
