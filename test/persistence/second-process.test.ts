// A second process finds what the first one computed, as long as the function means the same.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { newDesk } from "./program.ts";

const AREA = `
  const FACTOR = 2;
  const scaled = (x) => x * FACTOR;
  const area = cache(
    (width, height) => { console.log("ran"); return { area: scaled(width) * height }; },
    { store: "disk" },
  );
  console.log(JSON.stringify(area(3, 4)), area.info().hits);
`;
const COMPUTED = ["ran", '{"area":24} 0'];
const FOUND = ['{"area":24} 1'];

describe("a result on disk", () => {
  it("is found by a second process, which counts a hit and runs nothing", async () => {
    const { run } = newDesk();
    expect(await run(AREA)).toEqual(COMPUTED);
    expect(await run(AREA)).toEqual(FOUND);
  });

  it("is found where configure names the store for all functions", async () => {
    const { run } = newDesk();
    const text = `configure({ store: "disk" });${AREA.replace('{ store: "disk" },', "")}`;
    expect([await run(text), await run(text)]).toEqual([COMPUTED, FOUND]);
  });

  it("is kept nowhere where a function asks for memory, whatever configure says", async () => {
    const { run, store } = newDesk();
    const text = `configure({ store: "disk" });${AREA.replace('store: "disk"', 'store: "memory"')}`;
    expect([await run(text), await run(text)]).toEqual([COMPUTED, COMPUTED]);
    expect(existsSync(store)).toBe(false);
  });

  it("is found by functions that are defined once", async () => {
    const { run } = newDesk();
    const text = AREA.replace("cache(", "defineOnce(cache(").replace(
      '{ store: "disk" },\n  );',
      '{ store: "disk" },\n  ), { name: "area" });',
    );
    expect([await run(text), await run(text)]).toEqual([COMPUTED, FOUND]);
  });

  it("is found by another copy of the program in another place", async () => {
    const desk = newDesk();
    const other = newDesk();
    expect(await desk.run(AREA)).toEqual(COMPUTED);
    expect(await other.run(AREA, { env: { DEFINE_ONCE_DIR: desk.store } })).toEqual(FOUND);
  });

  it("lies in a folder that git ignores by itself", async () => {
    const { run, store } = newDesk();
    await run(AREA);
    expect(readFileSync(join(store, ".gitignore"), "utf8")).toContain("*");
  });

  it("is not looked for when the environment switches the library off", async () => {
    const { run } = newDesk();
    await run(AREA);
    expect(await run(AREA, { env: { DEFINE_ONCE: "off" } })).toEqual(COMPUTED);
  });

  it("has the content and the shared parts that the first process computed, and is a new object", async () => {
    const { run } = newDesk();
    const text = `
      const table = cache((n) => {
        console.log("ran");
        const row = new Float64Array([n, -0, NaN]);
        return { rows: [row, row], by: new Map([["a", new Set([1n])]]), at: new Date(n), none: undefined };
      }, { store: "disk" });
      const { rows, by, at, ...rest } = table(5);
      console.log(rows[0] === rows[1], rows[0] instanceof Float64Array, Object.is(rows[0][1], -0), rows[0].length);
      console.log(by.get("a").has(1n), at.getTime(), "none" in rest, table(5).rows === rows);
    `;
    const shown = ["true true true 3", "true 5 true true"];
    expect([await run(text), await run(text)]).toEqual([["ran", ...shown], shown]);
  });
});

describe("of a program that has run before,", () => {
  const { run } = newDesk();
  const byKey = AREA.replace('store: "disk"', 'store: "disk", key: (a, b) => scaled(a) * b');
  beforeAll(async () => {
    for (const text of [AREA, byKey]) expect(await run(text)).toEqual(COMPUTED);
  });

  it.concurrent.each([
    ["the function", AREA, "* height", "* height / 1.5"],
    ["a helper", AREA, "x * FACTOR", "x + FACTOR"],
    ["a constant", AREA, "FACTOR = 2", "FACTOR = 2.5"],
    ["key", AREA, 'store: "disk"', 'store: "disk", key: (...all) => all.join()'],
    ["what a key function calls", byKey, "FACTOR = 2", "FACTOR = 3"],
    ["ignoreArgs", AREA, 'store: "disk"', 'store: "disk", ignoreArgs: [5]'],
    ["keepErrors", AREA, 'store: "disk"', 'store: "disk", keepErrors: true'],
  ])("an edit of %s makes a second process compute", async (_, text, from, to) => {
    expect((await run(edited(text, from, to)))[0]).toBe("ran");
  });

  it.concurrent.each([
    ["another formatting", "{ console.log", "{\n\n  console\n    .log"],
    ["a comment", "return {", "/* the answer */ return {"],
    ["renamed locals", "(x) => x * FACTOR", "(length) => length * FACTOR"],
    ["another order of definitions", "const FACTOR = 2;", "const OTHER = 1;\n  const FACTOR = 2;"],
    ["options that do not decide about results", '"disk"', '"disk", maxEntries: 5, share: true'],
  ])("%s does not", async (_, from, to) => {
    expect(await run(edited(AREA, from, to))).toEqual(FOUND);
  });

  it("undoing the edits finds the old results again", async () => {
    expect([await run(AREA), await run(byKey)]).toEqual([FOUND, FOUND]);
  });
});

/** A text with one place edited. */
function edited(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}
