// Leaves of random arguments: values at which functions are likely to go separate ways.

/** Numbers at the edges of what functions tell apart. */
export const NUMBERS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  2,
  3,
  5,
  7,
  10,
  12,
  0.5,
  -2.5,
  0.1,
  1e-7,
  100,
  31,
  Number.NaN,
];
/** Numbers as texts. */
export const NUMERALS: readonly string[] = [
  "0",
  "-0",
  "1",
  "12.5",
  "-3.25",
  "1e-9",
  "1e21",
  "0xff",
  "0b101",
  "NaN",
  "Infinity",
  "99999999999999999999",
  ".5",
  "7",
];
/**
 * Texts. Not `__proto__`, nor `constructor`: packages that write to a key they are given would change the prototypes that
 * both sides share.
 */
export const TEXTS: readonly string[] = [
  "",
  "a",
  "abc",
  "a b c",
  "fooBar",
  "--foo-bar--",
  "Hello, World!",
  "ÀÉî",
  "👩‍👦x",
  "a.b[0].c",
  "<b>&amp;</b>",
  "1,2",
  "length",
  "yyyy-MM-dd",
  "do MMMM yyyy, h:mm aa",
  "EEEE 'at' HH:mm:ss.SSS xxx",
  "2 + 3 * x",
  "sin(pi / 4) ^ 2",
  "[1, 2; 3, 4]",
];
/** Dates, one of them none. */
export const MOMENTS: readonly string[] = [
  "2020-02-29T12:00:00Z",
  "2021-03-28T00:30:00Z",
  "2021-10-31T00:59:59.999Z",
  "1969-12-31T23:59:59Z",
  "2014-01-01",
  "2024-12-31T22:15:07Z",
  "x",
];
/** Documents in YAML, some of them broken. */
export const YAML: readonly string[] = [
  "a: 1\nb: [x, y, {z: ~}]\n",
  "- 1\n- 0x1F\n- 1_000\n- .inf\n- 2001-12-14\n",
  "&a {b: *c}",
  "a: |\n  line\n   more\n\nb: >-\n  folded\n  text\n",
  "%YAML 1.2\n---\n!!set {a, b}\n...",
  "'it''s': \"\\u263A\\n\"\n? [k]\n: v\n",
  "a: &x {k: 1}\nb:\n  <<: *x\n  l: 2\n",
  "- !!binary aGk=\n- !foo bar\n",
  "a: b: c",
  "\t- bad",
  "[1, 2",
  "--- 1\n--- 2\n",
];
/** Names of properties that packages ask for. */
export const KEYS: readonly string[] = [
  "a",
  "b",
  "c",
  "length",
  "0",
  "x",
  "weekStartsOn",
  "start",
  "end",
  "years",
  "months",
  "days",
  "unit",
  "value",
  "key",
];
