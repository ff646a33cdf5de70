// One value, several spellings: strings, numbers, bigints, templates and identifiers.

//# Quotes are a matter of taste
//= before
() => ["a", 'b', "it's", 'say "x"']
//= after
() => ['a', "b", 'it\'s', "say \"x\""]

//# A letter and its hexadecimal escape are one string
//= before
() => "A"
//= after
() => '\x41'

//# Unicode escapes of both kinds spell the letter itself
//= before
() => ["é", "😀", "😀"]
//= after
() => ["\u00e9", "\u{1F600}", "\ud83d\ude00"]

//# Needless escapes in a string vanish
//= before
() => "quite/so"
//= after
() => "\qu\i\u{74}e\/\so"

//# Control characters have several escapes
//= before
() => "\n\t\0\b\v\f\r\u2028"
//= after
() => "\x0a\x09\x00\x08\x0b\x0c\x0d "

//# A continued line is one string
//= before
() => "onetwo"
//= after
() => "one\
two"

//# A lone surrogate may be escaped in any way
//= before
() => "\ud800"
//= after
() => "\u{d800}"

//# Hexadecimal, octal, binary and decimal digits spell one number
//= before
() => [16, 16, 16, 16, 16]
//= after
() => [0x10, 0X10, 0o20, 0B10000, 1.6e1]

//# Digits may be grouped
//= before
() => [1000000, 0xffff, 0.125]
//= after
() => [1_000_000, 0xFF_FF, 0.12_5]

//# An exponent spells the same number
//= before
() => [1000, 0.001, 1e21, 12]
//= after
() => [1e3, 1E-3, 1000000000000000000000, 1.2e+1]

//# A decimal point may lead, trail or be left out
//= before
() => [0.5, 5, 5.5]
//= after
() => [.5, 5., 5.50]

//# Numerals that round to one double are one number
//= before
() => [9007199254740992, 0.1, Infinity - 1e999, 0]
//= after
() => [9007199254740993, 0.1000000000000000055511151231257827, Infinity - 2e308, 1e-400]

//# A bigint may be spelled in any base
//= before
() => [255n, 1000n, 0n]
//= after
() => [0xFFn, 1_000n, 0b0n]

//# An escape in an untagged template counts by its value
//= before
a => `A${a}B
C`
//= after
a => `\x41${a}\u0042\nC`

//# A template inside a tag's value counts by its value
//= before
(tag, a) => tag`x${`A${a}`}`
//= after
(tag, a) => tag`x${`\x41${a}`}`
//= call
f((strings, value) => [strings.raw, value], 1)

//# A continued line in a template is one text
//= before
a => `one${a}two`
//= after
a => `on\
e${a}\
two`

//# An escaped local name is the name
//= before
function f(abc) { return abc; }
//= after
function f(\u0061bc) { return a\u{62}c; }

//# An escaped free name is the name
//= before
() => rate
//= after
() => r\u0061te
//= setup
const rate = 7;

//# An escaped property name is the name
//= before
o => [o.abc, { abc: o }]
//= after
o => [o.\u0061bc, { ab\u{63}: o }]

//# An empty template is an empty text
//= before
(a) => [``, a ?? ``, `${""}${a}`]
//= after
(a) => ["", a ?? "", `${a}`]
