// Other people's memoizers. Through `decorate`, a memoizer is asked anew for every state of what the function depends on, and
// what it remembers is no part of that; applied by hand, it is state of the function's own, and explain says so.

import { changed, first, kept, type Row, row, type Step } from "./row.ts";

const UNREADABLE = "nobody can read a decorator's own variables in Deno";

const MEMOIZE =
  "const memoize = (fn) => { const known = new Map(); return (x) => { if (!known.has(x)) known.set(x, fn(x)); return known.get(x); }; };";
const BODY = "function score(x) { globalThis.runs.f++; return normalise(x); }";

/** The definition through a memoizer, with a helper to edit. */
function through(decorate: string): string {
  return `const score = defineOnce(${BODY}, { decorate: ${decorate} });`;
}

/** The same for every memoizer: kept while it fills, and anew with the helper. */
function steps(cells: readonly string[], decorate: string): readonly Step[] {
  return [
    first(...cells, "const normalise = (x) => x + 1;", through(decorate)),
    kept(through(decorate)),
    kept("score(4);\nscore(5);"),
    changed("const normalise = (x) => x + 2;", /score -> normalise changed at/),
    kept("const normalise = (x) => x + 1;"),
  ];
}

export const MEMOIZER_ROWS: readonly Row[] = [
  row(
    "a memoizer written by hand, through decorate, does not serve what an edited helper made stale",
    "score(3)",
    steps([MEMOIZE], "memoize"),
  ),
  row(
    "the memoizer of lodash, through decorate, does not serve what an edited helper made stale",
    "score(3)",
    steps(
      ['const source = load("lodash-es/memoize.js");', "const remember = source.default ?? source;"],
      "remember",
    ),
  ),
  row(
    "the memoizer of underscore, through decorate, does not serve what an edited helper made stale",
    "score(3)",
    steps(
      ['const source = load("underscore/modules/memoize.js");', "const remember = source.default ?? source;"],
      "remember",
    ),
  ),
  row(
    "a memoizer, through decorate, does not serve what a variable of the closure made stale",
    "made.f(10)",
    [
      first(
        MEMOIZE,
        "const made = (() => { let k = 2; return { f: defineOnce(function boxed(x) { globalThis.runs.f++; return x * k; }, { name: 'boxed and memoized', decorate: memoize }), set: (v) => { k = v; } }; })();",
      ),
      changed("made.set(3);", /k changed from 2 to 3/),
      kept("made.set(2);"),
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read a closure's own variables in Deno",
          outcomes: ["uncached", "uncached", "uncached"],
          says: /k cannot be read/,
        },
      },
    },
  ),
  row(
    "another captured parameter of a decorator recomputes",
    "score(3)",
    [
      first(
        "let factor = 2;",
        "const scaled = (k) => (fn) => { const known = new Map(); return (x) => { if (!known.has(x)) known.set(x, fn(x) * k); return known.get(x); }; };",
        "const score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: scaled(factor) });",
      ),
      kept(
        "const score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: scaled(factor) });",
      ),
      changed(
        "factor = 3;\nconst score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: scaled(factor) });",
        /score -> decorate/,
      ),
      kept(
        "factor = 2;\nconst score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: scaled(factor) });",
      ),
    ],
    {
      plain: "score(3) * factor",
      exceptions: { deno: { why: UNREADABLE, outcomes: ["fresh", "fresh", "fresh", "fresh"] } },
    },
  ),
  row("another decorator recomputes", "score(3)", [
    first(
      "const plus = (fn) => { const known = new Map(); return (x) => { if (!known.has(x)) known.set(x, fn(x)); return known.get(x); }; };",
      "const score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: plus });",
    ),
    changed(
      [
        "const plus = (fn) => { const known = new WeakMap(); const key = {}; return (x) => { if (!known.has(key)) known.set(key, fn(x)); return known.get(key); }; };",
        "const score = defineOnce(function score(x) { globalThis.runs.f++; return x; }, { decorate: plus });",
      ],
      /score -> decorate/,
      { sameValue: true },
    ),
  ]),
  row(
    "a memoizer that is applied by hand changes itself, and explain says so",
    "score(3)",
    [
      {
        cells: [
          "const memoize = (fn) => { const known = new Map(); return (x) => { globalThis.runs.f++; if (!known.has(x)) known.set(x, fn(x)); return known.get(x); }; };",
          "const score = defineOnce(cache(memoize(function inner(x) { return x * 2; })), { name: 'memoized by hand' });",
        ],
        outcome: "uncached",
        says: /it changes .*known/,
      },
      // It remembers one more, and is thereby another function.
      { cells: ["score(4);"], outcome: "fresh", says: /it changes .*known/ },
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read the memoizer's variables in Deno",
          outcomes: ["uncached", "uncached"],
          says: /(fn|known) cannot be read/,
        },
      },
    },
  ),
];
