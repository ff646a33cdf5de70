// The value in the golden files: each kind of part that is stored, and an instance of a class with a codec.

import { Buffer } from "node:buffer";
import type { Codec } from "../../src/store/codec.ts";
import type { StoredEntry } from "../../src/store/store.ts";

/** A class with a codec. */
export class Point {
  readonly x: number;
  readonly y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }
}

/** Never change it: what it wrote is in the golden files. */
export const points: Codec<Point> = {
  name: "Point/1",
  type: Point,
  encode: ({ x, y }) => [x, y],
  decode: (data) => {
    if (!Array.isArray(data)) throw new TypeError("not a point");
    return new Point(Number(data[0]), Number(data[1]));
  },
};

/** The value without instances. */
export function goldenValue(): unknown {
  const shared = { part: "shared" };
  const value: Record<string, unknown> = {
    primitives: [
      undefined,
      null,
      true,
      false,
      0,
      -0,
      1.5,
      Number.NaN,
      Infinity,
      -1,
      2 ** 40,
      12345678901234567890n,
    ],
    texts: ["", "ascii", "Zürich", "\u{1f600}", "\ud800"],
    // biome-ignore lint/suspicious/noSparseArray: holes are the point
    holes: [1, , 3],
    named: Object.assign([1], { title: "x" }),
    date: new Date(1_700_000_000_000),
    pattern: /a(?<name>b+)\//giu,
    map: new Map<unknown, unknown>([
      [shared, 1],
      ["b", new Set([shared, 2])],
    ]),
    bytes: new Uint8Array([1, 2, 3]).buffer,
    views: [
      new Int8Array([-1]),
      new Uint16Array([65535]),
      new Float32Array([1.5]),
      new Float64Array([-0, 1e300]),
      new BigInt64Array([-5n]),
      new Uint8ClampedArray([255]),
      new DataView(new Uint8Array([9, 8]).buffer),
    ],
    buffer: Buffer.from("node"),
    shared,
  };
  value.self = value;
  return value;
}

/** A value with instances. */
export function goldenInstances(): unknown {
  const point = new Point(1, -0);
  return { points: [point, point, new Point(2, 3)], byPoint: new Map([[point, "first"]]) };
}

/** What is in the golden database, by key. */
export const goldenEntries: ReadonlyMap<string, StoredEntry> = new Map([
  [
    "plain",
    { bytes: new Uint8Array([1, 2, 3]), codec: "v8:15", group: "g", name: "f", took: 12.5, at: 1.7e12 },
  ],
  ["empty", { bytes: new Uint8Array(), codec: "", group: "", name: "", took: 0, at: 0 }],
  [
    "odd \0 \ud800",
    { bytes: new Uint8Array(300), codec: "c", group: "\u0001", name: "Zürich", took: 1e9, at: -1 },
  ],
]);
