// Texts as SQLite can hold them: it ends some at a zero character, and writes a lone surrogate as another character.

const ESCAPED = "\u0001";

/** A text that SQLite gives back as it was, one for each text. */
export function storedText(text: string): string {
  if (text.isWellFormed() && !text.includes("\0") && !text.startsWith(ESCAPED)) return text;
  return `${ESCAPED}${JSON.stringify(text)}`;
}

/** The text that was stored; undefined for one that was not written by `storedText`. */
export function originalText(stored: unknown): string | undefined {
  if (typeof stored !== "string") return undefined;
  if (!stored.startsWith(ESCAPED)) return stored;
  try {
    const text: unknown = JSON.parse(stored.slice(1));
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
