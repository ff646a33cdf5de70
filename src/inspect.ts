// `explain`, `status`, `fingerprint` and `compare`: what was decided, and why.

import type { Callable } from "./callable.ts";
import type { AnyClass, Definable } from "./define-once.ts";
import { DefineOnceError } from "./error.ts";
import { captured } from "./fingerprint/capture.ts";
import { type Code, codeOfText } from "./fingerprint/code.ts";
import type { Equality } from "./fingerprint/equality.ts";
import { type Fingerprint, manifest } from "./fingerprint/manifest.ts";
import { type Captured, plainSubject } from "./fingerprint/subject.ts";
import { caller } from "./host/caller.ts";
import { displayed } from "./host/display.ts";
import { currentHost } from "./host/host.ts";
import { checkCompareOptions } from "./options.ts";
import { api, session } from "./process-session.ts";
import { explanationHtml, statusHtml } from "./report/html.ts";
import { explanationText, statusText } from "./report/text.ts";
import type { DefinitionFacts, ExplanationFacts } from "./session/facts.ts";
import { allFacts, definitionOf, explanationFacts } from "./session/inspect.ts";
import { sessionReader } from "./session/reader.ts";
import { comparison, type Described, definitionKind, keptVerdict } from "./verdict/comparison.ts";
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
  const facts = explanationFacts(definition);
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
 * The digest of what a function means now, with all that it depends on, and the leaves behind it.
 *
 * @throws {DefineOnceError} `DEFINE_ONCE_NOT_A_FUNCTION`
 * @example
 * fingerprint((x: number) => x + 1).digest === fingerprint((y: number) => { return y + 1 }).digest; // true
 */
export function fingerprint(fn: Definable): Fingerprint {
  return meaningOf(newest(fn), "normal").fingerprint;
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
 * compare("a => a + 1", "b => b + 1"); // { kind: "kept", by: "normal", through: { rules: [], renamed: ["a"] } }
 */
export function compare(
  before: Definable | string,
  after: Definable | string,
  options: CompareOptions = {},
): Extract<Verdict, { kind: "kept" | "changed" }> {
  checkCompareOptions(options);
  const equality = options.equality ?? "normal";
  // What names stand for can be compared only where both sides are live.
  const isLive = typeof before !== "string" && typeof after !== "string";
  const sides = [described(before, equality, isLive), described(after, equality, isLive)] as const;
  const found = comparison(...sides);
  return found.same ? keptVerdict(...sides, found.by) : { kind: "changed", reason: found.reason };
}

function described(what: Definable | string, equality: Equality, isLive: boolean): Described {
  const code = typeof what === "string" ? codeOfSource(what) : codeOf(newest(what));
  const target: Callable = typeof what === "string" ? () => what : newest(what);
  const name = typeof what === "string" ? "text" : target.name || "function";
  const meaning = isLive
    ? meaningOf(target, equality)
    : { fingerprint: manifest(name, code, equality), codes: new Map([[name, code]]), obstacles: [] };
  return {
    target,
    code,
    equality,
    options: {},
    deps: undefined,
    ignore: [],
    decorator: undefined,
    keyFunction: undefined,
    isText: !isLive,
    meaning,
  };
}

function codeOfSource(text: string): Code {
  const code = codeOfText(text);
  if (code.state === "opaque" && code.why === "unknown") {
    throw new DefineOnceError(
      "DEFINE_ONCE_UNPARSABLE",
      `The text ${JSON.stringify(text.slice(0, 60))} is no function or class that can be parsed; it must be one ` +
        "expression, declaration or method, in JavaScript.",
    );
  }
  return code;
}

function codeOf(fn: Callable): Code {
  return currentHost().reader.code(fn);
}

/** All that a function means now. */
function meaningOf(fn: Callable, equality: Equality): Captured {
  const registry = session();
  const code = codeOf(fn);
  return captured(
    plainSubject({
      name: fn.name || "function",
      target: fn,
      code,
      equality,
      isValue: definitionKind(code) === "class",
    }),
    sessionReader(registry, currentHost().reader),
    registry.identities,
  );
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
  switch (handle.kind) {
    case "cached":
      return handle.parts.target();
    case "shell":
      return handle.generation.described.target;
    case "api":
      return what as Callable;
  }
}

api("explain", explain);
api("status", status);
api("fingerprint", fingerprint);
api("compare", compare);
