// What a function's own code means: its digests on every rung, the names it uses without binding them, and what kind
// of thing it is. Dependencies are not part of it.

import type { FreeName, Strictness, Traits } from "../syntax/binding.ts";
import { type Analysis, analysis, normalForm, type TreeRung } from "../syntax/normal-form.ts";
import { seenParameters } from "../syntax/parameters.ts";
import type { SourceKind } from "../syntax/parse.ts";
import type { Dialect } from "../syntax/rule.ts";
import type { Node } from "../syntax/tree.ts";
import { type UsedName, type Uses, usesOf } from "../syntax/uses.ts";
import type { Count } from "../units.ts";
import { ByteWriter } from "./bytes.ts";
import { type Digest, SCHEME, sha256 } from "./digest.ts";
import { Memo } from "./memo.ts";
import { writeTree } from "./tree-bytes.ts";

/** A function whose text was understood. */
export interface ParsedCode {
  readonly state: "parsed";
  readonly text: string;
  readonly dialect: Dialect;
  readonly kind: SourceKind;
  /** `"irrelevant"` where no construct of the code behaves differently in strict and in sloppy mode. */
  readonly strictness: Strictness | "irrelevant";
  /** Found out when it is asked for: it tells no more than `normal` about whether the meaning changed. */
  readonly syntax: Digest;
  readonly normal: Digest;
  /** What the code uses and does not bind, in the order of the numbers that stand for them in the normal form. */
  readonly freeNames: readonly UsedName[];
  /** Names that the normal form took for global constants. */
  readonly assumed: readonly FreeName[];
  /** The name of the function itself, where the code uses it. */
  readonly ownName: UsedName | undefined;
  /** What the code uses of its module, and of others that it loads. */
  readonly module: Uses["module"];
  readonly traits: Traits;
  /** How many arguments the function can see; undefined if it may see all, and their number. */
  readonly seenParameters: Count | undefined;
}

/** A function whose text tells nothing about its meaning beyond itself. */
export interface OpaqueCode {
  readonly state: "opaque";
  readonly text: string;
  /**
   * `native`: no source text (built-in, bound, or a proxy), so only the very same object is the same.
   * `unknown`: syntax that the parser does not know; `deep`: nested too deeply to walk. Both are compared as text.
   */
  readonly why: "native" | "unknown" | "deep";
}

export type Code = ParsedCode | OpaqueCode;

/** How a text came to be. */
export interface CodeFacts {
  readonly strictness: Strictness;
  readonly isMethod: boolean;
  readonly dialect: Dialect;
}

/** What is assumed of a text that stands alone: an ordinary function of unknown strictness. */
export const PLAIN_TEXT: CodeFacts = { strictness: "unknown", isMethod: false, dialect: "plain" };

/**
 * The code of a text.
 *
 * @example codeOfText("x => x + 1").state // "parsed"
 */
export function codeOfText(text: string, facts: CodeFacts = PLAIN_TEXT): Code {
  const key = `${facts.strictness} ${facts.isMethod} ${facts.dialect} ${text}`;
  const known = codes.get(key);
  if (known !== undefined) return known;
  const found = analysedCode(text, facts);
  // How deep is too deep depends on how much of the stack was left.
  if (found.state === "parsed" || found.why !== "deep") codes.set(key, found);
  return found;
}

// Cells run again with most of their functions as they were.
const codes = new Memo<Code>(4_000_000);

function analysedCode(text: string, facts: CodeFacts): Code {
  try {
    const found = analysis(text, facts);
    // The tree is not kept for a digest that few codes are asked for.
    if (found !== undefined) return parsedCode(found, facts, () => analysis(text, facts));
  } catch (error) {
    if (error instanceof RangeError) return { state: "opaque", text, why: "deep" };
    throw error;
  }
  return { state: "opaque", text, why: NATIVE.test(text) ? "native" : "unknown" };
}

// ECMA-262, 20.2.3.5: what has no source text is shown as a NativeFunction, with this in its body.
const NATIVE = /\{\s*\[native code\]\s*\}\s*$/;

/**
 * The code of an analysis, such as that of a function in a TypeScript source.
 *
 * @param again makes the analysis once more, if it cannot be kept
 */
export function parsedCode(
  found: Analysis,
  facts: CodeFacts,
  again: () => Analysis | undefined = () => found,
): ParsedCode {
  const { text, kind, traits, scopes } = found;
  const { tree, assumed } = normalForm(found);
  const normal = encoded(found, "normal", tree);
  const { names, ownName, module } = usesOf(tree, normal.freeNames, scopes);
  let syntax: Digest | undefined;
  return {
    state: "parsed",
    text,
    dialect: facts.dialect,
    kind,
    strictness: traits.tellsStrictness ? facts.strictness : "irrelevant",
    get syntax() {
      syntax ??= syntaxDigest(again, text);
      return syntax;
    },
    normal: normal.digest,
    freeNames: names,
    assumed,
    ownName,
    module,
    traits,
    seenParameters: seenParameters(found.syntax, traits),
  };
}

/** The digest of a tree as it was written; where less of the stack is left than there was before, its text tells enough. */
function syntaxDigest(again: () => Analysis | undefined, text: string): Digest {
  try {
    const found = again();
    if (found !== undefined) return encoded(found, "syntax", found.syntax).digest;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return sha256(new TextEncoder().encode(text));
}

const writer = new ByteWriter();

function encoded(
  found: Analysis,
  rung: TreeRung,
  tree: Node,
): { readonly digest: Digest; readonly freeNames: readonly FreeName[] } {
  writer.reset();
  writer.count(SCHEME);
  writer.string(rung);
  writer.string(found.kind);
  // Where the code reads names it may read its own: `arguments.callee.name`.
  writer.string(found.traits.readsNames ? (found.key ?? "") : "");
  if (found.traits.readsTexts) writer.string(found.text);
  const freeNames = writeTree(writer, found, rung, tree);
  return { digest: sha256(writer.bytes), freeNames };
}

/** Whether a text defines a class; `classOf => 1` does not. */
export function isClassText(text: string): boolean {
  return /^class(?![\p{ID_Continue}$\u200c\u200d]|\s*=>)/u.test(text);
}

const sourceText = Function.prototype.toString;

/** The source text of a live function, whatever its own `toString` says. */
export function textOf(fn: object): string {
  return sourceText.call(fn);
}

/** What can be seen of a live function besides its text. */
export function factsOf(fn: object, text: string, dialect: Dialect): CodeFacts {
  // A method named `function` reads like a function expression, but has no `prototype`.
  const isMethod = text.startsWith("function") && !Object.hasOwn(fn, "prototype");
  return { strictness: strictnessOf(fn, text), isMethod, dialect };
}

/**
 * The strictness of a plain function. V8 gives sloppy ones a property `caller` of their own, or an accessor on
 * `Function.prototype` that throws for all others; arrows, methods, generators and async functions tell nothing.
 */
function strictnessOf(fn: object, text: string): Strictness {
  if (isClassText(text)) return "strict";
  const isPlain = text.startsWith("function") && Object.hasOwn(fn, "prototype");
  if (!isPlain || Object.getPrototypeOf(fn) !== Function.prototype || !engineTells()) return "unknown";
  return isSloppy(fn) ? "sloppy" : "strict";
}

const callerOf = Object.getOwnPropertyDescriptor(Function.prototype, "caller")?.get;

function isSloppy(fn: object): boolean {
  if (Object.hasOwn(fn, "caller")) return true;
  try {
    callerOf?.call(fn);
    return callerOf !== undefined;
  } catch {
    return false;
  }
}

let told: boolean | undefined;

/** Whether the engine lets the two modes be told apart (JavaScriptCore does not), or code be made at all (CSP). */
function engineTells(): boolean {
  if (told === undefined) {
    try {
      told = isSloppy(Function("")) && !isSloppy(Function("'use strict'"));
    } catch {
      told = false;
    }
  }
  return told;
}
