// Instances of classes with codecs, on their way to the bytes and back.

import { describe, expect, it } from "vitest";
import type { Codec } from "../../src/store/codec.ts";
import { decoded, encoded } from "../../src/store/encoding.ts";

class Matrix {
  readonly #cells: Float64Array;
  constructor(cells: Float64Array) {
    this.#cells = cells;
  }
  get sum(): number {
    return this.#cells.reduce((sum, each) => sum + each, 0);
  }
  static cellsOf(matrix: Matrix): Float64Array {
    return matrix.#cells;
  }
}

class Node {
  readonly label: string;
  readonly parts: unknown;
  constructor(label: string, parts: unknown) {
    this.label = label;
    this.parts = parts;
  }
}

const matrices: Codec<Matrix> = {
  name: "Matrix/1",
  type: Matrix,
  encode: (matrix) => Matrix.cellsOf(matrix),
  decode: (data) => new Matrix(data instanceof Float64Array ? data : new Float64Array()),
};

const nodes: Codec<Node> = {
  name: "Node/1",
  type: Node,
  encode: ({ label, parts }) => ({ label, parts }),
  decode: (data) => {
    const { label, parts } = data as { label: string; parts: unknown };
    return new Node(label, parts);
  },
};

const codecs = [matrices, nodes] as readonly Codec<unknown>[];

function roundTrip(value: unknown): unknown {
  const there = encoded(value, codecs);
  if (there.kind === "refused") throw new Error(`refused ${there.path}: ${there.what}`);
  const back = decoded(there.bytes, there.codec, codecs);
  if (back.kind === "unknown") throw new Error("not decoded");
  return back.value;
}

const matrix = () => new Matrix(new Float64Array([1, 2, 3]));

describe("an instance of a class with a codec", () => {
  it("comes back as an instance", () => {
    const back = roundTrip(matrix());
    expect(back).toBeInstanceOf(Matrix);
    expect((back as Matrix).sum).toBe(6);
  });

  it("comes back from anywhere in a value, beside plain parts, holes and cycles", () => {
    // biome-ignore lint/suspicious/noSparseArray: holes are the point
    const value: Record<string, unknown> = { a: [, matrix(), 1], plain: { b: [-0] } };
    value.map = new Map<unknown, unknown>([
      [1, 2],
      [matrix(), { deep: matrix() }],
      [3, new Set([4, matrix(), 5])],
    ]);
    value.self = value;
    const back = roundTrip(value) as typeof value;
    expect(back.self).toBe(back);
    expect(back.plain).toEqual({ b: [-0] });
    const list = back.a as unknown[];
    expect(0 in list).toBe(false);
    expect(list[1]).toBeInstanceOf(Matrix);
    const entries = [...(back.map as Map<unknown, unknown>)];
    const [, [key, inMap] = [], [, set] = []] = entries;
    expect(entries.map(([key]) => typeof key)).toEqual(["number", "object", "number"]);
    expect(key).toBeInstanceOf(Matrix);
    expect((inMap as { deep: Matrix }).deep.sum).toBe(6);
    expect([...(set as Set<unknown>)][1]).toBeInstanceOf(Matrix);
  });

  it("stays one where it was one, and two where it was two", () => {
    const one = matrix();
    const [a, b, c] = roundTrip([one, one, matrix()]) as [Matrix, Matrix, Matrix];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it("may be made of other instances, which stay shared too", () => {
    const leaf = new Node("leaf", matrix());
    const plain = { shared: [1] };
    const root = new Node("root", { leaf, again: new Map([["leaf", leaf]]), plain });
    const [back, outside, plainOutside] = roundTrip([root, leaf, plain]) as [Node, Node, object];
    const parts = back.parts as { leaf: Node; again: Map<string, Node>; plain: object };
    expect(parts.leaf).toBe(outside);
    expect(parts.again.get("leaf")).toBe(outside);
    expect(parts.plain).toBe(plainOutside);
    expect((outside.parts as Matrix).sum).toBe(6);
  });

  it("leaves the value as it was", () => {
    const inner = matrix();
    const value = { list: [inner], map: new Map([[inner, inner]]) };
    roundTrip(value);
    expect(value).toEqual({ list: [inner], map: new Map([[inner, inner]]) });
    expect(value.list[0]).toBe(inner);
  });

  it("is refused if it leads back to what contains it", () => {
    const parts: unknown[] = [];
    parts.push(new Node("child", parts));
    expect(encoded(parts, codecs)).toEqual({
      kind: "refused",
      path: "[0].encode(Node/1).parts",
      what: "a cycle through an instance of a class with a codec",
    });
    const self: { node?: Node } = {};
    self.node = new Node("self", self);
    expect(encoded(self.node, codecs)).toMatchObject({ kind: "refused" });
  });

  it("is refused by the path to the part of it that cannot be stored", () => {
    expect(encoded({ a: [new Node("x", { f: () => 1 })] }, codecs)).toEqual({
      kind: "refused",
      path: ".a[0].encode(Node/1).parts.f",
      what: "a function",
    });
  });

  it("is refused if its codec throws, or if it is of a subclass", () => {
    const failing: Codec<unknown> = {
      ...(nodes as Codec<unknown>),
      encode: () => {
        throw new Error("no");
      },
    };
    expect(encoded([new Node("a", 1)], [failing])).toMatchObject({
      path: "[0]",
      what: expect.stringContaining("Error: no"),
    });
    class Special extends Node {}
    expect(encoded([new Special("a", 1)], codecs)).toMatchObject({
      path: "[0]",
      what: "an instance of Special",
    });
  });

  it("is unknown to a reader without the codec, or whose codec throws or gives something else", () => {
    const there = encoded([new Node("a", 1)], codecs);
    if (there.kind === "refused") throw new Error(there.what);
    const { bytes, codec } = there;
    const unknown = { kind: "unknown" };
    expect(decoded(bytes, codec)).toEqual(unknown);
    expect(decoded(bytes, codec, [matrices as Codec<unknown>])).toEqual(unknown);
    expect(decoded(bytes, codec, [{ ...(nodes as Codec<unknown>), name: "Node/2" }])).toEqual(unknown);
    expect(decoded(bytes, codec, [{ ...(nodes as Codec<unknown>), decode: () => ({}) }])).toEqual(unknown);
    const throwing = { ...(nodes as Codec<unknown>), decode: () => JSON.parse("") };
    expect(decoded(bytes, codec, [throwing])).toEqual(unknown);
  });

  it("costs a value without instances nothing", () => {
    expect(encoded([1, 2], codecs)).toEqual(encoded([1, 2]));
  });
});
