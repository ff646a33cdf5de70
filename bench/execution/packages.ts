// The packages whose functions are replaced, and how each is tested afterwards.

import type { Count } from "../../src/units.ts";
import type { Flavour } from "./values.ts";

/** A file that a suite needs and its package does not carry. */
interface Extra {
  /** Path beside this file. */
  readonly from: string;
  /** Path within the package. */
  readonly to: string;
}

/** The suite that a package ships. */
export interface Suite {
  readonly runner: "mocha" | "tape" | "acorn" | "big.js";
  /** Files that need what npm does not have. */
  readonly without?: readonly string[];
}

/** One package. */
export interface Subject {
  readonly name: string;
  /** Its folder in node_modules/. */
  readonly folder: string;
  /** Which of its files are rewritten, by their paths within the package. */
  readonly files: RegExp;
  readonly extras?: readonly Extra[];
  /** Whether functions keep their names, since the package looks at those of functions from elsewhere. */
  readonly readsFunctionNames?: boolean;
  readonly suite?: Suite;
  /** Calls of the exports of a module with random values. */
  readonly exports?: {
    readonly entry: string;
    readonly flavours: readonly Flavour[];
    /** Exports that are not called, as a pattern: those that make code from text, or only throw when called by chance. */
    readonly without?: string;
    /** Calls of each. Default: 100. */
    readonly calls?: Count;
  };
  /** The parser's function `parse`, run over test262-parser-tests. */
  readonly parser?: { readonly entry: string; readonly parse: "acorn" | "meriyah" };
}

export const SUBJECTS: readonly Subject[] = [
  {
    name: "lodash-es",
    folder: "lodash-es",
    files: /^[^/]+\.js$/,
    exports: { entry: "lodash.js", flavours: ["any", "any", "numbers", "text"], without: "^template$" },
  },
  {
    name: "underscore",
    folder: "underscore",
    files: /^underscore-(?:esm|node-f)\.(?:js|cjs)$/,
    exports: { entry: "underscore-esm.js", flavours: ["any", "any", "numbers"], without: "^template$" },
  },
  {
    name: "underscore (minified)",
    folder: "underscore",
    files: /^underscore-umd-min\.js$/,
    exports: { entry: "underscore-umd-min.js", flavours: ["any", "any", "numbers"], without: "^template$" },
  },
  {
    name: "date-fns",
    folder: "date-fns",
    files: /^[^/]+\.js$|^(?:_lib|parse|fp|locale\/en-US)\/.*\.js$|^locale\/_lib\/.*\.js$/,
    exports: { entry: "index.js", flavours: ["dates", "dates", "dates", "text", "any"] },
  },
  {
    name: "decimal.js",
    folder: "decimal.js",
    files: /^decimal\.mjs$/,
    exports: { entry: "decimal.mjs", flavours: ["numbers", "numerals", "numerals"] },
  },
  {
    name: "simple-statistics",
    folder: "simple-statistics",
    files: /^src\/.*\.js$/,
    exports: { entry: "index.js", flavours: ["numbers", "numbers", "numbers", "any"] },
  },
  {
    name: "mathjs 14",
    folder: "mathjs",
    files: /^lib\/esm\/.*\.js$/,
    readsFunctionNames: true,
    exports: {
      entry: "lib/esm/index.js",
      flavours: ["numbers", "numerals", "text"],
      without: "^create.|Error$",
    },
  },
  {
    name: "mathjs 3",
    folder: "mathjs-3",
    files: /^(?:index\.js|lib\/.*\.js)$/,
    readsFunctionNames: true,
    extras: [{ from: "approx.cjs", to: "tools/approx.js" }],
    suite: {
      runner: "mocha",
      without: [
        "test/function/arithmetic/multiply.test.js",
        "test/function/algebra/sparse/cs_amd.test.js",
        "test/function/algebra/sparse/cs_lu.test.js",
        "test/function/algebra/decomposition/slu.test.js",
      ],
    },
  },
  { name: "qs", folder: "qs", files: /^lib\/.*\.js$/, suite: { runner: "tape" } },
  { name: "minimist", folder: "minimist", files: /^index\.js$/, suite: { runner: "tape" } },
  { name: "big.js", folder: "big.js", files: /^big\.js$/, suite: { runner: "big.js" } },
  {
    name: "acorn 0.11",
    folder: "acorn-0",
    files: /^(?:acorn|acorn_loose|src\/.*|dist\/.*)\.js$/,
    suite: { runner: "acorn" },
  },
  {
    name: "acorn",
    folder: "acorn",
    files: /^dist\/acorn\.mjs$/,
    parser: { entry: "dist/acorn.mjs", parse: "acorn" },
  },
  {
    name: "meriyah",
    folder: "meriyah",
    files: /^dist\/meriyah\.mjs$/,
    parser: { entry: "dist/meriyah.mjs", parse: "meriyah" },
  },
  {
    name: "js-yaml",
    folder: "js-yaml",
    files: /^dist\/js-yaml\.mjs$/,
    exports: { entry: "dist/js-yaml.mjs", flavours: ["yaml", "yaml", "any"], calls: 2000 },
  },
];
