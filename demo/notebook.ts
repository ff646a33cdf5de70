// Notebook files (nbformat 4.5): from a path to the cells that a kernel would run.

import { readFileSync } from "node:fs";

/** A code cell. */
export interface Cell {
  readonly id: string;
  readonly code: string;
}

/** A notebook file, as far as it matters here. */
export interface NotebookFile {
  readonly nbformat: number;
  readonly nbformat_minor: number;
  readonly metadata: {
    readonly kernelspec: { readonly name: string; readonly display_name: string; readonly language: string };
  };
  readonly cells: readonly FileCell[];
}

export interface FileCell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id: string;
  readonly metadata: object;
  /** Lines, each but the last with its line break. */
  readonly source: readonly string[];
  /** Of code cells. */
  readonly execution_count?: number | null;
  readonly outputs?: readonly unknown[];
}

/** What a file holds, unchecked. */
export function notebookFile(path: string): NotebookFile {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The code cells, in the order of the notebook. */
export function codeCells({ cells }: NotebookFile): readonly Cell[] {
  return cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ id, source }) => ({ id, code: source.join("") }));
}
