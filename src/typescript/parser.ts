// The parser of TypeScript sources. It is the caller's to choose and oxc-parser's to be: an optional peer, loaded only when a
// TypeScript source is to be read.

import { DefineOnceError } from "../error.ts";
import { isTooDeep } from "./nesting.ts";
import { isSourceNode, type SourceNode } from "./source.ts";

/** Why a text could not be parsed, and where. Offsets count UTF-16 units from 0. */
export interface ParserError {
  readonly severity: string;
  readonly message: string;
  readonly labels: readonly { readonly start: number; readonly end: number }[];
}

/** What of oxc-parser is used: `parseSync` fits. */
export interface TypeScriptParser {
  /** @param file the name decides the dialect: `.ts`, `.mts`, `.cts`, `.tsx`, or JavaScript's */
  readonly parse: (
    file: string,
    text: string,
    options: ParserOptions,
  ) => { readonly program: unknown; readonly errors: readonly ParserError[] };
}

export interface ParserOptions {
  readonly preserveParens: boolean;
  readonly sourceType: "module" | "commonjs";
}

/**
 * oxc-parser, as a parser of TypeScript sources.
 *
 * @param load imports the package; tests give their own
 * @throws {DefineOnceError} `DEFINE_ONCE_PARSER` when it is not installed, or not as expected
 * @example sourceFunctions("export const f = (x: number) => x", await typescriptParser())
 */
export async function typescriptParser(
  load: () => Promise<unknown> = () => import("oxc-parser"),
): Promise<TypeScriptParser> {
  let loaded: unknown;
  try {
    loaded = await load();
  } catch (cause) {
    throw new DefineOnceError(
      "DEFINE_ONCE_PARSER",
      "TypeScript sources cannot be read: the package oxc-parser could not be loaded; it is an optional peer, so it is " +
        "probably not installed. Run `npm install --save-dev oxc-parser`.",
      { cause },
    );
  }
  if (!isParserModule(loaded)) {
    throw new DefineOnceError(
      "DEFINE_ONCE_PARSER",
      "TypeScript sources cannot be read: the package oxc-parser has no function parseSync; its version is probably not " +
        "one that is supported. Run `npm install --save-dev oxc-parser@latest`.",
    );
  }
  return { parse: loaded.parseSync };
}

function isParserModule(loaded: unknown): loaded is { readonly parseSync: TypeScriptParser["parse"] } {
  return (
    typeof loaded === "object" &&
    loaded !== null &&
    "parseSync" in loaded &&
    typeof loaded.parseSync === "function"
  );
}

/**
 * The tree of a source.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_SYNTAX`; its message gives line and column, which both start at 1
 */
export function sourceTree(text: string, parser: TypeScriptParser, file: string): SourceNode {
  if (isTooDeep(text)) throw syntaxError(text, file, 0, TOO_DEEP);
  const sourceType = /\.cts$|\.cjs$/.test(file) ? "commonjs" : "module";
  const { program, errors } = parser.parse(file, text, { preserveParens: true, sourceType });
  const error = errors.find(({ severity }) => severity === "Error");
  if (error !== undefined) throw syntaxError(text, file, error.labels[0]?.start ?? 0, error.message);
  if (!isSourceNode(program)) throw syntaxError(text, file, 0, "the parser gave no tree");
  return program;
}

/** What is said of a source that no stack can hold. */
export const TOO_DEEP = "it is nested too deeply";

/** The error for what cannot be read in a source, at an offset into it. */
export function syntaxError(text: string, file: string, offset: number, what: string): DefineOnceError {
  const { line, column } = places(text)(offset);
  const detail = what.replace(/\.$/, "");
  return new DefineOnceError(
    "DEFINE_ONCE_SYNTAX",
    `${file}:${line}:${column} cannot be read: ${detail}; lines and columns start at 1. ` +
      "Correct the source there, or leave the file out.",
  );
}

/** A line and a column; both start at 1, and columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where offsets stand in a text, which is looked through once. */
export function places(text: string): (offset: number) => Place {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ index, 0: end }) => index + end.length),
  ];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
