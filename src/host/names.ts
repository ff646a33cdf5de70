// Which free names of a closure are variables of its own: bound anew by each run of the function, loop or evaluation that
// made it, and not shared with the next closure of the same text.

import type { Closure } from "../session/define.ts";
import type { FreeName } from "../syntax/binding.ts";
import { isTslab, NOTEBOOK } from "./caller.ts";
import { type ClosureScope, closureScopes } from "./closure.ts";
import { isGlobalName } from "./globals.ts";

/**
 * The names that a closure has for itself. V8's record of its scopes decides; where that cannot be read, a name that the
 * global object or a top-level declaration bears is taken for that one (an assumption that the README states). No getter is run.
 */
export function ownNames(closure: Closure): readonly string[] {
  const scopes = closureScopes(closure.target);
  const isOwn = (free: FreeName): boolean =>
    scopes === undefined
      ? !isShared(free)
      : isBoundAnew(free.origin === "" ? free.name : free.origin, scopes, closure);
  return closure.names.filter(isOwn).map(({ name }) => name);
}

function isBoundAnew(name: string, scopes: readonly ClosureScope[], closure: Closure): boolean {
  const index = scopes.findIndex(({ names }) => names.has(name));
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
  return Object.hasOwn(globalThis, name) || isGlobalName(name) || isScriptVariable(name);
}

// Evaluates in the global scope, where the `let` and `const` of scripts and cells can be seen.
// biome-ignore lint/security/noGlobalEval: there is no other way, and the text is an identifier checked below
const globally: (text: string) => unknown = eval;

function isScriptVariable(name: string): boolean {
  if (!IDENTIFIER.test(name)) return false;
  try {
    globally(`typeof ${name}; void ${name}`);
    return true;
  } catch {
    // Not bound, or in its dead zone, or evaluation is forbidden: it cannot be shown to be shared.
    return false;
  }
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
