// The names of a story: what its constants and functions are called on one of the two sides, and how they are read and called.

import { CODE_CONSTANTS } from "./code-constants.ts";
import { type ConstantKind, filled } from "./constant-kind.ts";
import { CONTAINER_CONSTANTS } from "./container-constants.ts";
import { type Choices, chosen } from "./dice.ts";
import { IDENTITIES } from "./features.ts";
import { FORMS, type Form } from "./forms.ts";
import { PLAIN_CONSTANTS } from "./plain-constants.ts";
import type { Choice, ConstantPlan, FunctionPlan, Story } from "./story.ts";

/** The side with the library, and the side without. */
export type Prefix = "K_" | "P_";

/** What holds a constant or a function. */
export type Holder = "var" | "let" | "const" | "global" | "property";

const CONSTANT_HOLDERS: Choices<Holder> = ["var", "let", "const", "global", "property"];
const FUNCTION_HOLDERS: Choices<Holder> = ["var", "let", "const"];

const [first, ...rest] = PLAIN_CONSTANTS;
export const CONSTANT_KINDS: Choices<ConstantKind> = [
  first,
  ...[...rest, ...CONTAINER_CONSTANTS, ...CODE_CONSTANTS].filter(
    ({ comparesIdentities }) => IDENTITIES || comparesIdentities === undefined,
  ),
];

/** Concurrent equal calls of an async function run once, so that such a function may not change itself. */
export const STEADY_KINDS: Choices<ConstantKind> = [
  first,
  ...CONSTANT_KINDS.slice(1).filter(({ changesItself }) => changesItself === undefined),
];

/** A part of a body: statements, and then the value. */
export interface Piece {
  readonly before: string;
  readonly value: string;
}

/** A constant under its name. */
export interface NamedConstant {
  readonly plan: ConstantPlan;
  readonly kind: ConstantKind;
  readonly holder: Holder;
  /** The expression that reads it, and that can be assigned to unless it is held by a const. */
  readonly name: string;
}

/** A function under its name. */
export interface NamedFunction {
  readonly plan: FunctionPlan;
  readonly form: Form;
  readonly holder: Holder;
  readonly index: number;
  readonly name: string;
}

export class Scene {
  readonly prefix: Prefix;
  readonly isAsync: boolean;
  /** Whether names are those of the script scope, where every cell is a script of its own. */
  readonly isScript: boolean;
  readonly constants: readonly NamedConstant[];
  readonly functions: readonly NamedFunction[];

  /** @param id distinguishes the names that a script can declare only once */
  constructor(story: Story, prefix: Prefix, isScript: boolean, id: number) {
    this.prefix = prefix;
    this.isAsync = story.awaits % 2 === 1;
    this.isScript = isScript;
    const kinds = this.isAsync ? STEADY_KINDS : CONSTANT_KINDS;
    this.constants = story.constants.map((plan, index) => {
      const kind = chosen(kinds, plan.kind);
      const wished = chosen(CONSTANT_HOLDERS, plan.holder);
      const holder = wished === "const" && kind.edits.length === 0 ? "let" : wished;
      const end = holder === "const" && isScript ? `${index}_${id}` : `${index}`;
      return {
        plan,
        kind,
        holder,
        name: `${prefix}${CONSTANT_LETTERS[holder]}${end}${PROPERTY[holder] ?? ""}`,
      };
    });
    this.functions = story.functions.map((plan, index) => {
      const form = chosen(this.isAsync ? FORMS.steady : FORMS.all, plan.form);
      const wished = chosen(FUNCTION_HOLDERS, plan.holder);
      const holder = wished === "const" && isScript ? "let" : wished;
      return { plan, form, holder, index, name: `${prefix}${FUNCTION_LETTERS[holder]}${index}` };
    });
  }

  /** Words for the holes of a constant's templates. */
  words(index: number, value: Choice): Readonly<Record<string, string>> {
    return {
      c: this.constants[index]?.name ?? "0",
      v: `${value % 5}`,
      o: this.#other(index),
      e: `process.env.${this.prefix}E${index}`,
    };
  }

  /** What a function reads of a constant. */
  read(of: Choice, detail: Choice, argument: string, local: string): Piece {
    const index = of % Math.max(this.constants.length, 1);
    const constant = this.constants[index];
    if (constant === undefined) return { before: "", value: "0" };
    const template = chosen(constant.kind.reads, detail);
    const text = filled(template, { ...this.words(index, detail), x: `Number(${argument})`, l: local });
    const end = text.lastIndexOf(";;");
    if (end === -1) return { before: "", value: text };
    return { before: `${text.slice(0, end).trim()};`, value: text.slice(end + 2).trim() };
  }

  /** The value of a constant, as an expression. */
  value(index: number, value: Choice): string {
    const constant = this.constants[index];
    return constant === undefined
      ? "0"
      : filled(chosen(constant.kind.values, value), this.words(index, value));
  }

  /** The simplest read of a constant that stands behind this one, so that reads cannot go round in circles. */
  #other(index: number): string {
    return index + 1 < this.constants.length ? this.read(index + 1, 0, "1", "l").value : "7";
  }
}

const CONSTANT_LETTERS: Readonly<Record<Holder, string>> = {
  var: "c",
  let: "l",
  const: "k",
  global: "u",
  property: "box",
};
const PROPERTY: Readonly<Partial<Record<Holder, string>>> = { property: ".held" };
const FUNCTION_LETTERS: Readonly<Record<Holder, string>> = {
  var: "f",
  let: "g",
  const: "h",
  global: "f",
  property: "f",
};
