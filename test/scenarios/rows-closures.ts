// Closures: functions of one text with variables of their own, bound and partially applied ones, and callbacks. In Deno
// nobody can read such variables: there the honest answer is to run the body at every call until `deps` names them.

import { changed, type Exceptions, first, HOSTS, inHosts, kept, type Row, row, uncached } from "./row.ts";

/** In Deno, a row of so many steps runs the body at every call. */
function uncachedInDeno(steps: number, says?: RegExp): Exceptions {
  return {
    deno: {
      why: "nobody can read a closure's own variables in Deno",
      outcomes: Array.from({ length: steps }, () => "uncached"),
      ...(says === undefined ? {} : { says }),
    },
  };
}

function looped(last: number): string {
  return `const all = [2, ${last}].map((k) => defineOnce(cache((x) => { globalThis.runs.f++; return x * k; }), { name: 'looped' }));`;
}

const MAKE =
  "const make = (n) => defineOnce(cache((x) => { globalThis.runs.f++; return x * n; }), { name: 'made by ROW' });";

function make(name: string): string {
  return MAKE.replace("made by ROW", `made by ${name}`);
}

export const CLOSURE_ROWS: readonly Row[] = [
  row(
    "closures of a loop answer each from its own variable, and keep their results when the loop runs again",
    "[all[0](10), all[1](10)].join()",
    [first(looped(3)), kept(looped(3)), changed(looped(5), /k changed from/)],
    {
      explained: "all[1]",
      exceptions: uncachedInDeno(3, /k cannot be read.*deps: \{ k \}/),
    },
  ),
  row(
    "closures of a factory answer each from its own parameter",
    "[two(10), three(10)].join()",
    [
      first(make("a factory"), "const two = make(2);", "const three = make(3);"),
      kept("const three = make(3);"),
      changed("const three = make(4);", /n changed from/),
      kept("const three = make(2);"),
    ],
    {
      explained: "three",
      exceptions: uncachedInDeno(4, /n cannot be read.*deps: \{ n \}/),
    },
  ),
  row(
    "a factory's parameter is not the global of the same name",
    "[two(10), three(10)].join()",
    [
      first("let n = 100;", make("a global"), "const two = make(2);", "const three = make(3);"),
      kept("n = 200;"),
      changed("const three = make(4);", /n changed from/),
    ],
    {
      explained: "three",
      exceptions: {
        deno: {
          why: "the README's assumption: in Deno a closure's free name that a top-level binding bears means that one",
        },
      },
    },
  ),
  row(
    "a variable of a closure that its own setter changes recomputes",
    "made.f(10)",
    [
      first(
        "const made = (() => { let k = 2; return { f: defineOnce(cache((x) => { globalThis.runs.f++; return x * k; }), { name: 'with a setter' }), set: (v) => { k = v; } }; })();",
      ),
      changed("made.set(3);", /k changed from 2 to 3/),
      kept("made.set(2);"),
    ],
    {
      exceptions: uncachedInDeno(3, /k cannot be read.*deps: \{ k \}/),
    },
  ),
  row(
    "deps names what a factory's function reads",
    "[two(10), three(10)].join()",
    [
      first(
        "const make = (n) => defineOnce(cache((x) => { globalThis.runs.f++; return x * n; }), { name: 'with deps', deps: { n } });",
        "const two = make(2);",
        "const three = make(3);",
      ),
      kept("const three = make(3);"),
      changed("const three = make(4);", /n changed from/),
    ],
    { explained: "three" },
  ),
  row("deps as a thunk is asked at every call", "made.f(10)", [
    first(
      "const made = (() => { let k = 2; return { f: defineOnce(cache((x) => { globalThis.runs.f++; return x * k; }), { name: 'with a thunk', deps: () => ({ k }) }), set: (v) => { k = v; } }; })();",
    ),
    changed("made.set(3);", /k changed from 2 to 3/),
    kept("made.set(2);"),
  ]),
  row(
    "instances whose constructor defines a function of this answer each for itself",
    "[two.f(10), three.f(10)].join()",
    [
      first(
        "class Model { constructor(n) { this.n = n; this.f = defineOnce(cache((x) => { globalThis.runs.f++; return x * this.n; }), { name: 'of this' }); } }",
        "const two = new Model(2);",
        "const three = new Model(3);",
      ),
      changed("two.n = 5;"),
      changed("three.n = 7;"),
    ],
    {
      explained: "two.f",
      exceptions: inHosts(HOSTS, {
        why: "the `this` of an arrow is in no scope that V8 shows; a host may know it all the same",
        outcomes: ["fresh", "fresh", "fresh"],
        says: /this/,
      }),
    },
  ),
  row(
    "functions that read the arguments around them answer each for itself",
    "[two(10), three(10)].join()",
    [
      first(
        "function make() { return defineOnce(cache((x) => { globalThis.runs.f++; return x * arguments[0]; }), { name: 'of arguments' }); }",
        "const two = (make‹ as any›)(2);",
        "const three = (make‹ as any›)(3);",
      ),
      kept(""),
    ],
    {
      explained: "three",
      exceptions: inHosts(HOSTS, {
        why: "a host may not be able to read the arguments around an arrow",
        outcomes: ["fresh", "fresh"],
      }),
    },
  ),
  row(
    "functions that read new.target answer each for itself",
    "[new Two().f(10), new Three().f(10)].join()",
    [
      first(
        "function Maker(‹this: any›) { this.f = defineOnce(cache((x) => { globalThis.runs.f++; return x * (new.target‹ as any›).k; }), { name: 'of new.target' }); }",
        "const Two = class extends (Maker‹ as any›) { static k = 2 };",
        "const Three = class extends (Maker‹ as any›) { static k = 3 };",
      ),
      kept(""),
    ],
    {
      explained: "new Three().f",
      exceptions: inHosts(HOSTS, {
        why: "a host may not be able to read new.target of an arrow",
        outcomes: ["fresh", "fresh"],
      }),
    },
  ),
  row(
    "a bound function counts by its target and what is bound",
    "score(10)",
    [
      first(
        "const times = (k, x) => x * k;",
        "let scale = times.bind(null, 2);",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return scale(x); }));",
      ),
      kept("scale = times.bind(null, 2);"),
      changed("scale = times.bind(null, 3);", /score -> scale/),
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read what a function is bound to in Deno",
          outcomes: ["uncached", "uncached", "uncached"],
          says: /score -> scale is a/,
        },
      },
    },
  ),
  row(
    "a partially applied function counts by what was applied",
    "score(10)",
    [
      first(
        "const partial = (fn, a) => (b) => fn(a, b);",
        "const add = (a, b) => a + b;",
        "let add2 = partial(add, 2);",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return add2(x); }));",
      ),
      kept("add2 = partial(add, 2);"),
      changed("add2 = partial(add, 3);", /score -> add2 -> a changed from 2 to 3/),
      changed("add2 = partial((a, b) => a - b, 3);", /score -> add2 -> fn/),
    ],
    {
      exceptions: uncachedInDeno(4, /cannot be read/),
    },
  ),
  row(
    "a callback that means the same is a hit, and one that reads another value is not",
    "apply((x) => x * K)",
    [
      first(
        "const K = 2;",
        "const apply = defineOnce(cache(function apply(fn) { globalThis.runs.f++; return fn(10); }));",
      ),
      changed("const K = 3;"),
      kept("const K = 2;"),
    ],
  ),
  // In a list, since what an assignment names, and how, differs between hosts.
  row("a callback of another text is not a hit", "apply(callback)", [
    first(
      "let callback = [(x) => x + 1][0];",
      "const apply = defineOnce(cache(function apply(fn) { globalThis.runs.f++; return fn(10); }));",
    ),
    kept("callback = [(value) => value + 1][0];"),
    changed("callback = [(x) => x + 2][0];"),
    kept("callback = [(x) => x + 1][0];"),
  ]),
  row(
    "a callback with another captured value is not a hit, and one with an equal value is",
    "apply(by(k))",
    [
      first(
        "const by = (n) => (x) => x * n;",
        "let k = 2;",
        "const apply = defineOnce(cache(function apply(fn) { globalThis.runs.f++; return fn(10); }));",
      ),
      changed("k = 3;"),
      kept("k = 2;"),
    ],
    {
      exceptions: uncachedInDeno(3),
    },
  ),
  row(
    "a variable in its dead zone is no error, and its value counts once it is there",
    "[early, score(1)].join()",
    [
      first(
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return x * K; }));\nconst early = (() => { try { return String(score(1)); } catch (error) { return error.name; } })();\nlet K = 2;",
      ),
      changed("K = 3;", /score -> K changed from 2 to 3/),
      kept("K = 2;"),
    ],
    {
      explained: "score",
      exceptions: {
        tslab: {
          why: "in tslab a function keeps the variable of its own cell, and so does the plain one",
          outcomes: ["changed", "kept", "kept"],
        },
      },
    },
  ),
  row(
    "direct eval may read anything, so it runs at every call",
    "score(3)",
    [
      {
        ...first(
          "let K = 2;",
          "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return eval('x * K'); }));",
        ),
        outcome: "uncached",
      },
      uncached("K = 3;", /eval/),
    ],
    {
      // What the cells call K has another name in each of our two sides, which eval's text is given too.
      exceptions: { tslab: { why: "in tslab a cell cannot see another cell's variable by eval" } },
    },
  ),
];
