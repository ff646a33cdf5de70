// The example notebooks: valid files, and the ladder's claims as its own cells print them in the real Deno kernel. (The
// analysis is run by the demo.)

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeCells, notebookFile } from "../../demo/notebook.ts";
import { deno } from "../../kernels/deno.ts";
import type { CellResult, Kernel } from "../../kernels/kernel.ts";

const FOLDER = fileURLToPath(new URL("../../examples/", import.meta.url));

describe.each(["analysis.ipynb", "ladder.ipynb"])("%s", (name) => {
  const file = notebookFile(FOLDER + name);

  it("is in the format 4.5, for the Deno kernel", () => {
    expect(file).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: "deno", language: "typescript", display_name: "Deno" } },
    });
    expect(Object.keys(file).sort()).toEqual(["cells", "metadata", "nbformat", "nbformat_minor"]);
  });

  it("gives each cell an id of its own that the format allows", () => {
    const ids = file.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\w-]{1,64}$/.test(id))).toEqual([]);
  });

  it("stores no outputs", () => {
    for (const cell of file.cells) {
      const fields = { id: cell.id, metadata: {}, source: expect.any(Array) };
      if (cell.cell_type === "markdown") expect(cell).toEqual({ cell_type: "markdown", ...fields });
      else expect(cell).toEqual({ cell_type: "code", execution_count: null, outputs: [], ...fields });
    }
  });

  it("keeps each cell as a list of its lines", () => {
    for (const { source, id } of file.cells) expect(source, id).toEqual(source.join("").split(/(?<=\n)/));
  });
});

describe("the ladder in the Deno kernel", () => {
  const results = new Map<string, CellResult>();
  let kernel: Kernel | undefined;

  beforeAll(async () => {
    kernel = await deno({ cwd: FOLDER });
    for (const { id, code } of codeCells(notebookFile(`${FOLDER}ladder.ipynb`))) {
      // One by one, so that what a cell shows is not taken for the next one's.
      results.set(id, await kernel.run(code));
    }
  });

  afterAll(() => kernel?.close());

  /** What the cell asked and got: `["148933 primes, computed"]`. */
  const answers = (id: string): readonly string[] =>
    [...(results.get(id)?.stdout ?? "").matchAll(/^(\d+ primes, .*) in \d+(?:\.\d+)? ms$/gm)].map(
      ([, answer = ""]) => answer,
    );

  const shown = (id: string): string =>
    (results.get(id)?.displays ?? [])
      .map((bundle) => String(bundle["text/plain"] ?? bundle["text/markdown"]))
      .join("\n");

  const WRONG = "149156 primes";
  const RIGHT = "148933 primes";

  it("runs from top to bottom without an error", () => {
    const errors = [...results].filter(([, { status }]) => status !== "ok");
    expect(errors.map(([id, { error }]) => `${id}: ${error?.message}`)).toEqual([]);
    expect([...results].map(([id, { stderr }]) => id + stderr)).toEqual([...results.keys()]);
  });

  it("loses a plain cache when the cell is run again", () => {
    expect(answers("ground")).toEqual([`${WRONG}, computed`, `${WRONG}, from the cache`]);
    expect(answers("ground-again")).toEqual([`${WRONG}, computed`]);
  });

  it("by name, never takes the fix and stays wrong", () => {
    expect(answers("name")).toEqual([`${WRONG}, computed`]);
    expect(answers("name-fix")).toEqual([`${WRONG}, from the cache`]);
    expect(shown("name-fix")).toContain("kept: the name is the same");
  });

  it("by source, takes the fix, but computes again for a comment", () => {
    expect(answers("source")).toEqual([`${WRONG}, computed`]);
    expect(answers("source-fix")).toEqual([`${RIGHT}, computed`]);
    expect(answers("source-comment")).toEqual([`${RIGHT}, computed`]);
    expect(shown("source-comment")).toMatch(/changed.*changed/s);
  });

  it("by syntax, keeps through comments and layout, but computes again for another name of a local", () => {
    expect(answers("syntax")).toEqual([`${RIGHT}, computed`]);
    expect(answers("syntax-comment")).toEqual([`${RIGHT}, from the cache`]);
    expect(answers("syntax-rename")).toEqual([`${RIGHT}, computed`]);
    expect(shown("syntax-rename")).toMatch(/kept: only formatting or comments differ.*changed/s);
  });

  it("by normal form, keeps through names of locals, and takes a change of meaning", () => {
    expect(answers("normal")).toEqual([`${RIGHT}, computed`]);
    expect(answers("normal-rename")).toEqual([`${RIGHT}, from the cache`]);
    expect(shown("normal-rename")).toMatch(/kept: blocks around bodies, renamed count, n/);
    expect(answers("normal-change")).toEqual([`${RIGHT}, computed`]);
    expect(shown("normal-change")).toMatch(/changed at .*candidate < limit.*candidate <= limit/s);
  });

  it("compares all rungs: only the name keeps through a change of meaning", () => {
    expect(shown("all").split("\n").slice(2)).toEqual([
      "| a comment | kept | changed | kept | kept |",
      "| another name for a local | kept | changed | changed | kept |",
      "| a change of meaning | kept | changed | changed | changed |",
    ]);
  });
});
