// Effects are not inputs: counters and logs. A function that changes what it reads is not kept, and is explained. And the
// options that say what counts: ignore, version, deps.

import { changed, first, kept, type Row, row, type Step, uncached } from "./row.ts";

/** A first step after which every call runs the body. */
function impure(says: RegExp, ...cells: readonly string[]): Step {
  return { cells, outcome: "uncached", says };
}

export const EFFECT_ROWS: readonly Row[] = [
  row("a counter that is only incremented is an effect", "score(3)", [
    first(
      "let runs = 0;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; runs++; return x; }));",
    ),
    kept("runs = 100;"),
  ]),
  row("a counter that is only added to is an effect, in a helper too", "score(3)", [
    first(
      "let total = 0;",
      "const count = (x) => { total += x; return x; };",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return count(x); }));",
    ),
    kept("total = 100;"),
  ]),
  row("a log that is only pushed to is an effect", "score(3)", [
    first(
      "const log = [];",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; log.push(x); return x; }));",
    ),
    kept("log.push(100);"),
  ]),
  row("a variable that is only written is an effect", "score(3)", [
    first(
      "let last = 0;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; last = x; return x; }));",
    ),
    kept("last = 100;"),
  ]),
  row(
    "a counter whose value is used is an input, and a function that changes its input is not kept",
    "score(3)",
    [
      impure(
        /it changes (score -> )?counter/,
        "let counter = 0;",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return counter++ >= 0 ? x : 0; }));",
      ),
      uncached("counter = 100;", /it changes (score -> )?counter/),
    ],
  ),
  row("a log whose length is used is an input", "score(3)", [
    impure(
      /it changes (score -> )?log/,
      "const log = [];",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; log.push(x); return log.length > 0 ? x : 0; }));",
    ),
    uncached("log.length = 0;", /it changes (score -> )?log/),
  ]),
  row("a helper that changes what it reads is named", "score(3)", [
    impure(
      /it changes (score -> )?next -> counter/,
      "let counter = 0;",
      "const next = () => ++counter;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return next() > 0 ? x : 0; }));",
    ),
  ]),
  row("an object that a function changes in place and reads is not kept", "score(3)", [
    impure(
      /it changes (score -> )?state/,
      "const state = { n: 0 };",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; state.n = state.n + 1; return state.n > 0 ? x : 0; }));",
    ),
  ]),
  row("a logger that remembers makes every call an input, until it is ignored", "score(3)", [
    impure(
      /it changes (score -> )?logger/,
      "const logger = { lines: [], write(line) { this.lines.push(line); } };",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; logger.write(x); return x; }));",
    ),
    changed(
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; logger.write(x); return x; }), { ignore: ['logger'] });",
      undefined,
      { sameValue: true },
    ),
    kept("logger.write('more');"),
  ]),
  row("an ignored name does not count, and the others still do", "score(3)", [
    first(
      "let width = 80;",
      "let K = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return width > 0 ? x * K : 0; }), { ignore: ['width'] });",
    ),
    kept("width = 100;"),
    changed("K = 3;", /score -> K changed from 2 to 3/),
  ]),
  row("another version recomputes, and the old version's results return", "score(3)", [
    first(
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x; }), { version: 1 });",
    ),
    changed(
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x; }), { version: 2 });",
      /score -> version changed from 1 to 2/,
      { sameValue: true },
    ),
    kept(
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x; }), { version: 1 });",
    ),
  ]),
  row("a version adds to what counts, and replaces nothing", "score(3)", [
    first(
      "let K = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * K; }), { version: 1 });",
    ),
    changed("K = 3;", /score -> K changed from 2 to 3/),
  ]),
  row("deps add what the code does not name", "score(3)", [
    first(
      "let table = 'a';",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x; }), { deps: () => ({ table: table }) });",
    ),
    changed("table = 'b';", /score -> table changed from "a" to "b"/, { sameValue: true }),
    kept("table = 'a';"),
  ]),
  row("deps name values of any kind, functions with what they read", "score(3)", [
    first(
      "let K = 2;",
      "const parse = (x) => x * K;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return parse(x); }), { deps: { parse: parse } });",
    ),
    changed("K = 3;", /score -> parse -> K changed from 2 to 3/),
  ]),
];
