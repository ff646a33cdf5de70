// Paths of the programs that the npm packages `deno` and `bun` bring along, whether or not their install scripts ran.

import { accessSync, chmodSync, constants, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const ROOT: string = dirname(dirname(fileURLToPath(import.meta.url)));

const MODULES = join(ROOT, "node_modules");

/** Smaller than any real binary: Bun's package holds a placeholder script until its install script has run. */
const PLACEHOLDER = 1_000_000;

/** Path of the Deno executable. Throws if npm installed none for this machine. */
export function denoBinary(): string {
  return first("deno", [...platformFiles("@deno", "deno"), join(MODULES, "deno", "deno")]);
}

/** Path of the Bun executable. Throws if npm installed none for this machine. */
export function bunBinary(): string {
  // Bun's install script *moves* the binary from the platform package into `bun`.
  return first("bun", [
    join(MODULES, "bun", "bin", "bun.exe"),
    ...platformFiles("@oven", join("bin", "bun")),
  ]);
}

/** `file` in each package of a scope: npm installs only the packages that fit this machine. */
function platformFiles(scope: string, file: string): readonly string[] {
  const suffix = process.platform === "win32" ? ".exe" : "";
  try {
    return readdirSync(join(MODULES, scope)).map((name) => join(MODULES, scope, name, file + suffix));
  } catch {
    return [];
  }
}

function first(name: string, candidates: readonly string[]): string {
  const found = candidates.find(
    (path) => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > PLACEHOLDER,
  );
  if (found === undefined) {
    throw new Error(`No ${name} executable in node_modules. Run npm ci; looked at ${candidates.join(", ")}.`);
  }
  try {
    accessSync(found, constants.X_OK);
  } catch {
    // The packages leave this to their install scripts.
    chmodSync(found, 0o755);
  }
  return found;
}
