// A hot update of anything that a kept function depends on, by the real Vite: the old results are never served, the function
// object stays, whoever holds it from before runs the new code, and what did not change is not computed again.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { answers, INPUTS, runs } from "./answers.ts";
import { explained, type Library, library } from "./library.ts";
import type { Step } from "./row.ts";
import { ROWS } from "./rows.ts";
import { type Exports, playing, WAYS } from "./vite-project.ts";

let place: Workspace;
let own: Library;
beforeAll(async () => {
  place = workspace();
  own = await library(place);
});
afterAll(() => place.remove());

/** The first evaluation, and what was answered before the step. */
interface Before {
  readonly first: Exports;
  readonly answers: readonly unknown[];
}

/** Checks one evaluation; gives its answers. */
function check({ outcome, says }: Step, now: Exports, before: Before): readonly unknown[] {
  const truth = answers(now.twin);
  if (outcome === "recomputed" || outcome === "undone") expect(truth).not.toEqual(before.answers);
  else expect(truth).toEqual(before.answers);

  const ran = runs();
  // Whoever holds the function from before calls it first.
  expect({ from: "the old shell", answers: answers(before.first.score) }).toEqual({
    from: "the old shell",
    answers: truth,
  });
  expect({ from: "the new module", answers: answers(now.score) }).toEqual({
    from: "the new module",
    answers: truth,
  });
  const count = runs() - ran;
  if (outcome !== "either") {
    expect(now.score).toBe(before.first.score);
    expect({ outcome, ran: count }).toEqual({ outcome, ran: outcome === "recomputed" ? INPUTS.length : 0 });
  }
  if (says !== undefined) expect(explained(own, now.score)).toMatch(says);
  return truth;
}

/** The first rows, the issue's own, in every way; the others in one of the ways each, since that is enough to tell. */
const EVERYWHERE = 4;

describe.each(WAYS)("with Vite's %s, an edit of", (way) => {
  const rows = ROWS.filter((_, index) => index < EVERYWHERE || WAYS[index % WAYS.length] === way);
  it.each(rows)("$title", async (row) => {
    const about = { place, folder: `${way}-${ROWS.indexOf(row)}`, way, files: row.files };
    await playing(about, async ({ load, edit }) => {
      const first = await load();
      let known = check({ edited: {}, outcome: "recomputed" }, first, { first, answers: [] });
      for (const step of row.steps) {
        const now = await edit(step.edited);
        known = check(step, now, { first, answers: known });
      }
    });
  });
});
