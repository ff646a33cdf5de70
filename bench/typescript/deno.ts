// Deno compiles a file when it loads it, and keeps the text that V8 gets in its cache: that text is read back. Nothing of the
// files runs; their imports are blanked out, since most name packages that are not there.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sourceTree, type TypeScriptParser } from "../../src/typescript/parser.ts";
import { childIn, nodesIn, type SourceNode } from "../../src/typescript/source.ts";
import type { SourceFile } from "./corpus.ts";
import type { Outputs } from "./tools.ts";

const DENO = fileURLToPath(new URL("../../node_modules/.bin/deno", import.meta.url));
const FILES_AT_ONCE = 200;

/** What Deno makes of each file. */
export function denoOutputs(files: readonly SourceFile[], parser: TypeScriptParser): Outputs {
  const folder = mkdtempSync(join(tmpdir(), "define-once-deno-"));
  try {
    const names = files.map((file, index) => {
      const name = join(folder, `${index}.ts`);
      writeFileSync(name, withoutImports(file.text, parser));
      return name;
    });
    const cache = join(folder, "cache");
    mkdirSync(cache);
    for (let from = 0; from < names.length; from += FILES_AT_ONCE) {
      spawnSync(DENO, ["cache", "--quiet", "--no-check", ...names.slice(from, from + FILES_AT_ONCE)], {
        env: { ...process.env, DENO_DIR: cache, DENO_NO_UPDATE_CHECK: "1" },
        cwd: folder,
        timeout: 120_000,
      });
    }
    return names.map((name) => {
      const emitted = join(cache, "gen", "file", `${name}.js`);
      return existsSync(emitted) ? readFileSync(emitted, "utf8") : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text with spaces in the place of whatever names another module. */
function withoutImports(text: string, parser: TypeScriptParser): string {
  let blanked = text;
  for (const statement of nodesIn(sourceTree(text, parser, "file.ts"), "body")) {
    if (!namesModule(statement)) continue;
    const { start, end } = statement;
    blanked = blanked.slice(0, start) + blanked.slice(start, end).replace(/[^\n]/g, " ") + blanked.slice(end);
  }
  return blanked;
}

function namesModule(statement: SourceNode): boolean {
  return statement.type === "ImportDeclaration" || childIn(statement, "source") !== undefined;
}
