// Gets or computes the same keys as its siblings, each under a lease; prints what it computed. compute.mjs FOLDER START KEYS

import { diskStore, entryOf, verdictOf } from "./stored.mjs";

const [, , folder, start, ...keys] = process.argv;
const store = diskStore({ folder, notice: (text) => console.error(text) });
const pause = (time) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
// All begin in the same millisecond, as well as they can.
pause(Math.max(0, Number(start) - Date.now()));
for (const key of keys) {
  for (;;) {
    const found = store.get(key);
    if (found !== undefined) {
      if (verdictOf(key, found) !== "right") console.error(`torn: ${key}`);
      break;
    }
    const lease = store.lease(key, 20_000);
    if (lease === undefined) {
      pause(1);
      continue;
    }
    if (store.get(key) === undefined) {
      console.log(key);
      store.set(key, entryOf(key));
    }
    lease.release();
  }
}
store.close();
