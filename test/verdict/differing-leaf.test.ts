// The first leaf in which two manifests differ: what an explanation names.

import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/fingerprint/digest.ts";
import type { Leaf } from "../../src/fingerprint/leaf.ts";
import { differingLeaf } from "../../src/verdict/differing-leaf.ts";

const ONE = sha256(Uint8Array.of(1));
const TWO = sha256(Uint8Array.of(2));

const code = (path: string, digest = ONE): Leaf => ({ kind: "code", path: path.split(" "), digest });
const leaf = (kind: Exclude<Leaf["kind"], "code" | "ignored">, path: string, value: string): Leaf => ({
  kind,
  path: path.split(" "),
  value,
});
const value = (path: string, shown: string): Leaf => leaf("value", path, shown);

describe("of two manifests", () => {
  it("that are equal, no leaf differs", () => {
    const leaves = [code("f"), value("f k", "1")];
    expect(differingLeaf(leaves, leaves)).toBeUndefined();
    expect(differingLeaf([], [])).toBeUndefined();
  });

  it("a value that changed is named with both sides", () => {
    expect(
      differingLeaf([code("f"), value("f g E", "1e-6")], [code("f"), value("f g E", "1e-9")]),
    ).toMatchObject({
      path: ["f", "g", "E"],
      isCode: false,
      before: "1e-6",
      after: "1e-9",
    });
  });

  it("the first in the newer one's order is named", () => {
    const before = [code("f"), value("f a", "1"), value("f b", "1")];
    expect(differingLeaf(before, [code("f"), value("f b", "2"), value("f a", "2")])?.path).toEqual([
      "f",
      "b",
    ]);
  });

  it("a new leaf has no before, and one that is gone has no after", () => {
    const both = [code("f"), value("f a", "1")];
    expect(differingLeaf([code("f")], both)).toMatchObject({
      path: ["f", "a"],
      before: undefined,
      after: "1",
    });
    expect(differingLeaf(both, [code("f")])).toMatchObject({
      path: ["f", "a"],
      before: "1",
      after: undefined,
    });
  });

  it("code that changed is said to be code; code that became something else is not", () => {
    expect(differingLeaf([code("f"), code("f g")], [code("f"), code("f g", TWO)])).toMatchObject({
      path: ["f", "g"],
      isCode: true,
      before: "a function",
      after: "a function",
    });
    expect(differingLeaf([code("f"), code("f g")], [code("f"), value("f g", "1")])).toMatchObject({
      path: ["f", "g"],
      isCode: false,
      before: "a function",
      after: "1",
    });
  });

  it("the same text of another kind differs: the known name undefined is not the value undefined", () => {
    expect(differingLeaf([value("f a", "Math")], [leaf("known", "f a", "Math")])?.path).toEqual(["f", "a"]);
  });

  it("several leaves at one path differ if any does", () => {
    const before = [code("f"), value("f a", "1"), value("f a", "2")];
    const after = [code("f"), value("f a", "1"), value("f a", "3")];
    expect(differingLeaf(before, after)?.path).toEqual(["f", "a"]);
    expect(differingLeaf(before, before)).toBeUndefined();
  });

  it("what was asked to be left out does not count", () => {
    const ignored: Leaf = { kind: "ignored", path: ["f", "log"] };
    expect(differingLeaf([code("f"), ignored], [code("f")])).toBeUndefined();
  });

  it("the name of the definition does not count, whatever follows it", () => {
    const leaves = (name: string, shown: string): readonly Leaf[] => [
      code(name),
      value(`${name} k`, shown),
      value(`${name}.extra`, "1"),
    ];
    expect(differingLeaf(leaves("f", "1"), leaves("another", "1"))).toBeUndefined();
    expect(differingLeaf(leaves("f", "1"), leaves("another", "2"))?.path).toEqual(["another", "k"]);
  });

  it("parts that hang on the definition itself are told apart", () => {
    const leaves = (one: string, two: string): readonly Leaf[] => [
      code("f"),
      value("f.a", one),
      value("f.b", two),
    ];
    expect(differingLeaf(leaves("1", "2"), leaves("1", "3"))).toMatchObject({
      path: ["f.b"],
      before: "2",
      after: "3",
    });
  });
});

describe("a variable that one side has not filled yet says nothing,", () => {
  const dead = leaf("dead", "f g", "not yet initialized");

  it("nor does what stands behind it", () => {
    const filled = [code("f"), code("f g"), value("f g k", "1"), value("f g.extra[0]", "1")];
    expect(differingLeaf([code("f"), dead], filled)).toBeUndefined();
    expect(differingLeaf(filled, [code("f"), dead])).toBeUndefined();
  });

  it("but all else does, also a name that begins like it", () => {
    const before = [code("f"), dead, value("f go", "1")];
    const after = [code("f"), code("f g"), value("f go", "2")];
    expect(differingLeaf(before, after)?.path).toEqual(["f", "go"]);
  });
});
