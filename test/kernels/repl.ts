// A plain `node -i`, driven as a user does: a line goes in only once the prompt is back.

import { spawn } from "node:child_process";
import { environment } from "../../kernels/child.ts";
import { guardProcess } from "../../kernels/guardian.ts";
import type { CellResult } from "../../kernels/kernel.ts";
import type { Stage } from "./play.ts";

export interface Repl extends Stage {
  close(): Promise<void>;
}

const PROMPT = "> ";

/** How long one input may take, in milliseconds. */
const LIMIT = 30_000;

/** Starts `node -i` in this folder. */
export async function repl(cwd: string): Promise<Repl> {
  const node = spawn(process.execPath, ["-i"], { cwd, stdio: "pipe", env: environment() });
  const unguard = node.pid === undefined ? undefined : guardProcess(node.pid);
  const gone = new Promise<void>((resolve) => node.once("close", () => resolve()));
  void gone.then(() => unguard?.());

  let stdout = "";
  let stderr = "";
  let prompted: (() => void) | undefined;
  node.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString("utf8");
    if (stdout.endsWith(PROMPT)) prompted?.();
  });
  node.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });

  const answer = (input: string): Promise<CellResult> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No prompt after:\n${input}\n${stdout}${stderr}`)),
        LIMIT,
      );
      prompted = () => {
        clearTimeout(timer);
        prompted = undefined;
        const uncaught = /Uncaught (?:(\w+): )?(.*)/.exec(stdout);
        const error =
          uncaught === null
            ? undefined
            : { name: uncaught[1] ?? "", message: uncaught[2] ?? "", stack: stdout };
        resolve({ status: error === undefined ? "ok" : "error", stdout, stderr, displays: [], error });
        stdout = "";
        stderr = "";
      };
      if (input !== "") node.stdin.write(`${input}\n`);
    });

  const close = async (): Promise<void> => {
    node.kill("SIGKILL");
    await gone;
  };

  // The first prompt comes by itself.
  await answer("").catch(async (error: unknown) => {
    await close();
    throw error;
  });
  // One statement at a time, as each answers with a prompt of its own; what the last one shows is the result.
  const run = async (code: string): Promise<CellResult> => {
    let result = await answer(";");
    for (const statement of statements(code)) {
      if (result.status === "ok") result = await answer(statement);
    }
    return result;
  };
  return {
    name: "node",
    close,
    run,
    // A REPL has no queue: what is typed ahead while it awaits gets lost.
    runAll: async (cells) => {
      const results: CellResult[] = [];
      for (const code of cells) results.push(await run(code));
      return results;
    },
  };
}

/** The top-level statements of a cell, told apart by what stands at the start of a line. */
function statements(code: string): readonly string[] {
  return code.split(/\n(?=[a-z])/);
}
