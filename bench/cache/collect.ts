// Garbage collection on demand, without a flag on the command line.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options?: { readonly type: "minor" }) => void;

setFlagsFromString("--expose-gc");
const collect: Collect = runInNewContext("gc");

/** Collects what is young, so that no sample pays for what was made ready before it. */
export function collectYoung(): void {
  collect({ type: "minor" });
}

/** Collects all. Twice, since what a finalizer held goes only the second time. */
export function collectAll(): void {
  collect();
  collect();
}
