// Scripts in processes of their own, which send one message back. They run as this one does: under the same loader.

import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

type Environment = Readonly<Record<string, string>>;

/** The message that a script beside this file sends, given arguments. @throws {Error} where it ends without one */
export async function messageOf(script: string, args: readonly string[]): Promise<unknown> {
  const child = started(script, args, {});
  let message: unknown;
  child.once("message", (received) => {
    message = received;
  });
  await end(child, script);
  if (message === undefined) throw new Error(`${script} ${args.join(" ")} sent nothing`);
  return message;
}

/** Runs a script beside this file to its end. @throws {Error} where that is no good one */
export async function ended(
  script: string,
  args: readonly string[],
  environment: Environment,
): Promise<void> {
  await end(started(script, args, environment), script);
}

function started(script: string, args: readonly string[], environment: Environment): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return fork(file, args, { env: { ...process.env, ...environment } });
}

function end(child: ChildProcess, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ended with ${code ?? signal}`));
    });
  });
}
