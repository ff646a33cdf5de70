// A row for what a function depends on: a hit is good only as long as that is what it was.

import vm from "node:vm";
import { cache, defineOnce } from "../../dist/index.js";
import { ours, remembered } from "./ours.ts";
import { NUMBER, type Row } from "./rows.ts";
import type { Subject } from "./subject.ts";

const FIVE = ["alpha", "beta", "gamma", "delta", "epsilon"] as const;

/** Where the constants stand, which decides how they are read. */
export const NO_CONSTANT = "no dependency";
export const GETTERS = "5 constants of the script";
export const INSPECTOR = "5 constants of a function around it";

/** Hits of one number; the subjects differ in what their functions read. */
export const DEPENDENCY_ROWS: readonly Row[] = [
  {
    key: "dependencies",
    title: "five dependencies, one number, 1,000 entries",
    setup: { shape: "one", arity: 1, isVariadic: false, entries: 1000 },
    // The constants add up to 1.
    ...NUMBER,
    order: "shuffled",
    read: "",
  },
];

/** The same function without constants, with five that getters serve, and with five that only the inspector can read. */
export function dependencySubjects(): readonly Subject[] {
  Object.assign(globalThis, { defineOnce, cache });
  const constants = FIVE.map((name, index) => `const ${name} = ${index === 0 ? -9 : index};`).join(" ");
  const sum = FIVE.join(" + ");
  const definition = (text: string, name: string): string =>
    `defineOnce(cache(${text}), { name: "${name}" })`;
  return [
    scripted(NO_CONSTANT, definition("(n) => n + 1", "plain")),
    scripted(GETTERS, `${constants} ${definition(`(n) => n + ${sum}`, "getters")}`),
    scripted(INSPECTOR, `(() => { ${constants} return ${definition(`(n) => n + ${sum}`, "inspector")} })()`),
  ];
}

/** define-once on a function that a script defines, as a cell of a notebook does. */
function scripted(name: string, text: string): Subject {
  return {
    ...ours(),
    name,
    isOurs: name === NO_CONSTANT,
    remember: () => remembered(vm.runInThisContext(text)),
  };
}
