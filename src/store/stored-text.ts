// Texts as SQLite can hold them: it ends some at a zero character, and writes a lone surrogate as another character.

import { Buffer } from "node:buffer";

const ESCAPED = "\u0001";

/** A text that SQLite gives back as it was, one for each text. */
export function storedText(text: string): string {
  if (text.isWellFormed() && !text.includes("\0") && !text.startsWith(ESCAPED)) return text;
  return `${ESCAPED}${JSON.stringify(text)}`;
}

/** The text whose UTF-8 bytes were stored, or bytes as some drivers give them; undefined for others. */
export function originalText(stored: unknown): string | undefined {
  const bytes = bytesIn(stored);
  if (bytes === undefined) return undefined;
  const read = bytes.toString("utf8");
  if (!read.startsWith(ESCAPED)) return read;
  try {
    const text: unknown = JSON.parse(read.slice(1));
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes of a column. libsql gives those of several rows as bare buffers. */
function bytesIn(stored: unknown): Buffer | undefined {
  if (stored instanceof Uint8Array) return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  return stored instanceof ArrayBuffer ? Buffer.from(stored) : undefined;
}
