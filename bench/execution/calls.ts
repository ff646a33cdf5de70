// The exports of a module and of its rewritten copy, called with equal arguments, in step: the results, what was thrown,
// what became of the arguments and the order in which callbacks were called must be the same.

import { Script } from "node:vm";
import type { Count } from "../../src/units.ts";
import { portrait, thrownPortrait } from "./portrait.ts";
import { Random } from "./random.ts";
import { drawFrom, dueTimers } from "./still-world.ts";
import { type Flavour, Values } from "./values.ts";

/** The exports of one side, and the objects that calls have given there. */
export interface Side {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly made: unknown[];
  /** The `this` of the calls: the class whose static functions the exports are, or undefined. */
  readonly self: unknown;
}

/** An original and its rewritten copy. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Which calls are made. */
export interface CallPlan {
  readonly flavours: readonly Flavour[];
  readonly without: readonly string[];
  readonly callsPerExport: Count;
}

/** A call whose outcomes differ. */
export interface Difference {
  readonly name: string;
  readonly arguments: string;
  readonly before: string;
  readonly after: string;
}

/** What calling gave. */
export interface CallReport {
  readonly exports: Count;
  readonly calls: Count;
  /** Calls that ran out of time on a side. */
  readonly skipped: Count;
  /** How many different outcomes there were: calls that all throw prove nothing. */
  readonly outcomes: Count;
  readonly returned: Count;
  /** The first of each export. */
  readonly differences: readonly Difference[];
}

const MOST_MADE = 100;
const LIMIT_MILLISECONDS = 300;

/**
 * Calls each export of both sides. A call that is cut off leaves its side in the middle of something, so both are loaded
 * anew then.
 */
export async function comparedCalls(
  load: (turn: number) => Promise<Sides>,
  plan: CallPlan,
): Promise<CallReport> {
  let turn = 0;
  let { before, after } = await load(turn);
  const names = Object.keys(before.exports).filter(
    (name) => typeof before.exports[name] === "function" && !plan.without.includes(name),
  );
  const differences: Difference[] = [];
  const outcomes = new Set<string>();
  let [calls, skipped, returned] = [0, 0, 0];
  for (const name of names) {
    let slow = 0;
    for (let call = 0; call < plan.callsPerExport && slow < 2; call++) {
      const seed = `${name} ${call}`;
      const one = outcome(before, name, seed, plan.flavours);
      const other = one.isLate ? one : outcome(after, name, seed, plan.flavours);
      if (one.isLate || other.isLate) {
        skipped++;
        slow++;
        ({ before, after } = await load(++turn));
        continue;
      }
      calls++;
      outcomes.add(`${name} ${one.text}`);
      if (one.text !== other.text) {
        differences.push({ name, arguments: one.given, before: one.text, after: other.text });
        ({ before, after } = await load(++turn));
        break;
      }
      if (one.hasReturned) returned++;
      if (isMade(one.value) && isMade(other.value) && before.made.length < MOST_MADE) {
        before.made.push(one.value);
        after.made.push(other.value);
      }
    }
  }
  return { exports: names.length, calls, skipped, outcomes: outcomes.size, returned, differences };
}

interface Outcome {
  readonly text: string;
  readonly given: string;
  readonly value: unknown;
  readonly hasReturned: boolean;
  readonly isLate: boolean;
}

function outcome(side: Side, name: string, seed: string, flavours: readonly Flavour[]): Outcome {
  const values = new Values(seed, flavours, side.made);
  const random = new Random(`${seed} choices`);
  const fn = side.exports[name];
  const lines: string[] = [];
  let isLate = false;
  const attempt = (call: () => unknown): unknown => {
    try {
      const value = limited(seed, call);
      lines.push(`gives ${portrait(value)}`);
      return value;
    } catch (error) {
      isLate ||= error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
      lines.push(`throws ${thrownPortrait(error)}`);
      return undefined;
    }
  };
  if (typeof fn !== "function") {
    return { text: "no function", given: "", value: undefined, hasReturned: false, isLate };
  }
  const { args, log } = values.input(fn.length);
  const given = portrait(args);
  const value = attempt(() =>
    constructs(fn) && random.below(3) > 0 ? Reflect.construct(fn, args) : Reflect.apply(fn, side.self, args),
  );
  const hasReturned = lines[0]?.startsWith("gives") === true;
  follow(value, values, random, attempt);
  for (let round = 0; round < 3; round++) for (const timer of dueTimers().slice(0, 20)) attempt(timer);
  dueTimers();
  return { text: [...lines, ...log, portrait(args)].join("\n"), given, value, hasReturned, isLate };
}

/** What a result does when it is used: functions are called, iterators run, methods of objects tried. */
function follow(
  value: unknown,
  values: Values,
  random: Random,
  attempt: (call: () => unknown) => unknown,
): void {
  if (typeof value === "function") {
    attempt(() => Reflect.apply(value, undefined, values.input(value.length).args));
    attempt(() => Reflect.apply(value, undefined, values.input(value.length).args));
    return;
  }
  if (!isMade(value)) return;
  attempt(() => {
    if (!(Symbol.iterator in value)) return "no items";
    const items: unknown[] = [];
    for (const item of value as Iterable<unknown>) if (items.push(item) > 20) break;
    return items;
  });
  const methods = methodNames(value);
  for (let turn = 0; turn < 3 && methods.length > 0; turn++) {
    const method = random.pick(methods, "");
    attempt(() => {
      const found: unknown = Reflect.get(value, method);
      if (typeof found !== "function") return found;
      return [method, Reflect.apply(found, value, values.input(found.length).args)];
    });
  }
}

function methodNames(value: object): readonly string[] {
  const names = new Set<string>();
  let prototype: unknown = Object.getPrototypeOf(value);
  while (typeof prototype === "object" && prototype !== null && !isBuiltIn(prototype)) {
    for (const name of Object.getOwnPropertyNames(prototype)) names.add(name);
    prototype = Object.getPrototypeOf(prototype);
  }
  names.delete("constructor");
  return [...names];
}

const BUILT_IN = new Set<unknown>(
  [
    Object,
    Array,
    Date,
    RegExp,
    Map,
    Set,
    Promise,
    Error,
    TypeError,
    RangeError,
    String,
    Number,
    Boolean,
    Uint8Array,
  ].map(({ prototype }) => prototype),
);

function isBuiltIn(prototype: unknown): boolean {
  return prototype === null || BUILT_IN.has(prototype);
}

/** An object of a type that the package made. */
function isMade(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isBuiltIn(Object.getPrototypeOf(value));
}

// A function with methods is called with `new`, too.
function constructs(fn: object): boolean {
  const prototype: unknown = Reflect.get(fn, "prototype");
  return (
    typeof prototype === "object" && prototype !== null && Object.getOwnPropertyNames(prototype).length > 1
  );
}

const SLOT = "__definedOnceCall";
const RUN = new Script(`globalThis.${SLOT}()`);

/** What a call gives, cut off after a while; `Math.random` begins anew for each. */
function limited(seed: string, call: () => unknown): unknown {
  const random = new Random(seed);
  drawFrom(() => random.next());
  Reflect.set(globalThis, SLOT, call);
  return RUN.runInThisContext({ timeout: LIMIT_MILLISECONDS });
}
