// A parser and its rewritten copy, run over the files of test262-parser-tests: the same trees, and the same errors.

import type { CallReport, Difference, Side, Sides } from "./calls.ts";
import { portrait, thrownPortrait } from "./portrait.ts";

/** A program that a parser gets. */
export interface ProgramFile {
  readonly path: string;
  readonly text: string;
}

/** Parses each file on both sides. */
export function comparedTrees(
  { before, after }: Sides,
  parser: "acorn" | "meriyah",
  files: readonly ProgramFile[],
): CallReport {
  const differences: Difference[] = [];
  const outcomes = new Set<string>();
  let returned = 0;
  for (const { path, text } of files) {
    const isModule = path.includes(".module.");
    const one = outcome(before, parser, text, isModule);
    const other = outcome(after, parser, text, isModule);
    outcomes.add(one);
    if (!one.startsWith("throws")) returned++;
    if (one !== other) differences.push({ name: path, arguments: text, before: one, after: other });
  }
  return { exports: 1, calls: files.length, outcomes: outcomes.size, returned, differences };
}

function outcome({ exports }: Side, parser: "acorn" | "meriyah", text: string, isModule: boolean): string {
  const parse =
    exports[
      parser === "meriyah" && isModule ? "parseModule" : parser === "meriyah" ? "parseScript" : "parse"
    ];
  const options =
    parser === "meriyah"
      ? { next: true, webcompat: true, ranges: true, loc: true, lexical: true }
      : { ecmaVersion: "latest", sourceType: isModule ? "module" : "script", locations: true };
  try {
    if (typeof parse !== "function") throw new TypeError("no function parse");
    const tree: unknown = Reflect.apply(parse, undefined, [text, options]);
    return JSON.stringify(tree, (_, value) =>
      typeof value === "bigint" || value instanceof RegExp ? portrait(value) : value,
    );
  } catch (error) {
    return `throws ${thrownPortrait(error)}`;
  }
}
