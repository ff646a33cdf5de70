// Deno's own Jupyter kernel: TypeScript, ES modules, top-level await, strict mode.

import { join } from "node:path";
import { denoBinary } from "./binary.ts";
import { startJupyter } from "./jupyter.ts";
import type { Kernel, KernelOptions } from "./kernel.ts";

/** Starts `deno jupyter` in `options.cwd`. */
export function deno(options: KernelOptions): Promise<Kernel> {
  return startJupyter(
    {
      name: "deno",
      command: ({ file, folder }) => ({
        program: denoBinary(),
        args: ["jupyter", "--kernel", "--conn", file],
        // Its caches, which would otherwise stay in the user's home.
        variables: { DENO_DIR: join(folder, "deno") },
      }),
    },
    options,
  );
}
