// Processes that share a store, and die while they write to it.

import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { diskStore } from "../../src/store/disk-store.ts";
import { childCommand, started, temporaryFolder } from "./child-process.ts";
import { entryOf, verdictOf } from "./children/stored.mjs";
import { seeded } from "./seeded.ts";

vi.setConfig({ testTimeout: 180_000 });

const root = temporaryFolder();

it("nothing that was stored is lost when its writer is killed, 50 times", async () => {
  const folder = join(root, "killed");
  const random = seeded(3);
  const all: string[] = [];
  for (let round = 0; round < 50; round++) {
    const { child, ended } = started(childCommand("write", folder, String(round)));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await setTimeout(random(60));
    child.kill("SIGKILL");
    const { signal, lines, errors } = await ended;
    expect({ signal, errors }).toEqual({ signal: "SIGKILL", errors: "" });
    // The last line may have been cut off by the kill; a key without its size is not one.
    const keys = lines.filter((line) => /^\d+:\d+:\d+$/.test(line));
    all.push(...keys);
    const notices: string[] = [];
    const store = diskStore({ folder, notice: (text) => notices.push(text) });
    const older = Array.from({ length: 20 }, () => all[random(all.length)] ?? "");
    const lost = [...keys, ...older].filter((key) => verdictOf(key, store.get(key)) !== "right");
    store.set("after:10", entryOf("after:10"));
    expect(verdictOf("after:10", store.get("after:10"))).toBe("right");
    store.close();
    expect({ lost, notices }).toEqual({ lost: [], notices: [] });
  }
  expect(all.length).toBeGreaterThan(100);
});

it("four processes begin one store at once without error and compute each key once, 50 times", async () => {
  const keys = ["a:100", "b:100", "c:300000", "d:50", "e:60000"];
  for (let round = 0; round < 50; round++) {
    const folder = join(root, `race ${round}`);
    const start = String(Date.now() + 120);
    const runs = [0, 1, 2, 3].map((turn) => {
      const turned = [...keys.slice(turn), ...keys.slice(0, turn)];
      return started(childCommand("compute", folder, start, ...turned)).ended;
    });
    const ends = await Promise.all(runs);
    expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual(
      ends.map(() => ({ code: 0, errors: "" })),
    );
    expect(ends.flatMap(({ lines }) => lines).sort()).toEqual(keys);
  }
});
