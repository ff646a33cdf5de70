// A changed definition of thousands of lines is explained like a short one.

import { expect, it } from "vitest";
import { difference } from "../../src/verdict/difference.ts";

it("the smallest differing nodes of a function of ten thousand lines are found", () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) => `  const v${index} = xs.map((x) => x.value * ${index});`,
  );
  const before = `function f(xs) {\n${lines.join("\n")}\n  return v1;\n}`;
  const after = before.replace("return v1", "return v2");
  const found = difference({ text: before }, { text: after }, "normal");
  expect([found.before.text, found.after.text, found.after.line]).toEqual(["v1", "v2", 10_002]);
});
