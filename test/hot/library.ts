// The library as the projects in a workspace import it: the built package, in this very process.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Workspace } from "../../kernels/workspace.ts";
import { callable } from "./answers.ts";

export type Library = Pick<typeof import("../../src/index.ts"), "configure" | "explain">;

/** The library, made quiet. */
export async function library(place: Workspace): Promise<Library> {
  const entry = join(place.path, "node_modules", "define-once", "dist", "index.js");
  const found: Library = await import(pathToFileURL(entry).href);
  found.configure({ notices: false });
  return found;
}

/** What `explain` says of a definition, on one line and without marks of code. */
export function explained({ explain }: Library, what: unknown): string {
  return String(explain(callable(what)))
    .replace(/\s+/g, " ")
    .replaceAll("`", "");
}
