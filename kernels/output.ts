// The messages that belong to one cell, collected until the kernel has answered, is idle and has kept silent for a
// moment more: Deno sometimes sends its `execute_result` after `idle`.

import { stripVTControlCharacters } from "node:util";
import type { Milliseconds } from "../src/units.ts";
import { deferred } from "./deadline.ts";
import type { CellError, CellResult, MimeBundle } from "./kernel.ts";
import { type Message, record, text } from "./wire.ts";

const QUIET: Milliseconds = 60;

/** Collects one cell's output. */
export interface Output {
  /** Takes a message of this cell, from whichever socket. */
  take(message: Message): void;
  readonly done: Promise<CellResult>;
  /** What came so far, for the text of an error. */
  soFar(): string;
}

/** How a kernel's output says which error ended the cell, where the kernel sends no `error` message (tslab). */
export type ErrorReader = (stderr: string) => CellError;

const unnamed: ErrorReader = (stderr) => ({ name: "Error", message: stderr.trim(), stack: stderr });

/** An empty output of a cell that is about to run. */
export function output(readError: ErrorReader = unnamed): Output {
  let stdout = "";
  let stderr = "";
  let error: CellError | undefined;
  let reply: string | undefined;
  let idle = false;
  let quiet: NodeJS.Timeout | undefined;
  const displays: MimeBundle[] = [];
  const { promise, resolve } = deferred<CellResult>();

  const settle = (): void => {
    const failed = error !== undefined || reply !== "ok";
    const shown = failed ? (error ?? readError(stderr)) : undefined;
    resolve({ status: failed ? "error" : "ok", stdout, stderr, displays, error: shown });
  };

  return {
    take({ type, content }) {
      switch (type) {
        case "stream":
          if (content.name === "stderr") stderr += text(content.text);
          else stdout += text(content.text);
          break;
        case "display_data":
        case "update_display_data":
        case "execute_result":
          displays.push(record(content.data));
          break;
        case "error":
          error = cellError(content);
          break;
        case "execute_reply":
          reply = text(content.status);
          break;
        case "status":
          idle = content.execution_state === "idle";
          break;
      }
      clearTimeout(quiet);
      if (idle && reply !== undefined) quiet = setTimeout(settle, QUIET);
    },
    done: promise,
    soFar: () => stdout + stderr,
  };
}

function cellError(content: Readonly<Record<string, unknown>>): CellError {
  const lines = Array.isArray(content.traceback) ? content.traceback.map(text) : [];
  return {
    name: text(content.ename),
    message: stripVTControlCharacters(text(content.evalue)),
    stack: stripVTControlCharacters(lines.join("\n")),
  };
}
