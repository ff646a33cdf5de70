// Programs that keep results on disk, each run in a process of its own: a text with the library at hand, or a file of
// programs/.

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import { bunBinary, denoBinary, ROOT } from "../../kernels/binary.ts";

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Of its output. */
  readonly lines: readonly string[];
  /** Of the error stream. */
  readonly notices: readonly string[];
}

/** A program under way. */
export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
}

export type Runtime = "node" | "node 24" | "deno" | "bun";

type Variables = Readonly<Record<string, string | undefined>>;

/** How to run a program. */
export interface Circumstances {
  readonly runtime?: Runtime;
  /** Variables of the environment; undefined takes one away. */
  readonly env?: Variables;
  /** The folder that it runs in. Default: this process's. */
  readonly cwd?: string;
}

/** A folder with a store that programs share. */
export interface Desk {
  readonly folder: string;
  /** Where the store is. */
  readonly store: string;
  /** Starts a text that uses `cache`, `configure`, `defineOnce` and `forget`. */
  start(text: string, circumstances?: Circumstances): Started;
  /** Runs it to its end: what it printed, if all went well. */
  run(text: string, circumstances?: Circumstances): Promise<readonly string[]>;
  /** Starts a file of programs/. */
  startFile(name: string, ...args: readonly unknown[]): Started;
}

const INDEX = pathToFileURL(join(ROOT, "dist", "index.js")).href;
const HEAD = `import { cache, configure, defineOnce, forget } from ${JSON.stringify(INDEX)};\n`;
// Deno finds packages by its own configuration only.
const MERIYAH = join(ROOT, "node_modules", "meriyah", "dist", "meriyah.mjs");

const root = mkdtempSync(join(tmpdir(), "define-once-persistence-"));
let desks = 0;
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A new folder with an empty store, removed after the tests of the file. */
export function newDesk(): Desk {
  const folder = join(root, String(++desks));
  const store = join(folder, "store");
  mkdirSync(folder);
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ imports: { meriyah: MERIYAH } }));
  let programs = 0;
  const start = (text: string, { runtime = "node", env, cwd }: Circumstances = {}): Started => {
    const file = join(folder, `program-${++programs}.mjs`);
    writeFileSync(file, HEAD + text);
    return started([...COMMANDS[runtime](), file], { DEFINE_ONCE_DIR: store, ...env }, cwd);
  };
  return {
    folder,
    store,
    start,
    run: async (text, circumstances) => {
      const ended = await start(text, circumstances).ended;
      if (ended.code !== 0 || ended.notices.length > 0)
        throw new Error(`The program ended with ${ended.code ?? ended.signal}: ${ended.notices.join("\n")}`);
      return ended.lines;
    },
    startFile: (name, ...args) => {
      const file = fileURLToPath(new URL(`./programs/${name}.mjs`, import.meta.url));
      return started([process.execPath, file, ...args.map(String)], { DEFINE_ONCE_DIR: store });
    },
  };
}

const COMMANDS: Readonly<Record<Runtime, () => readonly string[]>> = {
  node: () => [process.execPath],
  "node 24": () => [join(ROOT, "runtimes", "node_modules", "node-24", "bin", "node")],
  deno: () => [denoBinary(), "run", "-A", "--no-lock", "--quiet"],
  bun: () => [bunBinary()],
};

/** Whether a runtime is on this machine. */
export function isInstalled(runtime: Runtime): boolean {
  return existsSync(COMMANDS[runtime]()[0] ?? "");
}

/** A running command, and its end. */
export function started(
  [program = "", ...args]: readonly string[],
  variables: Variables,
  cwd = process.cwd(),
): Started {
  const env = { ...process.env, TZ: "UTC", LC_ALL: "en_US.UTF-8", ...variables };
  const child = spawn(program, args, { cwd, env });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      // Node 22 and later say that SQLite is experimental.
      const notices = linesOf(errors).filter((line) => !EXPERIMENTAL.test(line));
      resolve({ code, signal, lines: linesOf(output), notices });
    });
  });
  return { child, ended };
}

/** What a program printed, if it ended by itself within a time. */
export async function endedWithin(
  { child, ended }: Started,
  time: number,
): Promise<readonly string[] | "hung"> {
  const timer = setTimeout(() => child.kill("SIGKILL"), time);
  const { signal, lines } = await ended;
  clearTimeout(timer);
  return signal === "SIGKILL" ? "hung" : lines;
}

const EXPERIMENTAL = /ExperimentalWarning: SQLite|Use `node --trace-warnings/;

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
