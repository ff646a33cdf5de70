// ijavascript, through its evaluator `nel`: plain JavaScript, sloppy mode, redeclaration by `var` and `function` only.
// Its Jupyter front (zeromq 5) does not install on current Node, and adds nothing to what a cell does.

import nel from "nel";
import { watched } from "./child.ts";
import { deferred, inTime } from "./deadline.ts";
import {
  type CellResult,
  DEFAULT_TIMEOUT,
  type Kernel,
  type KernelOptions,
  type MimeBundle,
} from "./kernel.ts";
import { type Driver, kernel } from "./turns.ts";

type Session = InstanceType<typeof nel.Session>;

/** Starts ijavascript's evaluator in `options.cwd`. A cell whose last value is a promise waits for it. */
export async function ijavascript(options: KernelOptions): Promise<Kernel> {
  const session = new nel.Session({ cwd: options.cwd, awaitExecution: true });
  const running = watched(session._server);
  const { promise: died, reject: die } = deferred<never>();
  died.catch(() => {});
  // The evaluator is started with its output closed, so there are no last words.
  void running.gone.then((how) => die(new Error(`The ijavascript kernel ended (${how}).`)));

  const driver: Driver = {
    run: (code) => {
      const limit = options.cellTimeout ?? DEFAULT_TIMEOUT;
      const cell = execution(session, code);
      const late = (): string =>
        `A cell did not finish in ${limit} ms in the ijavascript kernel:\n${code}\nIt wrote:\n${cell.soFar()}`;
      return inTime(cell.done, limit, late, died);
    },
    close: running.kill,
  };

  try {
    const limit = options.startTimeout ?? DEFAULT_TIMEOUT;
    const late = (): string => `The ijavascript kernel did not answer in ${limit} ms.`;
    await inTime(execution(session, "undefined").done, limit, late, died);
    return kernel("ijavascript", driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Runs a cell and collects what it shows. */
function execution(session: Session, code: string): { readonly done: Promise<CellResult>; soFar(): string } {
  let stdout = "";
  let stderr = "";
  const displays: MimeBundle[] = [];
  const { promise: done, resolve } = deferred<CellResult>();
  session.execute(code, {
    onStdout: (text) => {
      stdout += text;
    },
    onStderr: (text) => {
      stderr += text;
    },
    onDisplay: ({ mime }) => {
      displays.push(mime);
    },
    onSuccess: ({ mime }) => {
      // As with `ijskernel --hide-undefined`.
      if (mime !== undefined && mime["text/plain"] !== "undefined") displays.push(mime);
      resolve({ status: "ok", stdout, stderr, displays, error: undefined });
    },
    onError: ({ error }) => {
      const { ename: name, evalue: message, traceback } = error;
      resolve({
        status: "error",
        stdout,
        stderr,
        displays,
        error: { name, message, stack: traceback.join("\n") },
      });
    },
  });
  return { done, soFar: () => stdout + stderr };
}
