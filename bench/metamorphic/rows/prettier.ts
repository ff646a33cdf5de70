// Prettier, in three styles that are as unlike each other as its options allow.

import type { Row } from "../row.ts";
import { loadTool } from "../tools.ts";

interface Prettier {
  readonly format: (source: string, options: object) => Promise<string>;
}

const STYLES: Readonly<Record<string, object>> = {
  "prettier, default": {},
  "prettier, narrow": {
    semi: false,
    singleQuote: true,
    tabWidth: 8,
    printWidth: 40,
    arrowParens: "avoid",
    quoteProps: "consistent",
    trailingComma: "none",
    bracketSpacing: false,
  },
  "prettier, newest": {
    useTabs: true,
    printWidth: 120,
    experimentalOperatorPosition: "start",
    experimentalTernaries: true,
    objectWrap: "collapse",
    quoteProps: "preserve",
  },
};

/** The rows of Prettier. */
export async function prettierRows(): Promise<readonly Row[]> {
  const { format } = await loadTool<Prettier>("prettier");
  return Object.entries(STYLES).map(([name, options]) => ({
    name,
    goal: "formatters",
    transform: (program) =>
      format(program, { parser: "babel", embeddedLanguageFormatting: "off", ...options }),
  }));
}
