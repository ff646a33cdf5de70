// Text from users (names, code, values) made safe to print on one line: a control character could move the cursor or
// recolour the terminal, a bidirectional override could disguise code, and a lone surrogate breaks Jupyter's JSON.

const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** The text with each character that has no shape of its own shown as one that has: a newline as `␊`, an escape as `␛`. */
export function visible(text: string): string {
  return text.toWellFormed().replace(UNSHOWABLE, shape);
}

/** Code on one line: white space that holds a line break or a tab becomes one space, the rest is made visible. */
export function oneLine(code: string): string {
  return visible(code.replace(/\s+/g, (run) => (/[^ ]/.test(run) ? " " : run)).trim());
}

function shape(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return code === 0x2028 || code === 0x2029 ? "\u240a" : "\ufffd";
}
