// What results depend on besides code and arguments: each environment has its own.

import { beforeAll, describe, expect, it } from "vitest";
import { isInstalled, newDesk, type Runtime } from "./program.ts";

// Without captured variables, which Deno and Bun cannot read.
const SHOWN = `
  const shown = cache((n) => { console.log("ran"); return new Date(n).toLocaleString(); }, { store: "disk" });
  const later = cache(async (n) => { console.log("ran"); return { n, list: [n, n] }; }, { store: "disk" });
  console.log(shown(0));
  console.log(JSON.stringify(await later(5)), shown.info().hits + later.info().hits);
`;

const FOUND = '{"n":5,"list":[5,5]} 2';
const COMPUTED = '{"n":5,"list":[5,5]} 0';

describe("a second process", () => {
  const { run } = newDesk();
  beforeAll(() => run(SHOWN));

  it("in the same environment finds the results", async () => {
    expect(await run(SHOWN)).toEqual(["1/1/1970, 12:00:00 AM", FOUND]);
  });

  it.each([
    ["in another time zone", { TZ: "Asia/Tokyo" }, "1/1/1970, 9:00:00 AM"],
    ["of another locale", { LC_ALL: "de_DE.UTF-8" }, "1.1.1970, 00:00:00"],
    ["of another locale by LANG", { LC_ALL: undefined, LANG: "fr_FR.UTF-8" }, "01/01/1970 00:00:00"],
  ])("%s computes", async (_, env, text) => {
    expect(await run(SHOWN, { env })).toEqual(["ran", text, "ran", COMPUTED]);
    expect(await run(SHOWN, { env })).toEqual([text, FOUND]);
  });

  it("in the first environment again still finds the results", async () => {
    expect(await run(SHOWN)).toEqual(["1/1/1970, 12:00:00 AM", FOUND]);
  });

  it("whose time zone changes while it runs does not mistake one for the other", async () => {
    const text = `${SHOWN.replace("cache((n)", "cache((n, _)")}
      process.env.TZ = "Asia/Tokyo";
      console.log(shown.refresh(0));
      process.env.TZ = "UTC";
    `;
    expect((await run(text)).at(-1)).toBe("1/1/1970, 9:00:00 AM");
    expect((await run(SHOWN)).at(0)).toBe("1/1/1970, 12:00:00 AM");
  });
});

describe("on one folder, runtimes do not disturb each other", () => {
  // A later Node is there if `npm ci --prefix runtimes` has brought it, as CI does first.
  const later: readonly Runtime[] = isInstalled("node 24") ? ["node 24"] : [];
  const runtimes: readonly Runtime[] = ["node", ...later, "deno", "bun"];

  it("when they run one after the other, twice", async () => {
    const { run } = newDesk();
    for (const last of [COMPUTED, FOUND])
      for (const runtime of runtimes) expect((await run(SHOWN, { runtime })).at(-1)).toBe(last);
  });

  it("when all of them run at once, twice", async () => {
    const { run } = newDesk();
    const all = () => Promise.all(runtimes.map((runtime) => run(SHOWN, { runtime })));
    for (const last of [COMPUTED, FOUND])
      expect((await all()).map((lines) => lines.at(-1))).toEqual(runtimes.map(() => last));
  });
});
