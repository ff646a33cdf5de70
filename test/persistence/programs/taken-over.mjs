// Calls a slow function whose lease ends after a second, so that nobody waits long for a holder that died. The store is one
// of the user's: files of the project, with shorter leases. taken-over.mjs sync|async FOLDER DURATION

import { setTimeout as later } from "node:timers/promises";
import { cache } from "../../../dist/index.js";
import { diskStore } from "../../../dist/store/disk-store.js";

const [, , kind, folder, duration] = process.argv;

const disk = diskStore({ folder, notice: console.error });
const store = {
  isSync: true,
  get: (key) => disk.get(key),
  set: (key, entry) => disk.set(key, entry),
  delete: (key) => disk.delete(key),
  clear: (group) => disk.clear(group),
  lease: (key) => disk.lease(key, 1000),
  close: () => disk.close(),
};
// How long it takes does not decide about the result.
const options = { store, ignoreArgs: [1] };
const pause = (time) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
const blocking = cache((n, time) => {
  console.log("ran");
  pause(time);
  return n ** 2;
}, options);
const waiting = cache(async (n, time) => {
  console.log("ran");
  await later(time);
  return n ** 2;
}, options);

console.log(await (kind === "sync" ? blocking : waiting)(6, Number(duration)));
