// The pieces of a sentence: text reports print code between backticks, HTML as elements, so the wording lives in one place.

/** A piece of a phrase. */
export type Piece =
  /** The decision itself, which reports may colour: "kept", "changed". */
  | { readonly kind: "lead"; readonly text: string }
  /** Ours. */
  | { readonly kind: "words"; readonly text: string }
  /** A fragment of the user's code, on one line. */
  | { readonly kind: "code"; readonly text: string };

/** Pieces whose texts, one after the other, continue a sentence that began with the definition's name. */
export type Phrase = readonly Piece[];

/** The decision. */
export function lead(text: string): Piece {
  return { kind: "lead", text };
}

/** Plain words. Text from the user goes through `fragment` or `visible` first. */
export function words(text: string): Piece {
  return { kind: "words", text };
}

/** A fragment of code, already on one line. */
export function code(text: string): Piece {
  return { kind: "code", text };
}

/** The phrase as plain text, its code between backticks. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((piece) => (piece.kind === "code" ? quoted(piece.text) : piece.text)).join("");
}

/** As in Markdown: a fragment that holds a backtick stands between two. */
function quoted(fragment: string): string {
  return fragment.includes("`") ? `\`\` ${fragment} \`\`` : `\`${fragment}\``;
}
