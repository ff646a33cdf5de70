// The table itself: it is large enough, every exception is explained, and no row passes with a library that is wrong about
// it, be it one that keeps everything or one that keeps nothing.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../kernels/binary.ts";
import { workspace } from "../../kernels/workspace.ts";
import { complaints } from "./judgement.ts";
import { PRELUDE_COMMONJS, PRELUDE_MODULE } from "./prelude.ts";
import { playPrograms } from "./programs.ts";
import { HOSTS, type Outcome, type Played } from "./row.ts";
import { rowsOf, TABLE } from "./table.ts";

/** Keeps the first function of a name, and its results, whatever happens. */
const KEEPS_ALL = `
const known = new Map();
const notKept = (fn) => fn;
export const cache = (fn) => {
  const results = new Map();
  const cached = function (...args) {
    const key = JSON.stringify(args);
    if (!results.has(key)) results.set(key, Reflect.apply(fn, this, args));
    return results.get(key);
  };
  return Object.defineProperty(cached, "name", { value: fn.name });
};
export const defineOnce = (what, { name = what.name, decorate = notKept } = {}) => {
  if (typeof what === "object") {
    return Object.fromEntries(Object.entries(what).map(([key, fn]) => [key, defineOnce(fn, { name: key })]));
  }
  if (!known.has(name)) known.set(name, decorate(what));
  return known.get(name);
};
export const explain = () => "";`;

/** Keeps nothing. */
const KEEPS_NONE = `
export const cache = (fn) => fn;
export const defineOnce = (what) => what;
export const explain = () => "";`;

describe("the table", () => {
  it("has at least eighty rows, each with a title of its own", () => {
    expect(new Set(TABLE.map(({ title }) => title)).size).toBe(TABLE.length);
    expect(TABLE.length).toBeGreaterThanOrEqual(80);
  });

  it("has at least eighty rows in every host", () => {
    for (const host of HOSTS) expect(rowsOf(host).size, host).toBeGreaterThanOrEqual(80);
  });

  it("gives one outcome a step wherever a host has another answer", () => {
    for (const { title, steps, exceptions } of TABLE) {
      for (const exception of Object.values(exceptions)) {
        expect(exception.why, title).not.toBe("");
        if (exception.outcomes !== undefined) expect(exception.outcomes, title).toHaveLength(steps.length);
      }
    }
  });
});

describe("every row finds fault with a library that is wrong", () => {
  const played = new Map<string, ReadonlyMap<number, Played>>();
  const folder = mkdtempSync(join(tmpdir(), "define-once-wrong-"));

  beforeAll(async () => {
    for (const [name, text] of Object.entries({ KEEPS_ALL, KEEPS_NONE })) {
      played.set(name, await playedWith(join(folder, name), text));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, row] of rowsOf("esm")) {
    const outcomes = row.exceptions.esm?.outcomes ?? row.steps.map(({ outcome }) => outcome);
    const faults = (library: string): readonly string[] =>
      complaints(row, "esm", played.get(library)?.get(index)).filter((what) => !what.includes("explain"));
    it(row.title, () => {
      const [all, none] = [faults("KEEPS_ALL"), faults("KEEPS_NONE")];
      expect([...all, ...none]).not.toEqual([]);
      if (outcomes.some(keeps)) expect(none).not.toEqual([]);
      if (outcomes.slice(1).includes("changed") || outcomes.includes("uncached")) expect(all).not.toEqual([]);
    });
  }
});

function keeps(outcome: Outcome): boolean {
  return outcome === "kept" || outcome === "changed";
}

async function playedWith(from: string, library: string): Promise<ReadonlyMap<number, Played>> {
  mkdirSync(join(from, "dist"), { recursive: true });
  writeFileSync(join(from, "dist", "index.js"), library);
  writeFileSync(join(from, "package.json"), JSON.stringify({ type: "module", exports: "./dist/index.js" }));
  const files = { "prelude.mjs": PRELUDE_MODULE, "prelude.cjs": PRELUDE_COMMONJS };
  const place = workspace({ from, files });
  try {
    for (const name of ["lodash-es", "underscore"]) {
      symlinkSync(join(ROOT, "node_modules", name), join(place.path, "node_modules", name), "dir");
    }
    mkdirSync(join(place.path, "esm"));
    return await playPrograms("esm", rowsOf("esm"), place);
  } finally {
    place.remove();
  }
}
