// From a story to texts, for one of the two sides: chapters, each of which begins with running all cells, and in each what
// happens then, one text a step.

import { constantCell, functionCell, wrappedFunctions } from "./cells.ts";
import { filled } from "./constant-kind.ts";
import { type Choices, chosen } from "./dice.ts";
import { callText, functionValue } from "./parts.ts";
import { type Prefix, Scene } from "./scene.ts";
import type { CallPlan, Step, Story, Tweak } from "./story.ts";

/** One step: a call as an expression, or an edit as statements. */
export interface Act {
  readonly kind: "call" | "start" | "edit";
  readonly by: Step["do"];
  readonly text: string;
}

export interface Chapter {
  /** In the order in which they run. */
  readonly cells: readonly string[];
  readonly acts: readonly Act[];
  /** An expression: functions that give the program's functions. */
  readonly functions: string;
}

const ARGUMENTS: Choices<string> = [
  "0",
  "1",
  "2",
  "3",
  "'a'",
  "-0",
  "[1, 2]",
  "{ a: 1 }",
  "NaN",
  "undefined",
  "(y) => [Number(y)]",
];

/** What the cells contain at a moment of the story. */
interface Source {
  readonly values: number[];
  readonly tweaks: Tweak[];
}

const AS_IT_WAS: Tweak = { kind: 0, detail: 0 };

/** @param id distinguishes the names that a script can declare only once */
export function chapters(story: Story, prefix: Prefix, isScript: boolean, id: number): readonly Chapter[] {
  const scene = new Scene(story, prefix, isScript, id);
  const source: Source = {
    values: story.constants.map(({ value }) => value),
    tweaks: story.functions.map(() => AS_IT_WAS),
  };
  const found: { cells: readonly string[]; acts: Act[]; functions: string }[] = [];
  const begin = (): void => {
    const isFirst = found.length === 0 || !isScript;
    found.push({
      cells: allCells(scene, source, story.order, isFirst),
      acts: [],
      functions: wrappedFunctions(scene),
    });
  };
  begin();
  for (const step of story.steps) {
    if (step.do === "run all") begin();
    else found.at(-1)?.acts.push(act(scene, source, step));
  }
  return found;
}

function allCells(
  scene: Scene,
  { values, tweaks }: Source,
  order: number,
  isFirst: boolean,
): readonly string[] {
  const run = isFirst ? "first" : "again";
  const { prefix } = scene;
  const constants = scene.constants.flatMap(({ holder }, index) =>
    // A script cannot run a const declaration twice.
    holder === "const" && !isFirst ? [] : [constantCell(scene, index, values[index] ?? 0, run)],
  );
  const functions = scene.functions.map((fn, index) =>
    functionCell(scene, fn, tweaks[index] ?? AS_IT_WAS, run),
  );
  const effects = `var ${prefix}runs = 0, ${prefix}log = [], ${prefix}last;`;
  return [effects, ...(order % 2 === 1 ? [...functions, ...constants] : [...constants, ...functions])];
}

function act(scene: Scene, source: Source, step: Exclude<Step, { do: "run all" }>): Act {
  switch (step.do) {
    case "call":
    case "start":
      return { kind: step.do, by: step.do, text: call(scene, step) };
    default:
      return { kind: "edit", by: step.do, text: edit(scene, source, step) };
  }
}

function call(scene: Scene, { fn, arg, depth }: CallPlan): string {
  const target = scene.functions[fn % Math.max(scene.functions.length, 1)];
  if (target === undefined) return "0";
  const known = arg % (ARGUMENTS.length + 2);
  const passed = known < ARGUMENTS.length ? chosen(ARGUMENTS, known) : (functionValue(scene, arg) ?? "1");
  return callText(scene, target, `${passed}, ${depth % 3}`, arg);
}

const NOTHING = "";

type Edit = Exclude<Step, { do: "run all" | "call" | "start" }>;

function edit(scene: Scene, source: Source, step: Edit): string {
  const run = scene.isScript ? "again" : "again in a closure";
  switch (step.do) {
    case "assign": {
      const index = step.constant % Math.max(scene.constants.length, 1);
      const constant = scene.constants[index];
      if (constant === undefined) return NOTHING;
      source.values[index] = step.value;
      // The source of a const has changed, but its cell can run only together with all others.
      return constant.holder === "const" ? NOTHING : constantCell(scene, index, step.value, run);
    }
    case "mutate": {
      const index = step.constant % Math.max(scene.constants.length, 1);
      const [first, ...more] = scene.constants[index]?.kind.edits ?? [];
      if (first === undefined) return NOTHING;
      return `${filled(chosen([first, ...more], step.edit), scene.words(index, step.value))};`;
    }
    case "swap": {
      const [one, other] = [step.one, step.other].map(
        (at) => scene.constants[at % Math.max(scene.constants.length, 1)],
      );
      const isFixed = one?.holder === "const" || other?.holder === "const";
      return one === undefined || other === undefined || isFixed
        ? NOTHING
        : `[${one.name}, ${other.name}] = [${other.name}, ${one.name}];`;
    }
    case "rewrite": {
      const fn = scene.functions[step.fn % Math.max(scene.functions.length, 1)];
      if (fn === undefined) return NOTHING;
      source.tweaks[fn.index] = step.tweak;
      return fn.holder === "const" ? NOTHING : functionCell(scene, fn, step.tweak, run);
    }
    case "alias":
      return alias(scene, step.fn, step.to);
    case "turn": {
      const fn = scene.functions[step.fn % Math.max(scene.functions.length, 1)];
      return fn?.form.turn?.(scene.prefix, fn.index, step.value % 5) ?? NOTHING;
    }
  }
}

/** A later function, or a new one, in the variable of an earlier one, so that no program runs forever. */
function alias(scene: Scene, from: number, to: number): string {
  const { functions } = scene;
  const one = functions[from % Math.max(functions.length, 1)];
  if (one?.form.isSimple === undefined || one.holder === "const") return NOTHING;
  const other = functions[one.index + 1 + (to % Math.max(functions.length, 1))];
  const isUsable = other?.form.isSimple !== undefined;
  return `${one.name} = ${isUsable ? other.name : `(x) => [JSON.stringify(x), ${to % 5}]`};`;
}
