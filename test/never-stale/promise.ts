// The promise "never stale" as a test over random stories, which must also be worth telling: much is kept, and much changes.

import { expect, it } from "vitest";
import type { Count } from "../../src/units.ts";
import { realLibrary } from "./library.ts";
import { toldStories } from "./property.ts";
import type { Place } from "./random-story.ts";

/** Where the programs stand, the seed of the dice, and how many are told. */
export interface Stories {
  readonly place: Place;
  readonly seed: number;
  readonly count: Count;
}

/** The test that no random program gives a stale result. */
export function noneIsStale({ place, seed, count }: Stories): void {
  it(`of ${count} random programs in ${place}, edited and called (seed ${seed}), none gives a stale result`, async () => {
    const totals = await toldStories({ library: realLibrary(), place, seed, count });
    expect(totals.hits / (totals.hits + totals.misses), "share of hits").toBeGreaterThan(0.15);
    expect(totals.felt / totals.edits, "share of edits that change a result").toBeGreaterThan(0.15);
  }, 600_000);
}
