// Which results were used last, over all states of a function: those that nobody used longest go first when there are too
// many. The list is linked through the entries, so that a hit moves one without searching.

import type { Bytes, Count } from "../units.ts";
import { type Entry, entriesOf, entryAt, putEntry, type Results, removeEntry, tableOf } from "./results.ts";

/** How much may be kept. */
export interface Bounds {
  /** At least 0; infinite for no bound. */
  readonly maxEntries: Count;
  readonly maxBytes: Bytes;
}

/** The results of a function, from the newest to the oldest. */
export interface Recency {
  newest: Entry | undefined;
  oldest: Entry | undefined;
  count: Count;
  size: Bytes;
}

export function emptyRecency(): Recency {
  return { newest: undefined, oldest: undefined, count: 0, size: 0 };
}

/** Keeps an entry as the newest, in the place of another of the same key. */
export function keepEntry(recency: Recency, entry: Entry): void {
  putEntry(entry);
  link(recency, entry);
  entry.isListed = true;
  recency.count++;
  recency.size += entry.size;
}

/** Drops an entry, if it is still kept. */
export function dropEntry(recency: Recency, entry: Entry): void {
  removeEntry(entry);
  delist(recency, entry);
}

/** Drops all entries of some results. */
export function dropAll(recency: Recency, results: Results): void {
  for (const entry of [...entriesOf(results)]) dropEntry(recency, entry);
}

/** Drops the results of a receiver when nobody has it any more: they can be asked for no more. */
export function dropWithReceiver(recency: Recency, results: Results, receiver: object, number: Count): void {
  if (results.byReceiver.has(number)) return;
  receivers.register(receiver, () => {
    const table = results.byReceiver.get(number);
    if (table !== undefined) dropAll(recency, table);
    results.byReceiver.delete(number);
  });
}

const receivers = new FinalizationRegistry<() => void>((drop) => drop());

/** Leaves some results to whoever still holds them. */
export function delistAll(recency: Recency, results: Results): void {
  for (const entry of entriesOf(results)) delist(recency, entry);
}

/** Makes an entry the newest. */
export function touchEntry(recency: Recency, entry: Entry): void {
  if (recency.newest === entry || !entry.isListed) return;
  unlink(recency, entry);
  link(recency, entry);
}

/** Notes the size of an entry that is kept already. */
export function resizeEntry(recency: Recency, entry: Entry, size: Bytes): void {
  if (entry.isListed) recency.size += size - entry.size;
  entry.size = size;
}

function delist(recency: Recency, entry: Entry): void {
  if (!entry.isListed) return;
  entry.isListed = false;
  unlink(recency, entry);
  recency.count--;
  recency.size -= entry.size;
}

/** Drops what was not used longest until the rest is within bounds. */
export function applyBounds(recency: Recency, { maxEntries, maxBytes }: Bounds): void {
  while (recency.oldest !== undefined && (recency.count > maxEntries || recency.size > maxBytes))
    dropEntry(recency, recency.oldest);
}

/** Copies finished results that `to` does not have; those it has are newer. */
export function copyResults(recency: Recency, from: Results, to: Results): void {
  for (const entry of [...entriesOf(from)]) {
    if (entry.took === undefined) continue;
    if (entryAt(to, entry.key) !== undefined) continue;
    const table = tableOf(to, entry.key.receiver);
    keepEntry(recency, {
      ...entry,
      table,
      sameHash: undefined,
      isListed: false,
      newer: undefined,
      older: undefined,
    });
  }
}

function link(recency: Recency, entry: Entry): void {
  entry.older = recency.newest;
  entry.newer = undefined;
  if (recency.newest !== undefined) recency.newest.newer = entry;
  recency.newest = entry;
  recency.oldest ??= entry;
}

function unlink(recency: Recency, entry: Entry): void {
  const { newer, older } = entry;
  if (newer === undefined) recency.newest = older;
  else newer.older = older;
  if (older === undefined) recency.oldest = newer;
  else older.newer = newer;
  entry.newer = undefined;
  entry.older = undefined;
}
