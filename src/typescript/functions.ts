// From a TypeScript source to its functions: parsed by the caller's parser, types erased, the rest compiled as tools do it,
// and each function and class analysed as if its JavaScript text had been given. This is the pipeline of the folder.

import { clean } from "../syntax/clean.ts";
import { type Analysis, analysisOf } from "../syntax/normal-form.ts";
import type { Node } from "../syntax/tree.ts";
import type { Annotation } from "./annotations.ts";
import { definitions } from "./definitions.ts";
import { type EnumUses, withEnumValues } from "./enum-values.ts";
import { erased } from "./erase.ts";
import { withNamespaceObjects } from "./namespaces.ts";
import { places, sourceTree, syntaxError, TOO_DEEP, type TypeScriptParser } from "./parser.ts";

/** A function or class of a source. */
export interface SourceFunction {
  /** Names from the outside in, joined by `.`: `Parser.parse`; the second nameless function in `f` is `f.<2>`. */
  readonly path: string;
  /** Where its text starts; both start at 1. */
  readonly line: number;
  readonly column: number;
  /** What `analysis` gives for the JavaScript text; `text` is the source's, types included. */
  readonly analysis: Analysis;
  /** The types that were erased from it, by where they stand. */
  readonly annotations: readonly Annotation[];
}

export interface SourceOptions {
  /** Decides the dialect by its ending, and stands in errors. Default: `"source.ts"`. */
  readonly file?: string;
  /** What becomes of the uses of enums. Default: `"language"`. */
  readonly enums?: EnumUses;
}

/**
 * The functions and classes of a TypeScript (or JavaScript) source, in source order. Constructors are part of their classes.
 *
 * Fields are defined as ECMAScript does (`useDefineForClassFields`, the default since ES2022), decorators stay decorators, and
 * metadata that a compiler may derive from types (`emitDecoratorMetadata`) is not considered.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_SYNTAX` for a source that cannot be read: the message says where. So it is for JSX,
 *   and for what is nested too deeply (about a thousand levels)
 * @example
 * const [f] = sourceFunctions("export const f = (x: number) => x", await typescriptParser());
 * f.path // "f"
 */
export function sourceFunctions(
  text: string,
  parser: TypeScriptParser,
  { file = "source.ts", enums = "language" }: SourceOptions = {},
): readonly SourceFunction[] {
  try {
    return functionsOf(text, parser, file, enums);
  } catch (error) {
    if (error instanceof RangeError) throw syntaxError(text, file, 0, TOO_DEEP);
    throw error;
  }
}

function functionsOf(
  text: string,
  parser: TypeScriptParser,
  file: string,
  enums: EnumUses,
): readonly SourceFunction[] {
  const program = sourceTree(text, parser, file);
  const found = erased(program, text, (at, what) => syntaxError(text, file, at, what));
  clean(found.module);
  const compiled = withNamespaceObjects(withEnumValues(found.module, found.enums, enums), found.namespaces);
  const generated = new Map<Node, string>(found.enumParameters);
  for (const [parameter, { name }] of found.namespaces) generated.set(parameter, name);
  const annotations = found.annotations.toSorted((a, b) => a.start - b.start);
  const placeOf = places(text);
  return definitions(compiled, text, generated).map(({ path, tree }) => {
    const end = tree.offset + tree.text.length;
    return {
      path,
      ...placeOf(tree.offset),
      analysis: analysisOf(tree),
      annotations: annotations.filter((each) => each.start >= tree.offset && each.end <= end),
    };
  });
}
