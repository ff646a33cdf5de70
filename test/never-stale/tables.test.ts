// The tables of constants hold no dead rows: each read gives something, and each edit changes what some read gives.

import vm from "node:vm";
import { describe, expect, it } from "vitest";
import { type ConstantKind, filled, type Template } from "./constant-kind.ts";
import { CONSTANT_KINDS } from "./scene.ts";
import { shown } from "./shown.ts";

const HOLES = { c: "c", x: "1", o: "7", l: "l", e: "process.env.NEVER_STALE_TABLE" };
const NUMBERS = [0, 1, 2, 3, 4];

/** What each read gives, or undefined where it throws. */
function reads(
  { reads }: ConstantKind,
  value: Template,
  edit: Template,
  number: number,
): readonly (string | undefined)[] {
  const text = (template: Template, v: number): string => filled(template, { ...HOLES, v: `${v}` });
  return reads.map((template) => {
    const read = text(template, 0);
    const end = read.lastIndexOf(";;");
    const before = end === -1 ? "" : read.slice(0, end);
    const result = end === -1 ? read : read.slice(end + 2);
    const body = `let c = ${text(value, 1)}; ${text(edit, number)}; ${before}; return (${result})`;
    try {
      return shown(vm.runInThisContext(`(function () { ${body} })()`));
    } catch {
      return undefined;
    }
  });
}

describe.each(CONSTANT_KINDS.map((kind) => [kind.title, kind] as const))("of %s", (_title, kind) => {
  it("every read gives something for some value", () => {
    const found = kind.values.map((value) => reads(kind, value, "", 0));
    const dead = kind.reads.filter((_, index) => found.every((each) => each[index] === undefined));
    expect(dead).toEqual([]);
  });

  it("no two values read the same, but for two that differ in their code only", () => {
    const found = new Set(kind.values.map((value) => reads(kind, value, "", 0).join()));
    expect(found.size).toBeGreaterThanOrEqual(kind.values.length - 1);
  });

  it("some read notices each edit, at first or after another edit", () => {
    const dead = kind.edits.filter((edit) =>
      kind.values.every((value) =>
        ["", ...kind.edits].every((first) => {
          const before = reads(kind, value, first, 3).join();
          return NUMBERS.every(
            (number) => reads(kind, value, `${filled(first, { v: "3" })}; ${edit}`, number).join() === before,
          );
        }),
      ),
    );
    expect(dead).toEqual([]);
  });
});
