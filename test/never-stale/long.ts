// The longer run of the property: `npx tsx test/never-stale/long.ts 200000 [seed] [scripts | closures]`. It tells nine
// stories in scripts for each one in closures, says how far it is, and ends with the first stale result, shrunk, or the sums.

import { realLibrary } from "./library.ts";
import { type Totals, toldStories } from "./property.ts";
import type { Place } from "./random-story.ts";

/** Stories between two lines of progress. */
const CHAPTER = 2000;

const [, , countText = "200000", seedText = `${Date.now() % 1_000_000}`, onlyPlace] = process.argv;
const [total, seed] = [countText, seedText].map(Number);
if (total === undefined || seed === undefined || !Number.isInteger(total) || !Number.isInteger(seed)) {
  throw new TypeError("usage: npx tsx test/never-stale/long.ts COUNT [SEED] [scripts | closures]");
}

const library = realLibrary();
const started = performance.now();
const sums = { stories: 0, calls: 0, edits: 0, felt: 0, hits: 0, misses: 0 };

function add(totals: Totals): void {
  for (const key of ["stories", "calls", "edits", "felt", "hits", "misses"] as const)
    sums[key] += totals[key];
}

function progress(): string {
  const { stories, edits, calls, felt, hits, misses } = sums;
  const rate = Math.round((stories / (performance.now() - started)) * 1000);
  const share = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(whole, 1))} %`;
  return [
    `${stories} of ${total} stories, ${rate} a second`,
    `${edits} edits (${share(felt, edits)} changed a result)`,
    `${calls} calls (${share(hits, hits + misses)} of those of cached functions were hits)`,
  ].join("; ");
}

console.log(`seed ${seed}`);
try {
  for (let from = 0; from < total; from += CHAPTER) {
    const isClosures = onlyPlace === undefined ? (from / CHAPTER) % 10 === 9 : onlyPlace === "closures";
    const place: Place = isClosures ? "closures" : "scripts";
    add(await toldStories({ library, place, seed, from, count: Math.min(CHAPTER, total - from) }));
    console.log(progress());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
