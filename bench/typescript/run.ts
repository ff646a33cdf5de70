// Compares the fingerprints of TypeScript functions with those of the texts that tools make of them, and prints a table.
// usage: tsx bench/typescript/run.ts [--every N] [--package NAME] [--tool NAME] [--examples N]

import { parseArgs } from "node:util";
import { typescriptParser } from "../../src/typescript/parser.ts";
import { causeOf } from "./causes.ts";
import { type Entry, type Outcome, outcomes, outputEntries, sourceEntries } from "./compare.ts";
import { corpus, type SourceFile } from "./corpus.ts";
import { denoOutputs } from "./deno.ts";
import { causesText, tableText } from "./report.ts";
import { type Outputs, type Tool, tools } from "./tools.ts";

/** The share of functions that must be the same, under every tool. */
const REQUIRED = 0.995;

const { values } = parseArgs({
  options: {
    package: { type: "string" },
    tool: { type: "string" },
    examples: { type: "string", default: "0" },
    // Every Nth file only.
    every: { type: "string", default: "3" },
  },
});

const parser = await typescriptParser();
const files = corpus()
  .filter((file) => values.package === undefined || file.package === values.package)
  .filter((_, index) => index % Number(values.every) === 0);

type Compared = Outcome & { readonly file: SourceFile };

function entriesOf(file: SourceFile, enums: Tool["enums"]): readonly Entry[] {
  return sourceEntries(file.text, file.path, parser, enums);
}

function output(tool: Tool, file: SourceFile): string | undefined {
  try {
    return tool.compiled(file.text, file.path);
  } catch {
    return undefined;
  }
}

interface Result {
  readonly tool: string;
  readonly refused: readonly SourceFile[];
  readonly compared: readonly Compared[];
}

const language = files.map((file) => entriesOf(file, "language"));

function result(name: string, enums: Tool["enums"], outputs: Outputs): Result {
  const refused: SourceFile[] = [];
  const compared: Compared[] = [];
  files.forEach((file, index) => {
    const text = outputs[index];
    if (text === undefined) {
      refused.push(file);
      return;
    }
    const before = language[index] ?? [];
    const asTool = /\benum\b/.test(file.text) ? entriesOf(file, enums) : before;
    for (const each of outcomes(before, asTool, outputEntries(text, parser)))
      compared.push({ ...each, file });
  });
  return { tool: name, refused, compared };
}

const results = tools()
  .map((tool) => ({
    name: tool.name,
    enums: tool.enums,
    outputs: () => files.map((file) => output(tool, file)),
  }))
  .concat({ name: "Deno", enums: "language", outputs: () => [...denoOutputs(files, parser)] })
  .filter(({ name }) => values.tool === undefined || name === values.tool)
  .map(({ name, enums, outputs }) => result(name, enums, outputs()));

const same = ({ compared }: Result): number => compared.filter(({ sameWithEnums }) => sameWithEnums).length;

process.stdout.write(
  `${files.length} files of ${new Set(files.map((file) => file.package)).size} packages\n\n${tableText(results)}`,
);
for (const each of results) {
  const rest = each.compared.filter(({ state }) => state !== "same");
  process.stdout.write(causesText(each.tool, rest, causeOf, Number(values.examples)));
}

const failed = results.filter((each) => same(each) < each.compared.length * REQUIRED);
if (failed.length > 0 || files.length === 0) {
  process.stdout.write(`\nbelow ${REQUIRED * 100} %: ${failed.map(({ tool }) => tool).join(", ")}\n`);
  process.exitCode = 1;
}
