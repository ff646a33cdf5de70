// `explain`, `status`, `fingerprint` and `compare`: what was decided, and why.

import type { Callable } from "./callable.ts";
import type { AnyClass, Definable } from "./define-once.ts";
import { DefineOnceError } from "./error.ts";
import { type Code, codeOfText, factsOf, textOf } from "./fingerprint/code.ts";
import type { Equality } from "./fingerprint/equality.ts";
import { type Fingerprint, manifest } from "./fingerprint/manifest.ts";
import { caller } from "./host/caller.ts";
import { displayed } from "./host/display.ts";
import { isGlobalName } from "./host/globals.ts";
import { currentHost } from "./host/host.ts";
import { checkCompareOptions } from "./options.ts";
import { session } from "./process-session.ts";
import { explanationHtml, statusHtml } from "./report/html.ts";
import { explanationText, statusText } from "./report/text.ts";
import type { DefinitionFacts, ExplanationFacts } from "./session/facts.ts";
import { allFacts, definitionOf, explanationFacts } from "./session/inspect.ts";
import { comparison } from "./verdict/comparison.ts";
import type { Verdict } from "./verdict/verdict.ts";

/** Facts that print as text in a terminal and as a table in a notebook. */
export type Shown<Facts> = Facts & { toString(): string };

/**
 * The last decisions about a definition, and why.
 *
 * @param what the function that `defineOnce` returned, or its name; names are looked for in the caller's file first
 * @throws {DefineOnceError} `DEFINE_ONCE_UNKNOWN_NAME`, `DEFINE_ONCE_AMBIGUOUS_NAME`
 * @example
 * console.log(String(explain(simulate)));
 */
export function explain(what: Definable | string): Shown<ExplanationFacts> {
  const registry = session();
  const definition = definitionOf(registry, what, caller(explain).scope);
  const facts = explanationFacts(registry, definition, isGlobalName);
  const { date } = currentHost();
  return displayed(facts, {
    text: (options) => explanationText(facts, { ...options, now: date() }),
    html: () => explanationHtml(facts, { now: date() }),
  });
}

/**
 * All definitions of the session: how often kept and redefined, hits, misses, time saved, bytes.
 *
 * @example
 * status()[0]?.cache?.hits;
 */
export function status(): Shown<readonly DefinitionFacts[]> {
  const rows = allFacts(session());
  return displayed(rows, { text: (options) => statusText(rows, options), html: () => statusHtml(rows) });
}

/**
 * The digest of what a function means, and the leaves behind it.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`
 * @example
 * fingerprint((x: number) => x + 1).digest === fingerprint((y: number) => { return y + 1 }).digest; // true
 */
export function fingerprint(fn: Definable): Fingerprint {
  const { name, code } = described(fn);
  return manifest(name, code, "normal");
}

/** Options of `compare`. */
export interface CompareOptions {
  /** The rung to compare on. Default: `"normal"`. */
  readonly equality?: Equality;
}

/**
 * The verdict on two functions, or on two source texts of functions: `kept` or `changed`, with the reason.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_UNPARSABLE` for a text that is no function or class
 * @example
 * compare("a => a + 1", "b => b + 1"); // { kind: "kept", by: "normal" }
 */
export function compare(
  before: Definable | string,
  after: Definable | string,
  options: CompareOptions = {},
): Extract<Verdict, { kind: "kept" | "changed" }> {
  checkCompareOptions(options);
  const equality = options.equality ?? "normal";
  const [left, right] = [described(before), described(after)];
  const found = comparison(
    { ...left, equality, options: {}, fingerprint: manifest(left.name, left.code, equality) },
    { ...right, equality, options: {}, fingerprint: manifest(right.name, right.code, equality) },
  );
  return found.same ? { kind: "kept", by: found.by } : { kind: "changed", reason: found.reason };
}

interface DescribedFunction {
  readonly name: string;
  readonly target: Callable;
  readonly code: Code;
}

function described(what: Definable | string): DescribedFunction {
  if (typeof what === "string") {
    const code = codeOfText(what);
    if (code.state === "opaque" && code.why === "unknown") {
      throw new DefineOnceError(
        "DEFINE_ONCE_UNPARSABLE",
        `The text ${JSON.stringify(what.slice(0, 60))} is no function or class that can be parsed; it must be one ` +
          "expression, declaration or method, in JavaScript.",
      );
    }
    return { name: "text", target: () => what, code };
  }
  const fn = newest(what);
  const text = textOf(fn);
  return {
    name: fn.name || "function",
    target: fn,
    code: codeOfText(text, factsOf(fn, text, currentHost().dialect)),
  };
}

/** The function behind our own wrappers. */
function newest(what: Callable | AnyClass): Callable {
  if (typeof what !== "function") {
    throw new DefineOnceError(
      "DEFINE_ONCE_NOT_A_FUNCTION",
      `A value of type ${typeof what} is no function or class.`,
    );
  }
  const handle = session().handles.get(what);
  if (handle === undefined) return what as Callable;
  return handle.kind === "cached" ? handle.parts.target() : handle.generation.described.target;
}
