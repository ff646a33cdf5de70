// A notebook whose kernel is restarted: all its results come from the store that the first kernel filled.

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deno } from "../../kernels/deno.ts";
import { ijavascript } from "../../kernels/ijavascript.ts";
import { tslab } from "../../kernels/tslab.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";

const STARTERS = { deno, tslab, ijavascript };

const IMPORTED = {
  deno: 'const { cache, configure, defineOnce, explain } = await import("define-once");',
  tslab: 'const { cache, configure, defineOnce, explain } = await import("define-once");',
  ijavascript: 'var { cache, configure, defineOnce, explain } = require("define-once");',
};

/** @param n the parameter, with its type where the kernel knows types */
const cells = (n: string): readonly string[] => [
  `var weight = 2; function scaled(${n}) { return n * weight; }`,
  `var simulate = defineOnce(cache(function simulate(${n}) { return { n, rows: [scaled(n), scaled(n + 1)] }; }, { store: "disk" }));`,
  "var total = simulate(3).rows[1] + simulate(4).rows[0];",
];

const REPORT =
  'console.log("report " + JSON.stringify([total, simulate.info().misses, simulate.info().hits, explain(simulate).remarks]));';

let place: Workspace | undefined;

beforeAll(() => {
  place = workspace({ copies: ["define-once"], files: {} });
});

afterAll(() => place?.remove());

describe.each(["deno", "tslab", "ijavascript"] as const)("in the %s kernel", (name) => {
  /** Runs the notebook in a kernel of its own; gives what its last cell reports. */
  async function reported(notebook: readonly string[]): Promise<unknown> {
    if (place === undefined) throw new Error("There is no workspace.");
    process.env.DEFINE_ONCE_DIR = join(place.path, `store-${name}`);
    const kernel = await STARTERS[name]({ cwd: place.path });
    delete process.env.DEFINE_ONCE_DIR;
    try {
      const all: string[] = [];
      for (const cell of [IMPORTED[name], ...notebook, REPORT]) {
        const { stdout, error } = await kernel.run(cell);
        if (error !== undefined) throw new Error(`${cell}: ${error.message}`);
        all.push(stdout);
      }
      const line = all
        .join("\n")
        .split("\n")
        .find((each) => each.startsWith("report "));
      return JSON.parse(line?.slice("report ".length) ?? '"nothing"');
    } finally {
      await kernel.close();
    }
  }

  it("computes nothing again that the kernel before has stored, but what an edit changes", async () => {
    const notebook = cells(name === "ijavascript" ? "n" : "n: number");
    expect(await reported(notebook)).toEqual([16, 2, 0, []]);
    expect(await reported(notebook), "a new kernel").toEqual([16, 0, 2, []]);
    const edited = notebook.map((cell) => cell.replace("weight = 2", "weight = 3"));
    expect(await reported(edited), "a captured value changed").toEqual([24, 2, 0, []]);
    expect(await reported(notebook), "and changed back").toEqual([16, 0, 2, []]);
  });
});
