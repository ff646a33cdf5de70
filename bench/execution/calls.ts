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
  /** Names of exports that are not called, as a pattern. */
  readonly without: string | undefined;
  readonly callsPerExport: Count;
  /** The first export to call, by its position. */
  readonly from: Count;
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
  /** How many different outcomes there were: calls that all throw prove nothing. */
  readonly outcomes: Count;
  readonly returned: Count;
  /** The first of each export. */
  readonly differences: readonly Difference[];
  /** Where another process has to go on, if this one could not: after a call that took too long, or a difference. */
  readonly stopped?: Count;
}

const MOST_MADE = 100;
const LIMIT_MILLISECONDS = 1000;

/**
 * Calls each export of both sides, from the place where the last process stopped. A call that is cut off leaves its side in
 * the middle of something, so that another process has to go on behind it.
 */
export function comparedCalls({ before, after }: Sides, plan: CallPlan): CallReport {
  const left = plan.without === undefined ? undefined : new RegExp(plan.without);
  const names = Object.keys(before.exports).filter(
    (name) => typeof before.exports[name] === "function" && left?.test(name) !== true,
  );
  const differences: Difference[] = [];
  const outcomes = new Set<string>();
  let [calls, returned] = [0, 0];
  const report = (next?: Count): CallReport => {
    const stopped = next === undefined ? {} : { stopped: next };
    return { exports: names.length, calls, outcomes: outcomes.size, returned, differences, ...stopped };
  };
  for (const [position, name] of names.entries()) {
    if (position < plan.from) continue;
    for (let call = 0; call < plan.callsPerExport; call++) {
      const seed = `${name} ${call}`;
      const one = outcome(before, name, seed, plan.flavours);
      const other = one.isLate ? one : outcome(after, name, seed, plan.flavours);
      if (one.isLate || other.isLate) return report(position + 1);
      calls++;
      outcomes.add(`${name} ${one.text}`);
      if (one.text !== other.text) {
        differences.push({ name, arguments: one.given, before: one.text, after: other.text });
        return report(position + 1);
      }
      if (one.hasReturned) returned++;
      if (isMade(one.value) && isMade(other.value) && before.made.length < MOST_MADE) {
        before.made.push(one.value);
        after.made.push(other.value);
      }
    }
  }
  return report();
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
  names.delete("stack");
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
