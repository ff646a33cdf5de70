import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../src/report/columns.ts";
import { explanationText, statusText } from "../../src/report/text.ts";
import { definition as anyDefinition, explanation, time } from "./arbitrary.ts";
import { CACHE, definition, EXPLANATION, NOW, ROWS } from "./example.ts";

const ESCAPE = "\u001b";
const WIDTHS = [40, 80, 200];
const width = fc.oneof(fc.constantFrom(...WIDTHS), fc.integer({ min: 1, max: 60 }));

/** A control character other than the newline between lines. */
const CONTROL = /[^\P{Cc}\n]|\p{Cs}/u;

describe("statusText", () => {
  it("is a table of all definitions", () => {
    expect(statusText(ROWS, { width: 100, color: false })).toMatchInlineSnapshot(`
      "3 definitions, 2 with a cache; 1,240 hits, 8 misses; 3.2 s saved

      name      kept  redefined   hits  misses   size  saved  latest
      simulate     3          2  1,240       4  12 kB  3.2 s  kept: only formatting or comments differ
      score        3          2      0       4    0 B    0 s  recomputed: score -> version changed from 1…
      diff         0          2      –       –      –      –  changed at 3:14: \`a + b\` became \`a - b\`"
    `);
  });

  it("leaves out lesser columns where there is little room", () => {
    expect(statusText(ROWS, { width: 40, color: false })).toMatchInlineSnapshot(`
      "3 definitions, 2 with a cache; 1,240
      hits, 8 misses; 3.2 s saved

      name      saved  latest
      simulate  3.2 s  kept: only formatting …
      score       0 s  recomputed: score -> v…
      diff          –  changed at 3:14: \`a + …"
    `);
  });

  it("says it in sentences where there is no room for a table", () => {
    expect(statusText(ROWS, { width: 24, color: false })).toMatchInlineSnapshot(`
      "3 definitions, 2 with a
      cache; 1,240 hits, 8
      misses; 3.2 s saved

      simulate kept: only
        formatting or comments
        differ
      score recomputed: score
        -> version changed
        from 1 to 2
      diff changed at 3:14: \`a
        + b\` became \`a - b\`"
    `);
  });

  it("says so when nothing is defined", () => {
    expect(statusText([], { width: 80, color: false })).toBe("No definitions yet.");
  });

  it("shows scopes only when there are several, and only their ends", () => {
    const one = statusText(ROWS, { width: 200, color: false });
    const two = statusText([...ROWS, definition({ scope: "/app/load.ts" })], { width: 200, color: false });
    expect(one).not.toContain("model.ts");
    expect(two).toContain(" model.ts ");
    expect(two).toContain(" load.ts ");
    expect(two).not.toContain("/app");
  });

  it("aligns wide characters as two columns", () => {
    const rows = [definition({ name: "日本語👍" }), definition({ name: "simulate" })];
    const [, , , wide, plain] = statusText(rows, { width: 200, color: false }).split("\n");
    expect(columnsOf((wide ?? "").split("kept")[0] ?? "")).toBe(
      columnsOf((plain ?? "").split("kept")[0] ?? ""),
    );
  });

  it("sums up what was saved", () => {
    const rows = [
      definition({ cache: { ...CACHE, saved: 60_000 } }),
      definition({ cache: { ...CACHE, saved: 65_000 } }),
    ];
    expect(statusText(rows, { width: 80, color: false })).toMatch(
      /^2 definitions; 2,480 hits, 8 misses; 2 min 5 s saved\n/,
    );
  });
});

describe("explanationText", () => {
  it("tells what was decided, when, and which code changed", () => {
    expect(explanationText(EXPLANATION, { width: 72, color: false, now: NOW })).toMatchInlineSnapshot(`
      "simulate  function in model.ts
      kept 3 times, taken anew twice; 2 versions in memory
      1,240 hits, 4 misses; 4 results, 12 kB; 4.1 s spent, 3.2 s saved

         1 h ago  new
      11 min ago  changed at 3:14: \`a + b\` became \`a - b\`
                    -  return a + b;
                    +  return a - b;
        40 s ago  restored: \`a - b\` at 3:14 was undone; the one before is in
                  force again; its 4 results stay
                    -  return a - b;
                    +  return a + b;
        just now  kept: only formatting or comments differ; its 4 results stay

      simulate reads \`this\`.
      Depends on weight, normalise.
      Impure: Math.random; what these give is not compared, so a kept result
        may be out of date."
    `);
  });

  it("reads on in a very narrow terminal", () => {
    expect(
      explanationText({ ...EXPLANATION, remarks: [] }, { width: 24, color: false, now: NOW }),
    ).toMatchInlineSnapshot(`
      "simulate  function in
      model.ts
      kept 3 times, taken anew
      twice; 2 versions in
      memory
      1,240 hits, 4 misses; 4
      results, 12 kB; 4.1 s
      spent, 3.2 s saved

      new, 1 h ago
      changed at 3:14: \`a + b\`
        became \`a - b\`, 11 min
        ago
      -  return a + b;
      +  return a - b;
      restored: \`a - b\` at
        3:14 was undone; the
        one before is in force
        again; its 4 results
        stay, 40 s ago
      -  return a - b;
      +  return a + b;
      kept: only formatting or
        comments differ; its 4
        results stay, just now

      Depends on weight,
        normalise.
      Impure: Math.random;
        what these give is not
        compared, so a kept
        result may be out of
        date."
    `);
  });

  it("says nothing of dependencies where there are none", () => {
    const facts = { ...EXPLANATION, dependsOn: [], impure: [], remarks: [] };
    expect(explanationText(facts, { width: 80, color: false, now: NOW })).toMatch(/4 results stay$/);
  });

  it("paints removed lines red and added lines green", () => {
    const text = explanationText(EXPLANATION, { width: 80, color: true, now: NOW });
    expect(text).toContain(`${ESCAPE}[31m              -  return a + b;${ESCAPE}[39m`);
    expect(text).toContain(`${ESCAPE}[32m              +  return a - b;${ESCAPE}[39m`);
  });
});

describe("both", () => {
  it("use escapes only if colour was asked for, and then change nothing else", () => {
    for (const columns of WIDTHS) {
      const plain = statusText(ROWS, { width: columns, color: false });
      const painted = statusText(ROWS, { width: columns, color: true });
      expect(plain).not.toContain(ESCAPE);
      expect(painted).toContain(ESCAPE);
      expect(stripVTControlCharacters(painted)).toBe(plain);
    }
  });

  it("never exceed the width, nor throw, nor let a control character through: status", () => {
    fc.assert(
      fc.property(fc.array(anyDefinition, { maxLength: 5 }), width, fc.boolean(), (rows, columns, color) => {
        const text = stripVTControlCharacters(statusText(rows, { width: columns, color }));
        expect(text).not.toMatch(CONTROL);
        for (const line of text.split("\n")) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it("never exceed the width, nor throw, nor let a control character through: explanation", () => {
    fc.assert(
      fc.property(explanation, width, fc.boolean(), time, (facts, columns, color, now) => {
        const text = stripVTControlCharacters(explanationText(facts, { width: columns, color, now }));
        expect(text).not.toMatch(CONTROL);
        for (const line of text.split("\n")) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it("take a width that is no number for 80, and a broken one for the least", () => {
    const at = (columns: number): string => statusText(ROWS, { width: columns, color: false });
    expect(at(Number.NaN)).toBe(at(80));
    expect(at(-3)).toBe(at(1));
    expect(at(Number.POSITIVE_INFINITY)).toBe(at(1000));
  });
});
