// The functions of a TypeScript text, by path, each with the digest that its JavaScript text would have.

import { PLAIN_TEXT, parsedCode } from "../../src/fingerprint/code.ts";
import { manifest } from "../../src/fingerprint/manifest.ts";
import { type SourceFunction, type SourceOptions, sourceFunctions } from "../../src/typescript/functions.ts";
import { typescriptParser } from "../../src/typescript/parser.ts";

const parser = await typescriptParser();

/** The functions of a text, in source order. */
export function functionsOf(text: string, options: SourceOptions = {}): readonly SourceFunction[] {
  return sourceFunctions(text, parser, options);
}

/** The digest of a function of a text; throws where there is none of that path. */
export function meaningIn(text: string, path: string, options: SourceOptions = {}): string {
  const found = functionsOf(text, options).find((each) => each.path === path);
  if (found === undefined) throw new Error(`no function ${path} in: ${text}`);
  return manifest("f", parsedCode(found.analysis, PLAIN_TEXT), "normal").digest;
}
