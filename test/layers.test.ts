// The architecture, held by a test: a folder of src/ imports only from itself and from those listed before it.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** Lowest first. `ground` and `surface` are the files that stand directly in src/. */
const LAYERS = [
  "ground",
  "syntax",
  "typescript",
  "fingerprint",
  "verdict",
  "store",
  "cache",
  "session",
  "report",
  "host",
  "surface",
];

/** Files in src/ that every folder may import: units, the error class, the type of a function. */
const GROUND = ["callable.ts", "error.ts", "units.ts"];

/** What core may import from outside. */
const OUTSIDE = [
  "meriyah",
  "node:assert/strict",
  "node:buffer",
  "node:crypto",
  "node:fs",
  "node:module",
  "node:path",
  "node:timers/promises",
  "node:util",
  "node:v8",
];

const SRC = fileURLToPath(new URL("../src", import.meta.url));

interface Import {
  readonly file: string;
  readonly from: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:^|\n)(?:import|export)\b[^;]*?from\s+"([^"]+)"/g)].map(([, from = ""]) => ({
    file,
    from,
  }));
});

function layerOf(file: string): number {
  const [folder = "", rest] = file.split(/[\\/]/);
  if (rest !== undefined) return LAYERS.indexOf(folder);
  return LAYERS.indexOf(GROUND.includes(folder) ? "ground" : "surface");
}

describe("the folders of src/", () => {
  it("are all listed as layers", () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it("import only from themselves and from layers below", () => {
    const inside = imports.filter(({ from }) => from.startsWith("."));
    const upward = inside.filter(
      ({ file, from }) => layerOf(relative(SRC, join(SRC, file, "..", from))) > layerOf(file),
    );
    expect(inside.length).toBeGreaterThan(50);
    expect(upward).toEqual([]);
  });

  it("import from outside only the parser and what Node, Deno and Bun share", () => {
    const outside = imports.filter(({ from }) => !from.startsWith("."));
    expect(outside.filter(({ from }) => !OUTSIDE.includes(from))).toEqual([]);
  });

  it("hold no file of more than 300 lines", () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), "utf8").split("\n").length > 301);
    expect(long).toEqual([]);
  });

  it("hold no file named for nothing", () => {
    expect(
      files.filter((file) => /(?:^|[\\/])(?:utils?|lib|common|helpers?)(?:[\\/.]|$)/.test(file)),
    ).toEqual([]);
  });
});
