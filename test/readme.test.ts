// The README is executed: its TypeScript runs on Node as it stands, and what a comment says an expression gives is checked.

import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../kernels/binary.ts";
import { type Workspace, workspace } from "../kernels/workspace.ts";

const tsx = createRequire(join(ROOT, "package.json")).resolve("tsx/cli");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");

/** The programs of the README: a block that imports nothing goes on where the one before it ended. */
function programs(): readonly string[] {
  const found: string[] = [];
  for (const [, block = ""] of readme.matchAll(/```ts\n(.*?)```/gs)) {
    if (block.startsWith("import")) found.push(block);
    else found.push(`${found.pop() ?? ""}\n${block}`);
  }
  return found;
}

const CLAIM = /^( *)([^\s/].*); \/\/ (-?\d+)$/gm;

const CHECK = `function claim(actual: number, expected: number): void {
  if (actual !== expected) throw new Error(actual + " is not " + expected);
  console.log("checked");
}
`;

/** `total(squares(4)); // 14` becomes a check that the expression is 14. */
function checked(program: string): string {
  return CHECK + program.replace(CLAIM, "$1claim($2, $3);");
}

describe("the README", () => {
  let place: Workspace;
  beforeAll(() => {
    place = workspace();
  });
  afterAll(() => {
    place.remove();
  });

  it.each(programs().map((program, index) => [index + 1, program] as const))(
    "holds with its program %i",
    async (index, program) => {
      const file = join(place.path, `readme-${index}.mts`);
      writeFileSync(file, checked(program));
      // As a module, whose variables only V8's inspector can read.
      const { stdout } = await promisify(execFile)(process.execPath, [tsx, file], { cwd: place.path });
      const claims = program.match(CLAIM)?.length ?? 0;
      expect(stdout.match(/^checked$/gm)?.length ?? 0).toBeGreaterThanOrEqual(claims);
      if (program.includes("explain(")) expect(stdout).toMatch(/^(?:simulate|score) {2}function/m);
      const shown = stdout.replace(/\s+/g, " ");
      for (const [, line] of program.matchAll(/^\/\/ ((?:recomputed|restored): .*)$/gm))
        expect(shown).toContain(line);
    },
  );

  it("links only to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  it("names every function that the package exports", async () => {
    const api = Object.keys(await import("../src/index.ts")).filter((name) => name !== "DefineOnceError");
    expect(api.filter((name) => !readme.includes(`${name}(`))).toEqual([]);
  });
});
