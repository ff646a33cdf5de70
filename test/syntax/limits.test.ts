// Long and deep texts: each gets an answer, and the process lives.

import { describe, expect, it } from "vitest";
import { codeOfText } from "../../src/fingerprint/code.ts";

const LINES = 10_000;
const DEPTH = 100_000;

const body = (line: (index: number) => string): string =>
  `function f(xs) {\n${Array.from({ length: LINES }, (_, index) => line(index)).join("\n")}\nreturn xs;\n}`;

describe(`a function of ${LINES} lines is understood`, () => {
  it.each([
    ["of declarations", (index: number) => `const v${index} = xs.map((x) => x.value * ${index});`],
    ["of guards", (index: number) => `if (xs === ${index}) return ${index};`],
    ["of guards with the same exit", (index: number) => `if (xs.a${index}) return null;`],
    ["of variables used once", (index: number) => `const v${index} = xs.a(${index}); xs.b(v${index});`],
    [
      "of loops",
      (index: number) => `for (var i${index} = 0; i${index} < 3; i${index}++) xs.push(i${index});`,
    ],
  ])("%s", (_title, line) => {
    const code = codeOfText(body(line));
    expect(code.state).toBe("parsed");
    expect(codeOfText(body(line).replaceAll("\n", "\n\n"))).toMatchObject({ normal: expect.any(String) });
  });
});

describe(`a text nested ${DEPTH} times gets an answer`, () => {
  it.each([
    ["parentheses", `x => ${"(".repeat(DEPTH)}x${")".repeat(DEPTH)}`],
    ["blocks", `function f() {${"{".repeat(DEPTH)}${"}".repeat(DEPTH)}}`],
    ["negations", `x => ${"!".repeat(DEPTH)}x`],
    ["conditions", `x => {${"if (x) ".repeat(DEPTH)}x() }`],
    ["a chain of operators", `x => x${" && x".repeat(DEPTH)}`],
    ["branches", `x => { ${"if (x) {} else ".repeat(DEPTH)}x() }`],
  ])("%s", (_title, text) => {
    expect(["parsed", "opaque"]).toContain(codeOfText(text).state);
  });
});
