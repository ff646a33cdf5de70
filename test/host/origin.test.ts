// Where the source of a function stands: in an installed package, in the runtime, or in the user's own files.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hostReader } from "../../src/host/reader.ts";
import { moduleFile, requiredFile, script } from "../api/evaluation.ts";

const modules = new URL("../../node_modules/", import.meta.url);

function versionOf(name: string): string {
  return JSON.parse(readFileSync(new URL(`${name}/package.json`, modules), "utf8")).version;
}

/** The functions that a package exports, but for those that it took from the language. */
async function functionsOf(name: string): Promise<readonly (readonly [name: string, fn: object])[]> {
  const found: Readonly<Record<string, unknown>> = await import(name);
  return Object.entries(found).flatMap(([key, value]) =>
    typeof value === "function" && !String(value).endsWith("{ [native code] }") ? [[key, value]] : [],
  );
}

/** How many scripts they stand in, and whether any function ran since the import. */
const PACKAGES = [
  // Each in a script of its own.
  "lodash-es",
  "radash",
  // Of these, no function has run: V8 compiled none.
  "preact",
  "ml-matrix",
  "commander",
  // All in one script.
  "immutable",
  "simple-statistics",
  "underscore",
] as const;

describe("the origin of a function", () => {
  it.each(PACKAGES)("is the package, with its version, for all that %s exports", async (name) => {
    const functions = await functionsOf(name);
    expect(functions.length).toBeGreaterThan(5);
    const of = { kind: "package", name: `${name}@${versionOf(name)}` };
    expect(functions.map(([key, fn]) => [key, hostReader.origin(fn)])).toEqual(
      functions.map(([key]) => [key, of]),
    );
  });

  it("is the runtime for what is no intrinsic of the language", () => {
    const given = { fetch, Blob, FormData, Headers, Request, Response, TextDecoder, URL };
    const kinds = Object.entries(given).map(([name, fn]) => [name, hostReader.origin(fn).kind]);
    expect(kinds).toEqual(Object.keys(given).map((name) => [name, "runtime"]));
  });

  it("is the package for a script that was loaded after others had been asked about", () => {
    const [early, late] = ["early", "late"].map((name) =>
      Object(requiredFile("module.exports = () => 1", `node_modules/${name}/index.cjs`)),
    );
    expect(hostReader.origin(early)).toEqual({ kind: "package", name: "early@" });
    const later = Object(requiredFile("module.exports = () => 2", "node_modules/@scope/later/index.cjs"));
    expect([late, later].map((fn) => hostReader.origin(fn))).toEqual([
      { kind: "package", name: "late@" },
      { kind: "package", name: "@scope/later@" },
    ]);
  });

  it("is the file for what the user wrote, and no file for a cell", async () => {
    const module = moduleFile("export const f = () => 1;");
    const { f } = await module.load();
    expect(hostReader.origin(Object(f))).toEqual({ kind: "project", file: module.path });
    expect(hostReader.origin(Object(await script("cell 1")("() => 1")))).toEqual({
      kind: "project",
      file: "",
    });
  });
});
