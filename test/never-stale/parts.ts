// What functions do in their bodies: each part is a piece of code about a constant, another function, or the arguments.

import { filled } from "./constant-kind.ts";
import { type Choices, chosen } from "./dice.ts";
import { IDENTITIES, SHARED_RESULTS } from "./features.ts";
import type { NamedFunction, Piece, Scene } from "./scene.ts";
import type { Choice, PartPlan } from "./story.ts";

/** The function that a part stands in, and its local names. */
export interface Place {
  readonly scene: Scene;
  readonly index: number;
  /** The first parameter. */
  readonly x: string;
  /** How deep calls may still go back to functions before this one. */
  readonly n: string;
  /** The parameter with a default, which is a constant. */
  readonly d: string;
  /** How the knob is read. */
  readonly knob: string;
  /** A local name that no other part has. */
  readonly local: string;
}

export interface PartKind {
  readonly title: string;
  /** What it calls: cheap parts call nothing, others functions behind this one, or any one at a smaller depth. */
  readonly calls: "nothing" | "forward" | "back";
  /** How often it calls. */
  readonly times?: 2;
  readonly piece: (place: Place, part: PartPlan) => Piece;
}

const ARITHMETIC: Choices<string> = [
  "$v",
  "Number($x) + $v",
  "typeof $x",
  "[JSON.stringify($x), $v]",
  "((y) => y + $v)(Number($x))",
  "{ a: $v }",
  "[...'ab'].length * $v",
  "$x?.[0] ?? $v",
];

/** Arguments of calls within the program. Constants are passed as they are. */
const ARGUMENTS: Choices<string> = ["$x", "1", "2", "$c", "[1, $v]", "'a'", "{ a: $x }"];

export const PARTS: Choices<PartKind> = [
  { title: "reads a constant", calls: "nothing", piece: read },
  { title: "computes", calls: "nothing", piece: (place, { detail }) => value(arithmetic(place, detail)) },
  { title: "reads what it captured or holds", calls: "nothing", piece: ({ knob }) => value(knob) },
  { title: "reads a parameter with a default", calls: "nothing", piece: ({ d }) => value(d) },
  { title: "calls a function", calls: "forward", piece: forward },
  { title: "calls a function that may call it", calls: "back", piece: back },
  {
    title: "calls a function from a callback",
    calls: "forward",
    times: 2,
    piece: (place, part) => {
      const call = callOf(forwardTarget(place, part), place, "e", place.n, part.detail);
      if (call === undefined) return read(place, part);
      const mapped = `[1, ${part.detail % 5}].map((e) => ${call})`;
      return value(place.scene.isAsync ? `await Promise.all(${mapped})` : mapped);
    },
  },
  {
    title: "passes a function",
    calls: "forward",
    piece: (place, part) => {
      const passed = reference(place, part.detail);
      const call = callOf(forwardTarget(place, part), place, passed, place.n, part.detail);
      return call === undefined ? read(place, part) : value(awaited(place, call));
    },
  },
  {
    title: "calls its argument",
    calls: "back",
    piece: (place, { detail }) => {
      const { x, n } = place;
      const call = awaited(place, `${x}(${detail % 5}, ${n} - 1)`);
      return value(`typeof ${x} === "function" && ${n} > 0 ? ${call} : ${detail % 5}`);
    },
  },
  {
    title: "reads a constant for some arguments",
    calls: "nothing",
    piece: (place, part) => {
      const { before, value: read } = pieceOf(place, part);
      const condition = chosen(
        [`${place.x} > 1`, `${place.x} === 0`, `typeof ${place.x} === "string"`],
        part.detail,
      );
      if (before === "") return value(`${condition} ? ${read} : 5`);
      return {
        before: `let ${place.local}o = 5; if (${condition}) { ${before} ${place.local}o = ${read}; }`,
        value: `${place.local}o`,
      };
    },
  },
  {
    title: "catches what reading a constant throws",
    calls: "nothing",
    piece: (place, part) => {
      const { before, value: read } = pieceOf(place, part);
      const o = `${place.local}o`;
      return {
        before: `let ${o}; try { ${before} ${o} = ${read}; } catch (error) { ${o} = error.message; }`,
        value: o,
      };
    },
  },
  {
    title: "reads a constant from a callback",
    calls: "nothing",
    piece: (place, part) => {
      const { before, value: read } = pieceOf(place, part);
      return value(`[1].map(() => { ${before} return ${read} })[0]`);
    },
  },
  {
    title: "throws",
    calls: "nothing",
    piece: (place, part) => {
      const { before, value: read } = pieceOf(place, part);
      const condition = `${place.x} === ${part.detail % 3}`;
      return {
        before: `if (${condition}) { ${before} throw new RangeError("at " + JSON.stringify(${read})); }`,
        value: "6",
      };
    },
  },
  {
    title: "has a local of the name of a constant",
    calls: "nothing",
    piece: ({ scene, x }, { of, detail }) => {
      const constant = scene.constants[of % Math.max(scene.constants.length, 1)];
      const name = constant === undefined || constant.holder === "property" ? "y" : constant.name;
      return value(`((${name}) => [JSON.stringify(${name}), ${detail % 5}])(${x})`);
    },
  },
  {
    title: "looks whether two constants are one",
    calls: "nothing",
    piece: (place, part) => {
      const { constants } = place.scene;
      const [one, other] = [constants[part.of % constants.length], constants[part.detail % constants.length]];
      return one === undefined || other === undefined || !IDENTITIES
        ? read(place, part)
        : value(`${one.name} === ${other.name}`);
    },
  },
  {
    title: "gives a constant itself",
    calls: "nothing",
    piece: (place, part) => {
      const { constants } = place.scene;
      const name = constants[part.of % Math.max(constants.length, 1)]?.name;
      return SHARED_RESULTS && name !== undefined ? value(name) : read(place, part);
    },
  },
  {
    title: "computes from its knob",
    calls: "nothing",
    piece: ({ knob, x }) => value(`[${knob}, JSON.stringify(${x})]`),
  },
];

/** What a body does besides computing: nothing of it is ever read. */
export const EFFECTS: Choices<string> = [
  "$pruns++;",
  "$plog.push($x);",
  "$plast = $x;",
  "$pruns += 2;",
  "++$pruns;",
];

function value(text: string): Piece {
  return { before: "", value: text };
}

function read(place: Place, part: PartPlan): Piece {
  const { before, value: read } = pieceOf(place, part);
  return { before, value: read };
}

function pieceOf({ scene, x, local }: Place, { of, detail }: PartPlan): Piece {
  return scene.read(of, detail, x, local);
}

function arithmetic({ x }: Place, detail: Choice): string {
  const text = filled(chosen(ARITHMETIC, detail), { x, v: `${detail % 5}` });
  return text.startsWith("{") ? `(${text})` : text;
}

function forward(place: Place, part: PartPlan): Piece {
  const { scene, x } = place;
  const constant = scene.constants[part.detail % Math.max(scene.constants.length, 1)]?.name ?? "1";
  const argument = filled(chosen(ARGUMENTS, part.detail), { x, c: constant, v: `${part.detail % 5}` });
  const call = callOf(forwardTarget(place, part), place, argument, place.n, part.detail);
  return call === undefined ? read(place, part) : value(awaited(place, call));
}

function back(place: Place, part: PartPlan): Piece {
  const { scene, x, n } = place;
  const target = scene.functions[part.of % scene.functions.length];
  const call = callOf(target, place, part.detail % 2 === 0 ? x : "1", `${n} - 1`, part.detail);
  return call === undefined
    ? read(place, part)
    : value(`${n} > 0 ? ${awaited(place, call)} : ${part.detail % 5}`);
}

/** Only functions behind this one, so that no program runs forever. */
function forwardTarget({ scene, index }: Place, { of }: PartPlan): NamedFunction | undefined {
  const target = forwardIndex(scene.functions.length, index, of);
  return target === undefined ? undefined : scene.functions[target];
}

export function forwardIndex(count: number, index: number, of: Choice): number | undefined {
  const behind = count - index - 1;
  return behind <= 0 ? undefined : index + 1 + (of % behind);
}

function callOf(
  target: NamedFunction | undefined,
  place: Place,
  x: string,
  n: string,
  detail: Choice,
): string | undefined {
  if (target === undefined) return undefined;
  return callText(place.scene, target, `${x}, ${n}`, detail);
}

/** A call, as an expression. */
export function callText(
  scene: Scene,
  { form, name, index }: NamedFunction,
  args: string,
  detail: Choice,
): string {
  const call = `${form.callee(name, scene.prefix, index, detail)}(${args})`;
  return form.spreads === undefined ? call : `[...${call}]`;
}

/** A function as a value that is the same each time. */
function reference({ scene }: Place, of: Choice): string {
  return functionValue(scene, of) ?? "Math.abs";
}

export function functionValue(scene: Scene, of: Choice): string | undefined {
  const target = scene.functions[of % Math.max(scene.functions.length, 1)];
  return target?.form.isSimple === undefined ? undefined : target.name;
}

function awaited({ scene }: Place, call: string): string {
  return scene.isAsync ? `(await ${call})` : call;
}
