// Keep, change and undo in a plain Node REPL, where a definition is typed in again.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import { play, prepare } from "./play.ts";
import { type Repl, repl } from "./repl.ts";
import { EDITING } from "./scenario.ts";

describe("in a Node REPL", () => {
  let place: Workspace | undefined;
  let running: Repl | undefined;

  const session = (): Repl => {
    if (running === undefined) throw new Error("The REPL did not start.");
    return running;
  };

  beforeAll(async () => {
    place = workspace();
    running = await repl(place.path);
    await prepare(running);
  });

  afterAll(async () => {
    await running?.close();
    place?.remove();
  });

  for (const step of EDITING) {
    if (step.kind === "define" && step.typesOnly === true) continue;
    it(step.title, async () => {
      expect.hasAssertions();
      await play(step, session());
    });
  }

  it("a value awaited at the prompt is a hit the second time", async () => {
    await session().run("const rows = await load(4)");
    const { stdout } = await session().run("[JSON.stringify(await load(4)), (await load(4)) === rows]");
    expect(stdout).toContain("[ '[4,12]', true ]");
  });
});
