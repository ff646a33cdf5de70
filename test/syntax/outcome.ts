// What a random program does: it runs with fixed values for the names that it does not bind, and everything it logs,
// returns and does to those values comes out as text. Names and source texts of functions are left out.

import { POOL } from "./blocks.ts";
import { FREE } from "./programs.ts";

const FUEL = 150;

/** The outcome of calling a program, or undefined where the mode does not accept its text. */
export function outcome(text: string, mode: "sloppy" | "strict"): string | undefined {
  const lines: string[] = [];
  let fuel = FUEL;
  const log = (...values: readonly unknown[]): void => {
    lines.push(values.map((value) => portrait(value)).join(" "));
  };
  const tick = (value: unknown): unknown => {
    if (fuel-- < 0) throw new RangeError("out of fuel");
    return value;
  };
  const values = [
    (x: unknown) => x,
    { a: 1, b: { a: 2 } },
    [1, 2],
    2,
    (x: unknown) => [x],
    { a: [3], b: "s" },
  ];
  const program = made(text, mode);
  if (program === undefined) return undefined;
  try {
    const called: unknown = program(...values, log, tick);
    lines.push(`returns ${portrait(called)}`);
  } catch (error) {
    lines.push(`throws ${portrait(error)}`);
  }
  return [...lines, portrait(values)].join("\n");
}

type Program = (...values: readonly unknown[]) => unknown;

function made(text: string, mode: "sloppy" | "strict"): Program | undefined {
  const directive = mode === "strict" ? '"use strict"; ' : "";
  // Nobody waits for a promise here, and no program awaits one: async functions run as plain ones.
  const call = `(${text.replaceAll("async ", "")}\n).call({ a: 5 }, 1, [2, [3]], { a: 4, b: { c: 5 } })`;
  try {
    return new Function(...POOL, ...FREE, `${directive}return ${call}`) as Program;
  } catch {
    return undefined;
  }
}

function portrait(value: unknown, depth = 0): string {
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Error) return value.constructor.name;
  // The global object is the `this` of sloppy calls.
  if (value === globalThis || value instanceof Promise || value instanceof RegExp || depth > 3)
    return "an object";
  const parts = Object.entries(Object.getOwnPropertyDescriptors(value)).map(
    ([key, property]) => `${key}: ${portrait(property.value, depth + 1)}`,
  );
  return `{ ${parts.join(", ")} }`;
}
