// A kernel's process: guarded, its own output kept for error messages, killed for certain.

import { type ChildProcess, spawn } from "node:child_process";
import { guardProcess } from "./guardian.ts";

/** A running process. */
export interface Child {
  /** Resolves, never rejects, with what happened: `"exit code 1"`, `"signal SIGKILL"`. */
  readonly gone: Promise<string>;
  /** The last of what the process itself wrote to stdout and stderr, for error messages. */
  lastWords(): string;
  /** Kills it and waits until it is gone. */
  kill(): Promise<void>;
}

/** How much of a process's own output is kept, in UTF-16 units. */
const KEPT = 8_000;

/** A command and the variables that it needs beside those of `environment()`. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

/** Starts `command`. */
export function child({ program, args, variables }: Command, cwd: string): Child {
  const env = { ...environment(), ...variables };
  return watched(spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env }));
}

/** Watches over a process that was just started. */
export function watched(started: ChildProcess): Child {
  let words = "";
  const keep = (chunk: Buffer): void => {
    words = (words + chunk.toString("utf8")).slice(-KEPT);
  };
  started.stdout?.on("data", keep);
  started.stderr?.on("data", keep);

  const unguard = started.pid === undefined ? undefined : guardProcess(started.pid);
  const gone = new Promise<string>((resolve) => {
    started.once("error", (error) => resolve(error.message));
    started.once("exit", (code, signal) =>
      resolve(signal === null ? `exit code ${code}` : `signal ${signal}`),
    );
  });
  void gone.then(() => unguard?.());

  return {
    gone,
    lastWords: () => words.trim(),
    kill: async () => {
      started.kill("SIGKILL");
      await gone;
    },
  };
}

/** Our environment without what vitest, tsx or a terminal put there, which would change how a kernel runs. */
export function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, FORCE_COLOR: _color, ...rest } = process.env;
  const ours = Object.entries(rest).filter(([name]) => !name.startsWith("VITEST"));
  return { ...Object.fromEntries(ours), NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
}
