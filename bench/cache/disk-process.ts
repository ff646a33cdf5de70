// Calls a cached function with a store on disk once for each key, in a process that has seen none of them, and writes the
// times to a file when the process ends: what is stored only then counts too. Arguments: case, file.

import { writeFileSync } from "node:fs";
import { median } from "../statistics.ts";
import { DISK_CASES } from "./disk-cases.ts";
import type { DiskReport } from "./disk-report.ts";
import { cached } from "./ours.ts";
import { asCall } from "./subject.ts";

const [, , name = "", file = ""] = process.argv;
const found = DISK_CASES[name];
if (found === undefined) throw new Error(`There is no case ${name}.`);
const { fn, keys, isRight } = found;

const memory = cached(fn, { store: "disk" });
if (typeof memory === "string") write({ unavailable: memory });
else {
  const plain = asCall(fn);
  const plainTimes = Array.from({ length: Math.min(keys, 100) }, (_, key) => timeOf(() => void plain(key)));
  const started = performance.now();
  // The checks are not part of the total: they stand between the calls.
  let aside = 0;
  const nanoseconds = Array.from({ length: keys }, (_, key) => {
    let value: unknown;
    const took = timeOf(() => {
      value = memory.call(key);
    });
    const before = performance.now();
    if (!isRight(value, key)) throw new Error(`The value of key ${key} is wrong.`);
    aside += performance.now() - before;
    return took;
  });
  const runs = memory.runs();
  // Registered after the library's own.
  process.on("exit", () => {
    const total = (performance.now() - started - aside) * 1e6;
    write({ nanoseconds, total, plain: median(plainTimes), runs });
  });
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) * 1e6;
}

function write(report: DiskReport): void {
  writeFileSync(file, JSON.stringify(report));
}
