// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of programs.

// The list of a source's functions: which there are, where they stand, what is kept of their types, and what is said of sources
// that cannot be read.

import { describe, expect, it } from "vitest";
import { DefineOnceError } from "../../src/error.ts";
import { PLAIN_TEXT, parsedCode } from "../../src/fingerprint/code.ts";
import { sourceFunctions } from "../../src/typescript/functions.ts";
import { isTooDeep } from "../../src/typescript/nesting.ts";
import { typescriptParser } from "../../src/typescript/parser.ts";
import { sourceFiles } from "../corpus/packages.ts";
import { parsed } from "../syntax/parsed.ts";
import { functionsOf } from "./meanings.ts";

describe("the functions of a source", () => {
  const source = `
    export class Parser<T> {
      readonly rules = [(a: T) => a, () => 1];
      static of = () => new Parser();
      constructor(private text: string) { this.start(() => text) }
      get place(): number { return 0 }
      ["computed" + 1]() {}
      #inner() { function helper() {} return helper }
    }
    export default function () { return { method() {}, key: (a: T) => a, other() {} } }
    namespace Tools { export const cut = (a: string) => a; export namespace More { export class Saw {} } }
    module.exports.late = async () => {};
  `;

  it("are named from the outside in", () => {
    expect(functionsOf(source).map(({ path }) => path)).toEqual([
      "Parser",
      "Parser.<1>",
      "Parser.<2>",
      "Parser.of",
      "Parser.constructor.<1>",
      "Parser.place",
      "Parser.<3>",
      "Parser.#inner",
      "Parser.#inner.helper",
      "default",
      "default.method",
      "default.key",
      "default.other",
      "Tools.cut",
      "Tools.More.Saw",
      "late",
    ]);
  });

  it("have the text of the source, without what only says how a class holds them", () => {
    const found = functionsOf(
      "class A { /* a */ private static async m(a: T) {} @d() static get b() { return 1 } }",
    );
    expect(found.slice(1).map(({ analysis }) => analysis.text)).toEqual([
      "async m(a: T) {}",
      "get b() { return 1 }",
    ]);
  });

  it("stand at a line and a column that start at 1", () => {
    const [first, second] = functionsOf("const a = 1,\r\n  f = () => 1; 'ä😀'; function g() {}");
    expect([first?.line, first?.column]).toEqual([2, 7]);
    expect([second?.line, second?.column]).toEqual([2, 23]);
  });

  it("keep their types aside", () => {
    const [found] = functionsOf("function f(a: number[], { b }: T): Promise<T> { return a as unknown as U }");
    expect(found?.annotations.map(({ place, name, type }) => [place, name, type])).toEqual([
      ["variable", "a", "number[]"],
      ["variable", undefined, "T"],
      ["return", undefined, "Promise<T>"],
      ["assertion", undefined, "unknown"],
      ["assertion", undefined, "U"],
    ]);
  });

  it("mean the same when the source is JavaScript, whichever parser reads it", () => {
    const different: string[] = [];
    let compared = 0;
    const files = sourceFiles().filter(({ path }, index) => !path.includes("min") && index % 4 === 0);
    for (const { path, text } of files) {
      for (const { analysis, line } of functionsOf(text, { file: "source.js" })) {
        const own = analysis.text;
        if (own.length > 1500) continue;
        compared++;
        const isMethod = analysis.kind === "method" && own.startsWith("function");
        const here = parsedCode(analysis, PLAIN_TEXT);
        const there = parsed(own, { isMethod });
        if (here.normal !== there.normal || here.syntax !== there.syntax) different.push(`${path}:${line}`);
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(different).toEqual([]);
  });
});

describe("a source that cannot be read", () => {
  const errorOf = (text: string, file?: string): DefineOnceError => {
    try {
      functionsOf(text, file === undefined ? {} : { file });
    } catch (error) {
      if (error instanceof DefineOnceError) return error;
    }
    throw new Error("no error of ours");
  };

  it.each([
    ["an unfinished function", "function f(a: number) {", "source.ts:1:24"],
    ["a type that is missing", "const a = 1;\n\nlet b: = 2;", "source.ts:3:8"],
    ["an enum without a name", "enum { A }", "source.ts:1:6"],
    ["an astral character before it", "'😀'; let b: = 2;", "source.ts:1:14"],
    ["types in JavaScript", "let a = 1 as T", "source.ts:1:9"],
  ])("is an error with the place: %s", (title, text, place) => {
    const error = title.includes("JavaScript") ? errorOf(text, "source.js") : errorOf(text);
    expect(error.code).toBe("DEFINE_ONCE_SYNTAX");
    expect(error.message).toContain(place.replace(".ts", title.includes("JavaScript") ? ".js" : ".ts"));
    expect(error.message).toContain("lines and columns start at 1");
  });

  it("is an error where it has JSX, which is not supported yet", () => {
    const error = errorOf("export const f = () =>\n  <a />", "view.tsx");
    expect(error.code).toBe("DEFINE_ONCE_SYNTAX");
    expect(error.message).toContain("view.tsx:2:3 cannot be read: JSX is not supported yet");
  });

  const many = (text: string, after = ""): string => text.repeat(100_000) + after;

  it.each([
    ["parentheses", `${many("(")}1${many(")")}`],
    ["arrays", many("[") + many("]")],
    ["blocks", many("{") + many("}")],
    ["functions", many("function f() {") + many("}")],
    ["arrows", many("a => ", "1")],
    ["conditions", many("a ? b : ", "1")],
    ["branches", many("if (a) {} else ", "{}")],
    ["branches on lines", many("if (a)\n", ";")],
    ["sums", many("1 + ", "1")],
    ["negations", many("!", "1")],
    ["assignments", many("a = ", "1")],
    ["templates", `${many("`${")}1${many("}`")}`],
    ["types", `let a: ${many("A<")}B${many(">")}`],
    ["conditional types", `type A = ${many("B extends C ? D : ", "E")}`],
    ["labels", Array.from({ length: 100_000 }, (_, index) => `l${index}:`).join("\n")],
    ["namespaces", many("namespace A {") + many("}")],
  ])("is an error, and no crash, where it is nested too deeply: %s", (_, text) => {
    const error = errorOf(text);
    expect(error.code).toBe("DEFINE_ONCE_SYNTAX");
    expect(error.message).toContain("nested too deeply");
  });

  it.each([
    ["statements without semicolons", many("const a = b ? c : (d) => d\ng.h = f(a)[0]\n")],
    ["expressions", many("f({ a: [1, 2, { b }], c: `${d}` });\n")],
    ["elements", `[${many("1, [2], ", "3")}]`],
    ["patterns that look like brackets", many("f(/[({`]/.test(a), a / 2);")],
    ["members", many("a = b.c.d;", "a.b(1).c".repeat(1000))],
  ])("is never one that is only long: %s", (_, text) => {
    expect(isTooDeep(text)).toBe(false);
  });
});

describe("the parser", () => {
  it("is asked for only when it is needed, and its absence names the package and the remedy", async () => {
    const missing = (): Promise<unknown> => Promise.reject(new Error("Cannot find package 'oxc-parser'"));
    await expect(typescriptParser(missing)).rejects.toMatchObject({
      code: "DEFINE_ONCE_PARSER",
      message: expect.stringMatching(/oxc-parser could not be loaded.*npm install --save-dev oxc-parser/),
    });
  });

  it("is refused when it is another package than expected", async () => {
    await expect(typescriptParser(async () => ({}))).rejects.toMatchObject({ code: "DEFINE_ONCE_PARSER" });
  });

  it("is the caller's to give", () => {
    const parse = (): never => {
      throw new Error("asked");
    };
    expect(() => sourceFunctions("", { parse })).toThrow("asked");
  });
});
