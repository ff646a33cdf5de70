// When dependencies are looked at: at every call, within one cell or loop, over many states, and while an async run goes on.

import { changed, first, kept, type Row, row } from "./row.ts";

const F = "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return x * K; }));";

/** Nine values of K, and the first once more. */
const NINE = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 1].map((k) => { K = k; return f(10); }).join()";

export const MOMENT_ROWS: readonly Row[] = [
  row(
    "a constant that changes between two calls of one cell is seen",
    "got()",
    [
      first(
        "let K = 1;",
        F,
        "const got = () => { K = 1; const one = f(1); K = 2; const two = f(1); K = 1; return [one, two, f(1)].join(); };",
      ),
      kept(""),
    ],
    { explained: "f" },
  ),
  row(
    "calls and assignments in one cell with the definition give what they should",
    "seen.join()",
    [
      {
        ...first(
          "let K = 1;\nlet ran = 0;",
          `${F.replace("globalThis", "ran++; globalThis")}\nconst seen = [f(1)];\nK = 2;\nseen.push(f(1));\nK = 1;\nseen.push(f(1));`,
        ),
        outcome: "kept",
      },
    ],
    { explained: "f", holds: "seen.join() === '1,2,1' && ran === 2" },
  ),
  row(
    "a constant that changes in a loop is seen in every round, and every result stays",
    NINE,
    [first("let K = 0;", F), kept("K = 0;"), changed(F.replace("x * K", "x - K"), /changed at/), kept(F)],
    { explained: "f" },
  ),
  row(
    "nine values of a constant that is edited, then each of them again, then an edit of the code that is undone",
    "f(10)",
    [
      first("const K = 1;", F),
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((k) =>
        changed(`const K = ${k};`, new RegExp(`f -> K changed from ${k - 1} to ${k}`)),
      ),
      ...[1, 5, 9].map((k) => kept(`const K = ${k};`)),
      changed(F.replace("x * K", "x + K"), /changed at \d+:\d+: .* became /),
      kept(F),
      kept("const K = 2;"),
    ],
  ),
  row(
    "a value that was never called for is computed when it comes",
    "f(n)",
    [
      first("let K = 1;", "let n = 10;", F),
      changed("n = 11;"),
      changed("K = 2;", /f -> K changed from 1 to 2/),
      changed("n = 10;"),
      kept("K = 1;"),
    ],
    { explained: "f" },
  ),
  row(
    "an async run during which a helper was edited keeps nothing, in either state",
    "await load(n)",
    [
      first(
        "let K = 1;",
        "let n = 1;",
        "const load = defineOnce(cache(async function load(x) { globalThis.runs.f++; const before = K; await new Promise((done) => setTimeout(done, 60)); return [x, before, K].join(); }));",
      ),
      changed("n = 2;\nglobalThis.pendingOfRow = load(n);\nK = 2;"),
      changed(["K = 1;", "n = 3;"]),
      changed("n = 2;"),
    ],
    {
      explained: "load",
    },
  ),
  row("an async function is computed again after its constant changed", "await load(3)", [
    first(
      "let K = 1;",
      "const load = defineOnce(cache(async function load(x) { globalThis.runs.f++; await null; return x * K; }));",
    ),
    changed("K = 2;", /load -> K changed from 1 to 2/),
    kept("K = 1;"),
  ]),
  row(
    'with check: "turn", a change is seen in the next turn of the event loop, and explain says so',
    "await globalThis.turn().then(() => f(10))",
    [
      first(
        "let K = 1;",
        "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return x * K; }, { check: 'turn' }));",
      ),
      changed("K = 2;", /turn/),
      kept("K = 1;"),
    ],
    { explained: "f" },
  ),
  row(
    "a definition that runs again unchanged, in the same cell as its constant, keeps its results",
    "f(10)",
    [first(`let K = 1;\n${F}`), kept(F)],
    {
      exceptions: {
        tslab: {
          why: "the new function reads K of the other cell, which is equal",
          outcomes: ["changed", "kept"],
        },
      },
    },
  ),
  row("a whole notebook that runs again keeps its results", "f(10)", [
    first(
      "const K = 2;",
      "const helper = (x) => x * K;",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return helper(x); }));",
    ),
    kept([
      "const K = 2;",
      "const helper = (x) => x * K;",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return helper(x); }));",
    ]),
    changed(
      [
        "const K = 3;",
        "const helper = (x) => x * K;",
        "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return helper(x); }));",
      ],
      /f -> helper -> K changed from 2 to 3/,
    ),
  ]),
];
