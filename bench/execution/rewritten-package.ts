// A copy of an installed package in a folder of its own, with the functions of some of its files replaced by their normal
// forms. What the package depends on is linked, unchanged.

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Count } from "../../src/units.ts";
import type { Subject } from "./packages.ts";
import { type Rewriting, type RewrittenFile, rewrittenFile } from "./rewritten-file.ts";

export const INSTALLED = fileURLToPath(new URL("node_modules", import.meta.url));

/** Which functions of a package are rewritten, and by which rules. */
export interface PackageRewriting extends Omit<Rewriting, "selects"> {
  /** Default: each function of each file. */
  readonly selects?: (path: string, index: Count) => boolean;
  /** Default: true. False copies without rewriting. */
  readonly isOn?: boolean;
}

/** A copy of a package. */
export interface PackageCopy {
  /** The package's own folder. */
  readonly folder: string;
  /** Its rewritten files, by path within the package. */
  readonly files: ReadonlyMap<string, RewrittenFile>;
  readonly remove: () => void;
}

/** A copy of the package of a subject, rewritten. The caller removes it. */
export function packageCopy(subject: Subject, rewriting: PackageRewriting = {}): PackageCopy {
  const root = mkdtempSync(join(tmpdir(), "define-once-execution-"));
  const modules = join(root, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(INSTALLED)) {
    if (name !== subject.folder) symlinkSync(join(INSTALLED, name), join(modules, name));
  }
  const folder = join(modules, subject.folder);
  cpSync(join(INSTALLED, subject.folder), folder, { recursive: true, dereference: true });
  for (const { from, to } of subject.extras ?? []) {
    mkdirSync(join(folder, to, ".."), { recursive: true });
    cpSync(fileURLToPath(new URL(from, import.meta.url)), join(folder, to));
  }
  const files = new Map<string, RewrittenFile>();
  const paths = rewriting.isOn === false ? [] : filesOf(folder, subject);
  for (const path of paths) {
    const { selects, ...rest } = rewriting;
    const file = rewrittenFile(readFileSync(join(folder, path), "utf8"), {
      keepsFunctionNames: subject.readsFunctionNames === true,
      ...rest,
      ...(selects && { selects: (index) => selects(path, index) }),
    });
    files.set(path, file);
    writeFileSync(join(folder, path), file.text);
  }
  return { folder, files, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function filesOf(folder: string, subject: Subject): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => subject.files.test(path))
    .sort();
}
