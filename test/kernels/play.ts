// Plays one step of the scenario in a host and checks what it promises.

import { runInNewContext } from "node:vm";
import { expect } from "vitest";
import type { CellResult } from "../../kernels/kernel.ts";
import { cell, type Host, plain } from "./dialect.ts";
import { CALLS, PROBE, SETUP, type Step } from "./scenario.ts";

/** What the scenario needs of a kernel or a REPL. */
export interface Stage {
  readonly name: Host;
  run(code: string): Promise<CellResult>;
  /** Sends all at once. */
  runAll(cells: readonly string[]): Promise<readonly CellResult[]>;
}

/** Runs the cells before the first step. */
export async function prepare(stage: Stage): Promise<void> {
  for (const source of SETUP) await succeed(stage, source);
}

export async function play(step: Step, stage: Stage): Promise<void> {
  switch (step.kind) {
    case "define": {
      if (step.throws === undefined) {
        await succeed(stage, step.source);
      } else {
        const result = await stage.run(cell(step.source, stage.name));
        expect(result.status).toBe("error");
        expect(result.error?.message).toBe(step.throws);
      }
      const found = facts(await succeed(stage, PROBE));
      const values = await plainValues(step.source);
      const expected = Object.entries(step.expected).map(([name, outcome]) => [
        name,
        { ...outcome, values: values[name] },
      ]);
      expect(found).toEqual(Object.fromEntries(expected));
      return;
    }
    case "facts": {
      const results =
        step.queued === true ? await queued(stage, step.cells) : await inTurn(stage, step.cells);
      expect(results.slice(-1).map(facts)).toEqual([step.expected]);
      return;
    }
    case "display": {
      const { displays, stdout } = await succeed(stage, step.cell);
      const html = displays.map((bundle) => bundle["text/html"]).filter((part) => part !== undefined);
      expect(html, `displays: ${JSON.stringify(displays)}; stdout: ${stdout}`).toHaveLength(1);
      expect(html[0]).toContain(step.html);
      // tslab's display takes one MIME type at a time.
      if (stage.name === "tslab") return;
      expect(displays[0]?.["text/plain"]).toMatch(/\w/);
      return;
    }
    default: {
      const none: never = step;
      throw new Error(`Unknown step ${JSON.stringify(none)}`);
    }
  }
}

async function inTurn(stage: Stage, sources: readonly string[]): Promise<readonly CellResult[]> {
  const results: CellResult[] = [];
  for (const source of sources) results.push(await succeed(stage, source));
  return results;
}

async function queued(stage: Stage, sources: readonly string[]): Promise<readonly CellResult[]> {
  const cells = sources.map((source) => cell(source, stage.name));
  const results = await stage.runAll(cells);
  return results.map((result, index) => succeeded(result, cells[index]));
}

async function succeed(stage: Stage, source: string): Promise<CellResult> {
  const code = cell(source, stage.name);
  return succeeded(await stage.run(code), code);
}

function succeeded(result: CellResult, code: string | undefined): CellResult {
  if (result.status === "error") throw new Error(`This cell failed:\n${code}\n\n${result.error?.stack}`);
  return result;
}

function facts({ stdout, stderr }: CellResult): unknown {
  const line = stdout.split("\n").findLast((text) => text.includes("FACTS"));
  if (line === undefined) throw new Error(`The cell printed no FACTS, but:\n${stdout}\n${stderr}`);
  return JSON.parse(line.slice(line.indexOf("FACTS") + "FACTS".length));
}

/** The oracle: the results of the same calls where nothing is kept and nothing is cached. */
async function plainValues(source: string): Promise<Readonly<Record<string, unknown>>> {
  const definitions = plain(source).replace(/^throw .*$/gm, "");
  const calls = Object.entries(CALLS).map(([name, list]) => {
    return `${name}: [${list.map((args) => `await ${name}(${args.join(", ")})`).join(", ")}]`;
  });
  const identity = (fn: unknown): unknown => fn;
  const values: unknown = await runInNewContext(
    `globalThis.runs = {};\n(async () => {\n${definitions}\nreturn JSON.stringify({ ${calls.join(", ")} });\n})()`,
    { defineOnce: identity, cache: identity },
  );
  return JSON.parse(String(values));
}
