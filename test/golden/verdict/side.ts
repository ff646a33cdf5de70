// Runs one side of a golden pair in a realm of its own: a function text goes in, and outcomes come out as text, with
// everything that the function did to its arguments, to probes and to `log` on the way.

import { readFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { types } from "node:util";
import { type Context, createContext, Script } from "node:vm";
import type { Mode } from "../../golden-case.ts";
import { type Labels, portrait } from "./portrait.ts";

/** One side of a pair, evaluated. */
export interface Side {
  /** The outcome of an expression over `f`: the log, then what was returned or thrown. */
  outcome(expression: string): Promise<string>;
  /** The outcomes of calling `f` (then what it returns, or its members if it is a class) with these inputs. */
  exercise(self: string, inputs: readonly string[]): Promise<string>;
}

const prelude = new Script(readFileSync(new URL("./prelude.js", import.meta.url), "utf8"));

/** Probe operations that one call may make. */
const patience = 300;

/** Values drained from one generator. */
const drained = 40;

/** Evaluates a function text; throws its realm's SyntaxError where this mode does not know it. */
export function side(text: string, setup: string, mode: Mode): Side {
  const lines: string[] = [];
  const labels: Labels = new WeakMap();
  const context = createContext({
    label: (object: object, label: string) => void labels.set(object, label),
    log: (...values: unknown[]) => void lines.push(values.map((value) => portrait(value, labels)).join(" ")),
  });
  prelude.runInContext(context);
  run(setup, context);
  const made: unknown = run(definition(text, mode), context);
  if (typeof made !== "function" || Function.prototype.toString.call(made) !== text) {
    throw new Error(`This is not the text that toString gives for a function: ${text}`);
  }
  const definitionLines = [...lines];
  return { outcome, exercise };

  async function outcome(expression: string): Promise<string> {
    lines.length = 0;
    run(`patience = ${patience}`, context);
    const end = await ending(() => run(`(${expression}\n)`, context), labels);
    return [...definitionLines, ...lines, end].join("\n");
  }

  async function exercise(self: string, inputs: readonly string[]): Promise<string> {
    run(`var input = [${inputs.join(", ")}\n], self = (${self}\n), result;`, context);
    const steps: string[] = [];
    const step = async (expression: string): Promise<void> => {
      steps.push(`${expression}: ${await outcome(expression)}`);
    };
    for (const name of ["f", "result", "result"]) {
      const value = run(name, context);
      if (typeof value !== "function" || labels.has(value)) break;
      await step(isClass(value) ? `result = new ${name}(...input)` : `result = ${name}.apply(self, input)`);
      if (!isClass(value)) continue;
      if (name === "f") for (const member of members(value)) await step(member);
      break;
    }
    return [...steps, `inputs at the end: ${portrait(run("[self, input]", context), labels)}`].join("\n");
  }
}

function isClass(value: object): boolean {
  return /^class(?![\p{ID_Continue}$])/u.test(Function.prototype.toString.call(value));
}

/** Calls of all methods and reads of all accessors, of the class `f` and of its instance in `result`. */
function members(made: object): readonly string[] {
  const prototype: unknown = Reflect.getOwnPropertyDescriptor(made, "prototype")?.value;
  const own = (object: unknown, receiver: string): readonly string[] =>
    Object.entries(Object.getOwnPropertyDescriptors(Object(object)))
      .filter(([key]) => !["length", "name", "prototype", "constructor"].includes(key))
      .map(([key, found]) => {
        const call = typeof found.value === "function" ? "(...input)" : "";
        return `${receiver}[${JSON.stringify(key)}]${call}`;
      });
  return [...own(made, "f"), ...own(prototype, "result")];
}

/** A script that binds `f` to the function, and `home` to the object that a method stands in. */
function definition(text: string, mode: Mode): string {
  const directive = mode === "strict" ? '"use strict";' : "";
  const plain = `${directive} const home = undefined; const f = (${text}\n); f;`;
  if (parses(plain)) return plain;
  return `${directive} const home = {${text}\n};
    const f = ((own) => own.value ?? own.get ?? own.set)(Object.values(Object.getOwnPropertyDescriptors(home))[0]); f;`;
}

function parses(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}

function run(code: string, context: Context): unknown {
  return new Script(code).runInContext(context);
}

/** How a computation ends, once its promise has settled or its generator is drained. */
async function ending(compute: () => unknown, labels: Labels): Promise<string> {
  const steps: string[] = [];
  try {
    const value = compute();
    if (types.isPromise(value)) {
      // Nothing in a realm waits for the outside: what has not settled by the next turn never will.
      const pending = Symbol("pending");
      const result: unknown = await Promise.race([value, turn(pending)]);
      return result === pending ? "never settles" : `resolves to ${portrait(result, labels)}`;
    }
    if (!isGenerator(value)) return `returns ${portrait(value, labels)}`;
    steps.push("is a generator");
    for (let count = 0; count < drained; count += 1) {
      const step = await value.next(count);
      steps.push(`${step.done ? "returns" : "yields"} ${portrait(step.value, labels)}`);
      if (step.done) break;
    }
  } catch (error) {
    steps.push(`throws ${portrait(error, labels)}`);
  }
  return steps.join(", ");
}

function isGenerator(value: unknown): value is Generator<unknown> | AsyncGenerator<unknown> {
  return types.isGeneratorObject(value);
}
