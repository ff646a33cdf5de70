// When the process that computes a result is killed, one of those that wait for it takes over.

import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { endedWithin, newDesk } from "./program.ts";

describe.concurrent("when the process that computes is killed, others take over at the end of its lease, and once,", () => {
  it.each(["sync", "async"])("if the function is %s", async (kind) => {
    const { startFile, store } = newDesk();
    const holder = startFile("taken-over", kind, store, 60_000);
    await once(holder.child.stdout, "data");
    const waiting = [1, 2].map(() => endedWithin(startFile("taken-over", kind, store, 10), 10_000));
    holder.child.kill("SIGKILL");
    expect((await Promise.all(waiting)).flat().sort()).toEqual(["36", "36", "ran"]);
    expect((await holder.ended).lines).toEqual(["ran"]);
    expect(await endedWithin(startFile("taken-over", kind, store, 10), 5000)).toEqual(["36"]);
  });
});
