// Facts of any shape, with the texts that break reports: control characters, newlines, lone surrogates, wide characters,
// markup.

import fc from "fast-check";
import type { CacheInfo } from "../../src/cache/results.ts";
import type { SessionEvent } from "../../src/session/event.ts";
import type { DefinitionFacts, ExplanationFacts } from "../../src/session/facts.ts";
import type { ChangeReason, Equality, SourceRange, Verdict } from "../../src/verdict/verdict.ts";

// biome-ignore format: a table
const PIECES = [
  "a + b", "simulate", "\u001b[31m", "\n", "\r\n", "\t", "\u0000", "\u2028", "\u202e", "\ud800", "\udc00", "日本語", "한국", "\u1100\uac00", "👍🏽",
  "👨‍👩‍👧", "🇩🇪", "e\u0301", "\u200b", "कि", "<script>alert(1)</script>", '"><img src=x onerror=1>', "</style>", "&amp;", "'", "`", " ", "x".repeat(90),
];

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
);

const count = fc.oneof(fc.nat(), fc.constantFrom(0, 1, 1e9));
const time = fc.oneof(
  fc.double(),
  fc.nat(10_000_000),
  fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY),
);
const equality = fc.constantFrom<Equality>("name", "source", "syntax", "normal");
const kind = fc.constantFrom("function" as const, "class" as const);

const range: fc.Arbitrary<SourceRange> = fc.record({
  start: count,
  end: count,
  line: count,
  column: count,
  text,
});

/** A leaf on one side, or its lack there. */
const side = fc.option(text, { nil: undefined });

/** Any reason, all kinds alike often. */
export const reason: fc.Arbitrary<ChangeReason> = fc.oneof(
  fc.record({
    kind: fc.constant("code" as const),
    path: fc.array(text),
    difference: fc.record({
      before: range,
      after: range,
      excerpt: fc
        .array(fc.tuple(fc.constantFrom("-", "+", " ", "@@ "), text).map((parts) => parts.join("")))
        .map((lines) => lines.join("\n")),
    }),
  }),
  fc.record({ kind: fc.constant("leaf" as const), path: fc.array(text), before: side, after: side }),
  fc.record({ kind: fc.constant("kind" as const), before: kind, after: kind }),
  fc.record({ kind: fc.constant("opaque" as const), what: text, remedy: text }),
  fc.record({ kind: fc.constant("unread" as const), path: fc.array(text), what: text, remedy: text }),
  fc.record({ kind: fc.constant("captured" as const), names: fc.array(text), remedy: text }),
);

/** Any verdict. */
export const verdict: fc.Arbitrary<Verdict> = fc.oneof(
  fc.record({ kind: fc.constant("first" as const) }),
  fc.record({ kind: fc.constant("kept" as const), by: equality }),
  fc.record({ kind: fc.constant("restored" as const), by: equality, back: count, undone: reason }),
  fc.record({ kind: fc.constant("changed" as const), reason }),
);

/** Any event. */
export const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    type: fc.constant("defined" as const),
    at: time,
    name: text,
    scope: text,
    verdict,
    fingerprint: text,
    results: count,
    took: time,
  }),
  fc.record({
    type: fc.constant("rechecked" as const),
    at: time,
    name: text,
    scope: text,
    verdict,
    fingerprint: text,
    results: count,
  }),
  fc.record({
    type: fc.constant("accepted" as const),
    at: time,
    name: text,
    scope: text,
    from: text,
    to: text,
    results: count,
  }),
  fc.record({ type: fc.constant("forgotten" as const), at: time, name: text, scope: text }),
);

const cache: fc.Arbitrary<CacheInfo> = fc.record({
  hits: count,
  misses: count,
  entries: count,
  bytes: time,
  spent: time,
  saved: time,
});

/** Any row of `status()`. */
export const definition: fc.Arbitrary<DefinitionFacts> = fc.record({
  name: text,
  scope: text,
  kind,
  kept: count,
  redefined: count,
  generations: count,
  cache: fc.option(cache, { nil: undefined }),
  latest: event,
});

/** Any explanation. */
export const explanation: fc.Arbitrary<ExplanationFacts> = fc.record({
  definition,
  events: fc.array(event, { maxLength: 6 }),
  dependsOn: fc.array(text, { maxLength: 6 }),
  impure: fc.array(text, { maxLength: 3 }),
  remarks: fc.array(text, { maxLength: 3 }),
});

export { text, time };
