// How often a subject is wrong, found before anything is timed: calls that differ and get one answer, calls that are equal
// and are computed twice, calls that throw.

import { EQUAL } from "./equal-pairs.ts";
import { DIFFERENT, type Pair } from "./pairs.ts";
import type { Args, Call, Callable, Shape, Subject } from "./subject.ts";

/** Titles of the pairs that went wrong, of those that fit a shape. */
export interface Confusion {
  readonly different: number;
  readonly equal: number;
  readonly confused: readonly string[];
  readonly missed: readonly string[];
  readonly threw: readonly string[];
}

/** A function that can tell how many arguments there are; and nothing else matters for what a memory does. */
const telling: Callable = (...args: readonly unknown[]) => args.length + 1;

/** What a subject, set up for a shape, makes of all pairs of that shape. Undefined if it does no such rows. */
export function confusionOf(subject: Subject, shape: Shape): Confusion | undefined {
  const different = DIFFERENT.filter((pair) => fits(pair, shape));
  const equal = EQUAL.filter((pair) => fits(pair, shape));
  const outcomes = new Map<Pair, Outcome>();
  for (const pair of different) outcomes.set(pair, bothWays(subject, shape, pair));
  for (const pair of equal) outcomes.set(pair, outcomeOf(subject, shape, pair));
  if ([...outcomes.values()].every((outcome) => outcome === "absent")) return undefined;
  const titles = (pairs: readonly Pair[], outcome: Outcome): readonly string[] =>
    pairs.filter((pair) => outcomes.get(pair) === outcome).map(({ title }) => title);
  return {
    different: different.length,
    equal: equal.length,
    confused: titles(different, "one answer"),
    missed: titles(equal, "two answers"),
    threw: titles([...different, ...equal], "threw"),
  };
}

type Outcome = "one answer" | "two answers" | "threw" | "absent";

/** Whichever of two calls comes first, a wrong answer is one. */
function bothWays(subject: Subject, shape: Shape, pair: Pair): Outcome {
  const there = outcomeOf(subject, shape, pair);
  if (there !== "two answers") return there;
  return outcomeOf(subject, shape, { ...pair, left: pair.right, right: pair.left });
}

function outcomeOf(subject: Subject, shape: Shape, { left, right }: Pair): Outcome {
  const [first, second] = [left(), right()];
  const arity = Math.max(first.length, second.length);
  const setup = { shape, arity, isVariadic: first.length !== second.length, entries: 100 };
  const memory = subject.remember(telling, setup);
  if (typeof memory === "string") return "absent";
  const { call, runs } = memory;
  if (!answers(call, first)) return "threw";
  const before = runs();
  if (!answers(call, second)) return "threw";
  return runs() === before ? "one answer" : "two answers";
}

function answers(call: Call, args: Args): boolean {
  try {
    call(...args);
    return true;
  } catch {
    return false;
  }
}

/** Whether arguments are of a shape: a memory set up for primitives is not asked about objects. */
function fits({ left, right }: Pair, shape: Shape): boolean {
  const sides = [left(), right()];
  if (shape === "structure") return true;
  if (shape === "one" && sides.some((args) => args.length !== 1)) return false;
  return sides.flat().every((arg) => (typeof arg !== "object" || arg === null) && typeof arg !== "function");
}
