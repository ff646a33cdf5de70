// What else must hold in a notebook, beside editing and undoing: errors, modules evaluated again, a second copy of the
// library, cells in a queue, and the displays.

import { ALL_KEPT, DEFINITIONS, keeps, type Step } from "./scenario.ts";

/** A module that a notebook evaluates again after its file was touched. */
export const SCALE_MODULE = `
import { defineOnce } from "define-once";
let factor = 1;
export const setFactor = (n) => { factor = n; };
export const scale = defineOnce(function scale(x) { return x * factor; });
`.trim();

/** A cell whose definition reads a variable of that cell. */
const AREA = `
const factor = 2;
const area = defineOnce(cache(function area(x‹: number›) {
  globalThis.runs.area++;
  return x * factor;
}));
globalThis.kept.area = area(4);`.trim();

/** In the order to run them, after the steps of scenario.ts. */
export const STORIES: readonly Step[] = [
  {
    kind: "define",
    title: "an error thrown in the cell loses nothing",
    source: `${DEFINITIONS}\nthrow new Error("boom");`,
    throws: "boom",
    expected: ALL_KEPT,
  },
  keeps("running the cell again after an error keeps the functions and their caches"),
  {
    kind: "facts",
    title: "a kept function reads the variables of the newest evaluation of its module",
    cells: [
      `const scaleOne = reload("scale", 1);`,
      `const scaleTwo = reload("scale", 2);`,
      `
scaleTwo.setFactor(10);
scaleOne.setFactor(3);
console.log("FACTS" + JSON.stringify({
  reevaluated: scaleOne.setFactor !== scaleTwo.setFactor,
  same: scaleOne.scale === scaleTwo.scale,
  first: scaleOne.scale(2),
  second: scaleTwo.scale(2),
}));`.trim(),
    ],
    expected: { reevaluated: true, same: true, first: 20, second: 20 },
  },
  {
    kind: "facts",
    title: "a second copy of the library finds what the first one defined",
    cells: [
      `import { defineOnce as defineOnceCopy, cache as cacheCopy } from "define-once-copy";`,
      `
const twin = defineOnce(cache(function twin(x‹: number›) {
  globalThis.runs.twin++;
  return x + 1;
}));
globalThis.kept.twin = twin;
globalThis.kept.result = twin(1);`.trim(),
      `
const twin = defineOnceCopy(cacheCopy(function twin(x‹: number›) {
  globalThis.runs.twin++; // the same, through the copy
  return x + 1;
}));
console.log("FACTS" + JSON.stringify({
  twoCopies: defineOnce !== defineOnceCopy,
  same: twin === globalThis.kept.twin,
  result: twin(1),
  ran: globalThis.runs.twin,
}));`.trim(),
    ],
    expected: { twoCopies: true, same: true, result: 2, ran: 1 },
  },
  {
    kind: "facts",
    title: "a cell that is queued three times, as by Run All, keeps its function and its cache",
    queued: true,
    cells: [
      AREA,
      AREA,
      AREA,
      `console.log("FACTS" + JSON.stringify({ ran: globalThis.runs.area, verdicts: globalThis.verdicts(area) }));`,
    ],
    expected: { ran: 1, verdicts: ["first", "kept", "kept"] },
  },
  {
    kind: "facts",
    title: "and run once more by itself it is still kept",
    cells: [
      AREA,
      `console.log("FACTS" + JSON.stringify({ ran: globalThis.runs.area, verdicts: globalThis.verdicts(area) }));`,
    ],
    expected: { ran: 1, verdicts: ["first", "kept", "kept", "kept"] },
  },
  { kind: "display", title: "status() displays as a table", cell: "status()", html: "<table" },
  {
    kind: "display",
    title: "explain(simulate) displays as a table",
    cell: "explain(simulate)",
    html: "<table",
  },
];
