// Which free names a cell or a script shares with later evaluations, and which every evaluation binds for itself.

import type { FreeName } from "../syntax/binding.ts";
import { isTslab } from "./caller.ts";

/**
 * Of some free names, those that neither the global object nor the scope shared by scripts and cells binds: variables of
 * a module, of a function, or (in tslab) of the same cell. No getter is run.
 */
export function ownNames(names: readonly FreeName[]): readonly string[] {
  return names.filter((each) => !isShared(each)).map(({ name }) => name);
}

function isShared({ name, origin }: FreeName): boolean {
  if (origin === "exports") return true;
  if (origin !== "") return false;
  if (name in globalThis) return true;
  // What a cell of tslab declares, the same cell reads as a variable of its own.
  return !isTslab() && isScriptVariable(name);
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
