// A script under `bun --hot`: files are edited on disk, Bun notices by itself and evaluates again in the same process, and each
// evaluation prints one line of JSON, which says which edits it has seen.

import { spawn } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { bunBinary } from "../../kernels/binary.ts";
import { environment, watched } from "../../kernels/child.ts";
import type { Workspace } from "../../kernels/workspace.ts";

/** A line that one evaluation printed. */
interface Line<Found> {
  /** The latest edit of each file that it saw. */
  readonly editions: Readonly<Record<string, number>>;
  readonly found: Found;
}

export interface BunHot<Found> {
  /** What the first evaluation found. */
  readonly first: Promise<Found>;
  /** Writes a file, and resolves with what the first evaluation found that saw it. */
  edit(file: string, text: string): Promise<Found>;
  close(): Promise<void>;
}

/** How long Bun may take to notice an edit, in milliseconds. */
const LIMIT = 15_000;

/** A first line for each file: the number of the edit that wrote it. */
function marked(file: string, text: string, edition: number): string {
  return `globalThis.editions = { ...globalThis.editions, ${JSON.stringify(file)}: ${edition} };\n${text}`;
}

/**
 * Starts `bun --hot` on a script, which is to print `{ editions: globalThis.editions, found }` each time.
 *
 * @param files text by path, the script's among them
 */
export function bunHot<Found>(
  place: Workspace,
  script: string,
  files: Readonly<Record<string, string>>,
): BunHot<Found> {
  for (const [file, text] of Object.entries(files)) place.write(file, marked(file, text, 0));
  const child = spawn(bunBinary(), ["--hot", "--no-clear-screen", join(place.path, script)], {
    cwd: place.path,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment(),
  });
  const { gone, kill, lastWords } = watched(child);
  const lines: Line<Found>[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("{")) lines.push(JSON.parse(line));
  });
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });

  const seen = async (file: string, edition: number): Promise<Found> => {
    const deadline = performance.now() + LIMIT;
    for (;;) {
      const line = lines.find(({ editions }) => editions[file] === edition);
      if (line !== undefined) return line.found;
      if (isGone || performance.now() > deadline) {
        throw new Error(`bun --hot did not print edit ${edition} of ${file}, but:\n${lastWords()}`);
      }
      await pause(5);
    }
  };
  let editions = 0;
  return {
    first: seen(script, 0),
    edit: (file, text) => {
      editions++;
      // In one step, so that Bun never sees half of a file.
      place.write(`${file}.new`, marked(file, text, editions));
      renameSync(join(place.path, `${file}.new`), join(place.path, file));
      return seen(file, editions);
    },
    close: kill,
  };
}
