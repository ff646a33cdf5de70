// The scenario that every notebook must pass, as data: a cell of three definitions is run, edited and undone, and each
// step says what became of every definition. Texts are in the dialect of dialect.ts.

/** The definitions of the cell under edit. */
export type Name = "simulate" | "score" | "load";

/** What must hold of a definition after a step. */
export interface Outcome {
  /** Whether it is the very function object of the first run. */
  readonly same: boolean;
  /** How often its body ran for the calls of `CALLS`. */
  readonly ran: number;
  /** Kind of the latest verdict that `explain` shows. */
  readonly verdict: "first" | "kept" | "restored" | "changed";
}

export type Outcomes = Readonly<Record<Name, Outcome>>;

export type Step =
  /** Runs the cell of definitions, edited or not, then calls each: results must be those of a plain run. */
  | {
      readonly kind: "define";
      readonly title: string;
      readonly source: string;
      readonly expected: Outcomes;
      /** Message of the error that ends the cell. */
      readonly throws?: string;
      readonly typesOnly?: boolean;
    }
  /** Runs cells, the last of which prints FACTS and a JSON object. */
  | {
      readonly kind: "facts";
      readonly title: string;
      readonly cells: readonly string[];
      /** Whether all are sent at once, as "Run All" does. */
      readonly queued?: boolean;
      readonly expected: Readonly<Record<string, unknown>>;
    }
  /** Runs a cell whose last expression must display as HTML with this in it. */
  | { readonly kind: "display"; readonly title: string; readonly cell: string; readonly html: string };

/** The calls that show what is cached. */
export const CALLS: Readonly<Record<Name, readonly (readonly number[])[]>> = {
  simulate: [[10], [20]],
  score: [[3]],
  load: [[4]],
};

/** The cell under edit. */
export const DEFINITIONS = `
const simulate = defineOnce(cache(function simulate(steps‹: number›, seed‹: number› = 7)‹: number› {
  globalThis.runs.simulate++;
  let state = seed;
  for (let i = 0; i < steps; i++) {
    state = (state * 31 + 11) % 1009;
  }
  return state;
}));
const score = defineOnce(cache(function score(x‹: number›) {
  globalThis.runs.score++;
  return { value: Math.trunc(x * 2.5), label: "score" };
}));
const load = defineOnce(cache(async function load(id‹: number›) {
  globalThis.runs.load++;
  const row = id * 3;
  return [id, row];
}));
`.trim();

/** The cells before the first step. `probe` prints, for each definition, an `Outcome` and the results of its calls. */
export const SETUP: readonly string[] = [
  `import { defineOnce, cache, explain, status, configure } from "define-once";`,
  `
configure({ notices: false });
globalThis.explain = explain;
globalThis.verdicts = (definition) =>
  globalThis.explain(definition).events.filter((event) => event.type === "defined").map((event) => event.verdict.kind);
globalThis.runs = { simulate: 0, score: 0, load: 0, twin: 0, area: 0 };
globalThis.kept = {};
globalThis.probe = async function (definitions) {
  const facts = {};
  for (const [name, definition, calls] of definitions) {
    const before = globalThis.runs[name];
    const values = [];
    for (const args of calls) values.push(await definition(...args));
    globalThis.kept[name] ??= definition;
    facts[name] = {
      same: globalThis.kept[name] === definition,
      ran: globalThis.runs[name] - before,
      verdict: globalThis.verdicts(definition).at(-1),
      values,
    };
  }
  console.log("FACTS" + JSON.stringify(facts));
};
globalThis.ready = true;`.trim(),
];

/** The cell that calls `probe`. */
export const PROBE = `await globalThis.probe([${Object.entries(CALLS)
  .map(([name, calls]) => `["${name}", ${name}, ${JSON.stringify(calls)}]`)
  .join(", ")}]);`;

export const ALL_KEPT: Outcomes = {
  simulate: { same: true, ran: 0, verdict: "kept" },
  score: { same: true, ran: 0, verdict: "kept" },
  load: { same: true, ran: 0, verdict: "kept" },
};

type Replacement = readonly [before: string, after: string];

/** The cell with every replacement made once. */
function edited(...replacements: readonly Replacement[]): string {
  return replacements.reduce((source, [before, after]) => {
    if (!source.includes(before)) throw new Error(`The edit "${before}" does not occur in:\n${source}`);
    return source.replace(before, () => after);
  }, DEFINITIONS);
}

export function keeps(title: string, ...replacements: readonly Replacement[]): Step {
  return { kind: "define", title, source: edited(...replacements), expected: ALL_KEPT };
}

/** An edit that must change `name` and nothing else, and the step that undoes it. */
function changes(name: Name, what: string, ...replacements: readonly Replacement[]): readonly Step[] {
  const taken: Outcome = { same: false, ran: CALLS[name].length, verdict: "changed" };
  const restored: Outcome = { same: true, ran: 0, verdict: "restored" };
  return [
    {
      kind: "define",
      title: `${what} recomputes ${name}, and only that`,
      source: edited(...replacements),
      expected: { ...ALL_KEPT, [name]: taken },
    },
    {
      kind: "define",
      title: `undoing it (${what}) gives back the function and its results`,
      source: DEFINITIONS,
      expected: { ...ALL_KEPT, [name]: restored },
    },
  ];
}

const FIRST: Step = {
  kind: "define",
  title: "the first run computes",
  source: DEFINITIONS,
  expected: {
    simulate: { same: true, ran: 2, verdict: "first" },
    score: { same: true, ran: 1, verdict: "first" },
    load: { same: true, ran: 1, verdict: "first" },
  },
};

/** What a user does to a cell without meaning to change anything. */
const KEEPING: readonly Step[] = [
  keeps("running the same cell again keeps the functions and their caches"),
  keeps(
    "adding comments keeps the functions and their caches",
    ["  let state", "  // where we start\n  let state"],
    ["return state;", "return /* the last one */ state; // done"],
    ["const row", "/** one row */\n  const row"],
  ),
  keeps(
    "formatting keeps the functions and their caches",
    ["{ value: Math.trunc(x * 2.5), label", "{\n    value: Math.trunc(x*2.5),\n    label"],
    ["(let i = 0; i < steps; i++) {\n    state", "(let i=0;i<steps;i++) {\n\n          state"],
    ["return [id, row];", "return [\n    id,\n    row,\n  ];"],
  ),
  keeps("other quotes keep the function and its cache", [`"score" };`, `'score' };`]),
  keeps(
    "redundant parentheses keep the function and its cache",
    ["(state * 31 + 11) % 1009", "(((state * 31) + 11) % (1009))"],
    ["x * 2.5", "(x) * (2.5)"],
  ),
  keeps(
    "renaming a local keeps the function and its cache",
    ["let state = seed", "let current = seed"],
    ["state = (state * 31", "current = (current * 31"],
    ["return state", "return current"],
    ["let i = 0; i < steps; i++", "let step = 0; step < steps; step++"],
  ),
  keeps(
    "renaming a parameter keeps the function and its cache",
    ["score(x‹", "score(points‹"],
    ["x * 2.5", "points * 2.5"],
    ["load(id‹", "load(key‹"],
    ["= id * 3", "= key * 3"],
    ["[id, row]", "[key, row]"],
  ),
  {
    kind: "define",
    title: "changing TypeScript types keeps the functions and their caches",
    source: edited(
      ["function simulate(steps‹: number›", "function simulate‹<T extends number>›(steps‹: T›"],
      ["let state = seed", "let state‹: number› = seed‹ as number›"],
      ["score(x‹: number›)", "score(x‹: number›)‹: { value: number; label: string }›"],
      ["const row = id * 3", "const row = (id‹ as number›) * 3‹ satisfies number›"],
    ),
    expected: ALL_KEPT,
    typesOnly: true,
  },
];

/** Edits that change what a definition means. */
const CHANGING: readonly (readonly Step[])[] = [
  changes("simulate", "a changed operator", ["31 + 11", "31 - 11"]),
  changes("simulate", "a changed literal", ["1009", "1013"]),
  changes("simulate", "a changed default", ["= 7", "= 8"]),
  changes("score", "a changed property name", ["label:", "tag:"]),
  changes("score", "a changed string", [`"score" }`, `"Score" }`]),
  changes("score", "another call", ["Math.trunc", "Math.round"]),
  changes("score", "an added async", ["cache(function score", "cache(async function score"]),
  changes("load", "an added await", ["= id * 3", "= await id * 3"]),
  changes("load", "an added statement", ["return [id", "if (id === 4) return [];\n  return [id"]),
];

/** Keep, change and undo: what every host that evaluates code again must pass. */
export const EDITING: readonly Step[] = [FIRST, ...KEEPING, ...CHANGING.flat()];
