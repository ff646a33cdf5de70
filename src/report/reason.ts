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
      return reason.path.length <= 1
        ? [lead("changed"), ...codeChange(reason.difference)]
        : [lead("recomputed"), words(`: ${pathText(reason.path)} changed`), ...codeChange(reason.difference)];
    case "leaf":
      return [
        lead("recomputed"),
        words(`: ${pathText(reason.path)} ${leafChange(reason.before, reason.after)}`),
      ];
    case "kind":
      return [lead("changed"), words(` from ${article(reason.before)} to ${article(reason.after)}`)];
    case "opaque":
      return [lead("changed"), words(`: it is ${clause(reason.what)}; ${clause(reason.remedy)}`)];
    case "unread":
      return [
        words("is "),
        lead("not cached"),
        words(`: ${pathText(reason.path)} ${clause(reason.what)}; ${clause(reason.remedy)}`),
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

/**
 * What was taken back: `a - b at 3:14 was undone`. The reason is that of the way back: its `before` is the definition that
 * was left, its `after` the one that is in force again.
 */
export function undoingPhrase(reason: ChangeReason): Phrase {
  switch (reason.kind) {
    case "code":
      return reason.path.length <= 1
        ? codeUndoing(reason.difference)
        : [words(`in ${pathText(reason.path)}, `), ...codeUndoing(reason.difference)];
    case "leaf":
      return [words(`${pathText(reason.path)} ${leafChange(reason.after, reason.before)}, which was undone`)];
    case "kind":
      return [words(`the change from ${article(reason.after)} to ${article(reason.before)} was undone`)];
    case "opaque":
      return [words(`the change from ${clause(reason.what)} was undone`)];
    case "unread":
      return [words(`${pathText(reason.path)} ${clause(reason.what)}, which was undone`)];
    case "captured":
      return [
        words("the change from a definition that captures "),
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
  const at = words(` at ${before.line}:${before.column} was undone`);
  if (before.text === "" && after.text === "") return [words("the change"), at];
  if (before.text === "") return [words("the removal of "), code(fragment(after.text)), at];
  return [code(fragmentPair(before.text, after.text)[0]), at];
}

function leafChange(before: string | undefined, after: string | undefined): string {
  if (before === undefined || after === undefined) {
    return after === undefined ? "is gone" : `is new: ${valueText(fragment(after))}`;
  }
  const [was, is] = fragmentPair(before, after);
  return `changed from ${valueText(was)} to ${valueText(is)}`;
}

/** An empty value would leave a hole in the sentence. */
function valueText(value: string): string {
  return value === "" ? '""' : value;
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
