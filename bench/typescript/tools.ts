// The third-party tools that make JavaScript of TypeScript, each with settings that keep modern syntax as it is. They are
// installed in this folder alone and loaded by name, so that nobody needs them to check the types of this repository.

import { createRequire } from "node:module";
import type { EnumUses } from "../../src/typescript/enum-values.ts";

/** One way from TypeScript to the JavaScript that runs. */
export interface Tool {
  readonly name: string;
  /** What the tool makes of the uses of enums. */
  readonly enums: EnumUses;
  /** Throws where the tool does not support a source. */
  readonly compiled: (text: string, file: string) => string;
}

const require = createRequire(import.meta.url);

/** A package, of which only the functions named below are used. */
function loaded<T>(name: string): T {
  return require(name) as T;
}

/** What a tool made of each file; undefined where it refused. */
export type Outputs = readonly (string | undefined)[];

type Compile<Options, Result> = (text: string, options: Options) => Result;

interface TypeScript {
  readonly transpileModule: Compile<object, { readonly outputText: string }>;
  readonly version: string;
}
interface Transformer {
  readonly transformSync: Compile<object, { readonly code: string }>;
}

/** All tools but Deno, which compiles many files at once: see deno.ts. */
export function tools(): readonly Tool[] {
  const typescript = loaded<TypeScript>("typescript");
  const esbuild = loaded<Transformer>("esbuild");
  const swc = loaded<Transformer>("@swc/core");
  const babel = loaded<Transformer>("@babel/core");
  const amaro = loaded<Transformer>("amaro");
  const preset = [require.resolve("@babel/preset-typescript"), { allowDeclareFields: true }];
  const decorators = [require.resolve("@babel/plugin-syntax-decorators"), { version: "2023-11" }];
  return [
    {
      name: "tsc",
      enums: "read",
      // 99: ESNext, as target and as module.
      compiled: (text) =>
        typescript.transpileModule(text, { compilerOptions: { target: 99, module: 99 } }).outputText,
    },
    {
      name: "esbuild",
      enums: "values",
      compiled: (text) => esbuild.transformSync(text, { loader: "ts", target: "esnext" }).code,
    },
    {
      name: "swc",
      enums: "values",
      compiled: (text) =>
        swc.transformSync(text, {
          jsc: { parser: { syntax: "typescript", decorators: true }, target: "esnext" },
          module: { type: "es6" },
        }).code,
    },
    {
      name: "Babel",
      enums: "read",
      compiled: (text, filename) =>
        babel.transformSync(text, {
          filename,
          babelrc: false,
          configFile: false,
          compact: false,
          presets: [preset],
          plugins: [decorators],
        }).code,
    },
    {
      name: "Node, strip (amaro)",
      enums: "read",
      compiled: (text) => amaro.transformSync(text, { mode: "strip-only" }).code,
    },
    {
      name: "Node, transform (amaro)",
      enums: "values",
      compiled: (text) => amaro.transformSync(text, { mode: "transform" }).code,
    },
  ];
}
