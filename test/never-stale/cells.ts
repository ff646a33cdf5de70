// The text of a program's cells: one for each constant and each function, as its source is at a moment of the story.

import { filled } from "./constant-kind.ts";
import { type Choices, chosen } from "./dice.ts";
import { BARE_CACHE } from "./features.ts";
import { type Form, type FormText, SIMPLE_FORMS } from "./forms.ts";
import { EFFECTS, PARTS, type Place } from "./parts.ts";
import type { Holder, NamedFunction, Piece, Scene } from "./scene.ts";
import type { Choice, FunctionPlan, Tweak } from "./story.ts";

/** `$d` is defineOnce, `$c` cache, `$f` the function, `$n` its name. */
const WRAPPINGS: Choices<string> = [
  "$f",
  "$d($c($f), { name: '$n' })",
  "$c($d($f, { name: '$n' }))",
  "$d($f, { name: '$n' })",
  BARE_CACHE ? "$c($f)" : "$d($c($f), { name: '$n' })",
];

/** Another way to write a function that means the same. */
interface Style {
  readonly isRenamed: boolean;
  readonly isSpread: boolean;
  readonly isStored: boolean;
}

const PLAIN: Style = { isRenamed: false, isSpread: false, isStored: false };

interface Version {
  readonly plan: FunctionPlan;
  readonly form: Form;
  readonly style: Style;
}

type Change = (version: Version, detail: Choice) => Version;

/** What a rewrite does to a function's source; the first undoes all others. */
const TWEAKS: Choices<Change> = [
  (version) => version,
  (version) => ({ ...version, style: { ...PLAIN, isRenamed: true } }),
  (version) => ({ ...version, style: { ...PLAIN, isSpread: true } }),
  (version) => ({ ...version, style: { ...PLAIN, isStored: true } }),
  ({ plan, ...version }, detail) => {
    const at = detail % Math.max(plan.parts.length, 1);
    // Whom a part calls stays, so that programs end.
    const parts = plan.parts.map((part, index) =>
      index === at ? { ...part, detail: part.detail + 1 + detail } : part,
    );
    return { ...version, plan: { ...plan, parts } };
  },
  ({ plan, ...version }, detail) => {
    const added = { kind: chosen(CHEAP, detail), of: detail, detail };
    return { ...version, plan: { ...plan, parts: [...plan.parts, added] } };
  },
  ({ plan, ...version }) => ({ ...version, plan: { ...plan, parts: plan.parts.slice(0, -1) } }),
  ({ plan, ...version }, detail) => ({ ...version, plan: { ...plan, knob: plan.knob + 1 + detail } }),
  (version, detail) =>
    version.form.isSimple === undefined ? version : { ...version, form: chosen(SIMPLE_FORMS, detail) },
  ({ plan, ...version }, detail) => ({ ...version, plan: { ...plan, wrapping: plan.wrapping + 1 + detail } }),
];

const CHEAP: Choices<Choice> = [0, 1, 2, 3];

/** Whether the cell runs first, and so declares, or again, and so can only assign in some places. */
export type Run = "first" | "again" | "again in a closure";

/** Gives a variable a value. */
function binding({ isScript }: Scene, name: string, holder: Holder, value: string, run: Run): string {
  switch (holder) {
    case "global":
      return `globalThis.${name} = ${value};`;
    case "property":
      return run === "first"
        ? `var ${name.replace(".held", "")} = { held: ${value}, note: 0 };`
        : `${name} = ${value};`;
    case "let":
      // The script scope has declared it long ago, and cannot declare it twice.
      return run === "first" && !isScript ? `let ${name} = ${value};` : `${name} = ${value};`;
    case "var":
      return run === "again in a closure" ? `${name} = ${value};` : `var ${name} = ${value};`;
    case "const":
      return `const ${name} = ${value};`;
  }
}

export function constantCell(scene: Scene, index: number, value: Choice, run: Run): string {
  const constant = scene.constants[index];
  if (constant === undefined) return "";
  return binding(scene, constant.name, constant.holder, scene.value(index, value), run);
}

export function functionCell(scene: Scene, fn: NamedFunction, tweak: Tweak, run: Run): string {
  const version = chosen(TWEAKS, tweak.kind)({ plan: fn.plan, form: fn.form, style: PLAIN }, tweak.detail);
  const { plan, form } = version;
  const wrapping = chosen(WRAPPINGS, plan.wrapping);
  const isWrapped = wrapping !== "$f";
  const { prefix, isAsync } = scene;
  const { name, index, holder } = fn;
  const text: FormText = {
    name,
    prefix,
    index,
    isAsync,
    isWrapped,
    isDeclared: !isWrapped && holder === "var" && run !== "again in a closure",
    fn: (head, more = "") =>
      head === "=>"
        ? `${isAsync ? "async " : ""}${parameters(scene, version, more)} => ${body(scene, fn, version)}`
        : `${isAsync ? "async " : ""}${head}${parameters(scene, version, more)} ${body(scene, fn, version)}`,
    method: (head) =>
      `${isAsync ? head.replace("f", "async f") : head}${parameters(scene, version, "")} ${body(scene, fn, version)}`,
    wrapped: (inner) =>
      filled(wrapping, { f: inner, d: `${prefix}defineOnce`, c: `${prefix}cache`, n: `f${index}` }),
    bound: (other, value) => binding(scene, other, "var", value, run),
    own: (value) => binding(scene, name, holder, value, run),
    k: `${plan.knob % 5}`,
  };
  return form.define(text);
}

/** The wrapped function objects of a scene, as a list. */
export function wrappedFunctions(scene: Scene): string {
  const found = scene.functions.map(({ form, name, index }) => form.callee(name, scene.prefix, index, 0));
  return `[${found.map((each) => `() => ${each}`).join(", ")}]`;
}

function locals({ style }: Version): { readonly x: string; readonly n: string; readonly d: string } {
  return style.isRenamed ? { x: "given", n: "depth", d: "preset" } : { x: "x", n: "n", d: "d" };
}

function parameters(scene: Scene, version: Version, more: string): string {
  const { x, n, d } = locals(version);
  const preset = version.plan.parts.find(({ kind }) => chosen(PARTS, kind).title === DEFAULT);
  // A default is evaluated where the parameters are; a read that begins with statements has no place there.
  const read = preset && scene.read(preset.of, preset.detail, x, "l");
  const text = read === undefined ? "" : `, ${d} = ${read.before === "" ? read.value : "8"}`;
  return `(${more}${x}, ${n}${text})`;
}

const DEFAULT = "reads a parameter with a default";

function body(scene: Scene, { index }: NamedFunction, version: Version): string {
  const { plan, form, style } = version;
  const local = style.isRenamed ? "part" : "p";
  const place: Omit<Place, "local"> = {
    scene,
    index,
    ...locals(version),
    knob: form.knob(`${plan.knob % 5}`),
  };
  const effects = plan.effects.map((effect) =>
    filled(chosen(EFFECTS, effect), { p: scene.prefix, x: place.x }),
  );
  const pieces = plan.parts.map(
    (part, at): Piece => chosen(PARTS, part.kind).piece({ ...place, local: `${local}${at}` }, part),
  );
  const statements = [...effects, ...(scene.isAsync ? paused(pieces) : pieces.map(({ before }) => before))];
  const values = scene.isAsync ? pieces.map((_, at) => `r${at}`) : pieces.map(({ value }) => value);
  statements.push(...result(values, style, form.spreads === true));
  return style.isSpread
    ? `{\n  // rewritten\n  ${written(statements).join("\n\n  ")}\n}`
    : `{ ${written(statements).join(" ")} }`;
}

/** An async body waits after each part, so that an edit may come between any two. */
function paused(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ before, value }, at) => [before, `const r${at} = ${value};`, "await undefined;"]);
}

function written(statements: readonly string[]): readonly string[] {
  return statements.filter((each) => each !== "");
}

function result(values: readonly string[], { isStored }: Style, yields: boolean): readonly string[] {
  if (yields) return values.map((value) => `yield ${value};`);
  const [only = "0", ...more] = values;
  const all = more.length === 0 ? only : `[${values.join(", ")}]`;
  return isStored ? [`const result = ${all};`, "return result;"] : [`return ${all};`];
}
