// Stores more than there is room for, or where nothing may be written; prints what became of it. fill.mjs FOLDER

import { diskStore, entryOf, verdictOf } from "./stored.mjs";

const [, , folder] = process.argv;
const texts = [];
const store = diskStore({ folder, notice: (text) => texts.push(text) });
const counts = { right: 0, absent: 0, WRONG: 0 };
const keys = Array.from(
  { length: 120 },
  (_, index) => `fill:${index}:${index % 10 === 9 ? 400_000 : 20_000}`,
);
const before = verdictOf("before:100", store.get("before:100"));
for (const key of keys) store.set(key, entryOf(key));
for (const key of keys) counts[verdictOf(key, store.get(key))]++;
const lease = store.lease("key", 1000);
store.close();
for (const key of keys.slice(0, 20)) counts[verdictOf(key, store.get(key))]++;
store.close();
console.log(JSON.stringify({ ...counts, before, hasLease: lease !== undefined, texts }));
