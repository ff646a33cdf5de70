// What is to be thought of a mutant that kept its fingerprint: both sides are run, then minifiers are asked, then the list of
// cases that somebody has looked at, then both are run until every part of them was. What nobody can explain is a fault of ours
// until shown otherwise.

import { reasonOfMutant } from "../adjudicated.ts";
import { childrenOf, generate, parse, traverse } from "../babel.ts";
import type { Tree } from "../tools.ts";
import { type Unit, unitsOf, wrapped } from "../wrap.ts";
import { Coverage } from "./coverage.ts";
import { mutantUnit } from "./kept.ts";
import type { Mutant } from "./mutants.ts";
import { unifyingTool } from "./oracle.ts";
import { type Run, World } from "./world.ts";

/** A survivor with what is known of it. */
export interface Survivor {
  readonly mutant: Mutant;
  readonly verdict:
    | { readonly kind: "no mutant" }
    /** The two did different things: a rule is wrong. */
    | { readonly kind: "differs"; readonly seed: number; readonly before: string; readonly after: string }
    | { readonly kind: "unified"; readonly by: string }
    | { readonly kind: "adjudicated"; readonly reason: string }
    /** Both did the same in many runs, which came to every part of both. */
    | { readonly kind: "alike" }
    | { readonly kind: "unexplained" };
}

const RUNS = 24;
/** In how many runs two texts must do the same where nothing else shows that they are alike. */
export const LIKENESS_RUNS = 200;

// Names of the language, which are what they are.
const LANGUAGE: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis).filter((name) =>
    /^(?:[A-Z]\w*|is[A-Z]\w+|parse\w+|\w+codeURI\w*)$/.test(name),
  ),
  ..."undefined globalThis arguments eval escape unescape".split(" "),
]);

/** The judgement of each survivor. */
export async function judged(
  mutants: readonly Mutant[],
  progress: (judged: number) => void,
): Promise<readonly Survivor[]> {
  const found: Survivor[] = [];
  for (const mutant of mutants) {
    found.push({ mutant, verdict: await verdictOf(mutant) });
    if (found.length % 100 === 0) progress(found.length);
  }
  return found;
}

async function verdictOf(mutant: Mutant): Promise<Survivor["verdict"]> {
  const [before] = unitsOf([mutant.source]);
  const after = mutantUnit(mutant);
  if (before === undefined || after === undefined) return { kind: "no mutant" };
  // The two differ in parentheses, spaces or the spelling of a literal only.
  if (reprinted(before) === reprinted(after)) return { kind: "no mutant" };
  const different = await difference(before, after);
  if (different !== undefined) return different;
  const by = await unifyingTool(wrapped([before]), wrapped([{ ...after, id: before.id }]));
  if (by !== undefined) return { kind: "unified", by };
  const reason = reasonOfMutant(mutant.source.text, mutant.after);
  if (reason !== undefined) return { kind: "adjudicated", reason };
  return { kind: (await areAlike(before, after)) ? "alike" : "unexplained" };
}

function reprinted(unit: Unit): string {
  const program = wrapped([{ ...unit, id: 0 }]);
  return generate(parse(program, { sourceType: unit.goal }), { comments: false, minified: true }).code;
}

/** What the two do differently, if any run shows it. */
async function difference(before: Unit, after: Unit): Promise<Survivor["verdict"] | undefined> {
  const runs = runsOf(before, after);
  for (let seed = 1; seed <= RUNS; seed++) {
    const pair = runs(seed);
    const found = await differing(pair, [used, used]);
    // One of the texts that ran before may have left something behind.
    const confirmed = found && (await differing(pair, [new World(), new World()]));
    if (confirmed !== undefined) return { kind: "differs", seed, ...confirmed };
    if (found !== undefined) used = new World();
  }
  return undefined;
}

/** Whether the two do the same in many more runs, each in a world that no other text has seen, and whether those come everywhere. */
async function areAlike(before: Unit, after: Unit): Promise<boolean> {
  const runs = runsOf(before, after);
  const worlds = [new World(), new World()] as const;
  const coverage = new Coverage();
  let isAlike = true;
  for (let seed = 1; seed <= LIKENESS_RUNS && isAlike; seed++) {
    const [left, right] = await seenBy(runs(seed), worlds);
    isAlike = left !== undefined && left === right;
  }
  const unreached = coverage.ended();
  const [sloppy, strict] = [runs(1), runs(2)];
  const isEverywhere = sloppy.every((run, side) => {
    const other = strict[side];
    const missed = other === undefined ? new Set<number>() : unreached(other);
    return ![...unreached(run)].some((place) => missed.has(place));
  });
  return isAlike && isEverywhere;
}

/** How both are to be run, by seed. */
function runsOf(before: Unit, after: Unit): (seed: number) => readonly Run[] {
  const names = [...new Set([...globals(before), ...globals(after)])].filter((name) => !LANGUAGE.has(name));
  const literals = [...literalsIn(before), ...literalsIn(after)];
  return (seed) => {
    const isStrict = seed % 2 === 0;
    const shared = { names, literals, isStrict, seed, kind: kindOf(before) };
    return [before, after].map(({ source }, side) => ({
      ...shared,
      text: source.text,
      url: `${side}-${isStrict}-of-a-survivor`,
    }));
  };
}

function kindOf({ source, wrapper }: Unit): "expression" | "method" | "member" {
  if (!source.isMethod) return "expression";
  return wrapper.wrapped(0, "", "").includes("class") ? "member" : "method";
}

let used = new World();

/** What two runs show, each in its world, if that is not the same. */
async function differing(
  runs: readonly Run[],
  worlds: readonly [World, World],
): Promise<{ readonly before: string; readonly after: string } | undefined> {
  const [before, after] = await seenBy(runs, worlds);
  return before === undefined || after === undefined || before === after ? undefined : { before, after };
}

async function seenBy(
  [before, after]: readonly Run[],
  [one, other]: readonly [World, World],
): Promise<readonly [string | undefined, string | undefined]> {
  return [before && (await one.seen(before)), after && (await other.seen(after))];
}

/** The literals of a text, and the numbers beside its numbers. */
function literalsIn(unit: Unit): readonly (string | number)[] {
  const found: (string | number)[] = [];
  const visit = (node: Tree): void => {
    const { value } = node;
    if (node.type === "StringLiteral" && typeof value === "string") found.push(value);
    if (node.type === "NumericLiteral" && typeof value === "number") found.push(value, value + 1, value - 1);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parse(wrapped([unit]), { sourceType: unit.goal }).program);
  return found;
}

function globals(unit: Unit): readonly string[] {
  const found: string[] = [];
  traverse(parse(wrapped([unit]), { sourceType: unit.goal }), {
    Program: ({ scope }) => {
      found.push(...Object.keys(scope.globals));
    },
  });
  return found.filter((name) => name !== "__keep__");
}
