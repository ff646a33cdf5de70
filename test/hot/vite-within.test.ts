// What a module under Vite reaches without a name: what it imports while it runs, and what `import.meta.hot.data` hands from
// one evaluation to the next.

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { agreed, answers, callable } from "./answers.ts";
import { HELPER_MINUS, NAMED, PROJECT } from "./issue-project.ts";
import { library } from "./library.ts";
import { mod } from "./row.ts";
import { playing, WAYS } from "./vite-project.ts";

let place: Workspace;
beforeAll(async () => {
  place = workspace();
  await library(place);
});
afterAll(() => place.remove());

it.each(WAYS)("what a dynamic import gives is never stale (%s)", (way) => {
  const main = `import { cache, defineOnce } from "define-once";
export const twin = async (x: number) => (await import("./helper.ts")).normalise(x) * 2;
export const score = defineOnce(cache(async function score(x: number) {
  return (await import("./helper.ts")).normalise(x) * 2;
}));`;
  const files = { ...PROJECT, "mod.ts": main };
  return playing({ place, folder: `import-${way}`, way, files }, async ({ load, edit }) => {
    const first = await load("mod.ts");
    expect(await callable(first.score)(10)).toBe(22);
    // The helper is evaluated when it is asked for, and mod.ts before or not at all.
    await edit({ "helper.ts": HELPER_MINUS }, []);
    await expect.poll(async () => callable((await load("mod.ts")).twin)(10)).toBe(18);
    const now = await load("mod.ts");
    expect(await callable(now.score)(10)).toBe(18);
    expect(await callable(first.score)(10)).toBe(await callable(now.twin)(10));
  });
});

it("what modules hand on in import.meta.hot.data counts", () => {
  const weight = (value: number): string => `import.meta.hot.data.weight = ${value};
export const setWeight = (value: number) => { import.meta.hot.data.weight = value; };`;
  const main = mod(NAMED, "normalise(x) * import.meta.hot.data.weight");
  const files = { ...PROJECT, "mod.ts": `${main}\n${weight(1)}` };
  return playing({ place, folder: "data", way: "accept", files }, async ({ load, edit }) => {
    const first = await load("mod.ts");
    expect(agreed(first)).toEqual([2, 3, 11]);
    callable(first.setWeight)(3);
    expect(agreed(first)).toEqual([6, 9, 33]);
    const now = await edit({ "mod.ts": `${main}\n${weight(5)}` });
    expect(agreed(now)).toEqual([10, 15, 55]);
    expect(answers(first.score)).toEqual([10, 15, 55]);
  });
});
