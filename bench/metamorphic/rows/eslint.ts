// `eslint --fix`, with two lists of rules that pull the code in opposite directions. eslint-rules.json names them; README.md
// says which fixable rules are not in it, and why.

import { readFileSync } from "node:fs";
import type { Row } from "../row.ts";
import { loadTool } from "../tools.ts";

interface Linter {
  readonly verifyAndFix: (
    source: string,
    config: readonly object[],
  ) => { readonly output: string; readonly messages: readonly { readonly fatal?: boolean }[] };
}

interface Eslint {
  readonly Linter: new () => Linter;
}

/** The rows of eslint. */
export async function eslintRows(): Promise<readonly Row[]> {
  const { Linter } = await loadTool<Eslint>("eslint");
  const stylistic = await loadTool<object>("@stylistic/eslint-plugin");
  const lists = JSON.parse(
    readFileSync(new URL("../eslint-rules.json", import.meta.url), "utf8"),
  ) as Readonly<Record<string, object>>;
  const linter = new Linter();
  return Object.entries(lists).map(([name, rules]) => ({
    name: `eslint --fix, ${name}`,
    goal: "eslint",
    transform: (program, sourceType) => {
      const languageOptions = { ecmaVersion: "latest", sourceType };
      const config = [{ plugins: { "@stylistic": stylistic }, rules, languageOptions }];
      const { output, messages } = linter.verifyAndFix(program, config);
      if (messages.some(({ fatal }) => fatal)) throw new SyntaxError("eslint cannot parse it");
      return output;
    },
  }));
}
