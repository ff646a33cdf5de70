// The versions that a package works with, found in the folders of real packages and of made ones.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolders } from "../../src/host/origin.ts";
import { packageVersions } from "../../src/host/package-versions.ts";

let root = "";
const install = (folder: string, file: object): string => {
  const path = join(root, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "package.json"), JSON.stringify(file));
  return path;
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "define-once-packages-"));
  const top = install("node_modules/top", {
    name: "top",
    version: "1.0.0",
    dependencies: { "@a/low": "^2", gone: "1" },
  });
  install("node_modules/@a/low", { name: "@a/low", version: "2.3.4", peerDependencies: { top: "*" } });
  const nested = install("node_modules/nested", {
    name: "nested",
    version: "3.0.0",
    dependencies: { "@a/low": "1" },
  });
  install("node_modules/nested/node_modules/@a/low", { name: "@a/low", version: "1.0.0" });
  packageFolders.set("top@1.0.0", top);
  packageFolders.set("nested@3.0.0", nested);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the versions behind a package", () => {
  it("are its own and those of all that it resolves to, in a circle too; what is not installed is nothing", () => {
    expect(packageVersions(["top@1.0.0"])).toEqual(["@a/low@2.3.4", "top@1.0.0"]);
  });

  it("are those that its own folder has", () => {
    expect(packageVersions(["nested@3.0.0"])).toEqual(["@a/low@1.0.0", "nested@3.0.0"]);
  });

  it("of several are one list", () => {
    expect(packageVersions(["top@1.0.0", "nested@3.0.0"])).toEqual([
      "@a/low@1.0.0",
      "@a/low@2.3.4",
      "nested@3.0.0",
      "top@1.0.0",
    ]);
  });

  it("of one that nobody has located are its name", () => {
    expect(packageVersions(["unseen@9.9.9"])).toEqual(["unseen@9.9.9"]);
  });
});
