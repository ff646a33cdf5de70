// The promise "never stale", over random stories in closures of functions, CommonJS modules and ECMAScript modules, whose
// variables only the inspector of V8 can read.

import { expect, it } from "vitest";
import { realLibrary } from "./library.ts";
import { toldStories } from "./property.ts";

const seed = 20221123;
const count = 2000;

it(`of ${count} random programs in closures, edited and called (seed ${seed}), none gives a stale result`, async () => {
  const totals = await toldStories({ library: realLibrary(), place: "closures", seed, count });
  expect(totals.hits / (totals.hits + totals.misses), "share of hits").toBeGreaterThan(0.15);
  expect(totals.felt / totals.edits, "share of edits that change a result").toBeGreaterThan(0.15);
}, 300_000);
