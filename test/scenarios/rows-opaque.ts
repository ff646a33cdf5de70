// What cannot be compared, or must not be touched: promises, proxies, getters, generators, weak maps. Nothing of the user's
// runs when free names are read; what nobody can compare is not kept until the user names it.

import { changed, first, HOSTS, inHosts, kept, type Row, row, type Step, uncached } from "./row.ts";

const REMEDY = "(deps|ignore|version)";

/** A first step after which every call runs the body. */
function opaque(says: RegExp, ...cells: readonly string[]): Step {
  return { cells, outcome: "uncached", says };
}

const TRAPS = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "isExtensible"];
const PROXY = `const proxy = new Proxy(target, { ${TRAPS.map(
  (trap) => `${trap}(...args) { traps++; return Reflect.${trap}(...args); }`,
).join(", ")} });`;

export const OPAQUE_ROWS: readonly Row[] = [
  row(
    "a captured promise is not kept, once noticed, and explain gives the remedy",
    "score(3)",
    [
      opaque(
        new RegExp(`score -> socket is a promise.*${REMEDY}`),
        "let socket = Promise.resolve(1);",
        "globalThis.listen();\nconst score = defineOnce(cache(function score(x) { globalThis.runs.f++; return typeof socket + x; }));",
      ),
      uncached("socket = Promise.resolve(2);", /score -> socket is a promise/),
      changed("socket = 5;"),
    ],
    {
      explained: "score",
      holds:
        "globalThis.notices.filter((line) => line.includes('score') && line.includes('promise')).length === 1",
    },
  ),
  row("a captured promise that is ignored does not count", "score(3)", [
    first(
      "let socket = Promise.resolve(1);",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return typeof socket + x; }), { ignore: ['socket'] });",
    ),
    kept("socket = Promise.resolve(2);"),
  ]),
  row("a promise that a helper captures is not kept either", "score(3)", [
    opaque(
      new RegExp(`score -> send -> socket is a promise.*${REMEDY}`),
      "let socket = Promise.resolve(1);",
      "const send = (x) => typeof socket + x;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return send(x); }));",
    ),
    changed("socket = 'text';"),
  ]),
  row("a promise inside a captured object is not kept", "score(3)", [
    opaque(
      new RegExp(`score -> config\\.socket is a promise.*${REMEDY}`),
      "const config = { socket: Promise.resolve(1), all() { return Object.keys(this).length; } };",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return config.all() * x; }));",
    ),
  ]),
  row("a generator object that was captured is not kept", "score(3)", [
    opaque(
      new RegExp(`score -> rows is a.*${REMEDY}`),
      "const rows = (function* () { yield 1; })();",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return typeof rows + x; }));",
    ),
  ]),
  row(
    "entries of a WeakMap count where they can be read",
    "score(3)",
    [
      first(
        "const key = {};",
        "const weak = new WeakMap([[key, 2]]);",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return weak.get(key) * x; }));",
      ),
      changed("weak.set(key, 3);", /score -> weak/),
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read a WeakMap in Deno",
          outcomes: ["uncached", "uncached"],
          says: new RegExp(`score -> weak is a.*${REMEDY}`),
        },
      },
    },
  ),
  row(
    "reading a captured proxy runs none of its traps",
    "score(3)",
    [
      first(
        "let traps = 0;",
        "let bodies = 0;",
        "const target = { a: 1 };",
        PROXY,
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; bodies++; return proxy.a * x; }));",
      ),
      changed("target.a = 2;", /score -> proxy/),
      kept("target.a = 1;"),
    ],
    {
      // The body itself asks once each time.
      holds: "traps === bodies",
      exceptions: {
        deno: {
          why: "nobody can read what is behind a proxy in Deno",
          outcomes: ["uncached", "uncached", "uncached"],
          says: new RegExp(`score -> proxy(\\.a)? is a proxy.*${REMEDY}`),
        },
      },
    },
  ),
  row(
    "a getter that throws is never run",
    "score(3)",
    [
      first(
        "let reads = 0;",
        "const config = { ok: 1, get bad() { reads++; throw new Error('bad'); } };",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return Object.keys(config).length * config.ok * x; }));",
      ),
      changed("config.ok = 2;"),
    ],
    {
      holds: "reads === 0",
      exceptions: inHosts(HOSTS, {
        why: "an accessor may be compared by its code, or not at all",
        outcomes: ["fresh", "fresh"],
      }),
    },
  ),
  row(
    "an accessor on the global object is never run by us, and what it gives is never stale",
    "score(3)",
    [
      first(
        "globalThis.readsOfRow = 0;\nglobalThis.bodiesOfRow = 0;",
        "Object.defineProperty(globalThis, 'accessorOfRow', { configurable: true, get() { globalThis.readsOfRow++; return 2; } });",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; globalThis.bodiesOfRow++; return (globalThis‹ as any›).accessorOfRow * x; }));",
      ),
      changed(
        "Object.defineProperty(globalThis, 'accessorOfRow', { configurable: true, get() { globalThis.readsOfRow++; return 3; } });",
      ),
    ],
    {
      // Each body asks once, and nobody else.
      holds: "globalThis.readsOfRow > 0 && globalThis.readsOfRow === globalThis.bodiesOfRow",
      exceptions: inHosts(HOSTS, {
        why: "an accessor may be compared by its code, or not at all",
        outcomes: ["fresh", "fresh"],
      }),
    },
  ),
  row("a property of the global object counts", "score(3)", [
    first(
      "globalThis.rateOfRow = 2;",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return (globalThis‹ as any›).rateOfRow * x; }));",
    ),
    changed("globalThis.rateOfRow = 3;", /score -> (globalThis\.)?rateOfRow changed from 2 to 3/),
    kept("globalThis.rateOfRow = 2;"),
  ]),
  row("a property of the global object counts by its bare name", "score(3)", [
    first(
      "globalThis.bareOfRow = 2;",
      "‹declare var bareOfRow: any;›\nconst score = defineOnce(cache(function score(x) { globalThis.runs.f++; return bareOfRow * x; }));",
    ),
    changed("globalThis.bareOfRow = 3;", /score -> (globalThis\.)?bareOfRow changed from 2 to 3/),
    kept("globalThis.bareOfRow = 2;"),
  ]),
  row(
    "a name that is not defined counts once it is",
    "score(3)",
    [
      first(
        "‹declare var lateOfRow: any;›\nconst score = defineOnce(cache(function score(x) { globalThis.runs.f++; return typeof lateOfRow + x; }));",
      ),
      changed("globalThis.lateOfRow = 1;", /score -> (globalThis\.)?lateOfRow/),
    ],
    {
      exceptions: {
        deno: {
          why: "until the name is there, it could be a closure's own, which nobody can read in Deno",
          outcomes: ["uncached", "changed"],
          says: /lateOfRow/,
        },
      },
    },
  ),
  row(
    "Math.random that was replaced counts",
    "score(3)",
    [
      first(
        "const original = Math.random;\nMath.random = () => 0.5;",
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return Math.random() * x; }));",
      ),
      changed("Math.random = () => 0.25;", /score -> Math/),
      kept("Math.random = () => 0.5;"),
    ],
    { holds: "(Math.random = original) === Math.random" },
  ),
  row("what looks at the clock is kept, and explain says so", "score(3)", [
    {
      ...first(
        "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return Date.now() > 0 ? x : 0; }));",
      ),
      says: /Date\.now/,
    },
    kept(""),
  ]),
  row("an environment variable counts", "score(3)", [
    first(
      "process.env.RATE_OF_ROW = 'a';",
      "const score = defineOnce(cache(function score(x) { globalThis.runs.f++; return process.env.RATE_OF_ROW + x; }));",
    ),
    changed("process.env.RATE_OF_ROW = 'b';", /score -> process\.env\.RATE_OF_ROW changed from "a" to "b"/),
    kept("process.env.RATE_OF_ROW = 'a';"),
    kept("process.env.OTHER_OF_ROW = 'b';"),
  ]),
];
