// The list of results by last use, against a model that is a plain array: what is kept, in which order, and how much it is.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeptKey } from "../../src/cache/key.ts";
import {
  applyBounds,
  copyResults,
  delistAll,
  dropAll,
  dropEntry,
  emptyRecency,
  keepEntry,
  type Recency,
  resizeEntry,
  touchEntry,
} from "../../src/cache/recency.ts";
import {
  type Entry,
  emptyResults,
  entriesOf,
  entryAt,
  entryCount,
  type Results,
  tableOf,
} from "../../src/cache/results.ts";

// Few of each kind, so that they meet: lists of tokens share hashes, and receivers have results of their own.
const KEYS: readonly KeptKey[] = [
  ...[1, "1", null].map((value) => ({ kind: "primitive", value, receiver: undefined }) as const),
  ...[[1, 1], [1, 2], [2], [NaN]].map(
    (tokens, at) => ({ kind: "tokens", hash: at % 2, tokens, receiver: undefined }) as const,
  ),
  ...["a", "b"].map((value) => ({ kind: "bytes", value, receiver: undefined }) as const),
  ...[1, 2].map((receiver) => ({ kind: "bytes", value: "a", receiver }) as const),
];

function entryOf(key: KeptKey, results: Results, size: number): Entry {
  return {
    key,
    tokens: key.kind === "tokens" ? key.tokens : [],
    table: tableOf(results, key.receiver),
    outcome: { kind: "value", value: size },
    value: size,
    isPrimitive: true,
    at: 0,
    took: 1,
    size,
    isShareable: true,
    isObject: false,
    changed: undefined,
    copy: undefined,
    isDropped: false,
    sameHash: undefined,
    isListed: false,
    newer: undefined,
    older: undefined,
  };
}

/** What the code under test knows, and the model: entries, the newest first. */
interface Both {
  readonly recency: Recency;
  readonly states: readonly Results[];
  model: readonly Entry[];
}

function fromNewest({ newest }: Recency): readonly Entry[] {
  const list: Entry[] = [];
  for (let at = newest; at !== undefined && list.length < 1000; at = at.older) list.push(at);
  return list;
}

function fromOldest({ oldest }: Recency): readonly Entry[] {
  const list: Entry[] = [];
  for (let at = oldest; at !== undefined && list.length < 1000; at = at.newer) list.unshift(at);
  return list;
}

function expectEqual({ recency, states, model }: Both): void {
  expect(fromNewest(recency)).toEqual(model);
  expect(fromOldest(recency)).toEqual(model);
  expect(recency.count).toBe(model.length);
  expect(recency.size).toBe(model.reduce((sum, { size }) => sum + size, 0));
  for (const results of states) {
    const mine = model.filter((entry) => tableOf(results, entry.key.receiver) === entry.table);
    expect(entryCount(results)).toBe(mine.length);
    expect(new Set(entriesOf(results))).toEqual(new Set(mine));
    for (const key of KEYS) expect(entryAt(results, key)).toBe(mine.find((entry) => entry.key === key));
  }
}

const state = fc.nat(1);
const key = fc.constantFrom(...KEYS);
const size = fc.nat(9);
type Step = (both: Both) => void;

const at = ({ states }: Both, index: number): Results => states[index] ?? emptyResults();

const keep = fc.tuple(state, key, size).map(
  ([index, key, size]): Step =>
    (both) => {
      const results = at(both, index);
      const other = entryAt(results, key);
      if (other !== undefined) dropEntry(both.recency, other);
      const entry = entryOf(key, results, size);
      keepEntry(both.recency, entry);
      both.model = [entry, ...both.model.filter((each) => each !== other)];
    },
);

const touch = fc.nat(30).map(
  (which): Step =>
    (both) => {
      const entry = both.model[which % Math.max(both.model.length, 1)];
      if (entry === undefined) return;
      touchEntry(both.recency, entry);
      both.model = [entry, ...both.model.filter((each) => each !== entry)];
    },
);

const drop = fc.nat(30).map(
  (which): Step =>
    (both) => {
      const entry = both.model[which % Math.max(both.model.length, 1)];
      if (entry === undefined) return;
      dropEntry(both.recency, entry);
      // What is dropped already stays so, and is not brought back.
      dropEntry(both.recency, entry);
      touchEntry(both.recency, entry);
      resizeEntry(both.recency, entry, 5);
      both.model = both.model.filter((each) => each !== entry);
    },
);

const resize = fc.tuple(fc.nat(30), size).map(
  ([which, size]): Step =>
    (both) => {
      const entry = both.model[which % Math.max(both.model.length, 1)];
      if (entry !== undefined) resizeEntry(both.recency, entry, size);
    },
);

const bound = fc.tuple(fc.nat(6), fc.nat(30)).map(
  ([maxEntries, maxBytes]): Step =>
    (both) => {
      applyBounds(both.recency, { maxEntries, maxBytes });
      const kept = [...both.model];
      while (kept.length > maxEntries || kept.reduce((sum, { size }) => sum + size, 0) > maxBytes) kept.pop();
      both.model = kept;
    },
);

const clear = state.map(
  (index): Step =>
    (both) => {
      const results = at(both, index);
      const gone = new Set(entriesOf(results));
      dropAll(both.recency, results);
      both.model = both.model.filter((each) => !gone.has(each));
    },
);

const steps = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: keep },
    { weight: 5, arbitrary: touch },
    { weight: 3, arbitrary: drop },
    { weight: 3, arbitrary: resize },
    { weight: 1, arbitrary: bound },
    { weight: 1, arbitrary: clear },
  ),
  { maxLength: 60 },
);

function bothAfter(list: readonly Step[]): Both {
  const both: Both = { recency: emptyRecency(), states: [emptyResults(), emptyResults()], model: [] };
  for (const step of list) step(both);
  return both;
}

describe("after any sequence of results kept, used, resized and dropped,", () => {
  it("list, tables and counts are those of a plain array", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const both: Both = { recency: emptyRecency(), states: [emptyResults(), emptyResults()], model: [] };
        for (const step of list) {
          step(both);
          expectEqual(both);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("a copy of some results has what it did not have before, and nothing twice", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { recency, states, model } = bothAfter(list);
        const [from = emptyResults(), to = emptyResults()] = states;
        const before = KEYS.map((key) => [key, entryAt(from, key), entryAt(to, key)] as const);
        copyResults(recency, from, to);
        for (const [key, source, target] of before) {
          expect(entryAt(from, key)).toBe(source);
          if (target === undefined) expect(entryAt(to, key)?.outcome).toBe(source?.outcome);
          else expect(entryAt(to, key)).toBe(target);
        }
        const copied = before.filter(([, source, target]) => source !== undefined && target === undefined);
        expect(recency.count).toBe(model.length + copied.length);
        expect(entryCount(to)).toBe([...entriesOf(to)].length);
        expect(fromNewest(recency)).toEqual(fromOldest(recency));
      }),
      { numRuns: 150 },
    );
  });

  it("results that are left to others stay found, but count for no bound", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const both = bothAfter(list);
        const [left = emptyResults(), rest = emptyResults()] = both.states;
        const found = KEYS.map((key) => entryAt(left, key));
        delistAll(both.recency, left);
        expect(KEYS.map((key) => entryAt(left, key))).toEqual(found);
        expect(both.recency.count).toBe(entryCount(rest));
        applyBounds(both.recency, { maxEntries: 0, maxBytes: 0 });
        expect([both.recency, entryCount(rest)]).toEqual([emptyRecency(), 0]);
        expect(KEYS.map((key) => entryAt(left, key))).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});
