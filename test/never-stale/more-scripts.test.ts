// The other half of the stories of `scripts.test.ts`, so that two cores can share them.

import { expect, it } from "vitest";
import { realLibrary } from "./library.ts";
import { toldStories } from "./property.ts";

const seed = 20221124;
const count = 9000;

it(`of ${count} random programs in scripts, edited and called (seed ${seed}), none gives a stale result`, async () => {
  const totals = await toldStories({ library: realLibrary(), place: "scripts", seed, count });
  expect(totals.hits / (totals.hits + totals.misses), "share of hits").toBeGreaterThan(0.15);
  expect(totals.felt / totals.edits, "share of edits that change a result").toBeGreaterThan(0.15);
}, 300_000);
