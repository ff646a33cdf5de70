// A damaged database is moved out of the way, so that a new one can begin and somebody may look at the old one.

import { readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Milliseconds } from "../units.ts";
import { fileNumber } from "./connection.ts";

const COMPANIONS = ["-wal", "-shm"];

/**
 * Moves a database aside with its companions, unless the path leads to another file by now: another process has moved it
 * then. Only the latest damaged one is kept.
 *
 * @returns the new path; undefined if nothing was moved
 */
export function setAside(path: string, file: bigint, now: Milliseconds): string | undefined {
  if (file === 0n || fileNumber(path) !== file) return undefined;
  const folder = dirname(path);
  const prefix = `${basename(path)}.damaged-`;
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
  const target = join(folder, `${prefix}${Math.round(now)}`);
  // The companions go first: a new database must not meet the log of the old one.
  for (const companion of COMPANIONS) moveIfThere(path + companion, target + companion);
  renameSync(path, target);
  return target;
}

function moveIfThere(from: string, to: string): void {
  if (fileNumber(from) !== 0n) renameSync(from, to);
}
