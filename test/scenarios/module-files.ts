// Rows of module files as a program: it writes the files of each step over those before, evaluates what changed anew, and
// calls. A copy of all files without the library stands beside them, as the oracle.

import { dirname, join } from "node:path";
import { statements, withoutLibrary } from "./dialect.ts";
import type { Host, Row } from "./row.ts";

/** Text by path. */
type Files = Readonly<Record<string, string>>;

/** The text of the program; `m` in the row's expressions is the newest evaluation of `main.mjs`. */
export function moduleProgram(row: Row, index: number, host: Host, folder: string): string {
  const { probe, end } = statements(row, index, same, (text) => text.replace(/\bm\./g, "plain."));
  const isCommonJS = host === "cjs";
  const body = row.steps.flatMap(({ cells, files }, step) => [
    ...(files === undefined ? [] : [evaluation(row, step, isCommonJS)]),
    ...cells.flatMap((text) => [text, text.replace(/\bm\./g, "plain.")]),
    probe,
  ]);
  const text = [
    isCommonJS ? COMMONJS : MODULE,
    `const folder = ${JSON.stringify(folder)};`,
    ...body,
    end,
  ].join("\n");
  return isCommonJS ? `module.exports = (async () => {\n${text}\n})();` : text;
}

/** Writes the files of a step, each for itself and as the oracle, and evaluates the main module. */
function evaluation({ steps }: Row, step: number, isCommonJS: boolean): string {
  const soFar = steps.slice(0, step + 1).map(({ files = {} }) => files);
  const now: Files = Object.assign({}, ...soFar);
  const versionOf = (file: string): number => soFar.findLastIndex((files) => Object.hasOwn(files, file));
  const texts = Object.entries(now).map(([file, text]): [string, string] => {
    const isMain = file === "main.mjs";
    if (!isMain && !file.endsWith(".mjs")) return [file, text];
    return isCommonJS
      ? [file.replace(/\.mjs$/, ".cjs"), commonJS(text)]
      : [file, versioned(text, file, versionOf)];
  });
  const copies = texts.flatMap(([file, text]) => [
    [`real/${file}`, text],
    [`plain/${file}`, withoutLibrary(text)],
  ]);
  const changed = isCommonJS ? Object.keys(steps[step]?.files ?? {}) : [];
  const gone = changed.map((file) => file.replace(/\.mjs$/, ".cjs"));
  return `[m, plain] = await evaluate(folder, ${JSON.stringify(Object.fromEntries(copies))}, ${step}, ${JSON.stringify(gone)});`;
}

/** Imports of the row's own files get a version, so that what changed is evaluated anew. */
function versioned(text: string, importer: string, versionOf: (file: string) => number): string {
  return text.replace(
    /(from|import) "\.\/([\w/-]+\.(?:mjs|json))"/g,
    (_import, word: string, file: string) => {
      return `${word} "./${file}?v=${versionOf(join(dirname(importer), file))}"`;
    },
  );
}

function commonJS(text: string): string {
  return text
    .replace(/^import (\w+) from "(.*\.json)".*;$/gm, `const $1 = require("$2");`)
    .replace(/^import \* as (\w+) from (".*");$/gm, "const $1 = require($2);")
    .replace(/^import \{(.*)\} from (".*");$/gm, (_line, names: string, file: string) => {
      return `const {${names.replaceAll(" as ", ": ")}} = require(${file});`;
    })
    .replace(/^import (\w+) from (".*");$/gm, "const $1 = require($2).default;")
    .replace(/^export \{ (\w+) \} from (".*");$/gm, "exports.$1 = require($2).$1;")
    .replace(/^export default /gm, "exports.default = ")
    .replace(/^export const (\w+) =/gm, "const $1 = exports.$1 =")
    .replace(/\.mjs"/g, '.cjs"');
}

function same(text: string): string {
  return text;
}

const EVALUATE = `
let m, plain;
const evaluate = async (folder, files, version, gone) => {
  await globalThis.turn();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return Promise.all(["real", "plain"].map((side) => load(join(folder, side), version, gone)));
};`;

const MODULE = `
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
const load = (folder, version) => import(pathToFileURL(join(folder, "main.mjs")).href + "?v=" + version);
${EVALUATE}`;

const COMMONJS = `
const { mkdirSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const load = (folder, version, gone) => {
  for (const file of ["main.cjs", ...gone]) delete require.cache[join(folder, file)];
  return require(join(folder, "main.cjs"));
};
${EVALUATE}`;
