// Why a function is not the same, as far as its two texts and their free names tell. What none of these explains is listed as
// such, and `--examples` shows it.

import type { Outcome } from "./compare.ts";

/** A cause, and what is said of it. The first that applies is the one. */
const CAUSES: readonly (readonly [cause: string, applies: (outcome: Outcome) => boolean])[] = [
  ["the tool drops or adds a function: no place to compare", ({ output }) => output === undefined],
  [
    "the function reads its own text, which has types here and none there",
    ({ source: { code } }) => code.state === "parsed" && code.traits.readsTexts,
  ],
  [
    "an enum's value where the source reads the enum, or the other way round (same with the tool's setting)",
    ({ sameWithEnums }) => sameWithEnums,
  ],
  [
    "an enum within: each tool makes another function of it (tsc's is followed)",
    ({ source: { text } }) => /\benum\s+\w+\s*\{/.test(text),
  ],
  [
    "decorators are compiled to calls of the tool's own runtime",
    ({ source: { kind, text } }) => kind === "class" && /@[\w(]/.test(withoutComments(text)),
  ],
  [
    "a class with parameter properties: the tool declares no fields for them, or orders or fills its fields otherwise",
    ({ source }) => source.kind === "class" && hasParameterProperties(source.text),
  ],
  [
    "`using` is compiled, though the target has it",
    ({ source, output }) => /\busing \w+ =/.test(source.text) && !/\busing \w+ =/.test(output?.text ?? ""),
  ],
  [
    "what a namespace exports stays a local variable, or is called without the namespace's object as `this`",
    ({ source, output }) => source.inNamespace && output !== undefined,
  ],
  [
    "a function declared in a block becomes a variable",
    ({ source, output }) =>
      /\blet \w+ = function\b/.test(output?.text ?? "") &&
      !/\b(?:let|const) \w+ = function\b/.test(source.text),
  ],
  [
    "the tool renames a class, whose name can be observed",
    ({ source, output }) => classNames(source.text) !== classNames(output?.text),
  ],
  [
    "the tool renames a function whose name the code may read",
    ({ source: { code, text }, output }) =>
      code.state === "parsed" &&
      code.traits.readsNames &&
      functionNames(text) !== functionNames(output?.text),
  ],
  [
    "the tool joins templates behind an operand that becomes a text only then: another order of evaluation",
    ({ source, output }) => count("`", source.text) > count("`", output?.text),
  ],
  ["one normal form, but a free name is another: the tool renamed a variable of the module", isFreeNameOnly],
];

/** The cause, in words. */
export function causeOf(outcome: Outcome): string {
  const known = CAUSES.find(([, applies]) => applies(outcome));
  if (known !== undefined) return known[0];
  const { source, output } = outcome;
  if (source.code.state === "opaque" || output?.code.state === "opaque") return "not read by the library";
  return `not explained (${source.kind}): another normal form`;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}

function hasParameterProperties(text: string): boolean {
  return /\bconstructor\s*\((?:(?!\)\s*\{)[\s\S])*?\b(?:public|private|protected|readonly|override)\s/.test(
    withoutComments(text),
  );
}

function classNames(text = ""): string {
  return [...text.matchAll(/\bclass ([\w$]+)/g)].map(([, name]) => name).join(" ");
}

function count(part: string, text = ""): number {
  return withoutComments(text).split(part).length - 1;
}

function functionNames(text = ""): string {
  return [...text.matchAll(/\bfunction\*? ([\w$]+)/g)].map(([, name]) => name).join(" ");
}

function isFreeNameOnly({ source: { code }, output }: Outcome): boolean {
  const other = output?.code;
  return code.state === "parsed" && other?.state === "parsed" && code.normal === other.normal;
}
