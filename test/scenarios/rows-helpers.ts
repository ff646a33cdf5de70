// What a function calls and reads: helpers and constants at every depth, edited, renamed, moved, and merely run again.

import { changed, first, kept, type Row, row } from "./row.ts";

const NO_LATE_BINDING = "in tslab a function keeps the helper of its own cell, and so does the plain one";

const SCORE =
  "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return normalise(x); }));";
const NORMALISE = "const normalise = (x) => x / EPSILON;";

/** Ten helpers, each of which calls the next; the last reads a constant. */
const CHAIN = Array.from({ length: 10 }, (_, level) => {
  return `const level${level + 1} = (x) => ${level === 9 ? "x * K" : `level${level + 2}(x)`};`;
}).reverse();

export const HELPER_ROWS: readonly Row[] = [
  row(
    "editing a constant recomputes the function that reads it, and undoing the edit brings the result back",
    "score(3)",
    [
      first(
        "const EPSILON = 1e-6;",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x / EPSILON; }));",
      ),
      changed("const EPSILON = 1e-9;", /score -> EPSILON changed from 1e-6 to 1e-9/),
      kept("const EPSILON = 1e-6;"),
      kept("const EPSILON = 0.000001;"),
    ],
  ),
  row("editing a constant two levels down recomputes, and explain names the path", "score(3)", [
    first("const EPSILON = 1e-6;", NORMALISE, SCORE),
    changed("const EPSILON = 1e-9;", /score -> normalise -> EPSILON changed from 1e-6 to 1e-9/),
    kept("const EPSILON = 1e-6;"),
  ]),
  row("editing a constant ten levels down recomputes", "deep(3)", [
    first(
      "const K = 1;",
      ...CHAIN,
      "const deep = defineOnce(cache(function deep(x) { globalThis.runs.f++; return level1(x); }));",
    ),
    changed("const K = 2;", /deep -> level1 -> .*level10 -> K changed from 1 to 2/),
    kept("const K = 1;"),
  ]),
  row("editing a helper recomputes its caller, and explain says where", "score(3)", [
    first("const normalise = (x) => x + 1;", SCORE),
    changed("const normalise = (x) => x + 2;", /score -> normalise changed at \d+:\d+: `?1`? became `?2`?/),
    kept("const normalise = (x) => x + 1;"),
  ]),
  row("editing a function declaration recomputes its caller", "score(3)", [
    first("function normalise(x) { return x + 1; }", SCORE),
    changed("function normalise(x) { return x - 1; }", /score -> normalise changed at \d+:\d+/),
    kept("function normalise(x) { return x + 1; }"),
  ]),
  row("editing the helper of a helper recomputes", "score(3)", [
    first("const inner = (x) => x + 1;", "const normalise = (x) => inner(x) * 2;", SCORE),
    changed("const inner = (x) => x - 1;", /score -> normalise -> inner changed at \d+:\d+/),
  ]),
  row(
    "editing the function itself says what became of its code, and undoing the edit brings the result back",
    "sum(3, 4)",
    [
      first("const sum = defineOnce(cache(function sum(a, b) { globalThis.runs.f++; return a + b; }));"),
      changed(
        "const sum = defineOnce(cache(function sum(a, b) { globalThis.runs.f++; return a - b; }));",
        /changed at \d+:\d+: `?a \+ b`? became `?a - b/,
      ),
      kept("const sum = defineOnce(cache(function sum(a, b) { globalThis.runs.f++; return a + b; }));"),
    ],
  ),
  row(
    "editing the third helper of two that call each other recomputes",
    "parity(5)",
    [
      first(
        "function even(n) { return n === 0 ? label(0) : odd(n - 1); }",
        "function odd(n) { return n === 0 ? label(1) : even(n - 1); }",
        "function label(n) { return 'is ' + n; }",
        "const parity = defineOnce(cache(function parity(n) { globalThis.runs.f++; return even(n); }));",
      ),
      changed("function label(n) { return 'was ' + n; }", /parity -> (even|odd).* -> label changed at/),
      kept("function label(n) { return 'is ' + n; }"),
      changed("function odd(n) { return n === 0 ? label(9) : even(n - 1); }", /-> odd changed at/),
    ],
    {
      exceptions: {
        tslab: { why: "tslab's type checker refuses a name that no cell has declared yet" },
      },
    },
  ),
  row("two helpers of one cell that call each other count with what they read", "parity(5)", [
    first(
      "const base = 1;",
      "function even(n) { return n === 0 ? base : odd(n - 1); }\nfunction odd(n) { return n === 0 ? -base : even(n - 1); }",
      "const parity = defineOnce(cache(function parity(n) { globalThis.runs.f++; return even(n); }));",
    ),
    changed("const base = 2;", /base changed from 1 to 2/),
  ]),
  row(
    "a function that calls itself through its own const is kept when its cell runs again, and sees its base change",
    "fact(4)",
    [
      first(
        "const base = 1;",
        "const fact = defineOnce(cache((n) => { globalThis.runs.f++; return n < 2 ? base : n * fact(n - 1); }), { name: 'fact of row 10' });",
      ),
      kept(
        "const fact = defineOnce(cache((n) => { globalThis.runs.f++; return n < 2 ? base : n * fact(n - 1); }), { name: 'fact of row 10' });",
      ),
      changed("const base = 2;", /base changed from 1 to 2/),
    ],
  ),
  row("editing the default of a helper's parameter recomputes", "score(3)", [
    first("const normalise = (x, by = 2) => x * by;", SCORE),
    changed("const normalise = (x, by = 3) => x * by;", /score -> normalise changed at/),
  ]),
  row("editing a constant that a helper's default reads recomputes", "score(3)", [
    first("const K = 2;", "const normalise = (x, by = K) => x * by;", SCORE),
    changed("const K = 3;", /score -> normalise -> K changed from 2 to 3/),
  ]),
  row(
    "a helper that captured another value recomputes its caller",
    "score(3)",
    [
      first("const times = (k) => (x) => x * k;", "const normalise = times(2);", SCORE),
      changed("const normalise = times(3);", /score -> normalise -> k changed from 2 to 3/),
      kept("const normalise = times(2);"),
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read a closure's own variables in Deno",
          outcomes: ["uncached", "uncached", "uncached"],
          says: /score -> normalise -> k cannot be read.*deps: \{ k \}/,
        },
      },
    },
  ),
  row(
    "a helper that stands after its caller in the same cell counts",
    "score(3)",
    [
      first(`${SCORE}\nconst normalise = (x) => x + 1;`),
      changed("const normalise = (x) => x + 2;", /score -> normalise changed at/),
    ],
    {
      exceptions: { tslab: { why: NO_LATE_BINDING, outcomes: ["changed", "kept"] } },
    },
  ),
  row(
    "a helper that a later cell defines counts",
    "score(3)",
    [
      first(SCORE, "const normalise = (x) => x + 1;"),
      changed("const normalise = (x) => x + 2;", /score -> normalise changed at/),
    ],
    {
      exceptions: { tslab: { why: "tslab's type checker refuses a name that no cell has declared yet" } },
    },
  ),
  row(
    "a helper that runs again with other formatting, comments and local names recomputes nothing",
    "score(3)",
    [
      first("const normalise = (x) => x + 1;", SCORE),
      kept("const normalise = (x) => x + 1;"),
      kept("const normalise = (x) => { /* the same */ return x + 1; };"),
      kept("const normalise = (value) =>\n  value + 1;"),
    ],
  ),
  row("a helper that is renamed, there and in its caller, recomputes nothing", "score(3)", [
    first("const normalise = (x) => x + 1;", SCORE),
    kept([
      "const standardise = (x) => x + 1;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return standardise(x); }));",
    ]),
    changed("const standardise = (x) => x + 2;", /score -> standardise changed at/),
  ]),
  row("a constant under another name with an equal value recomputes nothing", "score(3)", [
    first(
      "const K = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * K; }));",
    ),
    kept([
      "const factor = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * factor; }));",
    ]),
    changed("const factor = 3;", /score -> factor changed from 2 to 3/),
  ]),
  row("a constant that the function does not read recomputes nothing", "score(3)", [
    first(
      "const K = 2;",
      "const other = 1;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * K; }));",
    ),
    kept("const other = 2;"),
  ]),
  row("declarations in another order recompute nothing", "score(3)", [
    first(
      "const a = 2;",
      "const b = 5;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * a + b; }));",
    ),
    kept([
      "const b = 5;",
      "const a = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * a + b; }));",
    ]),
  ]),
  row("two constants that swap their values recompute", "score(3)", [
    first(
      "const a = 2;",
      "const b = 5;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * a + b; }));",
    ),
    changed(["const a = 5;", "const b = 2;"], /score -> a changed from 2 to 5/),
  ]),
  row("x * 1 + 23 in a helper is not x * 12 + 3", "score(1)", [
    first("const normalise = (x) => x * 1 + 23;", SCORE),
    changed("const normalise = (x) => x * 12 + 3;", /score -> normalise changed at/),
  ]),
  row("a constant that is reached by two paths counts once and recomputes", "score(3)", [
    first(
      "const K = 2;",
      "const left = (x) => x * K;",
      "const right = (x) => x + K;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return left(x) + right(x); }));",
    ),
    changed("const K = 3;", /score -> (left|right) -> K changed from 2 to 3/),
  ]),
  row("editing a helper that is cached itself recomputes its caller", "outer(3)", [
    first(
      "const inner = defineOnce(cache(function inner(x) { return x + 1; }));",
      "const outer = defineOnce(cache(function outer(x) { globalThis.runs.f++; return inner(x) * 10; }));",
    ),
    kept("const inner = defineOnce(cache(function inner(x) { return x + 1; }));"),
    kept("inner(100);"),
    changed(
      "const inner = defineOnce(cache(function inner(x) { return x + 2; }));",
      /outer -> inner changed at/,
    ),
    kept("const inner = defineOnce(cache(function inner(x) { return x + 1; }));"),
  ]),
  row("editing what an async helper does recomputes", "await load(3)", [
    first(
      "const fetched = async (x) => x + 1;",
      "const load = defineOnce(cache(async function load(x) { globalThis.runs.f++; return (await fetched(x)) * 2; }));",
    ),
    changed("const fetched = async (x) => x + 2;", /load -> fetched changed at/),
    kept("const fetched = async (x) => x + 1;"),
  ]),
  row("editing what a generator helper yields recomputes", "total(3)", [
    first(
      "function* steps(n) { for (let i = 0; i < n; i++) yield i; }",
      "const total = defineOnce(cache(function total(n) { globalThis.runs.f++; let sum = 0; for (const i of steps(n)) sum += i; return sum; }));",
    ),
    changed("function* steps(n) { for (let i = 0; i < n; i++) yield i * 2; }", /total -> steps changed at/),
  ]),
  row("editing one method of an object of helpers recomputes", "score(3)", [
    first(
      "const tools = { scale(x) { return x * 2; } };",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return tools.scale(x); }));",
    ),
    changed("const tools = { scale(x) { return x * 3; } };", /score -> tools\.scale changed at/),
  ]),
  row("a helper that becomes another built-in recomputes", "score(64)", [
    first(
      "let root = Math.sqrt;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return root(x); }));",
    ),
    changed("root = Math.cbrt;", /score -> root/),
    kept("root = Math.sqrt;"),
  ]),
  row(
    "each function of a record counts what it reads",
    "[both.twice(3), both.thrice(3)].join()",
    [
      first(
        "const K = 1;",
        "const both = defineOnce({ twice: cache((x) => { globalThis.runs.f++; return x * 2 * K; }), thrice: cache((x) => { globalThis.runs.f++; return x * 3; }) });",
      ),
      changed("const K = 2;", /twice.* -> K changed from 1 to 2/),
    ],
    { explained: "both.twice" },
  ),
  row("cache by itself, without defineOnce, sees a changed constant", "score(3)", [
    first("let K = 2;", "const score = cache(function score(x) { globalThis.runs.f++; return x * K; });"),
    changed("K = 3;"),
    kept("K = 2;"),
  ]),
];
