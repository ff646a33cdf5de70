// What is edited, never `mod.ts` itself but where its imports are the point: what it imports, in every form of import, at any
// depth.

import { CALL, CONSTANTS, CONSTANTS_5, HELPER, HELPER_MINUS, NAMED, PROJECT } from "./issue-project.ts";
import { either, kept, mod, type Row, recomputed, undone } from "./row.ts";

/** A helper in a form of its own, edited, taken back and reformatted. */
function helperRow(title: string, imports: string, expression: string, shape: (body: string) => string): Row {
  const file = (body: string): { "helper.ts": string } => ({ "helper.ts": shape(body) });
  return {
    title,
    files: { "mod.ts": mod(imports, expression), ...file("x + 1") },
    steps: [
      recomputed(file("x - 1"), /score -> .* changed at .*x \+ 1 became x - 1/),
      undone(file("x + 1")),
      kept(file("(x /* plus */ + 1)")),
      recomputed(file("x + 2")),
      undone(file("x - 1")),
    ],
  };
}

export const ROWS: readonly Row[] = [
  {
    title: "the helper's code",
    files: PROJECT,
    steps: [
      recomputed({ "helper.ts": HELPER_MINUS }, /score -> normalise.* changed at/),
      undone({ "helper.ts": HELPER }),
      recomputed({ "helper.ts": HELPER.replace("x + EPSILON", "x * EPSILON + 7") }),
      undone({ "helper.ts": HELPER_MINUS }),
    ],
  },
  {
    title: "a constant two modules away",
    files: PROJECT,
    steps: [
      recomputed({ "constants.ts": CONSTANTS_5 }, /score -> normalise.* -> EPSILON changed from 1 to 5/),
      undone({ "constants.ts": CONSTANTS }),
      kept({ "constants.ts": "export const UNUSED = 0;\nexport const EPSILON = 2 - 1;" }),
      recomputed({ "constants.ts": "export let EPSILON = 9;" }),
      undone({ "constants.ts": "export { E as EPSILON };\nconst E = 1;" }),
    ],
  },
  {
    title: "the helper's formatting, comments, types and names of locals",
    files: PROJECT,
    steps: [
      kept({ "helper.ts": `// A comment.\n${HELPER.replace("{ return", "{\n\n  return")}` }),
      kept({ "helper.ts": HELPER.replace("(x: number)", "(value: number)").replace("x + ", "value + ") }),
      kept({ "helper.ts": HELPER.replace("x: number", "x: unknown").replace("x + ", "(x as number) + ") }),
    ],
  },
  {
    title: "the helper and its constant at once",
    files: PROJECT,
    steps: [
      recomputed({ "constants.ts": CONSTANTS_5, "helper.ts": HELPER_MINUS }),
      undone({ "constants.ts": CONSTANTS, "helper.ts": HELPER }),
    ],
  },
  helperRow(
    "a default parameter",
    NAMED,
    CALL,
    (body) => `export function normalise(x: number, y = ((x: number) => ${body})(x)) { return y; }`,
  ),
  helperRow("an arrow function", NAMED, CALL, (body) => `export const normalise = (x: number) => ${body};`),
  helperRow(
    "a default export",
    'import normalise from "./helper.ts";',
    CALL,
    (body) => `export default function normalise(x: number) { return ${body}; }`,
  ),
  helperRow(
    "a nameless default export",
    'import normalise from "./helper.ts";',
    CALL,
    (body) => `export default (x: number) => ${body};`,
  ),
  helperRow(
    "what is imported under another name",
    'import { normalise as n } from "./helper.ts";',
    "n(x) * 2",
    (body) => `export const normalise = (x: number) => ${body};`,
  ),
  helperRow(
    "what is reached through a namespace",
    'import * as h from "./helper.ts";',
    "h.normalise(x) * 2",
    (body) => `export function normalise(x: number) { return ${body}; }`,
  ),
  helperRow(
    "a method of an imported object",
    'import { tools } from "./helper.ts";',
    "tools.normalise(x) * 2",
    (body) => `export const tools = { normalise(x: number) { return ${body}; } };`,
  ),
  helperRow(
    "an imported class",
    'import { Scale } from "./helper.ts";',
    "new Scale().of(x) * 2",
    (body) => `export class Scale { of(x: number) { return ${body}; } }`,
  ),
  helperRow(
    "a helper that is itself cached",
    NAMED,
    CALL,
    (body) => `import { cache, defineOnce } from "define-once";
export const normalise = defineOnce(cache(function normalise(x: number) { return ${body}; }));`,
  ),
  helperRow(
    "a helper behind a helper of its own module",
    NAMED,
    CALL,
    (body) => `const inner = (x: number) => ${body};\nexport const normalise = (x: number) => inner(x);`,
  ),
  {
    title: "a module that another one exports again, by name or with a star",
    files: {
      "mod.ts": mod('import { normalise, other } from "./index.ts";', "normalise(x) * other(x)"),
      "index.ts": 'export { normalise } from "./helper.ts";\nexport * from "./other.ts";',
      "helper.ts": HELPER,
      "constants.ts": CONSTANTS,
      "other.ts": "export const other = (x: number) => x + 3;",
    },
    steps: [
      recomputed({ "helper.ts": HELPER_MINUS }),
      undone({ "helper.ts": HELPER }),
      recomputed({ "other.ts": "export const other = (x: number) => x + 4;" }),
      undone({ "other.ts": "export const other = (x: number) => x + 3;" }),
      recomputed({
        "index.ts": 'export { other as normalise } from "./other.ts";\nexport * from "./other.ts";',
      }),
    ],
  },
  {
    title: "a namespace that another module exports",
    files: {
      "mod.ts": mod('import { h } from "./index.ts";', "h.normalise(x) * 2"),
      "index.ts": 'export * as h from "./helper.ts";',
      "helper.ts": HELPER,
      "constants.ts": CONSTANTS,
    },
    steps: [
      recomputed({ "constants.ts": CONSTANTS_5 }),
      undone({ "constants.ts": CONSTANTS }),
      recomputed({ "helper.ts": HELPER_MINUS }),
    ],
  },
  {
    title: "a constant that the function reads itself, or a property of one",
    files: {
      "mod.ts": mod('import { EPSILON, config } from "./constants.ts";', "x * EPSILON + config.weights[1]"),
      "constants.ts": "export const EPSILON = 1;\nexport const config = { weights: [1, 2, 3], title: 'a' };",
    },
    steps: [
      recomputed(
        {
          "constants.ts":
            "export const EPSILON = 5;\nexport const config = { weights: [1, 2, 3], title: 'a' };",
        },
        /score -> EPSILON.* changed from 1 to 5/,
      ),
      recomputed({
        "constants.ts":
          "export const EPSILON = 5;\nexport const config = { weights: [1, 4, 3], title: 'a' };",
      }),
      kept({
        "constants.ts":
          "export const EPSILON = 5;\nexport const config = { weights: [1, 4, 3], title: 'b' };",
      }),
      undone({
        "constants.ts":
          "export const EPSILON = 1;\nexport const config = { weights: [1, 2, 3], title: 'a' };",
      }),
    ],
  },
  {
    title: "an enum",
    files: {
      "mod.ts": mod('import { Level } from "./constants.ts";', "x * Level.High"),
      "constants.ts": "export enum Level { Low, High = 4 }",
    },
    steps: [
      recomputed({ "constants.ts": "export enum Level { Low, High = 6 }" }),
      undone({ "constants.ts": "export enum Level { Low, High = 4 }" }),
    ],
  },
  {
    title: "a JSON file",
    files: { "mod.ts": mod('import data from "./data.json";', "x * data.k"), "data.json": '{ "k": 2 }' },
    steps: [recomputed({ "data.json": '{ "k": 3 }' }), undone({ "data.json": '{ "k": 2, "unused": 1 }' })],
  },
  {
    title: "modules that import each other",
    files: {
      "mod.ts": `${mod('import { odd } from "./helper.ts";', "even(x)")}
export function even(x: number): number { return x <= 0 ? 1 : odd(x - 1) * 2; }`,
      "helper.ts":
        'import { even } from "./mod.ts";\nexport const odd = (x: number): number => x <= 0 ? 3 : even(x - 1) * 5;',
    },
    steps: [
      recomputed({
        "helper.ts":
          'import { even } from "./mod.ts";\nexport const odd = (x: number): number => x <= 0 ? 3 : even(x - 1) * 7;',
      }),
      undone({
        "helper.ts":
          'import { even } from "./mod.ts";\nexport const odd = (y: number): number => y <= 0 ? 3 : even(y - 1) * 5;',
      }),
    ],
  },
  {
    title: "imports added before the one that counts, so that their numbers shift",
    files: { ...PROJECT, "first.ts": "export const first = 1;" },
    steps: [
      kept({ "mod.ts": `import "./first.ts";\n${PROJECT["mod.ts"]}` }),
      kept({ "helper.ts": `import { first } from "./first.ts";\n${HELPER}\nexport { first };` }),
      recomputed({ "constants.ts": CONSTANTS_5 }),
      kept({ "mod.ts": PROJECT["mod.ts"] }),
      undone({ "constants.ts": CONSTANTS }),
    ],
  },
  {
    title: "imports added before a namespace of which a method is called: the number tells which namespace",
    files: {
      "mod.ts": mod('import * as h from "./helper.ts";', "h.normalise(x) * 2"),
      "helper.ts": HELPER,
      "constants.ts": CONSTANTS,
      "first.ts": "export const normalise = (x: number) => x * 100;",
    },
    steps: [
      either({
        "mod.ts": `import "./first.ts";\n${mod('import * as h from "./helper.ts";', "h.normalise(x) * 2")}`,
      }),
      recomputed({
        "mod.ts": mod('import * as h from "./first.ts";', "h.normalise(x) * 2"),
      }),
    ],
  },
  {
    title: "the module that a name comes from, in mod.ts",
    files: { ...PROJECT, "other.ts": "export const normalise = (x: number) => x * 100;" },
    steps: [
      recomputed({ "mod.ts": mod('import { normalise } from "./other.ts";', CALL) }),
      undone({ "mod.ts": PROJECT["mod.ts"] }),
    ],
  },
];
