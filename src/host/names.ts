// Which free names of a closure are variables of its own: bound anew by each run of the function, loop or evaluation that
// made it, and not shared with the next closure of the same text.

import type { Closure } from "../session/host.ts";
import type { FreeName } from "../syntax/binding.ts";
import { isTslab, NOTEBOOK } from "./caller.ts";
import { globalReading } from "./global-scope.ts";
import { isGlobalName } from "./globals.ts";
import { type ClosureScope, surroundings } from "./scopes.ts";

/**
 * The names that a closure has for itself. V8's record of its scopes decides; where that cannot be read, a name that the
 * global object or a top-level declaration bears is taken for that one (an assumption that the README states). No getter is run.
 */
export function ownNames(closure: Closure): readonly string[] {
  const scopes = surroundings(closure.target)?.scopes;
  const isOwn = (free: FreeName): boolean =>
    scopes === undefined
      ? !isShared(free)
      : isBoundAnew(free.origin === "" ? free.name : free.origin, scopes, closure);
  return closure.names.filter(isOwn).map(({ name }) => name);
}

function isBoundAnew(name: string, scopes: readonly ClosureScope[], closure: Closure): boolean {
  const index = scopes.findIndex(({ variables }) => Object.hasOwn(variables, name));
  const scope = scopes[index];
  if (scope === undefined || scope.kind === "script") return false;
  // A class cannot be pointed to the variables of the next evaluation; a function is.
  if (scope.kind === "module" || isEvaluation(index, scopes, closure)) return closure.isClass;
  return true;
}

/**
 * Whether a scope is that of a whole module or cell, which CommonJS, Vite and tslab wrap in a function: the outermost
 * closure. What a function makes may see no other closure than that function's, so there only tslab is sure of its wrapper.
 */
function isEvaluation(
  index: number,
  scopes: readonly ClosureScope[],
  { scope, isInFunction }: Closure,
): boolean {
  const closures = scopes.filter(({ kind }) => kind === "closure");
  const isWrapped = isInFunction ? isTslab() && closures.length > 1 : isTslab() || scope !== NOTEBOOK;
  return isWrapped && scopes[index] === closures.at(-1) && !scopes.some(({ kind }) => kind === "module");
}

function isShared({ name, origin }: FreeName): boolean {
  if (origin === "exports") return true;
  if (origin !== "") return false;
  return Object.hasOwn(globalThis, name) || isGlobalName(name) || globalReading(name).kind === "value";
}
