// The corpus: the functions, methods, accessors and classes of the packages that packages.json names, each as
// `Function.prototype.toString` would show it, and none twice.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { childrenOf, nodeIn, parsedFile } from "./babel.ts";
import type { Tree } from "./tools.ts";

/** Which files of which packages. */
export interface PackageList {
  /** Paths of files or folders, taken with all that is in them, by package. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** Patterns of paths that are copies of others: bundles, and the same files in another module format. */
  readonly skip: readonly string[];
}

/** A file of a package. */
export interface SourceFile {
  readonly package: string;
  /** Path within `node_modules/`. */
  readonly path: string;
  readonly text: string;
}

/** A function of the corpus. */
export interface FunctionText {
  readonly text: string;
  readonly isMethod: boolean;
  /** Whether it is a method of a class, not of an object. */
  readonly isOfClass: boolean;
  /** The name that it declares around itself; undefined for expressions and methods. */
  readonly declares: string | undefined;
  /** Path of the first file that has it, within `node_modules/`. */
  readonly path: string;
}

/** Longer texts are whole bundles in a function; what they hold is in the corpus by itself. */
export const LONGEST = 30_000;

const modules = new URL("./node_modules/", import.meta.url);

/** Reads the list of packages from a file; paths are relative to the working directory. */
export function packageList(path: string | undefined): PackageList {
  const from = path ?? new URL("./packages.json", import.meta.url);
  return JSON.parse(readFileSync(from, "utf8")) as PackageList;
}

/** All JavaScript files of a list. */
export function sourceFiles(list: PackageList): readonly SourceFile[] {
  const skip = list.skip.map((each) => new RegExp(each));
  return Object.entries(list.packages).flatMap(([name, paths]) =>
    paths.flatMap((path) =>
      filesIn(path === "." ? name : `${name}/${path}`)
        .filter((file) => !skip.some((each) => each.test(file)))
        .map((file) => ({
          package: name,
          path: file,
          text: readFileSync(new URL(file, modules), "utf8"),
        })),
    ),
  );
}

function filesIn(path: string): readonly string[] {
  if (statSync(new URL(path, modules)).isFile()) return [path];
  return readdirSync(new URL(path, modules), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(inner);
      return /\.[cm]?js$/.test(entry.name) ? [inner] : [];
    });
}

/** The distinct functions of some files; `unread` are files that are not in the language they seem to be in. */
export function corpus(files: readonly SourceFile[]): {
  readonly functions: readonly FunctionText[];
  readonly unread: readonly string[];
  readonly tooLong: number;
} {
  const found = new Map<string, FunctionText>();
  const unread: string[] = [];
  const tooLong = new Set<string>();
  for (const { path, text } of files) {
    const functions = functionsOf(text);
    if (functions === undefined) unread.push(path);
    for (const each of functions ?? []) {
      if (each.text.length > LONGEST) tooLong.add(each.text);
      else if (!found.has(each.text)) found.set(each.text, { ...each, path });
    }
  }
  return { functions: [...found.values()], unread, tooLong: tooLong.size };
}

/** The functions of a file in the order of their beginnings, outer ones first; undefined if it cannot be parsed. */
export function functionsOf(source: string): readonly Omit<FunctionText, "path">[] | undefined {
  const program = parsedFile(source);
  if (program === undefined) return undefined;
  const found: Omit<FunctionText, "path">[] = [];
  const visit = (node: Tree): void => {
    const isMethod = /^(?:Object|Class|ClassPrivate)Method$/.test(node.type);
    const isFunction = /^(?:Arrow)?(?:Function|Class)(?:Declaration|Expression)$/.test(node.type);
    // The text of a constructor is that of its class.
    if (isFunction || (isMethod && node.kind !== "constructor")) {
      const text = source.slice(node.start, node.end);
      const name = node.type.endsWith("Declaration") ? nodeIn(node, "id")?.name : undefined;
      found.push({
        text: isMethod ? text.replace(/^static\b\s*(?!\()/, "") : text,
        isMethod,
        isOfClass: isMethod && node.type.startsWith("Class"),
        declares: typeof name === "string" ? name : undefined,
      });
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}
