// Facts as a session hands them up, in small; every test changes only what it is about.

import type { CacheInfo } from "../../src/cache/results.ts";
import type { SessionEvent } from "../../src/session/event.ts";
import type { DefinitionFacts, ExplanationFacts } from "../../src/session/facts.ts";
import type { Milliseconds } from "../../src/units.ts";
import type { ChangeReason, Difference, SourceRange, Verdict } from "../../src/verdict/verdict.ts";

/** The moment at which all reports of the tests are made. */
export const NOW: Milliseconds = Date.UTC(2026, 10, 23, 12);

/** A range at 3:14 unless said otherwise. */
export function range(text: string, line = 3, column = 14): SourceRange {
  return { start: 40, end: 40 + text.length, line, column, text };
}

export function difference(before: string, after: string): Difference {
  const excerpt = `@@ -3 +3 @@\n-  return ${before};\n+  return ${after};`;
  return { before: range(before), after: range(after), excerpt };
}

/** Code that differs: the definition's own, or that of the helper to which the path leads. */
export function codeReason(
  before: string,
  after: string,
  path: readonly string[] = ["simulate"],
): ChangeReason {
  return { kind: "code", path, difference: difference(before, after) };
}

export function changed(reason: ChangeReason): Verdict {
  return { kind: "changed", reason };
}

export function defined(
  verdict: Verdict,
  changes: { name?: string; ago?: Milliseconds; results?: number } = {},
): SessionEvent {
  const { name = "simulate", ago = 0, results = 0 } = changes;
  return {
    type: "defined",
    at: NOW - ago,
    name,
    scope: "/app/model.ts",
    verdict,
    fingerprint: "ab".repeat(32),
    results,
    took: 0.3,
  };
}

/** A call that found something else. */
export function rechecked(
  verdict: Verdict,
  changes: { name?: string; ago?: Milliseconds; results?: number } = {},
): SessionEvent {
  const { name = "simulate", ago = 0, results = 0 } = changes;
  return {
    type: "rechecked",
    at: NOW - ago,
    name,
    scope: "/app/model.ts",
    verdict,
    fingerprint: "cd".repeat(32),
    results,
  };
}

export const CACHE: CacheInfo = {
  hits: 1240,
  misses: 4,
  entries: 4,
  bytes: 12_400,
  spent: 4100,
  saved: 3200,
};

export function definition(changes: Partial<DefinitionFacts> = {}): DefinitionFacts {
  return {
    name: "simulate",
    scope: "/app/model.ts",
    kind: "function",
    kept: 3,
    redefined: 2,
    generations: 2,
    cache: CACHE,
    latest: defined({ kind: "kept", by: "syntax" }),
    ...changes,
  };
}

export const ROWS: readonly DefinitionFacts[] = [
  definition(),
  definition({
    name: "score",
    cache: { ...CACHE, hits: 0, bytes: 0, saved: 0 },
    latest: defined(changed({ kind: "leaf", path: ["score", "version"], before: "1", after: "2" })),
  }),
  definition({
    name: "diff",
    kept: 0,
    cache: undefined,
    latest: defined(changed(codeReason("a + b", "a - b"))),
  }),
];

export const EXPLANATION: ExplanationFacts = {
  definition: definition(),
  events: [
    defined({ kind: "first" }, { ago: 3_600_000 }),
    defined(changed(codeReason("a + b", "a - b")), { ago: 660_000 }),
    defined(
      { kind: "restored", by: "source", back: 1, undone: codeReason("a - b", "a + b") },
      { ago: 40_000, results: 4 },
    ),
    defined({ kind: "kept", by: "syntax" }, { results: 4 }),
  ],
  dependsOn: ["weight", "normalise"],
  impure: ["Math.random"],
  remarks: ["simulate reads `this`."],
};
