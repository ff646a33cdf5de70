// One file, compared: the code of each function of a TypeScript source with that of the text that a tool's output has for it,
// read by the parser of the running library.

import { type Code, codeOfText, PLAIN_TEXT, parsedCode } from "../../src/fingerprint/code.ts";
import type { Analysis } from "../../src/syntax/normal-form.ts";
import type { EnumUses } from "../../src/typescript/enum-values.ts";
import { sourceFunctions } from "../../src/typescript/functions.ts";
import type { TypeScriptParser } from "../../src/typescript/parser.ts";
import { aligned } from "./align.ts";

/** A function of a source or of an output. */
export interface Entry {
  readonly path: string;
  readonly kind: string;
  readonly text: string;
  /** Offsets of `text` in its file. */
  readonly start: number;
  readonly end: number;
  readonly code: Code;
  readonly digest: string;
  /** Whether a namespace, and no function or class, is what stands around it in the source. */
  readonly inNamespace: boolean;
}

/** What became of one function under one tool. */
export interface Outcome {
  readonly state: "same" | "different" | "missing";
  readonly source: Entry;
  readonly output: Entry | undefined;
  /** Whether it is the same when the source's enums are used as the tool uses them. */
  readonly sameWithEnums: boolean;
}

/** A function whose analysis fails is one that nothing is the same as, not the end of a run. */
function tried(text: string, code: () => Code): Code {
  try {
    return code();
  } catch {
    return { state: "opaque", text, why: "unknown" };
  }
}

/** The functions of a TypeScript source. */
export function sourceEntries(
  text: string,
  file: string,
  parser: TypeScriptParser,
  enums: EnumUses,
): readonly Entry[] {
  const found = sourceFunctions(text, parser, { file, enums });
  const paths = new Set(found.map(({ path }) => path));
  return found.map(({ path, analysis }) => {
    const around = path.replace(/(?:\.constructor)?\.[^.]+$/, "");
    const code = tried(analysis.text, () => parsedCode(analysis, PLAIN_TEXT));
    return { ...entry(path, analysis, code), inNamespace: around !== path && !paths.has(around) };
  });
}

/** The functions of a tool's output; each text stands alone, as `Function.prototype.toString` gives it. */
export function outputEntries(output: string, parser: TypeScriptParser): readonly Entry[] {
  return sourceFunctions(output, parser, { file: "output.js" }).map(({ path, analysis }) => {
    const { kind, text } = analysis;
    const isMethod = kind === "method" && text.startsWith("function");
    return entry(
      path,
      analysis,
      tried(text, () => codeOfText(text, { ...PLAIN_TEXT, isMethod })),
    );
  });
}

function entry(path: string, { kind, text, offset }: Analysis, code: Code): Entry {
  const digest = code.state === "parsed" ? code.normal : "";
  return { path, kind, text, start: offset, end: offset + text.length, code, digest, inNamespace: false };
}

/**
 * Each function of the source with the one of the output that stands in its place.
 *
 * @param asTool the source's functions again, with enums used as the tool uses them
 */
export function outcomes(
  before: readonly Entry[],
  asTool: readonly Entry[],
  after: readonly Entry[],
): readonly Outcome[] {
  const pairs = aligned(before, after);
  return before.map((source, index): Outcome => {
    const output = pairs.get(source);
    if (output === undefined) return { state: "missing", source, output, sameWithEnums: false };
    const state = isSame(source, output, before, after) ? "same" : "different";
    const own = asTool[index];
    const sameWithEnums =
      state === "same" || (own !== undefined && own !== source && isSame(own, output, asTool, after));
    return { state, source, output, sameWithEnums };
  });
}

/**
 * Whether two functions have one normal form and the same free names, in the order of their numbers. What a function around
 * both binds may have another name in the output: that is a renamed local, and at run time what it holds is compared.
 */
function isSame(source: Entry, output: Entry, before: readonly Entry[], after: readonly Entry[]): boolean {
  const [left, right] = [source.code, output.code];
  if (left.state !== "parsed" || right.state !== "parsed" || left.normal !== right.normal) return false;
  return left.freeNames.every(({ name }, index) => {
    const other = right.freeNames[index]?.name ?? "";
    return name === other || (isBoundAround(name, source, before) && isBoundAround(other, output, after));
  });
}

/** Whether a function around a place binds a name: the place uses it, and that function does not from outside. */
function isBoundAround(name: string, place: Entry, all: readonly Entry[]): boolean {
  return all.some(
    ({ start, end, code }) =>
      start <= place.start &&
      place.end <= end &&
      code.state === "parsed" &&
      !code.freeNames.some((free) => free.name === name),
  );
}
