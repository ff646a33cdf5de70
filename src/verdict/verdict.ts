// What became of a definition, and why: the vocabulary that verdict/ produces, session/ records and report/ prints.

import type { Equality } from "../fingerprint/equality.ts";
import type { Count } from "../units.ts";
import type { Sameness } from "./sameness.ts";

export type { Equality };

/** What sort of thing a name stands for. Two kinds under one name are never the same definition. */
export type DefinitionKind = "function" | "class";

/** A stretch of source text. */
export interface SourceRange {
  /** Offset of the first character, from 0, in UTF-16 units. */
  readonly start: Count;
  /** Offset behind the last character. */
  readonly end: Count;
  /** Line of the first character, from 1. */
  readonly line: Count;
  /** Column of the first character, from 1. */
  readonly column: Count;
  /** The text itself; empty where the other side has something that this side lacks. */
  readonly text: string;
}

/** The smallest differing nodes of two texts. */
export interface Difference {
  readonly before: SourceRange;
  readonly after: SourceRange;
  /** Both sides' lines as a short unified diff, lines separated by "\n", without a trailing one. */
  readonly excerpt: string;
}

/** Why a definition was taken anew. */
export type ChangeReason =
  /** Code differs: where, on both sides. `path` leads to a helper's: `["score", "normalise"]`; up to one step: its own. */
  | { readonly kind: "code"; readonly path: readonly string[]; readonly difference: Difference }
  /** Something the definition depends on differs, or only one side has it; `path` leads to it: `["score", "version"]`. */
  | {
      readonly kind: "leaf";
      readonly path: readonly string[];
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  /** A function became a class, or the reverse. */
  | { readonly kind: "kind"; readonly before: DefinitionKind; readonly after: DefinitionKind }
  /** There is no source text to compare (a native or bound function). */
  | { readonly kind: "opaque"; readonly what: string; readonly remedy: string }
  /** Something it depends on cannot be compared: `what` ends a sentence that begins with the path. */
  | {
      readonly kind: "unread";
      readonly path: readonly string[];
      readonly what: string;
      readonly remedy: string;
    }
  /** The class captures variables of its own evaluation, and cannot be pointed to newer ones. */
  | { readonly kind: "captured"; readonly names: readonly string[]; readonly remedy: string };

/** What became of a definition. */
export type Verdict =
  /** The name was not known in its scope. */
  | { readonly kind: "first" }
  /** The newest definition means what the one in force meant; `by` is the lowest rung that shows it, `through` by what. */
  | { readonly kind: "kept"; readonly by: Equality; readonly through?: Sameness | undefined }
  /**
   * It means what an earlier one meant, `back` definitions ago (1: the one before). `undone` compares the definition that
   * was left (`before`) with the one that is in force again (`after`).
   */
  | { readonly kind: "restored"; readonly by: Equality; readonly back: Count; readonly undone: ChangeReason }
  /** It means something new, or we cannot know that it does not. */
  | { readonly kind: "changed"; readonly reason: ChangeReason };
