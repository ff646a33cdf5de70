// A world in which two texts can be run and compared: every name that they do not bind stands for something that logs what
// is done to it and answers as if by chance, the same for both. What cannot be told apart here by any input is not
// proved equal; what can be is different.

import { type Context, createContext, Script } from "node:vm";

const TIMEOUT = 400;

// Runs inside a context of its own, so that a text that breaks an intrinsic breaks nobody else's.
const WORLD = new Script(String.raw`
((seed, body, names, literals, kind) => {
  let state = seed >>> 0;
  const next = (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const log = [];
  let fuel = 400;
  let values = () => [];
  let held = [];
  const note = (line) => {
    if (fuel-- < 0) throw new RangeError("out of fuel");
    const now = values();
    // What the text has written to names until here.
    for (const [index, each] of now.entries()) if (!Object.is(each, held[index])) log.push(names[index] + " is " + shown(each));
    held = now;
    log.push(line);
  };
  const titles = new WeakMap();
  const shown = (value, depth = 0) => {
    if (typeof value === "symbol") return value.toString();
    if (typeof value === "string") return JSON.stringify(value);
    if (typeof value === "bigint") return value + "n";
    if (Object.is(value, -0)) return "-0";
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return String(value);
    const title = titles.get(value);
    if (title !== undefined) return title;
    if (value === globalThis) return "global";
    if (typeof value === "function") {
      const isClass = /^class\b/.test(Function.prototype.toString.call(value));
      return isClass ? "class" : "function/" + value.length;
    }
    if (depth > 3) return "deep";
    if (Object.prototype.toString.call(value) === "[object Error]") return value.name + ": " + shown(value.name === "TypeError" ? "" : value.message);
    if (value instanceof RegExp) return String(value) + value.lastIndex;
    if (value instanceof Date) return "Date " + value.getTime();
    if (value instanceof Map || value instanceof Set)
      return value.constructor.name + [...value].map((each) => shown(each, depth + 1));
    if (value instanceof Promise) return "promise";
    const parts = Reflect.ownKeys(value).map((key) => {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const flags = (property.enumerable ? "e" : "") + (property.writable ? "w" : "");
      return String(key) + flags + ":" + ("value" in property ? shown(property.value, depth + 1) : "accessor");
    });
    return (Array.isArray(value) ? "[" : "{") + parts.join() + "}";
  };
  const PRIMITIVES = [0, 1, -1, 2, 3, -0, NaN, 0.5, Infinity, "", "a", "ab", "1", true, false, null, undefined, undefined, 10n, "name", 7, 100, 2 ** 31];
  const primitive = () => literals.length > 0 && next(2) === 0 ? literals[next(literals.length)] : PRIMITIVES[next(PRIMITIVES.length)];
  const value = (title) => {
    switch (next(8)) {
      case 0: case 1: case 2: return primitive();
      case 3: return Array.from({ length: next(4) }, primitive);
      case 4: return { a: primitive(), length: next(3), name: "n" };
      default: return ghost(title);
    }
  };
  let serial = 0;
  const ghost = (title) => {
    const own = title + "#" + serial++;
    const known = new Map();
    const isShy = next(4) === 0;
    const made = new Proxy(function () {}, {
      get(_, key) {
        if (key === Symbol.toPrimitive)
          return (hint) => { note(own + " to " + hint); return PRIMITIVES[next(15)]; };
        if (key === Symbol.iterator) {
          note(own + " iterated");
          return function* () {
            try { for (let left = next(4); left > 0; left--) { note(own + " step"); yield value(own + "*"); } }
            finally { note(own + " closed"); }
          };
        }
        if (key === "then" || key === Symbol.asyncIterator) return undefined;
        note(own + " get " + String(key));
        if (isShy && next(3) === 0) throw new SyntaxError("shy " + String(key));
        if (!known.has(key) || next(6) === 0)
          known.set(key, key === "length" ? next(4) : key === "prototype" ? Object.prototype : key === "name" ? "n" : value(own + "." + String(key)));
        return known.get(key);
      },
      set(_, key, to) { note(own + " set " + String(key) + " " + shown(to)); known.set(key, to); return true; },
      has(_, key) { note(own + " has " + String(key)); return next(2) === 0; },
      deleteProperty(_, key) { note(own + " delete " + String(key)); return true; },
      apply(_, self, args) {
        note(own + " call this=" + shown(self) + " " + args.map((each) => shown(each)).join());
        for (const each of args) if (typeof each === "function" && !titles.has(each) && next(2) === 0) note(own + " calls back " + shown(each(value("x"), value("y"))));
        if (isShy && next(4) === 0) throw new SyntaxError("refused");
        return value(own + "()");
      },
      construct(_, args, target) {
        note(own + " new " + args.map((each) => shown(each)).join());
        return ghost(own + " instance");
      },
      getPrototypeOf() { note(own + " prototype"); return Function.prototype; },
      getOwnPropertyDescriptor(target, key) { note(own + " descriptor " + String(key)); return Reflect.getOwnPropertyDescriptor(target, key); },
      ownKeys(target) { note(own + " keys"); return Reflect.ownKeys(target); },
      defineProperty(target, key, property) { note(own + " define " + String(key)); return Reflect.defineProperty(target, key, property); },
    });
    titles.set(made, own);
    return made;
  };
  const end = () => show("the end");
  // Stacks tell where this file calls from, which is not the same for both.
  Error.stackTraceLimit = 0;
  Math.random = () => { note("random"); return next(100) / 100; };
  Date.now = () => { note("now"); return next(1e6); };
  const isNative = (fn) => /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(fn));
  const show = (line) => { try { note(line); } catch {} };
  const explore = (what, depth) => {
    if (typeof what !== "function" && (typeof what !== "object" || what === null)) return;
    if (titles.has(what) || depth > 2 || (typeof what === "function" && isNative(what))) return;
    if (typeof what === "function") {
      const isClass = /^class\b/.test(Function.prototype.toString.call(what));
      try {
        const args = [value("p"), value("q"), value("r")];
        const got = isClass ? Reflect.construct(what, args) : Reflect.apply(what, ghost("self"), args);
        note("inner " + shown(got));
        explore(got, depth + 1);
        if (isClass) note("class of " + got.constructor?.name);
      } catch (error) { show("inner throws " + shown(error)); }
    }
    const keys = typeof what === "function" ? (what.prototype ? [what, what.prototype] : [what]) : [what, Object.getPrototypeOf(what)];
    for (const object of keys) {
      if (object === null || object === Object.prototype || object === Array.prototype || object === Function.prototype) continue;
      for (const key of Reflect.ownKeys(object)) {
        if (["length", "name", "prototype", "caller", "arguments", "constructor"].includes(key)) continue;
        const property = Object.getOwnPropertyDescriptor(object, key);
        for (const each of [property.value, property.get, property.set])
          if (typeof each === "function" && !titles.has(each) && !isNative(each)) explore(each, depth + 1);
      }
    }
    if (typeof what?.next === "function") {
      try { for (let turn = 0; turn < 5; turn++) { const step = what.next(value("sent")); note("yields " + shown(step)); if (step.done) break; } }
      catch (error) { show("generator throws " + shown(error)); }
    }
  };
  let made;
  try {
    ({ made, values } = Function(...names, body)(...names.map((name) => next(3) === 0 ? value(name) : ghost(name))));
  } catch (error) {
    return { log: ["unmade " + (error instanceof SyntaxError ? "syntax" : shown(error))], done: undefined, end };
  }
  if (kind === "method") {
    for (const each of [made.value, made.get, made.set]) if (each) explore(each, 0);
    return { log, done: undefined, end };
  }
  const isClass = /^class\b/.test(Function.prototype.toString.call(made));
  note("length " + made.length);
  if (isClass || kind === "member") { explore(made, 0); return { log, done: undefined, end }; }
  let done;
  try {
    const args = Array.from({ length: next(5) }, (_, index) => value("arg" + index));
    const self = [ghost("this"), undefined, 5, { a: 1 }][next(4)];
    const got = Reflect.apply(made, self, args);
    note("returns " + shown(got));
    note("args " + args.map((each) => shown(each)).join());
    if (got instanceof Promise) done = got.then((to) => { show("resolves " + shown(to)); }, (error) => { show("rejects " + shown(error)); });
    explore(got, 1);
  } catch (error) { show("throws " + shown(error)); }
  if (next(3) === 0 && made.prototype) {
    try { const got = Reflect.construct(made, [value("p"), value("q")]); note("constructs " + shown(got)); explore(got, 1); } catch (error) { show("new throws " + shown(error)); }
  }
  return { log, done, end };
})(seed, body, names, literals, kind)
`);

// Once for each context. A mutant may ask for billions of elements, and to fill them ends the process; and what time it is
// must not depend on when it runs.
const SETTING = new Script(String.raw`
{
  Date = new Proxy(Date, {
    construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [target.now()], made),
    apply: () => "a date",
  });
  const small = (args) => {
    if (args.length === 1 && args[0] > 10_000) throw new RangeError("Invalid array length");
    return args;
  };
  Array = new Proxy(Array, {
    construct: (target, args, made) => Reflect.construct(target, small(args), made),
    apply: (target, self, args) => Reflect.apply(target, self, small(args)),
  });
}
`);

// Texts begin promises that nobody waits for, in contexts of their own; an error of this bench is one of this context.
process.on("unhandledRejection", (error) => {
  if (error instanceof Error) throw error;
});

/** How a text is to be run. */
export interface Run {
  readonly text: string;
  /** Names that stand for something that logs; all others are those of the language. */
  readonly names: readonly string[];
  /** Values that the text may be waiting for. */
  readonly literals: readonly (string | number)[];
  readonly kind: "expression" | "method" | "member";
  readonly isStrict: boolean;
  readonly seed: number;
  /** By what V8's coverage is to call the script. */
  readonly url: string;
}

/** The script that makes the function of a text, as `Function` puts it together (ECMA-262, 20.2.1.1.1). */
export function scriptOf(run: Run): string {
  return `(function anonymous(${run.names.join(",")}\n) {\n${bodyOf(run)}\n})`;
}

function bodyOf({ text, names, kind, isStrict, url }: Run): string {
  const made = {
    // In a list it gets no name of its place.
    expression: `[${text}\n][0]`,
    method: `Object.values(Object.getOwnPropertyDescriptors({${text}\n}))[0]`,
    member: `[class extends Object{${text}\n}][0]`,
  };
  return `${isStrict ? '"use strict";' : ""}return { made: ${made[kind]}, values: () => [${names.join(",")}] };\n//# sourceURL=${url}`;
}

interface Started {
  readonly log: readonly string[];
  readonly done: Promise<void> | undefined;
  /** Notes what the text has written until then. */
  readonly end: () => void;
}

/** A context in which texts run one after another. One that breaks an intrinsic breaks it for those that follow. */
export class World {
  readonly #inputs: Record<string, unknown> = {};
  readonly #context: Context = createContext(this.#inputs);

  constructor() {
    SETTING.runInContext(this.#context);
  }

  /** All that can be seen of a text that runs; undefined if it does not come to an end. */
  async seen(run: Run): Promise<string | undefined> {
    Object.assign(this.#inputs, run, { body: bodyOf(run) });
    try {
      const started: Started = WORLD.runInContext(this.#context, { timeout: TIMEOUT });
      // Nothing here waits for anything outside, so a few turns are enough for what can settle at all.
      for (let turn = 0; turn < 40 && started.done !== undefined; turn++) await Promise.resolve();
      started.end();
      return started.log.join("\n");
    } catch {
      return undefined;
    }
  }
}
