// Lines for the user: where they go, and that each is said once.

import { isTslab } from "./caller.ts";
import { denoNamespace } from "./deno.ts";

/**
 * Prints a notice: to the error stream, so that output which other programs read stays clean; but in a notebook to the
 * cell's output, where the error stream would look like a failure.
 */
export function printNotice(line: string): void {
  if (isNotebook()) console.info(line);
  else console.error(line);
}

/** Whether a kernel runs the program. */
export function isNotebook(): boolean {
  // ijavascript gives its cells `$$`.
  return isTslab() || "$$" in globalThis || isDenoNotebook();
}

function isDenoNotebook(): boolean {
  try {
    return Reflect.get(denoNamespace(), "jupyter") !== undefined;
  } catch {
    // Outside a notebook, reading it throws.
    return false;
  }
}

const said = new Set<string>();

/** Prints a line, unless it was printed before. */
export function say(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  printNotice(`define-once: ${text}`);
}
