// Minifiers, each stage apart and all together.

import type { GoalName, Row } from "../row.ts";
import { loadTool } from "../tools.ts";

/** esbuild, as far as it is used. */
export interface Esbuild {
  readonly transform: (source: string, options: object) => Promise<{ readonly code: string }>;
}

/** terser, as far as it is used. */
export interface Terser {
  readonly minify: (source: string, options: object) => Promise<{ readonly code?: string }>;
}

type Stage = readonly [name: string, goal: GoalName, options: object];

const ESBUILD: readonly Stage[] = [
  ["esbuild, whitespace", "whitespace", { minifyWhitespace: true }],
  ["esbuild, identifiers", "beyond", { minifyIdentifiers: true }],
  ["esbuild, syntax", "esbuild syntax", { minifySyntax: true }],
  ["esbuild, all", "esbuild full", { minify: true }],
];

const TERSER: readonly Stage[] = [
  ["terser, whitespace", "whitespace", { compress: false, mangle: false }],
  ["terser, names", "beyond", { compress: false, mangle: true }],
  ["terser, compress", "terser compress", { compress: { passes: 1 }, mangle: false }],
  ["terser, compress and names", "terser full", { compress: { passes: 1 }, mangle: true }],
  ["terser, 3 passes, ES2020", "beyond", { compress: { passes: 3, ecma: 2020 }, mangle: true, ecma: 2020 }],
];

/** The rows of esbuild and terser. */
export async function minifierRows(): Promise<readonly Row[]> {
  const esbuild = await loadTool<Esbuild>("esbuild");
  const terser = await loadTool<Terser>("terser");
  return [
    ...ESBUILD.map(
      ([name, goal, options]): Row => ({
        name,
        goal,
        transform: async (program) =>
          (await esbuild.transform(program, { target: "esnext", ...options })).code,
      }),
    ),
    ...TERSER.map(
      ([name, goal, options]): Row => ({
        name,
        goal,
        transform: async (program) => (await terser.minify(program, options)).code ?? "",
      }),
    ),
  ];
}
