// Whether the stories are worth telling: a right cache passes, and caches with one bad habit each are caught.

import { describe, expect, it } from "vitest";
import { NO_LIBRARY } from "./library.ts";
import { toldStories } from "./property.ts";
import { isSteady } from "./random-story.ts";
import type { Step } from "./story.ts";
import { toldLibrary } from "./told-library.ts";

const PLACES = ["scripts", "closures"] as const;
const seed = 20221123;

describe.each(PLACES)("stories in %s", (place) => {
  it("pass without a library", async () => {
    const totals = await toldStories({ library: NO_LIBRARY, place, seed, count: 500 });
    expect(totals.felt / totals.edits).toBeGreaterThan(0.15);
  });

  it("pass with a cache that drops everything at each edit, where programs do not change themselves", async () => {
    const library = toldLibrary({ forgetsAt: () => true });
    const totals = await toldStories({ library, place, seed, count: 1000, only: isSteady });
    expect(totals.hits / (totals.hits + totals.misses)).toBeGreaterThan(0.15);
  });

  it("catch that cache where programs change themselves", async () => {
    const library = toldLibrary({ forgetsAt: () => true });
    await expect(toldStories({ library, place, seed, count: 1000 })).rejects.toThrow(/^stale/);
  });

  it("catch a cache that looks at the arguments only, and shrink what caught it", async () => {
    const library = toldLibrary({ forgetsAt: () => false });
    const found = toldStories({ library, place, seed, count: 1000 });
    await expect(found).rejects.toThrow(/shrunk to [23]\)/);
  });

  it.each<Step["do"]>(["assign", "mutate", "swap", "alias", "rewrite", "turn"])(
    "catch a cache that does not notice the edit %s",
    async (unseen) => {
      const library = toldLibrary({ forgetsAt: (by) => by !== unseen });
      await expect(toldStories({ library, place, seed, count: 3000, only: isSteady })).rejects.toThrow(
        /^stale/,
      );
    },
  );

  it("catch a cache that keeps what an async call gave although an edit came in between", async () => {
    const library = toldLibrary({ forgetsAt: () => true, keepsLate: true });
    const only = ({ awaits }: { readonly awaits: number }): boolean => awaits % 2 === 1;
    await expect(toldStories({ library, place, seed, count: 5000, only })).rejects.toThrow(/^stale/);
  });
});
