// Methods of the runtime from whose calls nothing comes back: they print, or add to an object.

import type { Use } from "../syntax/uses.ts";

/** Whether a method of that well-known name does no more than add to its receiver. */
export function isAppending(name: string | undefined): boolean {
  return name !== undefined && APPENDING.has(name);
}

const APPENDING: ReadonlySet<string> = new Set([
  "Array.prototype.push",
  "Array.prototype.unshift",
  "Set.prototype.add",
  "Map.prototype.set",
]);

/** Whether a use of `console` does no more than print. */
export function isMessage({ how, path: [method = "", ...more] }: Use): boolean {
  return how === "call" && more.length === 0 && MESSAGES.has(method);
}

const MESSAGES: ReadonlySet<string> = new Set(
  "assert clear count countReset debug dir dirxml error group groupCollapsed groupEnd info log table time timeEnd timeLog trace warn".split(
    " ",
  ),
);
