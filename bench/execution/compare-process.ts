// A process that loads a module and its rewritten copy, compares them, and writes the report as JSON to a file.

import "./still-world.ts";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CallPlan, Side, Sides } from "./calls.ts";

/** What the process is asked. */
export interface Question {
  readonly before: string;
  readonly after: string;
  readonly report: string;
  readonly plan?: CallPlan;
  /** A parser to run over the folder of test262-parser-tests. */
  readonly parser?: { readonly parse: "acorn" | "meriyah"; readonly tests: string };
}

const question: Question = JSON.parse(process.argv[2] ?? "");
writeFileSync(question.report, JSON.stringify(await report()));

async function report(): Promise<unknown> {
  if (question.plan !== undefined) {
    const { comparedCalls } = await import("./calls.ts");
    return comparedCalls(await sides(), question.plan);
  }
  const { comparedTrees } = await import("./parsers.ts");
  const { parse, tests } = question.parser ?? { parse: "acorn", tests: "" };
  const files = ["pass", "pass-explicit", "fail", "early"].flatMap((folder) =>
    readdirSync(join(tests, folder)).map((name) => {
      return { path: `${folder}/${name}`, text: readFileSync(join(tests, folder, name), "utf8") };
    }),
  );
  return comparedTrees(await sides(), parse, files);
}

async function sides(): Promise<Sides> {
  return { before: await side(question.before), after: await side(question.after) };
}

async function side(path: string): Promise<Side> {
  const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href);
  const whole = loaded.default;
  const rest = typeof whole === "object" ? whole : {};
  const named = Object.keys(loaded).length > 1 ? loaded : { ...rest, default: whole };
  const statics = typeof whole === "function" ? Object.fromEntries(Object.entries(whole)) : {};
  const self = typeof whole === "function" ? whole : undefined;
  return { exports: { ...statics, ...named }, made: [], self };
}
