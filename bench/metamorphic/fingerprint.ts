// What `compare` says of two texts, fast: most texts of one function are compared with one another by their digests alone.

import { type Code, codeOfText, type ParsedCode, PLAIN_TEXT } from "../../src/fingerprint/code.ts";
import { manifest } from "../../src/fingerprint/manifest.ts";
import { compare } from "../../src/index.ts";

/** A text as far as it was understood. */
export interface Meaning {
  readonly text: string;
  readonly code: ParsedCode;
}

/** The meaning of a function's text on the rung "normal"; undefined where the text is not understood. */
export function meaningOf(text: string, isMethod: boolean): Meaning | undefined {
  const code: Code = codeOfText(text, { ...PLAIN_TEXT, isMethod: isMethod && text.startsWith("function") });
  return code.state === "parsed" ? { text, code } : undefined;
}

/** Whether a definition that becomes another is kept. */
export function isKept(before: Meaning | undefined, after: Meaning | undefined): boolean {
  if (before === undefined || after === undefined || before.code.normal !== after.code.normal) return false;
  const [one, other] = [before, after].map(({ code }) => manifest("text", code, "normal").digest);
  return one === other || compare(before.text, after.text).kind === "kept";
}
