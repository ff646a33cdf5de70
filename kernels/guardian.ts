// Nothing may stay behind when this process dies, not even by SIGKILL or Ctrl-C: a small process of its own session
// holds a list of what to clean up, and does so as soon as our end of its stdin closes.

import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";

/** Runs in the guardian. Lines in: `[added, kind, value]`; at the end of input whatever is still on the list goes. */
const PROGRAM = `
const { rmSync } = require("node:fs");
const list = new Map();
require("node:readline").createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [added, kind, value] = JSON.parse(line);
    if (added) list.set(kind + value, [kind, value]); else list.delete(kind + value);
  })
  .on("close", () => {
    const entries = [...list.values()];
    for (const [kind, pid] of entries) if (kind === "process") { try { process.kill(pid, "SIGKILL"); } catch {} }
    for (const [kind, path] of entries) {
      if (kind === "folder") { try { rmSync(path, { recursive: true, force: true, maxRetries: 5 }); } catch {} }
    }
  });
`;

/** Started with the first thing to guard; one serves the whole process. */
let guardian: ChildProcess | undefined;

function started(): ChildProcess {
  // Its own session (detached), so that a Ctrl-C in the terminal does not end it before its work begins.
  const child = spawn(process.execPath, ["-e", PROGRAM], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: { PATH: process.env.PATH },
  });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}

function listed(kind: "process" | "folder", value: number | string): () => void {
  guardian ??= started();
  const { stdin } = guardian;
  stdin?.write(`${JSON.stringify([true, kind, value])}\n`);
  return () => stdin?.write(`${JSON.stringify([false, kind, value])}\n`);
}

/** Has `pid` killed if we die first. Returns what ends the watch: call it once the process is gone. */
export function guardProcess(pid: number): () => void {
  return listed("process", pid);
}

/** Has the folder removed if we die first. Returns what ends the watch. */
export function guardFolder(path: string): () => void {
  return listed("folder", path);
}
