// What hot updates do beside editing and loading again: modules that are not evaluated again, runs that an update overtakes,
// files that do not parse for a while, names that two modules share.

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { agreed, answers, callable, INPUTS, runs } from "./answers.ts";
import { CONSTANTS_5, HELPER, HELPER_MINUS, NAMED, PROJECT } from "./issue-project.ts";
import { explained, type Library, library } from "./library.ts";
import { mod } from "./row.ts";
import { type Exports, type Files, type Play, playing, WAYS, type Way } from "./vite-project.ts";

let place: Workspace;
let own: Library;
beforeAll(async () => {
  place = workspace();
  own = await library(place);
});
afterAll(() => place.remove());

let folders = 0;
/** A project in a folder of its own. */
function project(way: Way, files: Files, isWatched = false): Play {
  return { place, folder: `moment-${++folders}`, way, files, isWatched };
}

it.each(WAYS)("two modules of equal text with different helpers answer each for itself (%s)", (way) =>
  playing(
    project(way, {
      ...PROJECT,
      "second.ts": mod('import { normalise } from "./other.ts";', "normalise(x) * 2"),
      "other.ts": "export const normalise = (x: number) => x + 1_000;",
    }),
    async ({ load, edit }) => {
      const one = await load("mod.ts");
      const two = await load("second.ts");
      expect(agreed(one)).not.toEqual(agreed(two));
      expect(agreed(one)).not.toEqual(agreed(two));
      expect(one.score).not.toBe(two.score);
      const ran = runs();
      const edited = await edit({ "helper.ts": HELPER_MINUS });
      expect(agreed(edited)).toEqual([0, 2, 18]);
      expect(agreed(two)).toEqual([2_002, 2_004, 2_020]);
      expect(runs() - ran).toBe(INPUTS.length);
    },
  ),
);

it("a module that is not evaluated again stays right, and keeps what it has", () =>
  playing(
    project("ssrLoadModule", {
      ...PROJECT,
      "entry.ts": 'export * as mod from "./mod.ts";\nexport { other } from "./other.ts";',
      "other.ts": "export const other = 1;",
    }),
    async ({ load, save, evaluated }) => {
      const before = agreed(await load("mod.ts"));
      expect(await load("entry.ts")).toMatchObject({ other: 1 });
      const ran = runs();
      save({ "other.ts": "export const other = 2;" });
      await evaluated(["other.ts", "entry.ts"], "entry.ts");
      expect(await load("entry.ts")).toMatchObject({ other: 2 });
      expect(agreed(await load("mod.ts"))).toEqual(before);
      expect(runs()).toBe(ran);
    },
  ));

it("an edit that Vite's own watcher finds is an edit like any other", () =>
  playing(project("accept", PROJECT, true), async ({ load, edit }) => {
    const first = await load("mod.ts");
    const before = agreed(first);
    const now = await edit({ "helper.ts": HELPER_MINUS });
    expect(answers(first.score)).not.toEqual(before);
    expect(answers(first.score)).toEqual(agreed(now));
  }));

it("a helper that accepts its own update leaves the module with what it had, and the function agrees", () => {
  const accepting = (helper: string): string => `${helper}\nimport.meta.hot?.accept();`;
  return playing(
    project("accept", { ...PROJECT, "helper.ts": accepting(HELPER) }),
    async ({ load, save, evaluated }) => {
      const first = await load("mod.ts");
      const before = agreed(first);
      const ran = runs();
      save({ "helper.ts": accepting(HELPER_MINUS) });
      // Nobody asks for mod.ts meanwhile, since Vite would evaluate it again.
      await evaluated(["helper.ts"], "constants.ts");
      expect(agreed(first)).toEqual(before);
      expect(runs()).toBe(ran);
      const now = await load("mod.ts");
      expect(agreed(now)).toEqual([0, 2, 18]);
      expect(answers(first.score)).toEqual([0, 2, 18]);
      expect(runs() - ran).toBe(INPUTS.length);
    },
  );
});

it("a module that accepts its helper's update by hand runs the new helper without being evaluated again", () => {
  const main = `${mod('import { normalise as initial } from "./helper.ts";\nlet normalise = initial;', "normalise(x) * 2")}
import.meta.hot?.accept("./helper.ts", (helper) => { normalise = helper.normalise; globalThis.evaluated.push("handed over"); });`;
  // The way in which mod.ts does not accept its own updates, with a runner that takes updates.
  return playing(project("reload", { ...PROJECT, "mod.ts": main }), async ({ load, save, evaluated }) => {
    const first = await load("mod.ts");
    expect(agreed(first)).toEqual([4, 6, 22]);
    save({ "helper.ts": HELPER_MINUS });
    await evaluated(["helper.ts", "handed over"]);
    expect(await load("mod.ts")).toBe(first);
    const ran = runs();
    expect(agreed(first)).toEqual([0, 2, 18]);
    expect(runs() - ran).toBe(INPUTS.length);
    save({ "helper.ts": HELPER });
    await evaluated(["helper.ts", "handed over"]);
    expect(agreed(first)).toEqual([4, 6, 22]);
    expect(runs() - ran).toBe(INPUTS.length);
  });
});

it("a live binding that its own module changes counts without any update, and in a new evaluation", () => {
  const constants =
    "export let EPSILON = 1;\nexport const setEpsilon = (value: number) => { EPSILON = value; };";
  const files = { ...PROJECT, "constants.ts": constants };
  return playing(project("ssrLoadModule", files), async ({ load, edit }) => {
    const first = await load("mod.ts");
    expect(agreed(first)).toEqual([4, 6, 22]);
    callable((await load("constants.ts")).setEpsilon)(5);
    expect(agreed(first)).toEqual([12, 14, 30]);
    const now = await edit({ "constants.ts": `${constants}\nexport const more = 0;` });
    const ran = runs();
    expect(agreed(now)).toEqual([4, 6, 22]);
    callable((await load("constants.ts")).setEpsilon)(5);
    expect(answers(first.score)).toEqual(agreed(now));
    expect(agreed(now)).toEqual([12, 14, 30]);
    expect(runs()).toBe(ran);
  });
});

it("a helper that does not parse leaves the function as it was, until it is right again", () =>
  playing(project("ssrLoadModule", PROJECT), async ({ load, save, edit }) => {
    const first = await load("mod.ts");
    const before = agreed(first);
    const ran = runs();
    save({ "helper.ts": HELPER.replace("return", "return (") });
    await expect
      .poll(() =>
        load("mod.ts").then(
          () => "loaded",
          () => "failed",
        ),
      )
      .toBe("failed");
    expect(answers(first.score)).toEqual(before);
    const again = await edit({ "helper.ts": HELPER });
    expect(agreed(again)).toEqual(before);
    expect(again.score).toBe(first.score);
    expect(runs()).toBe(ran);
    expect(agreed(await edit({ "helper.ts": HELPER_MINUS }))).toEqual(answers(first.score));
  }));

it("a run that an update overtakes keeps nothing", () => {
  const main = `import { cache, defineOnce } from "define-once";
${NAMED}
export const twin = (x: number) => normalise(x) * 2;
export const score = defineOnce(cache(async function score(x: number) {
  globalThis.runs++;
  const before = normalise(x);
  await globalThis.gate;
  return before + normalise(x);
}));`;
  return playing(project("accept", { ...PROJECT, "mod.ts": main }), async ({ load, edit }) => {
    let open: (value?: unknown) => void = () => {};
    Reflect.set(
      globalThis,
      "gate",
      new Promise((resolve) => {
        open = resolve;
      }),
    );
    const first = await load("mod.ts");
    const overtaken = callable(first.score)(10);
    const now = await edit({ "helper.ts": HELPER_MINUS });
    open();
    // It began with the old helper; which one it ends with is the runtime's affair.
    expect([22, 20]).toContain(await overtaken);
    expect(await callable(now.score)(10)).toBe(18);
    expect(await callable(first.score)(10)).toBe(callable(now.twin)(10));
    const back = await edit({ "helper.ts": HELPER });
    expect(await callable(back.score)(10)).toBe(22);
  });
});

it("code that is taken back while its helper changed runs the helper of today", () =>
  playing(project("accept", PROJECT), async ({ load, edit }) => {
    const first = await load("mod.ts");
    expect(agreed(first)).toEqual([4, 6, 22]);
    const other = await edit({ "mod.ts": mod(NAMED, "normalise(x) * 3") });
    expect(agreed(other)).toEqual([6, 9, 33]);
    expect(agreed(await edit({ "helper.ts": HELPER_MINUS }))).toEqual([0, 3, 27]);
    const back = await edit({ "mod.ts": mod(NAMED, "normalise(x) * 2") });
    expect(agreed(back)).toEqual([0, 2, 18]);
    expect(back.score).toBe(first.score);
    const ran = runs();
    expect(agreed(await edit({ "helper.ts": HELPER }))).toEqual([4, 6, 22]);
    expect(runs()).toBe(ran);
  }));

it("closures that one text makes several times answer each for itself after an update", () => {
  const main = `import { cache, defineOnce } from "define-once";
${NAMED}
const made = [1, 2].map((weight) => ({
  plain: (x: number) => normalise(x) * weight,
  kept: defineOnce(cache(function weighted(x: number) { globalThis.runs++; return normalise(x) * weight; })),
}));
export const [one, two] = made;`;
  const asked = (exports: Exports, kind: "plain" | "kept"): readonly unknown[] =>
    [exports.one, exports.two].map((each) => answers(Reflect.get(Object(each), kind)));
  return playing(project("ssrLoadModule", { ...PROJECT, "mod.ts": main }), async ({ load, edit }) => {
    const first = await load("mod.ts");
    expect(asked(first, "kept")).toEqual(asked(first, "plain"));
    const second = await edit({ "helper.ts": HELPER_MINUS });
    expect(asked(second, "kept")).toEqual(asked(second, "plain"));
    const third = await edit({ "helper.ts": HELPER });
    const ran = runs();
    expect(asked(third, "kept")).toEqual(asked(third, "plain"));
    expect(runs()).toBe(ran);
  });
});

it("the explanation names variables, not what Vite makes of imports", () =>
  playing(project("ssrLoadModule", PROJECT), async ({ load, edit }) => {
    agreed(await load("mod.ts"));
    const now = await edit({ "constants.ts": CONSTANTS_5 });
    agreed(now);
    expect(explained(own, now.score)).toContain("score -> normalise -> EPSILON changed from 1 to 5");
    expect(explained(own, now.score)).toContain("score function in mod.ts");
  }));
