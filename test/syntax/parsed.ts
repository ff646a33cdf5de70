// The code of a text that must be understood: what most tests of this folder start from.

import { type CodeFacts, codeOfText, type ParsedCode, PLAIN_TEXT } from "../../src/fingerprint/code.ts";
import { manifest } from "../../src/fingerprint/manifest.ts";
import { analysis } from "../../src/syntax/normal-form.ts";

/** The code of a text; throws where the text is not understood. */
export function parsed(text: string, facts: Partial<CodeFacts> = {}): ParsedCode {
  const code = codeOfText(text, { ...PLAIN_TEXT, ...facts });
  if (code.state === "opaque") throw new Error(`not understood (${code.why}): ${text.slice(0, 200)}`);
  return code;
}

/** The digest of a text in which free names stand for themselves: its normal form and their spelling. */
export function meaningOf(text: string, facts: Partial<CodeFacts> = {}): string {
  return manifest("f", parsed(text, facts), "normal").digest;
}

/** The names that a text uses and does not bind, in the order of their first use, whatever rules make of them. */
export function freeNamesOf(text: string): readonly string[] {
  return analysis(text)?.scopes.freeNames.map(({ name }) => name) ?? [];
}
