// Text from results: the table of tools, and what of each is not the same, by cause.

import type { Outcome } from "./compare.ts";

type Compared = Outcome & { readonly file: { readonly path: string } };

/** One tool's row. */
interface Row {
  readonly tool: string;
  readonly refused: readonly unknown[];
  readonly compared: readonly Outcome[];
}

// Rounded down: 100.000 is all.
const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : (Math.floor((part / whole) * 100_000) / 1000).toFixed(3);

/** The table of tools. `files refused`: sources that a tool does not support, such as enums where types are only stripped. */
export function tableText(rows: readonly Row[]): string {
  const headings = ["tool", "files refused", "functions", "same", "%", "% with its enums"];
  const lines = rows.map(({ tool, refused, compared }) => {
    const same = compared.filter(({ state }) => state === "same").length;
    const all = compared.length;
    return [
      tool,
      refused.length,
      all,
      same,
      percent(same, all),
      percent(compared.filter(({ sameWithEnums }) => sameWithEnums).length, all),
    ].map(String);
  });
  const widths = headings.map((_, column) =>
    Math.max(...[headings, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  const text = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return `${[headings, ...lines].map(text).join("\n")}\n`;
}

/** What is not the same under one tool, by cause, with as many examples of each as asked. */
export function causesText(
  tool: string,
  rest: readonly Compared[],
  causeOf: (outcome: Outcome) => string,
  examples: number,
): string {
  const causes = new Map<string, Compared[]>();
  for (const each of rest) causes.set(causeOf(each), [...(causes.get(causeOf(each)) ?? []), each]);
  const lines = [...causes]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([cause, all]) => {
      const shown = all
        .toSorted((a, b) => a.source.text.length - b.source.text.length)
        .slice(0, examples)
        .map(
          ({ file, source, output }) =>
            `\n--- ${file.path} ${source.path}\n${source.text.slice(0, 1500)}\n--- ${tool}:\n${output?.text.slice(0, 1500) ?? "nothing"}\n`,
        );
      return `  ${String(all.length).padStart(5)}  ${cause}${shown.join("")}`;
    });
  return rest.length === 0 ? "" : `\n${tool}: not the same\n${lines.join("\n")}\n`;
}
