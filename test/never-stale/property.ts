// The property: however many random stories are told, the library never gives what the program without it would not give.
// The first story that contradicts is shrunk and thrown as a report.

import type { Count } from "../../src/units.ts";
import { chosen } from "./dice.ts";
import { HOSTS } from "./hosts.ts";
import type { Library } from "./library.ts";
import { type Place, randomStory } from "./random-story.ts";
import { smallest } from "./smaller.ts";
import type { Story } from "./story.ts";
import { type Telling, telling } from "./telling.ts";

/** Sums over all stories told. */
export interface Totals {
  readonly stories: Count;
  readonly calls: Count;
  readonly edits: Count;
  readonly felt: Count;
  readonly hits: Count;
  readonly misses: Count;
}

export interface Run {
  readonly library: Library;
  readonly place: Place;
  readonly seed: number;
  readonly count: Count;
  /** Which stories to tell; all by default. */
  readonly only?: (story: Story) => boolean;
  /** The first story's number; 0 by default. */
  readonly from?: number;
  readonly onStory?: (totals: Totals) => void;
}

/** How often shrinking may tell a story. */
const TRIALS: Count = 4000;

/**
 * Tells stories.
 *
 * @throws {Error} with the shrunk story, if one contradicts
 */
export async function toldStories({
  library,
  place,
  seed,
  count,
  from = 0,
  only,
  onStory,
}: Run): Promise<Totals> {
  let totals: Totals = { stories: 0, calls: 0, edits: 0, felt: 0, hits: 0, misses: 0 };
  for (let index = from; index < from + count; index++) {
    const story = randomStory(seed, index, place);
    if (only?.(story) === false) continue;
    const told = await telling(story, library);
    if (told.mismatch !== undefined)
      throw new Error(
        await report(story, told, { library, only, where: `${place}, seed ${seed}, story ${index}` }),
      );
    totals = {
      stories: totals.stories + 1,
      calls: totals.calls + told.calls,
      edits: totals.edits + told.edits,
      felt: totals.felt + told.felt,
      hits: totals.hits + told.hits,
      misses: totals.misses + told.misses,
    };
    onStory?.(totals);
  }
  return totals;
}

interface Where {
  readonly library: Library;
  readonly only: Run["only"];
  readonly where: string;
}

async function report(story: Story, told: Telling, { library, only, where }: Where): Promise<string> {
  const isStale = async (each: Story): Promise<boolean> =>
    only?.(each) !== false && (await telling(each, library)).mismatch !== undefined;
  if (!(await isStale(story))) {
    return [`stale only after the stories before it (${where}):`, ...told.lines].join("\n");
  }
  const shrunk = await smallest(story, isStale, TRIALS);
  const { lines } = await telling(shrunk, library);
  const size = `${story.steps.length} steps shrunk to ${shrunk.steps.length}`;
  const title = `stale in a ${chosen(HOSTS, shrunk.host).title} (${where}; ${size}):`;
  return [title, "", ...lines.map((line) => `  ${line}`), "", JSON.stringify(shrunk)].join("\n");
}
