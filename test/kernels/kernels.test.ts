// The scenario, in every notebook kernel: one process each, all started together, since starting is what takes long.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deno } from "../../kernels/deno.ts";
import { ijavascript } from "../../kernels/ijavascript.ts";
import type { Kernel, KernelName } from "../../kernels/kernel.ts";
import { tslab } from "../../kernels/tslab.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { commonJS, takesTypes } from "./dialect.ts";
import { play, prepare } from "./play.ts";
import { EDITING } from "./scenario.ts";
import { SCALE_MODULE, STORIES } from "./stories.ts";

const STARTERS = { deno, tslab, ijavascript };
const NAMES: readonly KernelName[] = ["deno", "tslab", "ijavascript"];

let place: Workspace | undefined;
const started = new Map<KernelName, Promise<Kernel>>();

beforeAll(async () => {
  place = workspace({
    copies: ["define-once", "define-once-copy"],
    files: { "scale.mjs": SCALE_MODULE, "scale.cjs": commonJS(SCALE_MODULE) },
  });
  const { path } = place;
  for (const name of NAMES) started.set(name, STARTERS[name]({ cwd: path }));
  // Each kernel's own suite reports its failure; here we only wait, so that all have begun.
  await Promise.allSettled(started.values());
});

afterAll(async () => {
  for (const kernel of started.values()) await kernel.then((running) => running.close()).catch(() => {});
  place?.remove();
});

describe.each(NAMES)("in the %s kernel", (name) => {
  const kernel = async (): Promise<Kernel> => {
    const running = await started.get(name);
    if (running === undefined) throw new Error(`The ${name} kernel was not started.`);
    return running;
  };

  beforeAll(async () => prepare(await kernel()));

  for (const step of [...EDITING, ...STORIES]) {
    // ijavascript runs JavaScript only: it has no types to change.
    if (step.kind === "define" && step.typesOnly === true && !takesTypes(name)) continue;
    it(step.title, async () => {
      expect.hasAssertions();
      await play(step, await kernel());
    });
  }
});
