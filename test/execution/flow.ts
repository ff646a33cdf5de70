// Random programs about the order of things: variables declared in every way and used before, in and behind loops, branches,
// switches, `try` and closures; values that are chosen, combined, assigned and thrown. Unlike those of test/syntax/programs.ts,
// most of them run to their end, so that a rule that moves an evaluation shows in the log.

import fc from "fast-check";
import { Tape } from "../syntax/tape.ts";
import { isAccepted } from "../syntax/tree.ts";

/** Function texts that an engine accepts. They use `log`, which gives back what it gets, and `o`, whose members log. */
export const flows: fc.Arbitrary<string> = fc
  .uint8Array({ minLength: 60, maxLength: 600, size: "max" })
  .map((bytes) => new Writer(new Tape(bytes)).program())
  .filter(isAccepted);

interface Place {
  /** What may leave: statements like `break` that are legal here. */
  readonly jumps: readonly string[];
  readonly isGenerator: boolean;
  readonly depth: number;
}

const LITERALS = ["0", "1", "2", "''", "'s'", "null", "undefined", "true", "false", "NaN", "1n", "-1"];
const COMPARISONS = ["===", "!==", "==", "!=", "<", ">="];
const ARITHMETIC = ["+", "-", "*", "%", "|", "<<"];
const ASSIGNMENTS = ["=", "=", "=", "+=", "-=", "||=", "&&=", "??="];

class Writer {
  readonly #tape: Tape;
  /** Every name so far; those that are out of scope are free, or in their dead zone. */
  readonly #names: string[] = ["a", "b"];
  #visible: string[] = ["a", "b"];
  #next = 0;

  constructor(tape: Tape) {
    this.#tape = tape;
  }

  program(): string {
    const isGenerator = this.#tape.next(6) === 1;
    const place: Place = { jumps: ["return;"], isGenerator, depth: 0 };
    const parameters = this.#tape.pick(["a, b", "a, b", "a, b = a", "a, b = () => a", "a, ...b"]);
    const body = `{ ${this.#statements(place, 9)} }`;
    if (isGenerator) return `function* (${parameters}) ${body}`;
    return this.#tape.flip() ? `(${parameters}) => ${body}` : `function (${parameters}) ${body}`;
  }

  // Names

  #name(): string {
    const isAny = this.#tape.next(20) === 1;
    return this.#tape.pick(isAny ? this.#names : this.#visible);
  }

  #declared(): string {
    const reuses = this.#tape.next(8) === 1;
    const name = reuses ? this.#tape.pick(this.#names) : `v${this.#next++}`;
    this.#names.push(name);
    this.#visible.push(name);
    return name;
  }

  #inner(write: () => string): string {
    const outer = this.#visible;
    this.#visible = [...outer];
    const text = write();
    this.#visible = outer;
    return text;
  }

  // Expressions

  #value(place: Place, deep = 0): string {
    const tape = this.#tape;
    const e = (): string => (deep > 3 ? this.#name() : this.#value(place, deep + 1));
    const name = (): string => this.#name();
    return tape
      .form([
        name,
        name,
        name,
        () => tape.pick(LITERALS),
        () => `log(${e()})`,
        () => `o.${tape.pick(["x", "y", "n"])}`,
        () => `o.m(${e()}, ${e()})`,
        () => `(${name()} ${tape.pick(ASSIGNMENTS)} ${e()})`,
        () => `(${e()} ? ${e()} : ${e()})`,
        () => chosen(name(), e(), tape.next(4)),
        () => nullish(name(), e(), tape.next(5)),
        () => `(${e()} ${tape.pick(["&&", "||"])} ${e()})`,
        () => `(${e()} ?? ${name()})`,
        () => `!${e()}`,
        () => `(${e()} ${tape.pick(COMPARISONS)} ${e()})`,
        () => `(${e()} ${tape.pick(ARITHMETIC)} ${e()})`,
        () => `(${e()}, ${e()})`,
        () => `[${e()}, ${e()}]`,
        () => `{ k: ${e()}, ${name()} }`,
        () => `(typeof ${name()} ${tape.pick(["==", "!=="])} 'undefined')`,
        () => `${tape.pick(["", "-", "void "])}${name()}`,
        () => tape.pick([`${name()}++`, `--${name()}`, `delete ${name()}`]),
        () => `\`t\${${e()}}${tape.pick(["", "x"])}\``,
        () => this.#closure(place),
        () => `(${this.#closure(place)})(${e()})`,
        () => (place.isGenerator ? `(yield ${e()})` : e()),
      ])
      .replace(/^\{.*\}$/s, "($&)");
  }

  #closure({ depth }: Place): string {
    if (depth > 2) return "() => 1";
    const inner: Place = { jumps: ["return;"], isGenerator: false, depth: depth + 2 };
    return this.#inner(() =>
      this.#tape.flip()
        ? `(() => ${this.#value(inner)})`
        : `(function () { ${this.#statements(inner, 3)} return ${this.#value(inner)} })`,
    );
  }

  // Statements

  #statements(place: Place, most: number): string {
    return this.#tape.many(most, () => this.#statement(place), " ");
  }

  #block(place: Place): string {
    return this.#inner(() => `{ ${this.#statements({ ...place, depth: place.depth + 1 }, 4)} }`);
  }

  /** A body that is a block, or one statement. */
  #body(place: Place): string {
    return this.#tape.next(3) === 1 ? `${this.#simple(place)}` : this.#block(place);
  }

  #simple(place: Place): string {
    const e = (): string => this.#value(place);
    return this.#tape.form([
      () => `log(${e()});`,
      () => `${this.#name()} ${this.#tape.pick(ASSIGNMENTS)} ${e()};`,
      () => `return ${e()};`,
      () => this.#tape.pick(place.jumps),
      () => `throw ${e()};`,
      () => `var ${this.#declared()} = ${e()};`,
      () => `(${e()});`,
      () => "o.x = 1;",
    ]);
  }

  #statement(place: Place): string {
    const e = (): string => this.#value(place);
    const tape = this.#tape;
    const simple = (): string => this.#simple(place);
    const declaration = (): string => this.#declaration(place);
    if (place.depth > 4) return simple();
    return tape.form([
      simple,
      simple,
      simple,
      declaration,
      declaration,
      declaration,
      () => `if (${e()}) ${this.#body(place)} ${tape.flip() ? `else ${this.#body(place)}` : ""}`,
      () => `if (${e()}) ${this.#body(place)} ${tape.flip() ? `else ${this.#body(place)}` : ""}`,
      () => this.#loop(place),
      () => this.#switch(place),
      () => `try ${this.#block(place)} catch (${this.#declared()}) ${this.#block(place)}`,
      () => `try ${this.#block(place)} finally ${this.#block(place)}`,
      () => this.#labelled(place),
      () => this.#block(place),
      () => this.#function(place),
    ]);
  }

  #declaration(place: Place): string {
    const tape = this.#tape;
    const kind = tape.pick(["const", "const", "let", "var"]);
    const value = this.#value(place);
    const isBare = kind !== "const" && tape.next(3) === 1;
    const name = this.#declared();
    if (isBare) return `${kind} ${name};`;
    if (tape.next(6) === 1) return `${kind} ${name} = ${value}, ${this.#declared()} = ${this.#value(place)};`;
    if (tape.next(8) === 1) return `${kind} { k: ${name} = ${value} } = ${this.#value(place)};`;
    return `${kind} ${name} = ${value};`;
  }

  #function(place: Place): string {
    const name = this.#declared();
    const inner: Place = { jumps: ["return;"], isGenerator: false, depth: place.depth + 2 };
    const body = this.#inner(() => `{ ${this.#statements(inner, 3)} return ${this.#value(inner)} }`);
    return `function ${name}() ${body} ${this.#tape.flip() ? `log(${name}());` : ""}`;
  }

  #loop(place: Place): string {
    const inside: Place = { ...place, jumps: [...place.jumps, "break;", "continue;", "break;", "continue;"] };
    const e = (): string => this.#value(place);
    return this.#inner(() => {
      const name = this.#declared();
      const kind = this.#tape.pick(["let", "let", "var", "const"]);
      return this.#tape.form([
        () =>
          `for (${kind === "const" ? "let" : kind} ${name} = 0; ${name} < 2 && tick(); ${name}++) ${this.#body(inside)}`,
        () => `for (${kind} ${name} of [1, 2]) ${this.#body(inside)}`,
        () => `for (${kind} ${name} in { k: 1, l: 2 }) ${this.#body(inside)}`,
        () => `for (${kind} ${name} = ${e()}; tick() && ${e()};) ${this.#body(inside)}`,
        () => `var ${name} = 0; while (tick() && ${name}++ < 2) ${this.#body(inside)}`,
        () => `do ${this.#block(inside)} while (tick() && ${e()});`,
        () => `for (;;) { tick(); if (${e()}) break; ${this.#statements(inside, 3)} }`,
      ]);
    });
  }

  #switch(place: Place): string {
    const inside: Place = { ...place, jumps: [...place.jumps, "break;", "break;"], depth: place.depth + 1 };
    return this.#inner(() => {
      const cases = this.#tape.many(
        4,
        () => {
          const head = this.#tape.pick(["case 0:", "case 1:", "case log(2):", "case 's':"]);
          return `${head} ${this.#statements(inside, 3)} ${this.#tape.flip() ? "break;" : ""}`;
        },
        " ",
      );
      const last = this.#tape.flip() ? `default: ${this.#statements(inside, 2)}` : "";
      return `switch (${this.#value(place)}) { ${cases} ${last} }`;
    });
  }

  #labelled(place: Place): string {
    const label = `l${this.#next++}`;
    const jumps = [...place.jumps, `break ${label};`, `break ${label};`];
    if (this.#tape.flip()) return `${label}: ${this.#block({ ...place, jumps })}`;
    const inside: Place = { ...place, jumps: [...jumps, `continue ${label};`, "break;", "continue;"] };
    const name = this.#declared();
    return `${label}: for (let ${name} = 0; ${name} < 2 && tick(); ${name}++) ${this.#block(inside)}`;
  }
}

/** Ways to choose between a variable and a value. */
function chosen(name: string, value: string, way: number): string {
  return (
    [
      `(${name} ? ${name} : ${value})`,
      `(${name} ? ${value} : ${name})`,
      `(!${name} ? ${value} : ${name})`,
      `(${value} ? true : ${name})`,
    ][way] ?? name
  );
}

/** Ways to ask whether a variable is nothing. */
function nullish(name: string, value: string, way: number): string {
  return (
    [
      `(${name} === null || ${name} === undefined ? ${value} : ${name})`,
      `(${name} !== undefined && ${name} !== null ? ${name} : ${value})`,
      `(${name} == null)`,
      `(null === ${name} || ${value})`,
      `(${name} === void 0 ? ${value} : ${name})`,
    ][way] ?? name
  );
}
