// Modules: what is imported, in every form of import, from files and packages, and modules that are evaluated anew as a
// hot-reloading server does. In Deno a module's variables and imports cannot be read.

import {
  changed,
  type Exception,
  edited,
  editedInVain,
  firstFiles,
  modules,
  type Outcome,
  type Row,
} from "./row.ts";

const HEAD = 'import { cache, defineOnce } from "define-once";\n';

/** A main module whose function reads an import. */
function main(imports: string, expression: string): string {
  return `${imports}\n${HEAD}export const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return ${expression}; }));`;
}

/** In Deno either answer is honest: that of an import which holds by identity, or that of a name nobody can read. */
function inDeno(count: number): { readonly deno: Exception } {
  const outcomes = Array.from({ length: count }, (): Outcome => "fresh");
  return { deno: { why: "what a module imports and declares cannot be read in Deno", outcomes } };
}

const SCALE = "export const scale = (x) => x * 2;";
const SCALE_MORE = "export const scale = (x) => x * 3;";

/** A row in which `scale.mjs` is edited, and touched. */
function importing(title: string, imports: string, expression: string, file: (text: string) => string): Row {
  return modules(
    title,
    "m.f(10)",
    [
      firstFiles({ "main.mjs": main(imports, expression), "scale.mjs": file(SCALE) }),
      editedInVain({ "scale.mjs": file(SCALE) }),
      edited({ "scale.mjs": file(SCALE_MORE) }, /f -> .* changed at/),
      editedInVain({ "scale.mjs": file(SCALE) }),
    ],
    { exceptions: inDeno(4) },
  );
}

export const MODULE_ROWS: readonly Row[] = [
  importing(
    "editing what is imported by name recomputes",
    'import { scale } from "./scale.mjs";',
    "scale(x)",
    (text) => text,
  ),
  importing(
    "editing what is imported under another name recomputes",
    'import { scale as by } from "./scale.mjs";',
    "by(x)",
    (text) => text,
  ),
  importing("editing a default export recomputes", 'import scale from "./scale.mjs";', "scale(x)", (text) =>
    text.replace("const scale =", "default"),
  ),
  importing(
    "editing what is reached through a namespace recomputes",
    'import * as tools from "./scale.mjs";',
    "tools.scale(x)",
    (text) => text,
  ),
  modules(
    "editing what another module exports again recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": main('import { scale } from "./index.mjs";', "scale(x)"),
        "index.mjs": 'export { scale } from "./scale.mjs";',
        "scale.mjs": SCALE,
      }),
      edited(
        { "scale.mjs": SCALE_MORE, "index.mjs": 'export { scale } from "./scale.mjs";' },
        /f -> scale changed at/,
      ),
      editedInVain({ "scale.mjs": SCALE, "index.mjs": 'export { scale } from "./scale.mjs";' }),
    ],
    { exceptions: inDeno(3) },
  ),
  modules(
    "editing a module that the imported module imports recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": main('import { scale } from "./scale.mjs";', "scale(x)"),
        "scale.mjs": 'import { K } from "./k.mjs";\nexport const scale = (x) => x * K;',
        "k.mjs": "export const K = 2;",
      }),
      edited(
        {
          "k.mjs": "export const K = 3;",
          "scale.mjs": 'import { K } from "./k.mjs";\nexport const scale = (x) => x * K;',
        },
        /f -> scale -> K changed from 2 to 3/,
      ),
    ],
    {
      exceptions: inDeno(2),
    },
  ),
  modules(
    "a module that runs again and is then changed by its own setter recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": `let factor = 1;\nexport const setFactor = (n) => { factor = n; };\n${main("", "x * factor")}`,
      }),
      editedInVain({
        "main.mjs": `let factor = 1;\nexport const setFactor = (n) => { factor = n; };\n${main("", "x * factor")}`,
      }),
      changed("m.setFactor(3);", /f -> factor changed from 1 to 3/),
    ],
    { exceptions: inDeno(3) },
  ),
  modules(
    "what an imported module's own setter changes recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": `${main('import { factor, setFactor } from "./factor.mjs";', "x * factor()")}\nexport const set = (n) => setFactor(n);`,
        "factor.mjs":
          "let value = 1;\nexport const factor = () => value;\nexport const setFactor = (n) => { value = n; };",
      }),
      changed("m.set(3);", /f -> factor -> value changed from 1 to 3/),
    ],
    { exceptions: inDeno(2) },
  ),
  modules(
    "two modules of equal text with different helpers answer each for itself",
    "m.both(10)",
    [
      firstFiles({
        "main.mjs":
          'import { f as one } from "./one.mjs";\nimport { f as two } from "./two.mjs";\nexport const both = (x) => [one(x), two(x)].join();\nexport const f = one;',
        "one.mjs": main('import { scale } from "./scale.mjs";', "scale(x)"),
        "two.mjs": main('import { scale } from "./shift.mjs";', "scale(x)"),
        "scale.mjs": SCALE,
        "shift.mjs": "export const scale = (x) => x + 2;",
      }),
      edited({
        "shift.mjs": "export const scale = (x) => x - 2;",
        "two.mjs": main('import { scale } from "./shift.mjs";', "scale(x)"),
      }),
    ],
    { explained: "m.f", exceptions: inDeno(2) },
  ),
  modules(
    "another version of a package recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": main('import { scale } from "./node_modules/scorer/index.mjs";', "scale(x)"),
        "node_modules/scorer/package.json": '{ "name": "scorer", "version": "1.0.0" }',
        "node_modules/scorer/index.mjs": 'import { K } from "./k.mjs";\nexport const scale = (x) => x * K;',
        "node_modules/scorer/k.mjs": "export const K = 2;",
      }),
      edited(
        {
          "node_modules/scorer/package.json": '{ "name": "scorer", "version": "1.0.1" }',
          "node_modules/scorer/index.mjs": 'import { K } from "./k.mjs";\nexport const scale = (x) => x * K;',
          "node_modules/scorer/k.mjs": "export const K = 3;",
        },
        /scale.*1\.0\.0.*1\.0\.1/,
      ),
    ],
    { exceptions: inDeno(2) },
  ),
  modules(
    "a JSON module that changed recomputes",
    "m.f(10)",
    [
      firstFiles({
        "main.mjs": main('import data from "./data.json" with { type: "json" };', "x * data.k"),
        "data.json": '{ "k": 2 }',
      }),
      edited({ "data.json": '{ "k": 3 }' }, /f -> data\.k changed from 2 to 3/),
      editedInVain({ "data.json": '{ "k": 2, "other": 1 }' }),
    ],
    { exceptions: inDeno(3) },
  ),
];
