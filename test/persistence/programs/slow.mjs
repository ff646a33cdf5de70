// Calls a slow function, sync or async, at a given moment together with its siblings, and prints how often it ran itself.
// slow.mjs sync|async START DURATION

import { setTimeout as later } from "node:timers/promises";
import { cache } from "../../../dist/index.js";

const [, , kind, start, duration] = process.argv;

const pause = (time) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time);
const blocking = cache(
  (n, time) => {
    console.log("ran");
    pause(time);
    return { n, square: n ** 2 };
  },
  { store: "disk" },
);
const waiting = cache(
  async (n, time) => {
    console.log("ran");
    await later(time);
    return { n, square: n ** 2 };
  },
  { store: "disk" },
);

// All begin in the same millisecond, as well as they can.
pause(Math.max(0, Number(start) - Date.now()));
const slow = kind === "sync" ? blocking : waiting;
console.log(JSON.stringify(await slow(7, Number(duration))));
