// The golden pairs: every pair in golden/verdict/kept must mean the same to `compare` and to a JavaScript engine, every
// pair in golden/verdict/changed must differ to both.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare } from "../src/index.ts";
import { inputs } from "./golden/verdict/inputs.ts";
import { type Side, side } from "./golden/verdict/side.ts";
import { type GoldenCase, goldenCases, type Mode } from "./golden-case.ts";

const kept = goldenCases("kept");
const changed = goldenCases("changed");

const label = ({ file, line, title }: GoldenCase): string => `${file}:${line}: ${title}`;

describe("a golden pair that must be kept", () => {
  it.each(kept.map((pair) => [label(pair), pair] as const))("%s", async (_label, pair) => {
    expect(verdicts(pair)).toEqual(["kept", "kept"]);
    const modes: readonly Mode[] = pair.mode ? [pair.mode] : ["sloppy", "strict"];
    const outcomes = (await Promise.all(modes.map((mode) => outcomesAlike(pair, mode)))).flat();
    expect(
      outcomes.some((outcome) => /(returns|yields|resolves to) /.test(outcome)),
      "nothing ran to its end: add a call",
    ).toBe(true);
  });
});

describe("a golden pair that must be changed", () => {
  it.each(changed.map((pair) => [label(pair), pair] as const))("%s", async (_label, pair) => {
    expect(pair.calls, "one call tells the two sides apart").toHaveLength(1);
    const [call = ""] = pair.calls;
    const [before, after] = sides(pair, pair.mode ?? "sloppy");
    expect(before && after, "both sides exist in this mode").toBeTruthy();
    expect(await after?.outcome(call)).not.toBe(await before?.outcome(call));
    expect(verdicts(pair)).toEqual(["changed", "changed"]);
  });
});

describe("the golden folder", () => {
  it("holds at least 150 pairs", () => {
    expect(kept.length + changed.length).toBeGreaterThanOrEqual(150);
  });

  it("gives every pair a title of its own", () => {
    const titles = [...kept, ...changed].map((pair) => pair.title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

/** What the library says of the edit, and of undoing it. */
function verdicts({ before, after }: GoldenCase): readonly string[] {
  return [compare(before, after).kind, compare(after, before).kind];
}

/** Runs both sides of a kept pair on its calls and on random inputs, expects equal outcomes, and returns them. */
async function outcomesAlike(pair: GoldenCase, mode: Mode): Promise<readonly string[]> {
  const [before, after] = sides(pair, mode);
  expect(after === undefined, `${mode}: both sides exist, or neither`).toBe(before === undefined);
  if (!before || !after) return [];
  const outcomes: string[] = [];
  for (const call of pair.calls) {
    const outcome = await before.outcome(call);
    expect(await after.outcome(call), `${mode}: ${call}`).toBe(outcome);
    outcomes.push(outcome);
  }
  await fc.assert(
    fc.asyncProperty(inputs, async ({ self, args }) => {
      const outcome = await before.exercise(self, args);
      expect(await after.exercise(self, args), mode).toBe(outcome);
      outcomes.push(outcome);
    }),
    { seed: 20221123, numRuns: 60 },
  );
  return outcomes;
}

function sides(pair: GoldenCase, mode: Mode): readonly (Side | undefined)[] {
  return [pair.before, pair.after].map((text) => {
    try {
      return side(text, pair.setup, mode);
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  });
}
