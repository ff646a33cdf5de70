// The part of `nel` (ijavascript's evaluator) that we use; the package brings no types.

declare module "nel" {
  import type { ChildProcess } from "node:child_process";

  interface Callbacks {
    readonly onSuccess?: (result: { readonly mime?: Readonly<Record<string, unknown>> }) => void;
    readonly onError?: (result: {
      readonly error: {
        readonly ename: string;
        readonly evalue: string;
        readonly traceback: readonly string[];
      };
    }) => void;
    readonly onStdout?: (text: string) => void;
    readonly onStderr?: (text: string) => void;
    readonly onDisplay?: (update: { readonly mime: Readonly<Record<string, unknown>> }) => void;
  }

  class Session {
    constructor(config: { readonly cwd?: string; readonly awaitExecution?: boolean });
    /** The process that runs the code. */
    readonly _server: ChildProcess;
    execute(code: string, callbacks: Callbacks): void;
  }

  const nel: { readonly Session: typeof Session };
  export default nel;
}
