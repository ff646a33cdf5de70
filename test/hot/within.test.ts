// Modules that a function reaches from within its body, without a name: `import()`, `require()` and `import.meta`, in plain
// Node. What they give may change, so that either it is compared, or nothing is kept.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { environment } from "../../kernels/child.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";

/** A script with a function of `x` that gives `body`, called before and after `change`. It prints answers and right answers. */
function script(kind: "mjs" | "cjs", body: string, change: string): string {
  const head =
    kind === "mjs"
      ? 'import { writeFileSync } from "node:fs";\nimport { cache, configure, defineOnce } from "define-once";'
      : 'const { writeFileSync } = require("node:fs");\nconst { cache, configure, defineOnce } = require("define-once");';
  return `${head}
const twin = async (x) => ${body};
const score = defineOnce(cache(async function score(x) { return ${body}; }));
void (async () => {
  configure({ notices: false });
  const found = [];
  const look = async () => found.push([await score(10), await score(10), await twin(10)]);
  await look();
  ${change}
  await look();
  console.log(JSON.stringify(found));
})();`;
}

const FILES = {
  "live.mjs": "export let factor = 1;\nexport const setFactor = (value) => { factor = value; };",
  "required.cjs": "exports.factor = 1;",
};

const STORIES = {
  "what a module sets that is imported within": script(
    "mjs",
    'x * (await import("./live.mjs")).factor',
    '(await import("./live.mjs")).setFactor(7);',
  ),
  "another query of what is imported within": script(
    "mjs",
    'x * (await import("./live.mjs?v=" + globalThis.version)).factor',
    'writeFileSync(new URL("live.mjs", import.meta.url), "export const factor = 5;"); globalThis.version = 2;',
  ),
  "a property of import.meta": script("mjs", "x * (import.meta.factor ?? 1)", "import.meta.factor = 7;"),
  "a CommonJS module that is required within, and evaluated again": script(
    "cjs",
    'x * require("./required.cjs").factor',
    'delete require.cache[require.resolve("./required.cjs")]; writeFileSync(require.resolve("./required.cjs"), "exports.factor = 7;");',
  ),
  "what a CommonJS module that is required within exports now": script(
    "cjs",
    'x * require("./required.cjs").factor',
    'require("./required.cjs").factor = 7;',
  ),
};

let place: Workspace;
beforeAll(() => {
  place = workspace();
});
afterAll(() => place.remove());

it.each(Object.entries(STORIES))("%s counts", async (title, text) => {
  const folder = title.replaceAll(/\W+/g, "-");
  const file = `${folder}/script.${text.startsWith("import") ? "mjs" : "cjs"}`;
  for (const [name, content] of Object.entries({ ...FILES, [file.slice(folder.length + 1)]: text })) {
    place.write(`${folder}/${name}`, content);
  }
  const { stdout } = await promisify(execFile)(process.execPath, [join(place.path, file)], {
    cwd: place.path,
    env: environment(),
    timeout: 30_000,
  });
  const [before, after] = JSON.parse(stdout);
  expect(new Set(before).size).toBe(1);
  expect({ after, isAnother: after[2] !== before[2] }).toEqual({
    after: [after[2], after[2], after[2]],
    isAnother: true,
  });
});
