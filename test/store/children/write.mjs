// Writes entries until it is killed; prints each key once it is stored. write.mjs FOLDER ROUND

import { writeSync } from "node:fs";
import { diskStore, entryOf, seeded } from "./stored.mjs";

const [, , folder, round] = process.argv;
const store = diskStore({ folder, notice: (text) => writeSync(2, `${text}\n`) });
const random = seeded(Number(round) + 1);
for (let count = 0; ; count++) {
  const size = [10, 500, 5000, 60_000, 300_000][random(5)] + random(100);
  const key = `${round}:${count}:${size}`;
  store.set(key, entryOf(key));
  writeSync(1, `${key}\n`);
  // Overwriting is writing too.
  if (random(4) === 0) store.set(key, entryOf(key));
}
