// tslab: a TypeScript kernel on Node. It prints errors as text only, and for a while after one refuses every request.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startJupyter } from "./jupyter.ts";
import type { CellError, Kernel, KernelOptions } from "./kernel.ts";

const FOLDER = dirname(createRequire(import.meta.url).resolve("tslab/package.json"));

/** Starts tslab in `options.cwd`, which must see `node_modules/@types/node`. */
export function tslab(options: KernelOptions): Promise<Kernel> {
  return startJupyter(
    {
      name: "tslab",
      command: ({ file }) => ({
        program: process.execPath,
        args: [join(FOLDER, "bin", "tslab"), "kernel", `--config-path=${file}`],
      }),
      readError,
      // It aborts whatever arrives within 200 ms of an error.
      restAfterError: 250,
    },
    options,
  );
}

/** A thrown error is printed as its stack; a type error as `1:7 - Cannot find name 'x'.` */
function readError(stderr: string): CellError {
  const thrown = /^(?:Uncaught )?([A-Z]\w*)(?: \[\w+\])?: (.*)$/m.exec(stderr);
  const [, name = "TypeScriptError", message = stderr.trim()] = thrown ?? [];
  return { name, message, stack: stderr };
}
