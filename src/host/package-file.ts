// What stands in the package.json of an installed package.

import { record } from "./inspector.ts";

/** Its content; undefined where there is none, or none that can be read. */
export function packageFile(folder: string): Readonly<Record<string, unknown>> | undefined {
  const { readFileSync } = record(globalThis.process?.getBuiltinModule?.("node:fs"));
  if (typeof readFileSync !== "function") return undefined;
  try {
    return record(JSON.parse(String(readFileSync(`${folder}/package.json`, "utf8"))));
  } catch {
    return undefined;
  }
}
