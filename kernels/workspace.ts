// The folder that a notebook lives in: a temporary one with the built package installed in its node_modules, once or
// under several names, so that bare imports resolve in every kernel without a network.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "./binary.ts";
import { guardFolder } from "./guardian.ts";

export interface Workspace {
  /** Absolute path. */
  readonly path: string;
  /** Writes a file, given by its path inside the workspace. */
  write(file: string, text: string): void;
  /** Removes the folder. Safe to call twice. */
  remove(): void;
}

export interface WorkspaceOptions {
  /** Names under which the package is installed, each a copy of its own. Default: `["define-once"]`. */
  readonly copies?: readonly string[];
  /** Further files: text by path inside the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folder of the built package: its package.json and dist/. Default: this repository. */
  readonly from?: string;
}

/** Makes the folder. Throws if the package is not built. */
export function workspace({
  copies = ["define-once"],
  files = {},
  from = ROOT,
}: WorkspaceOptions = {}): Workspace {
  if (!existsSync(join(from, "dist", "index.js"))) {
    throw new Error(`There is no dist/index.js in ${from}: the package is not built. Run npm run build.`);
  }
  const path = mkdtempSync(join(tmpdir(), "define-once-notebook-"));
  const unguard = guardFolder(path);
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    unguard();
  };
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };

  try {
    const modules = join(path, "node_modules");
    const dependencies = copies.map((name) => install(name, from, modules));
    // tslab's compiler looks for Node's types from its working directory upwards.
    link("@types/node", join(ROOT, "package.json"), modules);
    link("undici-types", join(ROOT, "package.json"), modules);
    // An optional peer, which the disk store needs on Node 20.
    link("libsql", join(ROOT, "package.json"), modules);
    for (const name of new Set(dependencies.flat())) link(name, join(from, "package.json"), modules);
    // Deno resolves bare specifiers through node_modules if a package.json names them.
    const named = Object.fromEntries(copies.map((name) => [name, "*"]));
    write("package.json", JSON.stringify({ private: true, dependencies: named }));
    write("deno.json", JSON.stringify({ nodeModulesDir: "manual", lock: false }));
    for (const [file, text] of Object.entries(files)) write(file, text);
  } catch (error) {
    remove();
    throw error;
  }
  return { path, write, remove };
}

/** Copies the package, as npm would install it, under `name`; returns the names of its dependencies. */
function install(name: string, from: string, modules: string): readonly string[] {
  const target = join(modules, name);
  cpSync(join(from, "dist"), join(target, "dist"), { recursive: true });
  const manifest: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(from, "package.json"), "utf8"),
  );
  writeFileSync(join(target, "package.json"), JSON.stringify({ ...manifest, name, devDependencies: {} }));
  return Object.keys(manifest.dependencies ?? {});
}

/** Links an installed package, found as `importer` would find it. */
function link(name: string, importer: string, modules: string): void {
  const target = join(modules, name);
  if (existsSync(target)) return;
  // Not by resolving its package.json: many packages do not export that.
  const folders = createRequire(importer).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`${name} is not installed. Run npm ci.`);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(found, target, "dir");
}
