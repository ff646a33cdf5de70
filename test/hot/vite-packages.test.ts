// Packages in a project under Vite: those that Node imports, which no update evaluates again, and those that Vite inlines,
// this library among them.

import { afterAll, beforeAll, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { agreed, answers, INPUTS, runs } from "./answers.ts";
import { library } from "./library.ts";
import { mod } from "./row.ts";
import { type Exports, playing, WAYS } from "./vite-project.ts";

const HELPER = "export const normalise = (x: number) => x + 1;";

let place: Workspace;
beforeAll(async () => {
  place = workspace({
    files: {
      "node_modules/scale-esm/package.json":
        '{ "name": "scale-esm", "version": "1.0.0", "type": "module", "exports": "./index.js" }',
      "node_modules/scale-esm/index.js":
        "const by = 3;\nexport const scale = (x) => x * by;\nexport default scale;",
      "node_modules/scale-cjs/package.json":
        '{ "name": "scale-cjs", "version": "1.0.0", "main": "index.js" }',
      "node_modules/scale-cjs/index.js": "const by = 5;\nexports.scale = (x) => x * by;",
    },
  });
  await library(place);
});
afterAll(() => place.remove());

/** What both functions of a module answer, and how often the body ran for that. */
function asked(exports: Exports): { readonly truth: readonly unknown[]; readonly ran: number } {
  const before = runs();
  return { truth: agreed(exports), ran: runs() - before };
}

const PACKAGES = [
  ["a package of ECMAScript modules", 'import { scale } from "scale-esm";', "scale(normalise(x))"],
  ["the default export of a package", 'import scale from "scale-esm";', "scale(normalise(x))"],
  ["a namespace of a package", 'import * as pack from "scale-esm";', "pack.scale(normalise(x))"],
  ["a package of CommonJS modules", 'import { scale } from "scale-cjs";', "scale(normalise(x))"],
  ["the default export of a CommonJS package", 'import pack from "scale-cjs";', "pack.scale(normalise(x))"],
  ["a module of Node", 'import { posix } from "node:path";', "posix.join(String(normalise(x)), 'a').length"],
] as const;

it.each(PACKAGES)(
  "a function that uses %s is cached, and follows its own helper",
  async (title, imports, expression) => {
    const main = mod(`${imports}\nimport { normalise } from "./helper.ts";`, expression);
    const files = { "mod.ts": main, "helper.ts": HELPER };
    const about = { place, folder: title.replaceAll(" ", "-"), way: "reload", files } as const;
    await playing(about, async ({ load, edit }) => {
      const first = asked(await load());
      const changed = asked(await edit({ "helper.ts": HELPER.replace("x + 1", "x + 1_000") }));
      expect(changed.truth).not.toEqual(first.truth);
      const back = asked(await edit({ "helper.ts": HELPER }));
      expect(back.truth).toEqual(first.truth);
      expect([first.ran, changed.ran, back.ran]).toEqual([INPUTS.length, INPUTS.length, 0]);
    });
  },
);

it.each(WAYS)("the library may be evaluated again itself, as where it is linked (%s)", async (way) => {
  const main = mod('import { normalise } from "./helper.ts";', "normalise(x) * 2");
  const files = { "mod.ts": main, "helper.ts": HELPER };
  const about = { place, folder: `linked-${way}`, way, files, inlined: ["define-once"] };
  await playing(about, async ({ load, edit }) => {
    const first = await load();
    expect(asked(first)).toEqual({ truth: [4, 6, 22], ran: INPUTS.length });
    const changed = await edit({ "helper.ts": HELPER.replace("x + 1", "x - 1") });
    expect(answers(first.score)).toEqual([0, 2, 18]);
    expect(asked(changed)).toEqual({ truth: [0, 2, 18], ran: 0 });
    const back = await edit({ "helper.ts": HELPER });
    expect(asked(back)).toEqual({ truth: [4, 6, 22], ran: 0 });
    expect(back.score).toBe(first.score);
  });
});
