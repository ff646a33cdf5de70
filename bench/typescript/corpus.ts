// The corpus: the TypeScript sources that the packages of this folder's package.json ship.

import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A source of a package. */
export interface SourceFile {
  readonly package: string;
  /** Path within `node_modules/`. */
  readonly path: string;
  readonly text: string;
}

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** All sources of the corpus, in the order of their paths. Tests, benchmarks and declarations are left out. */
export function corpus(): readonly SourceFile[] {
  const { corpus } = JSON.parse(readFileSync(`${HERE}package.json`, "utf8")) as { corpus: readonly string[] };
  return corpus.flatMap((name) =>
    sources(`${HERE}node_modules/${name}`)
      .filter((path) => !/\b(?:tests?|__tests__|bench(?:marks)?)\b/.test(path.slice(HERE.length)))
      .map((path) => ({
        package: name,
        path: relative(`${HERE}node_modules`, path),
        text: readFileSync(path, "utf8"),
      })),
  );
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : sources(path);
      return /(?<!\.d|\.d\.[cm]?)\.[cm]?ts$/.test(entry.name) ? [path] : [];
    });
}
