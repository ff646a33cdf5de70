// What a program of flow.ts does: its log, what it gives and what it throws, as text.

const FUEL = 60;

/** The outcome of calling a program in a mode with several arguments; undefined where the mode does not accept its text. */
export function flowOutcome(text: string, mode: "sloppy" | "strict"): string | undefined {
  const realText = Function.prototype.toString;
  // The text of a function is let go, and a sum of a function and a number shows it.
  Function.prototype.toString = () => "a function";
  try {
    return outcome(text, mode);
  } finally {
    Function.prototype.toString = realText;
  }
}

function outcome(text: string, mode: "sloppy" | "strict"): string | undefined {
  const outcomes: string[] = [];
  for (const values of ARGUMENTS) {
    const lines: string[] = [];
    let fuel = FUEL;
    const spend = (): void => {
      if (fuel-- < 0) throw new RangeError("out of fuel");
    };
    const log = (value: unknown): unknown => {
      spend();
      lines.push(shown(value));
      return value;
    };
    const tick = (): boolean => {
      spend();
      return true;
    };
    const program = made(text, mode);
    if (program === undefined) return undefined;
    try {
      lines.push(`gives ${shown(drained(program(log, tick, members(log), ...values)))}`);
    } catch (error) {
      lines.push(`throws ${shown(error)}`);
    }
    outcomes.push(lines.join(" "));
    // Sloppy code that assigns a name out of scope makes a global of it.
    for (const key of Object.keys(globalThis))
      if (/^v\d+$/.test(key)) Reflect.deleteProperty(globalThis, key);
  }
  return outcomes.map(unnamed).join("\n");
}

/** The messages of engines spell the names of locals, and a program may turn an error into a text. */
function unnamed(text: string): string {
  return text
    .replace(/Cannot access '[^']*'/g, "Cannot access …")
    .replace(/[^\s"]+ is not (a function|iterable|a constructor)/g, "… is not $1");
}

const ARGUMENTS: readonly (readonly unknown[])[] = [
  [0, 1],
  [1, null],
  ["s", undefined],
  [{ k: 1 }, 2n],
];

type Program = (...values: readonly unknown[]) => unknown;

function made(text: string, mode: "sloppy" | "strict"): Program | undefined {
  const directive = mode === "strict" ? '"use strict"; ' : "";
  try {
    return new Function(
      "log",
      "tick",
      "o",
      "x",
      "y",
      `${directive}return (${text}\n).call(o, x, y)`,
    ) as Program;
  } catch {
    return undefined;
  }
}

/** An object whose members tell that they are used. */
function members(log: (value: unknown) => unknown): object {
  return {
    get x() {
      return log("x");
    },
    set x(value: unknown) {
      log(["x=", value]);
    },
    y: 1,
    n: null,
    m(...args: readonly unknown[]) {
      log(["m", ...args]);
      return typeof args[0] === "function" ? args[0](args[1]) : args[0];
    },
    valueOf() {
      log("valueOf");
      return 3;
    },
  };
}

/** What a generator gives, run to its end. */
function drained(value: unknown): unknown {
  const isGenerator = Object.prototype.toString.call(value) === "[object Generator]";
  if (!isGenerator) return value;
  const given: unknown[] = [];
  for (const each of value as Iterable<unknown>) if (given.push(each) > 20) break;
  return given;
}

function shown(value: unknown, depth = 0): string {
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Error) return value.constructor.name;
  if (value === globalThis || depth > 3) return "an object";
  const parts = Object.entries(Object.getOwnPropertyDescriptors(value)).map(
    ([key, property]) => `${key}: ${shown(property.value, depth + 1)}`,
  );
  return `{ ${parts.join(", ")} }`;
}
