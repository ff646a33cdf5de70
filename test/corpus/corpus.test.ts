// Every function of fifteen packages from npm: each is understood, and keeps its normal form under whatever a formatter
// or a renamer does to its file. There are no exceptions.

import { format, type Options } from "prettier";
import { describe, expect, it } from "vitest";
import { codeOfText, type ParsedCode, PLAIN_TEXT } from "../../src/fingerprint/code.ts";
import { renamed } from "../syntax/renaming.ts";
import { type FunctionText, functionsOf, sourceFiles } from "./packages.ts";

const files = sourceFiles().map((file) => ({ ...file, functions: functionsOf(file.text) }));
const functions = files.flatMap((file) => file.functions);
const normals = new Map(functions.map((fn) => [fn, code(fn)?.normal]));

const unlike: Options = {
  semi: false,
  singleQuote: true,
  tabWidth: 8,
  printWidth: 40,
  arrowParens: "avoid",
  quoteProps: "consistent",
  trailingComma: "none",
};

const modern: Options = {
  useTabs: true,
  printWidth: 120,
  experimentalOperatorPosition: "start",
  experimentalTernaries: true,
  objectWrap: "collapse",
};

const styles: readonly (readonly [name: string, options: Options])[] = [
  ["its default style", {}],
  ["a style as unlike it as can be", unlike],
  ["its newest options", modern],
];

describe(`of ${functions.length} functions from npm`, () => {
  it("there are at least 5000, from at least ten packages", () => {
    expect(functions.length).toBeGreaterThan(5000);
    expect(new Set(files.map((file) => file.package)).size).toBeGreaterThanOrEqual(10);
  });

  it("each is understood", () => {
    expect(functions.filter((fn) => normals.get(fn) === undefined).map(({ text }) => text)).toEqual([]);
  });

  it("each gives the same digests again", () => {
    expect(functions.filter((fn) => code(fn)?.normal !== normals.get(fn))).toEqual([]);
  });

  it.each(styles)(
    "each keeps its normal form when Prettier formats its file in %s",
    async (_name, options) => {
      const changed: string[] = [];
      for (const { path, text, functions } of files) {
        const formatted = functionsOf(
          await format(text, { parser: "babel", embeddedLanguageFormatting: "off", ...options }),
        );
        expect(formatted.length, path).toBe(functions.length);
        changed.push(...unequal(functions, formatted));
      }
      expect(changed).toEqual([]);
    },
  );

  it("each keeps its syntax with the line ends of Windows", () => {
    const changed = functions.filter((fn) => {
      const text = fn.text.replace(/\r?\n/g, "\r\n");
      return code({ ...fn, text })?.syntax !== code(fn)?.syntax;
    });
    expect(changed.map(({ text }) => text)).toEqual([]);
  });

  it("each keeps its normal form when every local gets a new name", () => {
    const others = functions.map((fn) => ({ ...fn, text: renamed(fn.text) }));
    expect(unequal(functions, others)).toEqual([]);
  });
});

function code({ text, isMethod }: FunctionText): ParsedCode | undefined {
  const found = codeOfText(text, { ...PLAIN_TEXT, isMethod });
  return found.state === "parsed" ? found : undefined;
}

/** Both texts of each pair whose normal forms differ. */
function unequal(before: readonly FunctionText[], after: readonly FunctionText[]): readonly string[] {
  return before.flatMap((fn, index) => {
    const other = after[index];
    const isKept = other !== undefined && code(other)?.normal === normals.get(fn);
    return isKept ? [] : [`${fn.text}\n----\n${other?.text}`];
  });
}
