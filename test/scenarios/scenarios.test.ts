// The scenario table in every host: one process each, all started together. "Never stale" is asserted in each cell of it.

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../kernels/binary.ts";
import { type Workspace, workspace } from "../../kernels/workspace.ts";
import type { Milliseconds } from "../../src/units.ts";
import { complaints } from "./judgement.ts";
import { playNotebook } from "./notebooks.ts";
import { PRELUDE_COMMONJS, PRELUDE_MODULE } from "./prelude.ts";
import { playPrograms } from "./programs.ts";
import { HOSTS, type Host, type Played, PROGRAMS } from "./row.ts";
import { rowsOf } from "./table.ts";

/** For all hosts together, beside other tests. */
const LIMIT: Milliseconds = 300_000;

let place: Workspace | undefined;
const playing = new Map<Host, Promise<ReadonlyMap<number, Played>>>();

beforeAll(async () => {
  place = workspace({ files: { "prelude.mjs": PRELUDE_MODULE, "prelude.cjs": PRELUDE_COMMONJS } });
  for (const name of ["lodash-es", "underscore"]) {
    symlinkSync(join(ROOT, "node_modules", name), join(place.path, "node_modules", name), "dir");
  }
  for (const host of HOSTS) {
    mkdirSync(join(place.path, host));
    writeFileSync(join(place.path, host, "package.json"), "{}");
    const play = PROGRAMS.includes(host) ? playPrograms : playNotebook;
    playing.set(host, play(host, rowsOf(host), place));
  }
  // A host that fails says so in its own rows.
  await Promise.allSettled(playing.values());
}, LIMIT);

afterAll(() => place?.remove());

describe.each(HOSTS)("in %s", (host) => {
  for (const [index, row] of rowsOf(host)) {
    it(row.title, async () => {
      const played = await playing.get(host);
      expect(complaints(row, host, played?.get(index))).toEqual([]);
    });
  }
});
