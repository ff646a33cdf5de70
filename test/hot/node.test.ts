// Modules that plain Node evaluates again in one process: ECMAScript modules under another query, CommonJS modules that were
// dropped from the cache of `require`. What was kept runs the newest evaluation's closure, so that its setter counts.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { environment } from "../../kernels/child.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";

const BODY = `
let factor = 1;
const setFactor = (value) => { factor = value; };
const twin = (x) => normalise(x) * factor;
const score = defineOnce(cache(function score(x) { globalThis.runs++; return normalise(x) * factor; }));`;

const MODULE = `import { cache, defineOnce } from "define-once";
import { normalise } from "./helper.mjs";
${BODY}
export { score, setFactor, twin };`;

const COMMON = `const { cache, defineOnce } = require("define-once");
const { normalise } = require("./helper.cjs");
${BODY}
module.exports = { score, setFactor, twin };`;

/** What happens, told in terms of `load(n)`, which evaluates the module for the n-th time, and `edit(text)` of its helper. */
const STORY = `
  const seen = [];
  /** What the newest function, the oldest function and the newest twin answer, and how often bodies ran so far. */
  const look = (what, now) =>
    seen.push([what, now.score(10), first.score(10), now.twin(10), now.score === first.score, globalThis.runs]);
  globalThis.runs = 0;
  const first = await load(1);
  look("first", first);
  const second = await load(2);
  look("evaluated again", second);
  second.setFactor(3);
  look("changed through its own setter", second);
  first.setFactor(7);
  look("the setter of an evaluation that is over", second);
  second.setFactor(1);
  look("set back", second);
  await edit("(x) => x + 100");
  const third = await load(3);
  look("another helper", third);
  second.setFactor(9);
  look("the setter of the one before", third);
  third.setFactor(3);
  look("its own", third);
  await edit("(x) => (x + 0)");
  const fourth = await load(4);
  look("the first helper", fourth);
  console.log(JSON.stringify(seen));`;

/** What, the newest function's answer, the oldest one's, the twin's, whether both are one function, runs so far. */
const EXPECTED = [
  ["first", 10, 10, 10, true, 1],
  ["evaluated again", 10, 10, 10, true, 1],
  ["changed through its own setter", 30, 30, 30, true, 2],
  ["the setter of an evaluation that is over", 30, 30, 30, true, 2],
  ["set back", 10, 10, 10, true, 2],
  ["another helper", 110, 110, 110, true, 3],
  ["the setter of the one before", 110, 110, 110, true, 3],
  ["its own", 330, 330, 330, true, 4],
  ["the first helper", 10, 10, 10, true, 4],
];

// A module's helper keeps its address, so that only its own query makes Node evaluate it again: the edit writes it into MODULE.
const MODULE_STORY = `import { readFileSync, writeFileSync } from "node:fs";
import { configure } from "define-once";
configure({ notices: false });
const load = (n) => import("./module.mjs?v=" + n);
let edits = 0;
const edit = async (text) => {
  writeFileSync(new URL("helper.mjs", import.meta.url), "export const normalise = " + text + ";");
  const module = new URL("module.mjs", import.meta.url);
  const main = readFileSync(module, "utf8").replace(/helper.mjs[^"]*/, "helper.mjs?edit=" + ++edits);
  writeFileSync(module, main);
};
${STORY}`;

const COMMON_STORY = `const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
void (async () => {
  const { configure } = require("define-once");
  configure({ notices: false });
  const files = ["helper.cjs", "module.cjs"].map((file) => join(__dirname, file));
  const load = async () => {
    for (const file of files) delete require.cache[file];
    return require(files[1]);
  };
  const edit = async (text) => writeFileSync(files[0], "exports.normalise = " + text + ";");
  ${STORY}
})();`;

let place: Workspace;
beforeAll(() => {
  place = workspace({
    files: {
      "module.mjs": MODULE,
      "helper.mjs": "export const normalise = (x) => x + 0;",
      "story.mjs": MODULE_STORY,
      "module.cjs": COMMON,
      "helper.cjs": "exports.normalise = (x) => x + 0;",
      "story.cjs": COMMON_STORY,
    },
  });
});
afterAll(() => place.remove());

it.each([
  ["an ECMAScript module that is imported under another query", "story.mjs"],
  ["a CommonJS module that is required again", "story.cjs"],
])("%s runs its newest closure", async (_, story) => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(place.path, story)], {
    cwd: place.path,
    env: environment(),
    timeout: 30_000,
  });
  expect(JSON.parse(stdout)).toEqual(EXPECTED);
});
