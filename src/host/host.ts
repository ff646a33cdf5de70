// What the library takes from its surroundings, for the session to decide with.

import type { Host } from "../session/define.ts";
import { isTslab } from "./caller.ts";
import { ownNames } from "./names.ts";

/** The host as it is now: a library can be loaded before its kernel is up. */
export function currentHost(): Host {
  return {
    dialect: isTslab() ? "tslab" : "plain",
    ownNames,
    cell,
    date: () => Date.now(),
    now: () => performance.now(),
  };
}

/** tslab gives each cell a writer of its own, ijavascript an object `$$`; elsewhere a turn of the event loop will do. */
function cell(): unknown {
  return isTslab() ? globalThis.process?.stdout.write : Reflect.get(globalThis, "$$");
}

/** Whether the environment switches the library off: `DEFINE_ONCE=off`. */
export function isSwitchedOff(): boolean {
  return environmentVariable("DEFINE_ONCE") === "off";
}

function environmentVariable(name: string): string | undefined {
  try {
    return globalThis.process?.env[name];
  } catch {
    // Deno without the permission to read its environment.
    return undefined;
  }
}

/**
 * Prints a notice: to the error stream, so that output which other programs read stays clean; but in a notebook to the
 * cell's output, where the error stream would look like a failure.
 */
export function printNotice(line: string): void {
  if (isNotebook()) console.info(line);
  else console.error(line);
}

function isNotebook(): boolean {
  // ijavascript gives its cells `$$`.
  return isTslab() || "$$" in globalThis || isDenoNotebook();
}

function isDenoNotebook(): boolean {
  try {
    // Outside a notebook, reading `Deno.jupyter` throws.
    const deno: unknown = Reflect.get(globalThis, "Deno");
    return typeof deno === "object" && deno !== null && Reflect.get(deno, "jupyter") !== undefined;
  } catch {
    return false;
  }
}
