// Why a definition was taken anew, as a phrase: forward ("changed ...") and, for a restored one, backward ("... was undone").

import type { Count } from "../units.ts";
import type { ChangeReason, DefinitionKind, Difference } from "../verdict/verdict.ts";
import { fragment, fragmentPair } from "./fragment.ts";
import { code, lead, type Phrase, type Piece, words } from "./piece.ts";
import { unreachable } from "./unreachable.ts";

/** Names listed before the rest is counted. */
const NAMES: Count = 4;

/** What changed: `changed at 3:14: a + b became a - b`, `recomputed: score -> version changed from 1 to 2`. */
export function changePhrase(reason: ChangeReason): Phrase {
  switch (reason.kind) {
    case "code":
      return [lead("changed"), ...codeChange(reason.difference)];
    case "leaf":
      return [lead("recomputed"), words(`: ${pathText(reason.path)} ${leafChange(reason.before, reason.after)}`)];
    case "kind":
      return [lead("changed"), words(` from ${article(reason.before)} to ${article(reason.after)}`)];
    case "opaque":
      return [
        lead("changed"),
        words(`: ${clause(reason.what)} has no source text to compare; ${clause(reason.remedy)}`),
      ];
    case "captured": {
      const verb = reason.names.length === 1 ? "is" : "are";
      return [
        lead("changed"),
        words(": it captures "),
        ...listed(reason.names),
        words(` of its own evaluation, which ${verb} not compared; ${clause(reason.remedy)}`),
      ];
    }
    default:
      return unreachable(reason);
  }
}

/** What was taken back: `a - b at 3:14 was undone`. The reason is the one that the change was made for. */
export function undoingPhrase(reason: ChangeReason): Phrase {
  switch (reason.kind) {
    case "code":
      return codeUndoing(reason.difference);
    case "leaf": {
      const [before, after] = fragmentPair(reason.before, reason.after);
      return [words(`the change of ${pathText(reason.path)} from ${before} to ${after} was undone`)];
    }
    case "kind":
      return [words(`the change from ${article(reason.before)} to ${article(reason.after)} was undone`)];
    case "opaque":
      return [words(`the change to ${clause(reason.what)} was undone`)];
    case "captured":
      return [
        words("the change to a definition that captures "),
        ...listed(reason.names),
        words(" was undone"),
      ];
    default:
      return unreachable(reason);
  }
}

function codeChange({ before, after }: Difference): Phrase {
  const at = words(` at ${after.line}:${after.column}`);
  if (before.text === "" && after.text === "") return [at];
  if (before.text === "") return [at, words(": "), code(fragment(after.text)), words(" added")];
  if (after.text === "") return [at, words(": "), code(fragment(before.text)), words(" removed")];
  const [was, is] = fragmentPair(before.text, after.text);
  return [at, words(": "), code(was), words(" became "), code(is)];
}

function codeUndoing({ before, after }: Difference): Phrase {
  const at = words(` at ${after.line}:${after.column} was undone`);
  if (before.text === "" && after.text === "") return [words("the change"), at];
  if (after.text === "") return [words("the removal of "), code(fragment(before.text)), at];
  return [code(fragmentPair(before.text, after.text)[1]), at];
}

function leafChange(before: string, after: string): string {
  if (before === "") return after === "" ? "changed" : `is new: ${fragment(after)}`;
  if (after === "") return `is gone; it was ${fragment(before)}`;
  const [was, is] = fragmentPair(before, after);
  return `changed from ${was} to ${is}`;
}

function pathText(path: readonly string[]): string {
  if (path.length === 0) return "a dependency";
  // A deep path keeps its ends: the definition that the reader knows, and the leaf that differs.
  const shown = path.length <= 6 ? path : [...path.slice(0, 2), "…", ...path.slice(-3)];
  return shown.map((step) => fragment(step)).join(" -> ");
}

function listed(names: readonly string[]): Phrase {
  if (names.length === 0) return [words("variables")];
  const shown = names.length <= NAMES + 1 ? names : names.slice(0, NAMES);
  const rest = names.length - shown.length;
  const pieces: Piece[] = [];
  for (const [index, name] of shown.entries()) {
    if (index > 0) pieces.push(words(index === shown.length - 1 && rest === 0 ? " and " : ", "));
    pieces.push(code(fragment(name)));
  }
  return rest === 0 ? pieces : [...pieces, words(` and ${rest} more`)];
}

function article(kind: DefinitionKind): string {
  return `a ${kind}`;
}

/** A clause given by another layer, ready to stand inside a sentence. */
function clause(text: string): string {
  return fragment(text, 240).replace(/[.\s]+$/, "");
}
