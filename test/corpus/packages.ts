// The corpus: the source files of packages from npm, hand-written, compiled and minified, and all functions in them.

import { readdirSync, readFileSync } from "node:fs";
import { programOf, type Tree, walk } from "../syntax/tree.ts";

/** A file of a package. */
export interface SourceFile {
  readonly package: string;
  /** Path within `node_modules/`. */
  readonly path: string;
  readonly text: string;
}

/** A function as `Function.prototype.toString` would show it. */
export interface FunctionText {
  readonly text: string;
  readonly isMethod: boolean;
}

// Folders stand for the scripts directly in them.
const FILES: readonly string[] = [
  "lodash-es/",
  "underscore/underscore-esm.js",
  "underscore/underscore-esm-min.js",
  "decimal.js/decimal.mjs",
  "simple-statistics/src/",
  "ml-matrix/src/",
  "ml-matrix/src/dc/",
  "ml-matrix/src/views/",
  "ml-matrix/src/wrap/",
  "commander/lib/",
  "radash/dist/esm/",
  "preact/src/",
  "preact/hooks/src/",
  "preact/compat/src/",
  "jstat/dist/",
  "immutable/dist/immutable.es.js",
  "immutable/dist/immutable.min.js",
  "async/dist/async.mjs",
  "js-yaml/dist/js-yaml.mjs",
  "p-queue/dist/",
  "acorn/dist/acorn.mjs",
  "eslint-scope/lib/",
];

const modules = new URL("../../node_modules/", import.meta.url);

/** All files of the corpus. */
export function sourceFiles(): readonly SourceFile[] {
  return FILES.flatMap((path) => {
    if (!path.endsWith("/")) return [path];
    const names = readdirSync(new URL(path, modules)).filter((name) => /\.m?js$/.test(name));
    return names.sort().map((name) => path + name);
  }).map((path) => ({
    package: path.replace(/\/.*/, ""),
    path,
    text: readFileSync(new URL(path, modules), "utf8"),
  }));
}

/** The functions, methods, accessors and classes of a file, outer ones before those within them. */
export function functionsOf(source: string): readonly FunctionText[] {
  const found: { readonly start: number; readonly end: number; readonly isMethod: boolean }[] = [];
  const methods = new Set<unknown>();
  walk(fileTree(source), (node) => {
    if (
      node.type === "MethodDefinition" ||
      node.method === true ||
      node.kind === "get" ||
      node.kind === "set"
    ) {
      methods.add(node.value);
      if (node.kind !== "constructor") found.push({ start: node.start, end: node.end, isMethod: true });
    } else if (
      /^(?:Arrow)?(?:Function|Class)(?:Declaration|Expression)$/.test(node.type) &&
      !methods.has(node)
    ) {
      found.push({ start: node.start, end: node.end, isMethod: false });
    }
    return undefined;
  });
  // A stable order for a file and its formatted copy: by place, the outer of two that begin together first.
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  return found.map(({ start, end, isMethod }) => {
    const text = source.slice(start, end);
    return { text: isMethod ? text.replace(/^static\b\s*(?!\()/, "") : text, isMethod };
  });
}

function fileTree(source: string): Tree {
  try {
    return programOf(source, "module");
  } catch {
    return programOf(source, "script");
  }
}
