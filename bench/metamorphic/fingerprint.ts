// The fingerprint of a text that stands alone, which is what `compare` looks at for two texts.

import { codeOfText, PLAIN_TEXT } from "../../src/fingerprint/code.ts";
import { manifest } from "../../src/fingerprint/manifest.ts";

/** The fingerprint of a function's text on the rung "normal"; undefined where the text is not understood. */
export function fingerprintOf(text: string, isMethod: boolean): string | undefined {
  const code = codeOfText(text, { ...PLAIN_TEXT, isMethod: isMethod && text.startsWith("function") });
  return code.state === "parsed" ? manifest("text", code, "normal").digest : undefined;
}
