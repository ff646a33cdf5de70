// Third-party judges of equivalence: two texts that some minifier, or some chain of them, turns into one text are equivalent.

import type { Esbuild, Terser } from "../rows/minifiers.ts";
import { loadTool } from "../tools.ts";

type Stage = (program: string) => Promise<string>;

interface TypeScript {
  readonly transpileModule: (source: string, options: object) => { readonly outputText: string };
  readonly ScriptTarget: Readonly<Record<string, number>>;
}

interface Uglify {
  readonly minify: (source: string, options: object) => { readonly code?: string };
}

interface Oxc {
  readonly minifySync: (
    file: string,
    source: string,
    options: object,
  ) => { readonly code: string; readonly errors: readonly unknown[] };
}

const esbuild = await loadTool<Esbuild>("esbuild");
const terser = await loadTool<Terser>("terser");
const uglify = await loadTool<Uglify>("uglify-js");
const oxc = await loadTool<Oxc>("oxc-minify");
const typescript = await loadTool<TypeScript>("typescript");

const byEsbuild: Stage = async (program) =>
  (await esbuild.transform(program, { minify: true, target: "esnext" })).code;
const byTerser =
  (compress: object): Stage =>
  async (program) =>
    (await terser.minify(program, { compress, mangle: true })).code ?? failure("terser");
/** `let` and `const` become `var`, with whatever they need to stay what they are. */
const lowered: Stage = async (program) =>
  typescript.transpileModule(program, {
    compilerOptions: {
      target: typescript.ScriptTarget.ES5,
      downlevelIteration: true,
      noImplicitUseStrict: true,
      module: 0,
      ignoreDeprecations: "5.0",
    },
  }).outputText;

const thorough = byTerser({ passes: 3 });

const byUglify: Stage = async (program) =>
  uglify.minify(program, { compress: { passes: 3 }, mangle: true }).code ?? failure("uglify");
const byOxc: Stage = async (program) => {
  const { code, errors } = oxc.minifySync("program.js", program, { compress: true, mangle: true });
  return errors.length === 0 ? code : failure("oxc");
};

const CHAINS: readonly (readonly [name: string, stages: readonly Stage[]])[] = [
  ["esbuild", [byEsbuild]],
  ["terser", [thorough]],
  ["oxc", [byOxc]],
  ["uglify", [byUglify]],
  ["terser without sequences", [byTerser({ passes: 2, sequences: false, conditionals: false })]],
  ["esbuild, terser", [byEsbuild, thorough]],
  ["terser, esbuild", [thorough, byEsbuild]],
  ["esbuild, terser, esbuild, terser", [byEsbuild, thorough, byEsbuild, thorough]],
  ["oxc, uglify, terser", [byOxc, byUglify, thorough]],
  ["tsc to ES5, terser, esbuild", [lowered, thorough, byEsbuild]],
  ["tsc to ES5, uglify, oxc, terser", [lowered, byUglify, byOxc, thorough]],
];

/** The first chain of minifiers that makes one text of two programs. */
export async function unifyingTool(before: string, after: string): Promise<string | undefined> {
  for (const [name, stages] of CHAINS) {
    const [one, other] = [await through(stages, before), await through(stages, after)];
    if (one !== undefined && one === other) return name;
  }
  return undefined;
}

function failure(tool: string): never {
  throw new SyntaxError(`${tool} cannot read it`);
}

async function through(stages: readonly Stage[], program: string): Promise<string | undefined> {
  let text = program;
  try {
    for (const stage of stages) text = await stage(text);
  } catch {
    return undefined;
  }
  return text;
}
