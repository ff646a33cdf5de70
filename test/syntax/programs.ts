// Random programs: a tape of random bytes goes in, the text of one function comes out; a shorter tape gives a smaller
// program, so fast-check shrinks them. Names collide on purpose: all come from one small pool, and what is not bound is
// free. Programs end (each call and each turn of a loop costs fuel) and never look at the source or the name of a
// function, so that renaming their locals cannot be noticed.

import fc from "fast-check";
import { Blocks, POOL } from "./blocks.ts";
import { Tape } from "./tape.ts";
import { isAccepted } from "./tree.ts";

/** Names that programs use and never bind. */
export const FREE: readonly string[] = ["p", "q", "log", "tick"];

/** Function texts that an engine accepts. */
export const programs: fc.Arbitrary<string> = fc
  .uint8Array({ minLength: 40, maxLength: 500, size: "max" })
  .map((bytes) => new Writer(new Tape(bytes)).program())
  .filter(isAccepted);

interface Context {
  readonly isGenerator: boolean;
  readonly mayReturn: boolean;
  readonly inLoop: boolean;
  readonly labels: readonly string[];
}

const FUNCTION: Context = { isGenerator: false, mayReturn: true, inLoop: false, labels: [] };

class Writer {
  readonly #tape: Tape;
  readonly #counter = { next: 0 };
  #blocks = new Blocks(this.#counter);
  #context = FUNCTION;
  #privates: readonly string[] = [];
  #inClass = false;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  program(): string {
    if (this.#tape.flip()) return this.#arrow();
    return this.#function(`function ${this.#tape.pick(["", "a", "b"])}`);
  }

  readonly #pooled = (): string => this.#tape.pick(POOL);
  readonly #name = (): string => this.#tape.pick([...POOL, "p", "q"]);

  // Expressions

  readonly #expression = (): string => {
    const e = this.#expression;
    const tape = this.#tape;
    return tape.form([
      this.#name,
      this.#name,
      this.#name,
      () =>
        tape.pick(["1", "-0", "'s'", "null", "undefined", "NaN", "1n", "this", "/x/g", this.#arguments()]),
      () => `(${e()} ${tape.pick(["-", "*", "===", "!==", "&&", "||"])} ${e()})`,
      () => `(${this.#name()}, ${this.#name()})`,
      () => `${this.#name()}(tick(${e()}))`,
      () => `new ${this.#name()}(tick(${e()}))`,
      () => `(${this.#name()} ${tape.pick(["=", "&&=", "??=", "-="])} ${e()})`,
      () => `(${this.#arrow()})`,
      () => `(${this.#function(tape.pick(["function ", "function a", "function b", "async function "]))})`,
      () => `({ ${tape.many(3, this.#property)} })`,
      () => `[${tape.many(3, () => tape.pick(["", "...[1], "]) + e())}]`,
      () => `${this.#name()}${tape.pick([".a", "?.a", "['b']", "[0]", "?.b.a", "?.(tick(1))"])}`,
      () => `(${e()} ? ${e()} : ${e()})`,
      () => `\`t\${typeof ${this.#name()}}\``,
      () => `(${this.#class(this.#pooled())})`,
      () => `([${this.#target()}] = [${e()}])`,
      () => `({ a: ${this.#target()}, ...${this.#name()} } = { a: ${e()} })`,
      () => `(typeof ${this.#name()})`,
      () => `${this.#name()}++`,
      () => `(delete ${this.#name()}.a)`,
      () => (this.#context.isGenerator ? `(yield ${e()})` : e()),
      this.#private,
    ]);
  };

  #target(): string {
    return this.#tape.flip() ? this.#name() : `${this.#name()} = ${this.#expression()}`;
  }

  readonly #property = (): string => {
    const tape = this.#tape;
    return tape.form([
      this.#name,
      () => `${this.#pooled()}: ${this.#expression()}`,
      () => `[typeof ${this.#name()}]: ${this.#expression()}`,
      () => this.#function(tape.pick(["m", "get a", "*g"]), tape.next(2)),
      () => `...[${this.#expression()}]`,
    ]);
  };

  /** Never within a class: meriyah refuses some that stand in a field's initializer. */
  #arguments(): string {
    return !this.#inClass ? "arguments[0]" : "this";
  }

  readonly #private = (): string => {
    const name = this.#privates[this.#tape.next(this.#privates.length + 1)];
    return name === undefined ? "this" : this.#tape.pick([`this?.#${name}`, `!(#${name} in Object(this))`]);
  };

  // Functions and classes

  #function(head: string, most = 3): string {
    return this.#within({ ...FUNCTION, isGenerator: head.startsWith("*") }, () => {
      const parameters = this.#parameters(head.startsWith("get") ? 0 : most);
      return `${head}(${parameters}) ${this.#body(!/[=[{]/.test(parameters))}`;
    });
  }

  #arrow(): string {
    return this.#within(FUNCTION, () => {
      const parameters = this.#parameters(2);
      const body = this.#tape.flip() ? this.#body(false) : `(${this.#expression()})`;
      return `${this.#tape.pick(["", "", "async "])}(${parameters}) => ${body}`;
    });
  }

  #within(context: Context, write: () => string): string {
    const outer = { blocks: this.#blocks, context: this.#context };
    this.#blocks = new Blocks(this.#counter);
    this.#context = context;
    const text = write();
    this.#blocks = outer.blocks;
    this.#context = outer.context;
    return text;
  }

  #parameters(most: number): string {
    return this.#tape.many(most, () => {
      const pattern = this.#pattern((name) => this.#blocks.parameter(name));
      return this.#tape.flip() ? pattern : `${pattern} = ${this.#expression()}`;
    });
  }

  #body(mayBeStrict: boolean): string {
    const directive = mayBeStrict && this.#tape.next(5) === 1 ? '"use strict"; ' : "";
    return `{ ${directive}tick(); ${this.#statements(6)} }`;
  }

  #class(name: string): string {
    const outer = { privates: this.#privates, inClass: this.#inClass };
    const own = this.#tape.flip() ? [this.#pooled()] : [];
    this.#privates = [...outer.privates, ...own];
    this.#inClass = true;
    const members = this.#within(FUNCTION, () => {
      const fields = own.map((each) => `#${each} = ${this.#expression()}; `).join("");
      return fields + this.#tape.many(2, this.#member, " ");
    });
    this.#privates = outer.privates;
    this.#inClass = outer.inClass;
    return `class ${name}${this.#tape.pick(["", "", ` extends ${this.#name()}`])} { ${members} }`;
  }

  readonly #member = (): string => {
    const tape = this.#tape;
    return tape.form([
      () => "",
      () => this.#function(tape.pick(["a", "static b", "get c", "*d"]), tape.next(3)),
      () => `${tape.pick(["", "static "])}${this.#pooled()} = ${this.#expression()};`,
      () => `static { ${this.#within({ ...FUNCTION, mayReturn: false }, () => this.#statements(2))} }`,
      () => `[typeof ${this.#name()}] = ${this.#expression()};`,
    ]);
  };

  // Patterns

  #pattern(declare: (name: string) => string): string {
    const simple = (): string => declare(this.#pooled());
    const inner = (): string => {
      const pattern = this.#pattern(declare);
      return this.#tape.flip() ? pattern : `${pattern} = ${this.#expression()}`;
    };
    return this.#tape.form([
      simple,
      simple,
      simple,
      () => `{ ${this.#pooled()}: ${inner()} }`,
      () => `{ ${simple()}, ${simple()} = ${this.#expression()} }`,
      () => `[${inner()}, ...${simple()}]`,
      () => `{ [typeof ${this.#name()}]: ${inner()} }`,
    ]);
  }

  // Statements

  #statements(most: number): string {
    return this.#tape.many(most, this.#statement, " ");
  }

  #inner(write: () => string): string {
    const outer = this.#blocks;
    this.#blocks = outer.inner();
    const text = write();
    this.#blocks = outer;
    return text;
  }

  readonly #block = (): string => this.#inner(() => `{ ${this.#statements(3)} }`);

  readonly #statement = (): string => {
    const e = this.#expression;
    const block = this.#block;
    const log = (): string => `log(${e()});`;
    return this.#tape.form([
      log,
      log,
      this.#declaration,
      this.#declaration,
      this.#declaration,
      () => this.#function(`function ${this.#blocks.function(this.#pooled())}`),
      () => this.#class(this.#blocks.lexical(this.#pooled())),
      () => `if (${e()}) ${block()} ${this.#tape.pick(["", `else ${block()}`])}`,
      this.#for,
      this.#forEach,
      () => `try ${block()} ${this.#catch()}`,
      () => `try ${block()} finally ${block()}`,
      () => `switch (${e()}) { case ${e()}: ${block()} default: ${log()} }`,
      this.#labelled,
      block,
      () => (this.#context.mayReturn ? `return ${e()};` : ";"),
      this.#jump,
      () => ";",
      () => `${this.#name()} = ${e()};`,
    ]);
  };

  readonly #declaration = (): string => {
    const kind = this.#tape.pick(["var", "let", "const"]);
    const pattern = this.#pattern((name) => this.#declared(kind, name));
    return `${kind} ${pattern} = ${this.#expression()};`;
  };

  #declared(kind: string, name: string): string {
    return kind === "var" ? this.#blocks.variable(name) : this.#blocks.lexical(name);
  }

  readonly #for = (): string =>
    this.#loop(() => {
      const name = this.#blocks.lexical(this.#pooled());
      const test = this.#tape.pick([`${name} < 3`, "tick(true)"]);
      return `for (let ${name} = 0; ${test}; ${name}++, tick()) ${this.#block()}`;
    });

  readonly #forEach = (): string =>
    this.#loop(() => {
      const kind = this.#tape.pick(["let", "const", "var"]);
      const name = this.#declared(kind, this.#pooled());
      const over = this.#tape.pick(["of [1, 2]", "in { k: 1 }", `of [${this.#name()}]`]);
      return `for (${kind} ${name} ${over}) ${this.#block()}`;
    });

  #loop(write: () => string): string {
    const outer = this.#context;
    this.#context = { ...outer, inLoop: true };
    const text = this.#inner(write);
    this.#context = outer;
    return text;
  }

  #catch(): string {
    const name = this.#pooled();
    return this.#inner(() => {
      const parameter = this.#tape.pick([`(${name})`, "", `({ a: ${name} })`]);
      return `catch ${parameter} ${this.#block()}`;
    });
  }

  readonly #labelled = (): string => {
    const outer = this.#context;
    const label = this.#tape.pick(POOL.filter((name) => !outer.labels.includes(name)));
    if (label === "") return ";";
    this.#context = { ...outer, labels: [...outer.labels, label] };
    const text = `${label}: ${this.#block()}`;
    this.#context = outer;
    return text;
  };

  readonly #jump = (): string => {
    const { labels, inLoop } = this.#context;
    const label = this.#tape.pick(["", ...labels]);
    if (label !== "") return `break ${label};`;
    return inLoop ? this.#tape.pick(["break;", "continue;"]) : ";";
  };
}
