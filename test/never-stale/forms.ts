// The forms in which a program has a function: each says how its cell defines it, how it is called, and what of it can be
// turned while it runs.

import type { Choices } from "./dice.ts";

/** What a form builds on. */
export interface FormText {
  /** The name of the variable, and what stands before it in the names of other things. */
  readonly name: string;
  readonly prefix: string;
  readonly index: number;
  readonly isAsync: boolean;
  readonly isDeclared: boolean;
  /** A function with this head and these parameters before the usual ones: `function`, or `=>` for an arrow. */
  readonly fn: (head: string, more?: string) => string;
  /** A method or a generator, as a class or an object has it. */
  readonly method: (head: string) => string;
  /** Wraps in the library, if the plan says so. */
  readonly wrapped: (fn: string) => string;
  readonly isWrapped: boolean;
  /** Gives a variable a value: declares it in its first cell, and assigns it where it cannot be declared again. */
  readonly bound: (name: string, value: string) => string;
  /** The same for the function's own variable. */
  readonly own: (value: string) => string;
  /** The knob's value. */
  readonly k: string;
}

export interface Form {
  readonly title: string;
  /** Whether the function is the value of a variable and captures nothing of its own. */
  readonly isSimple?: true;
  /** How the body reads the knob; a literal where there is none. */
  readonly knob: (k: string) => string;
  readonly define: (text: FormText) => string;
  /** The function, as an expression. */
  readonly callee: (name: string, prefix: string, index: number, detail: number) => string;
  /** Turns the knob from outside. */
  readonly turn?: (prefix: string, index: number, value: number) => string;
  readonly spreads?: true;
}

const variable = (name: string): string => name;

const ARROW: Form = {
  title: "an arrow",
  isSimple: true,
  knob: (k) => k,
  define: ({ own, wrapped, fn }) => own(wrapped(fn("=>"))),
  callee: variable,
};

const STEADY: readonly Form[] = [
  {
    title: "a function expression",
    isSimple: true,
    knob: (k) => k,
    define: ({ own, wrapped, fn }) => own(wrapped(fn("function "))),
    callee: variable,
  },
  {
    title: "a declaration, or a named function expression",
    isSimple: true,
    knob: (k) => k,
    define: ({ name, own, wrapped, fn, isDeclared }) =>
      isDeclared ? fn(`function ${name}`) : own(wrapped(fn(`function ${name}`))),
    callee: variable,
  },
  {
    title: "a method of an object",
    knob: () => "this.k",
    define: ({ prefix, index, bound, wrapped, fn, method, isWrapped, k }) => {
      const f = isWrapped ? `f: ${wrapped(fn("function "))}` : method("f");
      return bound(`${prefix}lib${index}`, `{ k: ${k}, ${f} }`);
    },
    callee: (_name, prefix, index) => `${prefix}lib${index}.f`,
    turn: (prefix, index, value) =>
      value === 3
        ? `${prefix}lib${index}.f = function (x) { return [JSON.stringify(x), this.k] };`
        : `${prefix}lib${index}.k = ${value};`,
  },
  {
    title: "a static method",
    knob: (k) => `this.k + ${k}`,
    define: ({ prefix, index, bound, wrapped, fn, method, isWrapped, k }) => {
      const f = isWrapped ? `static f = ${wrapped(fn("function "))};` : method("static f");
      return bound(`${prefix}C${index}`, `class { static k = ${k}; ${f} }`);
    },
    callee: (_name, prefix, index) => `${prefix}C${index}.f`,
    turn: (prefix, index, value) => `${prefix}C${index}.k = ${value};`,
  },
  {
    title: "a method of a class with a superclass, or what its constructor defines",
    knob: () => "[this.k, super.m(1)]",
    define: ({ prefix, index, bound, wrapped, fn, method, isWrapped, k }) => {
      const base = bound(`${prefix}B${index}`, `class { m(y) { return y + ${k} } }`);
      const own = isWrapped ? `this.f = ${wrapped(fn("=>"))};` : "";
      const members = `constructor(k) { super(); this.k = k; ${own} } ${isWrapped ? "" : method("f")}`;
      return `${base} ${bound(`${prefix}C${index}`, `class extends ${prefix}B${index} { ${members} }`)}`;
    },
    callee: (_name, prefix, index, detail) => `new ${prefix}C${index}(${detail % 2}).f`,
    turn: (prefix, index, value) =>
      value === 3
        ? `Object.setPrototypeOf(${prefix}C${index}.prototype, { m: (y) => [y, 3] });`
        : `${prefix}B${index}.prototype.m = function (y) { return y - ${value} };`,
  },
  {
    title: "a closure of a factory, which defines it",
    knob: () => "k",
    define: (text) => factory(text, text.wrapped(text.fn("function ")), (made) => made),
    callee: factoryCallee,
    turn: (prefix, index, value) => `${prefix}set${index}(${value});`,
  },
  {
    title: "a closure of a factory",
    knob: () => "k",
    define: (text) => factory(text, text.fn("=>"), text.wrapped),
    callee: factoryCallee,
    turn: (prefix, index, value) => `${prefix}set${index}(${value});`,
  },
  {
    title: "a bound function",
    knob: () => "k",
    define: ({ own, wrapped, fn, k }) => own(wrapped(`(${fn("function ", "k, ")}).bind(null, ${k})`)),
    callee: variable,
  },
];

/** A factory with a setter for what it captured last, and two of its closures. */
function factory(
  { prefix, index, bound, own, k }: FormText,
  inner: string,
  outer: (made: string) => string,
): string {
  const make = `${prefix}make${index}`;
  return [
    bound(`${prefix}set${index}`, "undefined"),
    bound(make, `function (k) { ${prefix}set${index} = (v) => { k = v }; return ${inner} }`),
    bound(`${prefix}second${index}`, `${make}(9)`),
    own(outer(`${make}(${k})`)),
  ].join(" ");
}

function factoryCallee(name: string, prefix: string, index: number, detail: number): string {
  return detail % 4 === 3 ? `${prefix}second${index}` : name;
}

const GENERATOR: Form = {
  title: "a generator",
  knob: (k) => k,
  define: ({ name, own, method, isDeclared }) =>
    isDeclared ? method(`function* ${name}`) : own(method("function* ")),
  callee: variable,
  spreads: true,
};

export const FORMS: { readonly all: Choices<Form>; readonly steady: Choices<Form> } = {
  steady: [ARROW, ...STEADY],
  all: [ARROW, ...STEADY, GENERATOR],
};

/** The forms between which a rewrite may choose. */
export const SIMPLE_FORMS: Choices<Form> = [ARROW, ...STEADY.slice(0, 2)];
