// Values that are spelled almost alike.

//# A number is not its text
//= before
() => 1
//= after
() => "1"
//= call
f()

//# A number is not a bigint
//= before
() => 1
//= after
() => 1n
//= call
f()

//# One is not true
//= before
() => 1
//= after
() => true
//= call
f()

//# True is not false
//= before
() => true
//= after
() => false
//= call
f()

//# True is not its text
//= before
() => true
//= after
() => "true"
//= call
f()

//# Zero has a sign
//= before
() => 0
//= after
() => -0
//= call
f()

//# A bigint has no negative zero, but it has a sign
//= before
() => 1n
//= after
() => -1n
//= call
f()

//# An empty string is not undefined
//= before
() => ""
//= after
() => undefined
//= call
f()

//# Null is not undefined
//= before
() => null
//= after
() => undefined
//= call
f()

//# Null is not its text
//= before
() => null
//= after
() => "null"
//= call
f()

//# A sum of doubles is not its decimal sum
//= before
() => 0.1 + 0.2
//= after
() => 0.3
//= call
f()

//# Neighbouring doubles differ
//= before
() => 0.1
//= after
() => 0.10000000000000002
//= call
f()

//# Bigints beyond the doubles' precision differ
//= before
() => 9007199254740993n
//= after
() => 9007199254740992n
//= call
f()

//# A huge number is not infinite
//= before
() => 1.7976931348623157e308
//= after
() => 1e309
//= call
f()

//# A tiny number is not zero
//= before
() => 5e-324
//= after
() => 0
//= call
f()

//# An octal numeral is not a decimal one
//= before
() => 0o10
//= after
() => 10
//= call
f()

//# A legacy octal numeral is not a decimal one
//= before
() => 010
//= after
() => 10
//= call
f()

//# Strings differ by case
//= before
() => "a"
//= after
() => "A"
//= call
f()

//# Strings differ by blanks
//= before
() => "a b"
//= after
() => "a  b"
//= call
f()

//# What looks like a comment in a string is text
//= before
() => "a /* b */"
//= after
() => "a "
//= call
f()

//# Lone surrogates differ
//= before
() => "\ud800"
//= after
() => "\ud801"
//= call
f()

//# A lone surrogate is not the replacement character
//= before
() => "\ud800"
//= after
() => "\ufffd"
//= call
f()

//# Lone surrogates in a template differ
//= before
a => `\ud800${a}`
//= after
a => `\ud801${a}`
//= call
f(1)

//# A template inside a tag is not the tag's text
//= before
(tag, a) => tag`x${`A`}`
//= after
(tag, a) => tag`xA`
//= call
f((strings, ...values) => [...strings, values])

//# A composed letter is not its decomposition
//= before
() => "\u00e9"
//= after
() => "e\u0301"
//= call
f()

//# An escaped backslash is not an escape
//= before
() => "\\n"
//= after
() => "\n"
//= call
f()

//# A regular expression's source counts
//= before
a => /a+/.test(a)
//= after
a => /a*/.test(a)
//= call
f("b")

//# A regular expression's escapes are part of its source
//= before
() => /\x41/.source
//= after
() => /A/.source
//= call
f()

//# A regular expression's flags count
//= before
a => /a/.test(a)
//= after
a => /a/i.test(a)
//= call
f("A")

//# A global regular expression remembers its place
//= before
() => /a/
//= after
() => /a/g
//= call
[f().lastIndex, f().global]

//# A regular expression is not its source text
//= before
() => /a/
//= after
() => "/a/"
//= call
f()

//# A hole is not undefined
//= before
() => [1, , 2]
//= after
() => [1, undefined, 2]
//= call
f()

//# A hole at the end counts
//= before
() => [1, ,]
//= after
() => [1]
//= call
f()

//# An array's order counts
//= before
(a, b) => [a, b]
//= after
(a, b) => [b, a]
//= call
f(1, 2)

//# An array is not an object with its indices
//= before
a => [a]
//= after
a => ({ 0: a })
//= call
f(1)

//# A nested array is not a flat one
//= before
a => [[a]]
//= after
a => [a]
//= call
f(1)
