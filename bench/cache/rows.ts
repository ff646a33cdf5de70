// The rows: which arguments, how many different ones, and a function whose results are primitives.

import { Buffer } from "node:buffer";
import type { Args, Callable, Count, Setup } from "./subject.ts";

/** Calls of one kind. */
export interface Row {
  readonly key: string;
  readonly title: string;
  readonly setup: Setup;
  /** How many calls are made ready for a sample, at most: a fresh argument serves once. */
  readonly pool: Count;
  /** Whether calls go through the entries one after another, or as if by chance. */
  readonly order: "ascending" | "shuffled";
  /** The arguments of call number `index`, made anew: equal in content, never the same objects. */
  readonly args: (index: number) => Args;
  /** What is remembered. It depends on nothing but its arguments. */
  readonly fn: Callable;
  /** What of a result is added up, as text after the call: `.id` of an object. */
  readonly read: string;
}

type Parts = Pick<Row, "args" | "fn"> & Partial<Pick<Row, "order">> & { readonly pool?: Count };

function row(key: string, title: string, setup: Pick<Setup, "shape" | "entries">, parts: Parts): Row {
  const arity = parts.args(0).length;
  return {
    key,
    title,
    setup: { ...setup, arity, isVariadic: false },
    pool: 8192,
    order: "shuffled",
    read: "",
    ...parts,
  };
}

/** A string that nobody has seen: not interned, and its hash not known. */
export function freshText(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1");
}

/** A function of one number. */
export const NUMBER: Pick<Row, "args" | "fn" | "pool"> = {
  args: (index) => [index],
  fn: (n: number) => n + 1,
  pool: 32_768,
};

const kilobyte = (index: number): string => freshText("x".repeat(994) + String(index).padStart(6, "0"));

const abc: Parts = {
  args: (index) => [{ a: index, b: `b${index % 10}`, c: index % 2 === 0 }],
  fn: (options: { a: number }) => options.a + 1,
};

const nested: Parts = {
  args: (index) => [
    {
      user: { id: index, name: `name ${index}`, tags: ["new", "paid", "eu"] },
      range: { from: index, to: index + 10 },
      options: { deep: true, limit: null },
    },
  ],
  fn: (request: { user: { id: number } }) => request.user.id + 1,
};

/** Floats of 8 bytes. */
const MEGABYTES_8 = 1_000_000;

const ONE_OF_1000 = { shape: "one", entries: 1000 } as const;

/** In the order of the table. */
export const KEY_ROWS: readonly Row[] = [
  row("number-1k-ascending", "one number, 1,000 entries one after another", ONE_OF_1000, {
    ...NUMBER,
    order: "ascending",
  }),
  row("number-1k", "one number, 1,000 entries", ONE_OF_1000, NUMBER),
  row("number-100k", "one number, 100,000 entries", { shape: "one", entries: 100_000 }, NUMBER),
  row("text-short", "one short string, 1,000 entries", ONE_OF_1000, {
    args: (index) => [freshText(`user-${index}`)],
    fn: (text: string) => +text.slice(5) + 1,
  }),
  row("text-1kb", "one string of 1 kB, 1,000 entries", ONE_OF_1000, {
    args: (index) => [kilobyte(index)],
    fn: (text: string) => +text.slice(-6) + 1,
    pool: 2048,
  }),
  row(
    "three",
    "three primitives, 1,000 entries",
    { shape: "several", entries: 1000 },
    {
      args: (index) => [index % 100, freshText(`k${Math.floor(index / 100)}`), index % 2 === 0],
      fn: (n: number, text: string, isEven: boolean) => 1000 * n + +text.slice(1) + (isEven ? 1 : 2),
    },
  ),
  row("abc-10", "a fresh { a, b, c }, 10 entries", { shape: "structure", entries: 10 }, abc),
  row("abc", "a fresh { a, b, c }, 1,000 entries", { shape: "structure", entries: 1000 }, abc),
  row("nested", "nested objects, 1,000 entries", { shape: "structure", entries: 1000 }, nested),
  row(
    "floats",
    "an array of 100 floats, 1,000 entries",
    { shape: "structure", entries: 1000 },
    {
      args: (index) => [Array.from({ length: 100 }, (_, at) => index + 0.5 + at / 7)],
      fn: (list: readonly number[]) => (list[0] ?? 0) + 1,
      pool: 1024,
    },
  ),
  row(
    "float64array",
    "a Float64Array of 8 MB, 2 entries",
    { shape: "structure", entries: 2 },
    {
      args: (index) => [Float64Array.from({ length: MEGABYTES_8 }, (_, at) => index + 0.5 + at / 7)],
      fn: (list: Float64Array) => (list[0] ?? 0) + 1,
      pool: 1,
    },
  ),
];
