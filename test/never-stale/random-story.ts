// Random stories: seed and index in, story out. Programs that would run long are cut.

import type { Count } from "../../src/units.ts";
import { CODE_CONSTANTS } from "./code-constants.ts";
import { CONTAINER_CONSTANTS } from "./container-constants.ts";
import { type Choices, chosen, Dice } from "./dice.ts";
import { FORMS } from "./forms.ts";
import { forwardIndex, PARTS } from "./parts.ts";
import { PLAIN_CONSTANTS } from "./plain-constants.ts";
import { CONSTANT_KINDS } from "./scene.ts";
import type { CallPlan, ConstantPlan, FunctionPlan, PartPlan, Step, Story } from "./story.ts";

/** Where stories happen: in scripts, where getters reach all variables, or in closures, where only V8's inspector does. */
export type Place = "scripts" | "closures";

/** Whether no function of a story's program can change what the program computes. */
export function isSteady({ awaits, constants }: Story): boolean {
  return (
    awaits % 2 === 1 ||
    constants.every(({ kind }) => chosen(CONSTANT_KINDS, kind).changesItself === undefined)
  );
}

/** The most functions that a call from outside may run. */
const LONGEST: Count = 60;

export function randomStory(seed: number, index: number, place: Place): Story {
  const dice = new Dice(seed, index);
  const constants = dice.list(1, 3, () => constant(dice, place));
  const most = place === "scripts" ? 6 : 4;
  const functions = dice.list(2, dice.pick([2, 3, 3, 4, most]), (at) => randomFunction(dice, at));
  const story = {
    host: place === "scripts" ? 0 : dice.pick([1, 1, 2, 2, 3]),
    cells: dice.percent(35) ? 1 : 0,
    order: dice.next(2),
    awaits: dice.percent(12) ? 1 : 0,
    constants,
    functions: shortened(dice, functions),
  };
  return { ...story, steps: steps(dice, story, place) };
}

function constant(dice: Dice, place: Place): ConstantPlan {
  const [plain, containers] = [PLAIN_CONSTANTS.length, CONTAINER_CONSTANTS.length];
  const kind = dice.pick<() => number>([
    () => dice.next(plain),
    () => dice.next(plain),
    () => dice.next(plain),
    () => plain + dice.next(containers),
    () => plain + containers + dice.next(CODE_CONSTANTS.length),
  ]);
  // Each const of a script stays in the script scope forever, which slows all later scripts down.
  const holder = dice.percent(place === "scripts" ? 3 : 15) ? 2 : dice.pick([0, 0, 1, 1, 3, 4]);
  return { kind: kind(), value: dice.next(5), holder };
}

function randomFunction(dice: Dice, at: number): FunctionPlan {
  // The first is one whose results are kept most often.
  const isRoot = at === 0;
  const form = dice.percent(60) ? dice.next(3) : dice.next(FORMS.all.length);
  // What can be turned should matter.
  const knob = form > 2 && dice.percent(60) ? [{ kind: KNOB, of: 0, detail: 0 }] : [];
  return {
    form,
    holder: dice.next(3),
    wrapping: isRoot || dice.percent(35) ? dice.pick([1, 1, 1, 2, 3, 4]) : 0,
    knob: dice.next(4),
    parts: [...knob, ...dice.list(1, dice.pick([1, 2, 3]), () => part(dice))],
    effects: dice.percent(25) ? [dice.next(5)] : [],
  };
}

/** "reads what it captured or holds", of `PARTS`. */
const KNOB = 2;
const COMMON: Choices<number> = [0, 0, 0, 0, 4, 4, 4, 1, 2];

function part(dice: Dice): PartPlan {
  const kind = dice.percent(60) ? dice.pick(COMMON) : dice.next(PARTS.length);
  return { kind, of: dice.next(12), detail: dice.next(60) };
}

/** The same functions, with calls taken out until no call from outside runs long. */
function shortened(dice: Dice, functions: readonly FunctionPlan[]): readonly FunctionPlan[] {
  let short = functions;
  while (cost(short) > LONGEST) {
    const at = dice.next(short.length);
    short = short.map((fn, index) => (index === at ? { ...fn, parts: withoutCall(fn.parts) } : fn));
  }
  return short;
}

function withoutCall(parts: readonly PartPlan[]): readonly PartPlan[] {
  const at = parts.findLastIndex(({ kind }) => chosen(PARTS, kind).calls !== "nothing");
  return parts.map((each, index) => (index === at ? { ...each, kind: 0 } : each));
}

/** How many functions the worst call runs, at the greatest depth from which calls begin. */
function cost(functions: readonly FunctionPlan[]): Count {
  let before: readonly Count[] = functions.map(() => 0);
  for (let depth = 0; depth <= 2; depth++) {
    const worst = Math.max(...before);
    const now = functions.map(() => 0);
    for (let index = functions.length - 1; index >= 0; index--) {
      now[index] = (functions[index]?.parts ?? []).reduce((sum, { kind, of }) => {
        const { calls, times = 1 } = chosen(PARTS, kind);
        if (calls === "nothing") return sum;
        if (calls === "back") return sum + worst;
        return sum + times * (now[forwardIndex(functions.length, index, of) ?? -1] ?? 0);
      }, 1);
    }
    before = now;
  }
  return Math.max(...before);
}

/** Calls, then an edit, then the same calls, and so on; often an edit is taken back. */
function steps(dice: Dice, story: Omit<Story, "steps">, place: Place): readonly Step[] {
  const { functions, awaits } = story;
  const favourites = dice.list(1, place === "scripts" ? 3 : 2, (at): CallPlan => {
    return {
      fn: at === 0 ? 0 : dice.next(functions.length),
      arg: dice.next(13),
      depth: dice.pick([0, 1, 1, 2]),
    };
  });
  const calls = (): readonly Step[] => {
    const made = favourites.map((call): Step => ({ do: "call", ...call }));
    return dice.percent(60) ? [...made, ...made] : made;
  };
  // An async call is worth starting where nothing is known yet: before the first calls, or after an edit.
  const started = (): readonly Step[] =>
    awaits === 1 && dice.percent(60) ? favourites.map((call): Step => ({ do: "start", ...call })) : [];
  const found: Step[] = [...started(), ...(awaits === 1 && dice.percent(50) ? [] : calls())];
  let undo: readonly Step[] = [];
  const rounds = dice.pick([1, 1, 2, 2, 3]);
  for (let round = 0; round < rounds; round++) {
    if (undo.length > 0 && dice.percent(40)) {
      found.push(...undo);
      undo = [];
    } else {
      const edit = randomEdit(dice, story);
      found.push(edit);
      undo = undone(edit, story);
      const between = started();
      if (between.length > 0) found.push(...between, randomEdit(dice, story));
    }
    found.push(...calls());
  }
  return found;
}

function randomEdit(dice: Dice, { constants, functions }: Omit<Story, "steps">): Step {
  const constant = dice.next(constants.length);
  const fn = dice.next(functions.length);
  const value = dice.next(5);
  return dice.pick<() => Step>([
    () => ({ do: "assign", constant, value }),
    () => ({ do: "assign", constant, value }),
    () => ({ do: "mutate", constant, edit: dice.next(60), value }),
    () => ({ do: "mutate", constant, edit: dice.next(60), value }),
    () => ({ do: "mutate", constant, edit: dice.next(60), value }),
    () => ({ do: "rewrite", fn, tweak: { kind: dice.next(10), detail: dice.next(20) } }),
    () => ({ do: "rewrite", fn, tweak: { kind: dice.next(10), detail: dice.next(20) } }),
    () => ({ do: "rewrite", fn, tweak: { kind: 4, detail: dice.next(20) } }),
    () => ({ do: "turn", fn: turnable(dice, functions) ?? fn, value }),
    () => ({ do: "alias", fn, to: dice.next(4) }),
    () => (constants.length > 1 ? { do: "swap", one: constant, other: constant + 1 } : { do: "run all" }),
    () => ({ do: "run all" }),
  ])();
}

/** A function that can be turned from outside, if there is one. */
function turnable(dice: Dice, functions: readonly FunctionPlan[]): number | undefined {
  const [first, ...more] = functions.flatMap(({ form }, index) =>
    chosen(FORMS.all, form).turn === undefined ? [] : [index],
  );
  return first === undefined ? undefined : dice.pick([first, ...more]);
}

/** Edits that take an edit back, as far as that can be done. */
function undone(edit: Step, { constants, functions }: Omit<Story, "steps">): readonly Step[] {
  switch (edit.do) {
    case "assign":
    case "mutate":
      return [{ do: "assign", constant: edit.constant, value: constants[edit.constant]?.value ?? 0 }];
    case "swap":
      return [edit];
    case "rewrite":
    case "alias":
      return [{ do: "rewrite", fn: edit.fn, tweak: { kind: 0, detail: 0 } }];
    case "turn":
      return [{ do: "turn", fn: edit.fn, value: functions[edit.fn]?.knob ?? 0 }];
    default:
      return [{ do: "run all" }];
  }
}
