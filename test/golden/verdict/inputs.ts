// Random inputs as source text, so that each realm makes its own: `[1, -0]`, `{p: x => [x]}`, `probe("a")`.

import fc from "fast-check";

const primitives = [
  ..."undefined null true false 0 -0 1 -1 2 3 0.5 -7.25 NaN Infinity 2147483648 9007199254740991".split(" "),
  ...["0n", "1n", "-5n", '""', '"a"', '"p"', '"1"', '"ab c"', '"\\ud800"', 'Symbol("s")', "Symbol.iterator"],
];

const objects = [
  ...["x => x", "function () { return this; }", "(...all) => all", '() => { throw new TypeError("no"); }'],
  ...["function* () { yield 1; }", "async x => x", "class C { p = 1; }", "Math", "globalThis"],
  ...[
    "/a/g",
    "new Date(0)",
    "new Map([[1, { a: 2 }]])",
    "new Set([1])",
    "Promise.resolve(1)",
    'new Error("no")',
  ],
  ...["Object.create(null)", "Object(1n)", "Object.freeze({ p: 1, a: 2 })", "Object.freeze([1])", "[1, , 3]"],
  ...["{ valueOf() { log(1); return 1; } }", "{ get p() { log(2); return 2; }, q: [3] }"],
];

const keys = ["a", "b", "c", "p", "q", "r", "x", "length", "name", "message", "0", "__proto__"];

const { value } = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 5, arbitrary: fc.constantFrom(...primitives) },
    { weight: 3, arbitrary: fc.constantFrom(...objects) },
    { weight: 2, arbitrary: fc.constantFrom('probe("a")', 'probe("b")') },
    { weight: 1, arbitrary: fc.string().map((text) => JSON.stringify(text)) },
    { weight: 1, arbitrary: fc.integer().map(String) },
    { weight: 2, arbitrary: tie("array") },
    { weight: 2, arbitrary: tie("object") },
  ),
  array: fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
  object: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), tie("value")), { maxLength: 4, selector: ([key]) => key })
    .map((entries) => `{ ${entries.map(([key, text]) => `${key}: ${text}`).join(", ")} }`),
}));

/** A receiver and up to four arguments, each an expression. */
export const inputs: fc.Arbitrary<{ self: string; args: string[] }> = fc.record({
  self: value,
  args: fc.array(value, { maxLength: 4 }),
});
