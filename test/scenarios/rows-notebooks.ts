// What belongs to cells: modules that a cell loads, and TypeScript's enums.

import { changed, first, HOSTS, inHosts, kept, only, type Row, row } from "./row.ts";

const TYPESCRIPT = only(["deno", "tslab"], "an enum is TypeScript, which only these take");

const FILES = {
  "scale-1.mjs": "export default (x) => x * 2;\nexport const scale = (x) => x + 2;",
  "scale-2.mjs": "export default (x) => x * 3;\nexport const scale = (x) => x + 3;",
};

/** A row of a cell that loads the module anew. */
function loading(title: string, expression: string, call: string): Row {
  const score = `const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return ${call}; }));`;
  const load = (file: string): string => `const tools = ${expression.replace("FILE", file)};`;
  return row(title, "score(10)", [
    { ...first(load("scale-1.mjs"), score), files: FILES },
    kept(load("scale-1.mjs")),
    changed(load("scale-2.mjs"), /score -> tools/),
    kept(load("scale-1.mjs")),
  ]);
}

export const NOTEBOOK_ROWS: readonly Row[] = [
  loading(
    "a default export that a cell loads anew recomputes when it was edited",
    'load("FILE").default',
    "tools(x)",
  ),
  loading("an export that a cell loads anew recomputes when it was edited", 'load("FILE").scale', "tools(x)"),
  loading(
    "a namespace that a cell loads anew recomputes when it was edited",
    'load("FILE")',
    "tools.scale(x)",
  ),
  row(
    "editing an enum recomputes",
    "score(10)",
    [
      first(
        "enum Level { High = 1 }",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * Level.High; }));",
      ),
      changed("enum Level { High = 2 }", /score -> Level\.High changed from 1 to 2/),
    ],
    { exceptions: TYPESCRIPT },
  ),
  row(
    "editing a const enum, which the compiler writes into the code, recomputes once its reader runs again",
    "score(10)",
    [
      first(
        "const enum Level { High = 1 }\nconst score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * Level.High; }));",
      ),
      kept("const enum Level { High = 2 }"),
      changed(
        "const enum Level { High = 2 }\nconst score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * Level.High; }));",
        /changed at \d+:\d+: `?1.* became `?2/,
      ),
    ],
    { exceptions: TYPESCRIPT },
  ),
  row(
    "types that change recompute nothing",
    "score(10)",
    [
      first(
        "const by = (x‹: number›) => x * 2;",
        "const score = defineOnce(cache(function score(x‹: number›) { globalThis.runs.f++; return by(x); }));",
      ),
      kept("const by = (x‹: any›)‹: number› => x * 2;"),
    ],
    {
      exceptions: inHosts(
        HOSTS.filter((host) => host !== "deno" && host !== "tslab"),
        { why: "there are no types in JavaScript" },
      ),
    },
  ),
];
