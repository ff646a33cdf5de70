// Pairs of texts from npm's functions, made by other people's tools and frozen: what a formatter, a renamer or a minifier made
// keeps its fingerprint, and a mutant that did something else when both sides ran does not.
// `bench/metamorphic/freeze.ts` writes them; bench/metamorphic tries far more.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/index.ts";

interface Pair {
  readonly by: string;
  readonly before: string;
  readonly after: string;
}

function pairsBy(name: "kept" | "changed"): readonly (readonly [by: string, pairs: readonly Pair[]])[] {
  const text = readFileSync(new URL(`./pairs/${name}.jsonl`, import.meta.url), "utf8");
  const groups = new Map<string, Pair[]>();
  for (const line of text.split("\n").filter((each) => each !== "")) {
    const pair = JSON.parse(line) as Pair;
    groups.set(pair.by, [...(groups.get(pair.by) ?? []), pair]);
  }
  return [...groups];
}

const isSame = ({ before, after }: Pair): boolean => compare(before, after).kind === "kept";

describe("a function is the same", () => {
  const groups = pairsBy("kept");

  it("in at least 500 pairs of at least 15 tools and styles", () => {
    expect(groups.flatMap(([, pairs]) => pairs).length).toBeGreaterThanOrEqual(500);
    expect(groups.length).toBeGreaterThanOrEqual(15);
  });

  it.each(groups)("as %s made it", (_by, pairs) => {
    expect(pairs.filter((pair) => !isSame(pair))).toEqual([]);
  });
});

describe("a function is another", () => {
  const groups = pairsBy("changed");

  it("in at least 500 pairs of at least 40 mutation operators", () => {
    expect(groups.flatMap(([, pairs]) => pairs).length).toBeGreaterThanOrEqual(500);
    expect(groups.length).toBeGreaterThanOrEqual(40);
  });

  it.each(groups)("after the mutation: %s", (_by, pairs) => {
    expect(pairs.filter(isSame)).toEqual([]);
  });
});
