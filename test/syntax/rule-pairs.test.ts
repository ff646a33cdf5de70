// The pairs of the rules, run: both sides of a pair that is one normal form do the same on random inputs, and those that
// only look alike can be told apart. Inputs note what is done with them, throw, and are of every type.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NORMAL_RULES } from "../../src/syntax/rules.ts";
import { inputs } from "../golden/verdict/inputs.ts";
import { side } from "../golden/verdict/side.ts";

const seed = 20221123;
const modes = ["sloppy", "strict"] as const;

// Nothing stops a loop over a function that does nothing: these end, throw, or are spent.
const ending = fc.constantFrom(
  ...[
    'probe("a")',
    'probe("b")',
    "undefined",
    "null",
    "0",
    "-0",
    "1",
    "NaN",
    '""',
    '"a"',
    "1n",
    "true",
    "[]",
  ],
  ...['Symbol("s")', "({ b: 1 })", "(() => { throw 1; })", "({ valueOf() { log(1); return 1; } })"],
  ...[
    "((n) => () => { if (n-- < 0) throw 1; return n > 1; })(3)",
    "((n) => (x) => { log(x); if (n-- < 0) throw 1; return n; })(4)",
  ],
  // One that calls, each time, all functions that it was ever given.
  "((all) => (f) => { all.push(f); if (all.length > 4) throw 1; log(...all.map((each) => typeof each === 'function' ? each() : each)); return 0; })([])",
  "(() => { throw null; })",
);
const endingInputs = fc.record({
  self: fc.constant("undefined"),
  args: fc.array(ending, { minLength: 2, maxLength: 3 }),
});

const inputsOf = (texts: readonly string[]): fc.Arbitrary<{ self: string; args: string[] }> =>
  texts.some((text) => /\b(?:for|while|do)\b/.test(text)) ? endingInputs : fc.oneof(inputs, endingInputs);

const rows = NORMAL_RULES.map((rule) => [rule.name, rule] as const);

describe(`the pairs of the rules, on random inputs (seed ${seed})`, () => {
  it.each(rows)(
    "do the same where they are one normal form: %s",
    async (_name, { same: [before, after] }) => {
      for (const mode of modes) {
        await fc.assert(
          fc.asyncProperty(inputsOf([before, after]), async ({ self, args }) => {
            const outcome = await side(before, "", mode).exercise(self, args);
            expect(await side(after, "", mode).exercise(self, args), mode).toBe(outcome);
          }),
          { seed, numRuns: 60 },
        );
      }
    },
  );

  it.each(rows)("can be told apart where they are not: %s", async (_name, { different: [before, after] }) => {
    const samples = fc.sample(inputsOf([before, after]), { seed, numRuns: 300 });
    for (const { self, args } of samples) {
      for (const mode of modes) {
        const outcome = await side(before, "", mode).exercise(self, args);
        if ((await side(after, "", mode).exercise(self, args)) !== outcome) return;
      }
    }
    expect.fail("no input tells the two sides apart");
  });
});
