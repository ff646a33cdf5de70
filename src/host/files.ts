// The content of files that calls read, as something that can be compared. A file is read again only when its size, its
// time or its place on the disk is another.

import { readFileSync, type Stats, statSync } from "node:fs";
import { DefineOnceError } from "../error.ts";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import type { Milliseconds } from "../units.ts";

interface Known {
  readonly stamp: string;
  readonly digest: Digest;
}

const known = new Map<string, Known>();

// A file that changed so shortly before it was read may change again without another time.
const RACY: Milliseconds = 2000;

/** For each file its path and its content's digest; a file that is not there counts as that. */
export function fileContents(paths: unknown, name: string): readonly string[] {
  if (!Array.isArray(paths)) throw notPaths(name, typeof paths);
  return paths.flatMap((path: unknown) => {
    if (typeof path !== "string") throw notPaths(name, `a list with a value of type ${typeof path}`);
    return [path, contentOf(path, name)];
  });
}

function notPaths(name: string, got: string): DefineOnceError {
  return new DefineOnceError(
    "DEFINE_ONCE_FILES",
    `The option files of ${name} gave ${got}; it must give a list of paths, such as (path) => [path].`,
  );
}

function contentOf(path: string, name: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return "missing";
    const stamp = `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
    const before = known.get(path);
    if (before?.stamp === stamp) return before.digest;
    const digest = sha256(readFileSync(path));
    if (isSettled(stats)) known.set(path, { stamp, digest });
    return digest;
  } catch (error) {
    throw new DefineOnceError(
      "DEFINE_ONCE_FILES",
      `${name} depends on the file ${path}, which cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function isSettled({ mtimeMs, ctimeMs }: Stats): boolean {
  return Date.now() - Math.max(mtimeMs, ctimeMs) > RACY;
}
