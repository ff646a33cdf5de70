// `bun --hot` evaluates a changed program again in the same process. Bun cannot read a module's variables: a function that uses
// some is not cached, and says so; one that is told of them by `deps` is, and recomputes when they change.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { type BunHot, bunHot } from "./bun-hot.ts";

const HELPER = `import { OFFSET } from "./constants.mjs";
export const normalise = (x) => x + 1;
export const shifted = (x) => x + OFFSET;`;
const CONSTANTS = "export const OFFSET = 1;";

const NAMES = ["untold", "told", "half", "deep", "alone"] as const;
type Name = (typeof NAMES)[number];

/** What each definition gives, and what it is told of. */
const DEFINITIONS: Readonly<Record<Name, { readonly body: string; readonly deps: string }>> = {
  // Uses variables of its module that nobody can read.
  untold: { body: "normalise(x) * FACTOR", deps: "" },
  // Is told of all of them.
  told: { body: "normalise(x) * FACTOR", deps: "deps: () => ({ normalise, FACTOR })" },
  // Is told of a helper that uses a variable of its own, which nobody can read.
  half: { body: "shifted(x)", deps: "deps: () => ({ shifted })" },
  // Is told of that one too.
  deep: { body: "shifted(x)", deps: "deps: () => ({ shifted, OFFSET })" },
  // Uses nothing but its arguments and what is global.
  alone: { body: "Math.max(x, 3) * 3", deps: "" },
};

/** A line for each definition. */
const each = (line: (name: Name) => string): string => NAMES.map(line).join("\n");

const SCRIPT = `import { cache, configure, defineOnce, explain } from "define-once";
import { normalise, shifted } from "./helper.mjs";
import { OFFSET } from "./constants.mjs";
configure({ notices: false });
const FACTOR = 2;
globalThis.runs ??= { ${each((name) => `${name}: 0,`)} };
const twins = {
${each((name) => `  ${name}: (x) => ${DEFINITIONS[name].body},`)}
};
const shells = {
${each((name) => `  ${name}: defineOnce(cache(function ${name}(x) { globalThis.runs.${name}++; return ${DEFINITIONS[name].body}; }), { ${DEFINITIONS[name].deps} }),`)}
};
globalThis.first ??= shells;
const found = {};
for (const name of Object.keys(shells)) {
  const before = globalThis.runs[name];
  const [old, now] = [globalThis.first, shells].map((each) => [1, 2, 10, 1].map((x) => each[name](x)));
  found[name] = {
    truth: [1, 2, 10, 1].map((x) => twins[name](x)),
    now,
    old,
    ran: globalThis.runs[name] - before,
    same: shells[name] === globalThis.first[name],
    explained: String(explain(shells[name])).replace(/\\s+/g, " "),
  };
}
console.log(JSON.stringify({ editions: globalThis.editions, found }));
// Bun stays while something is left to wait for.
globalThis.waiting ??= setInterval(() => {}, 1_000);`;

/** What a definition did in one evaluation, in which it was called eight times with three different arguments. */
interface Outcome {
  readonly truth: readonly number[];
  readonly now: readonly number[];
  readonly old: readonly number[];
  readonly ran: number;
  readonly same: boolean;
  readonly explained: string;
}

type Outcomes = Readonly<Record<Name, Outcome>>;

const ALL_CALLS = 8;
const ALL_ARGUMENTS = 3;

let place: Workspace;
let running: BunHot<Outcomes>;
/** The evaluations, by what was edited before. */
const evaluations = new Map<string, Outcomes>();

beforeAll(async () => {
  place = workspace();
  running = bunHot<Outcomes>(place, "script.mjs", {
    "script.mjs": SCRIPT,
    "helper.mjs": HELPER,
    "constants.mjs": CONSTANTS,
  });
  evaluations.set("nothing", await running.first);
  const edits = [
    ["the helper", "helper.mjs", HELPER.replaceAll("x + 1", "x - 1").replace("x + OFFSET", "x - OFFSET")],
    ["the helper, back", "helper.mjs", HELPER],
    ["the helper's form", "helper.mjs", HELPER.replaceAll("(x) => x", "(value) => /* sum */ value")],
    ["the helper's constant", "constants.mjs", "export const OFFSET = 5;"],
    ["the helper's constant, back", "constants.mjs", CONSTANTS],
    ["a constant", "script.mjs", SCRIPT.replace("FACTOR = 2", "FACTOR = 3")],
    ["a constant, back", "script.mjs", SCRIPT],
    ["a body", "script.mjs", SCRIPT.replaceAll("Math.max(x, 3) * 3", "Math.max(x, 4) * 3")],
    ["a body, back", "script.mjs", SCRIPT],
  ] as const;
  for (const [what, file, text] of edits) evaluations.set(what, await running.edit(file, text));
});

afterAll(async () => {
  await running?.close();
  place?.remove();
});

/** What a definition did after each edit. */
function story(name: Name): readonly (readonly [edit: string, outcome: Outcome])[] {
  return [...evaluations].map(([edit, outcomes]) => [edit, outcomes[name]]);
}

describe("under bun --hot", () => {
  it.each(NAMES)("%s is right after every edit, also for who holds it from before", (name) => {
    for (const [edit, { truth, now, old, same }] of story(name)) {
      // Another body is another function; whoever holds the one from before keeps that.
      const isOther = name === "alone" && edit === "a body";
      expect({ edit, now, old, same }).toEqual({
        edit,
        now: truth,
        old: isOther ? old : truth,
        same: !isOther,
      });
    }
  });

  it("the edits change what they are to change", () => {
    const truths = (name: Name): number => new Set(story(name).map(([, { truth }]) => truth.join())).size;
    expect(Object.fromEntries(NAMES.map((name) => [name, truths(name)]))).toEqual({
      untold: 3,
      told: 3,
      half: 3,
      deep: 3,
      alone: 2,
    });
  });

  it("a function that uses variables of its module is not cached, and the explanation gives the remedy", () => {
    for (const [edit, { ran, explained }] of story("untold")) {
      expect({ edit, ran }).toEqual({ edit, ran: ALL_CALLS });
      expect(explained).toContain("cannot be read; pass deps: { normalise, FACTOR }");
    }
  });

  it("a function that is told of them is cached, and computes again only what an edit changed", () => {
    expect(story("told").map(([edit, { ran }]) => [edit, ran])).toEqual([
      ["nothing", ALL_ARGUMENTS],
      ["the helper", ALL_ARGUMENTS],
      ["the helper, back", 0],
      ["the helper's form", 0],
      ["the helper's constant", 0],
      ["the helper's constant, back", 0],
      ["a constant", ALL_ARGUMENTS],
      ["a constant, back", 0],
      ["a body", 0],
      ["a body, back", 0],
    ]);
  });

  it("a function that is told of a helper with variables of its own is not cached until it is told of these too", () => {
    for (const [edit, { ran, explained }] of story("half")) {
      expect({ edit, ran }).toEqual({ edit, ran: ALL_CALLS });
      expect(explained).toContain("half -> shifted -> OFFSET cannot be read");
    }
    expect(story("deep").map(([edit, { ran }]) => [edit, ran])).toEqual([
      ["nothing", ALL_ARGUMENTS],
      ["the helper", ALL_ARGUMENTS],
      ["the helper, back", 0],
      ["the helper's form", 0],
      ["the helper's constant", ALL_ARGUMENTS],
      ["the helper's constant, back", 0],
      ["a constant", 0],
      ["a constant, back", 0],
      ["a body", 0],
      ["a body, back", 0],
    ]);
  });

  it("a function that uses no variable of its module keeps its results over all evaluations", () => {
    const total = story("alone")
      .map(([edit, { ran }]) => [edit, ran] as const)
      .filter(([, ran]) => ran > 0);
    expect(total.map(([edit]) => edit)).toEqual(["nothing", "a body"]);
  });
});
