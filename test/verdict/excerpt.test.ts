import { describe, expect, it } from "vitest";
import { difference } from "../../src/verdict/difference.ts";

const excerptOf = (before: string, after: string): string =>
  difference({ text: before }, { text: after }, "normal").excerpt;

describe("an excerpt", () => {
  it("shows the lines of both sides, removed ones first", () => {
    const before = "function score(x) {\n  const y = x * 2;\n  return y + 1;\n}";
    expect(excerptOf(before, before.replace("+ 1", "- 1"))).toMatchInlineSnapshot(`
      "@@ -3 +3 @@
      -  return y + 1;
      +  return y - 1;"
    `);
  });

  it("counts the lines of each side", () => {
    const before = "(a) => {\n  f(a);\n  return [\n    1,\n    2,\n  ];\n}";
    const after = "(a) => {\n  f(a);\n  return a;\n}";
    expect(excerptOf(before, after)).toMatchInlineSnapshot(`
      "@@ -3,4 +3 @@
      -  return [
      -    1,
      -    2,
      -  ];
      +  return a;"
    `);
  });

  it("shows the line before which something was inserted", () => {
    const before = "(a) => {\n  f(a);\n  return a;\n}";
    expect(excerptOf(before, before.replace("  return", "  g(a);\n  return"))).toMatchInlineSnapshot(`
      "@@ -2 +3 @@
      -  f(a);
      +  g(a);"
    `);
  });

  it("of one line shows that line", () => {
    expect(excerptOf("a => a + 1", "a => a + 2")).toMatchInlineSnapshot(`
      "@@ -1 +1 @@
      -a => a + 1
      +a => a + 2"
    `);
  });

  it("cuts a long change, and says how many lines are hidden", () => {
    const lines = (n: number): string => Array.from({ length: 9 }, (_, i) => `    ${i + n},`).join("\n");
    expect(excerptOf(`() => [\n${lines(0)}\n]`, `() => {\n  return 1;\n}`)).toMatchInlineSnapshot(`
      "@@ -1,11 +2 @@
      -() => [
      -    0,
      -    1,
      -    2,
      -    3,
      -    4,
      - … 5 more lines
      +  return 1;"
    `);
  });

  it("says one more line, not lines", () => {
    const lines = Array.from({ length: 5 }, (_, i) => `  ${i},`).join("\n");
    expect(excerptOf(`() => [\n${lines}\n]`, "() => 1")).toContain("- … 1 more line\n");
  });

  it("leaves out trailing blanks and carriage returns", () => {
    expect(excerptOf("a => {\r\n  return 1;  \r\n}", "a => {\r\n  return 2;\r\n}")).toMatchInlineSnapshot(`
      "@@ -2 +2 @@
      -  return 1;
      +  return 2;"
    `);
  });

  it("has no line break at its end, also for whole texts that cannot be compared", () => {
    const excerpt = excerptOf("nothing", "at all");
    expect(excerpt).toBe("@@ -1 +1 @@\n-nothing\n+at all");
  });
});
