// Starts the children that use the built store in processes of their own.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** What a child said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** A child's command line; the child's name is that of its file without the ending. */
export function childCommand(name: string, ...args: readonly string[]): readonly string[] {
  const file = fileURLToPath(new URL(`./children/${name}.mjs`, import.meta.url));
  return [process.execPath, file, ...args];
}

/** A running command, and its end. */
export function started([program = "", ...args]: readonly string[]): {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
} {
  const child = spawn(program, args);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, errors, lines: output.split("\n").filter((line) => line !== "") });
    });
  });
  return { child, ended };
}

/** A folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "define-once-store-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
