// Which versions of other packages an installed package works with: its own version says what it asks for, not what it got.

import { dirname } from "node:path";
import { record } from "./inspector.ts";
import { packageFolders } from "./origin.ts";
import { packageFile } from "./package-file.ts";

const known = new Map<string, readonly string[]>();

/** For packages given as `name@version`, these and all that they resolve to, in a stable order. */
export function packageVersions(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    const folder = packageFolders.get(name);
    const versions = known.get(name) ?? (folder === undefined ? [name] : versionsBehind(folder));
    known.set(name, versions);
    for (const each of versions) found.add(each);
  }
  return [...found].sort();
}

function versionsBehind(first: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue = [first];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (seen.has(folder)) continue;
    seen.add(folder);
    const { name, version, dependencies, peerDependencies, optionalDependencies } = packageFile(folder) ?? {};
    found.add(`${String(name)}@${String(version)}`);
    for (const list of [dependencies, peerDependencies, optionalDependencies])
      for (const dependency of Object.keys(record(list))) queue.push(...resolved(dependency, folder));
  }
  return [...found];
}

/** The folder of a dependency, looked for as Node does: in each `node_modules` from the package's own upwards. */
function resolved(name: string, from: string): readonly string[] {
  for (let at = from; ; at = dirname(at)) {
    const folder = `${at}/node_modules/${name}`;
    if (packageFile(folder) !== undefined) return [folder];
    if (at === dirname(at)) return [];
  }
}
