// What the library takes from its surroundings, for the session to decide with.

import type { SessionEvent } from "../session/event.ts";
import type { Host } from "../session/host.ts";
import { isTslab } from "./caller.ts";
import { ownNames } from "./names.ts";
import { hostReader } from "./reader.ts";

/**
 * The host as it is now: a library can be loaded before its kernel is up.
 *
 * @param notice says what a call found
 */
export function currentHost(notice: (event: SessionEvent) => void = () => {}): Host {
  return {
    dialect: isTslab() ? "tslab" : "plain",
    reader: hostReader,
    notice,
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
  // Deno would stop an interactive program to ask for the permission, and throw in any other.
  return mayReadEnvironment(name) ? globalThis.process?.env[name] : undefined;
}

function mayReadEnvironment(variable: string): boolean {
  const permissions: unknown = Reflect.get(denoNamespace(), "permissions");
  if (typeof permissions !== "object" || permissions === null || !("querySync" in permissions)) return true;
  const { querySync } = permissions;
  if (typeof querySync !== "function") return true;
  const status: unknown = querySync.call(permissions, { name: "env", variable });
  return typeof status === "object" && status !== null && "state" in status && status.state === "granted";
}

/** `Deno`, or an empty object elsewhere. */
function denoNamespace(): object {
  const deno: unknown = Reflect.get(globalThis, "Deno");
  return typeof deno === "object" && deno !== null ? deno : {};
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
    return Reflect.get(denoNamespace(), "jupyter") !== undefined;
  } catch {
    // Outside a notebook, reading it throws.
    return false;
  }
}
