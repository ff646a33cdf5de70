// Templates and their tags.

//# A template is not a string with its source
//= before
a => `${a}`
//= after
a => "${a}"
//= call
f(1)

//# A template's texts stand around its values
//= before
a => `x${a}y`
//= after
a => `xy${a}`
//= call
f(1)

//# A template's order counts
//= before
(a, b) => `${a}${b}`
//= after
(a, b) => `${b}${a}`
//= call
f(1, 2)

//# A template converts to text, a sum to a primitive
//= before
a => `${a}`
//= after
a => "" + a
//= call
f({ valueOf() { return 1; }, toString() { return "x"; } })

//# A template of two values is not their sum
//= before
(a, b) => `${a}${b}`
//= after
(a, b) => a + b
//= call
f(1, 2)

//# A line break in a template is text
//= before
() => `a
b`
//= after
() => `a b`
//= call
f()

//# Indentation in a template is text
//= before
() => `a
b`
//= after
() => `a
  b`
//= call
f()

//# A tag sees how its text was spelled
//= before
tag => tag`A`
//= after
tag => tag`\x41`
//= call
f(strings => strings.raw)

//# A tag sees an escaped line break
//= before
tag => tag`a
b`
//= after
tag => tag`a\nb`
//= call
f(strings => strings.raw)

//# A tag sees which invalid escape has no value
//= before
tag => tag`\u`
//= after
tag => tag`\x`
//= call
f(strings => strings.raw)

//# A tag is not a call with the template
//= before
tag => tag`a`
//= after
tag => tag(`a`)
//= call
f(x => x)

//# A tag sees where the text is cut
//= before
(tag, a) => tag`x${a}y`
//= after
(tag, a) => tag`xy${a}`
//= call
f((strings, ...values) => [...strings, values], 1)

//# Each place of a tagged template has a text of its own
//= before
function f(a, tag) { return a ? tag`x` : tag`x`; }
//= after
function f(a, tag) { a; return tag`x`; }
//= call
f(true, (texts) => texts) === f(false, (texts) => texts)

//# Two guards with the same tagged template are two places
//= before
function f(a, tag) { if (a) return tag`x`; return tag`x`; }
//= after
function f(a, tag) { return tag`x`; }
//= call
f(true, (texts) => texts) === f(false, (texts) => texts)

//# An empty template with a tag is no text
//= before
a => a``
//= after
a => a("")
//= call
f((parts) => Array.isArray(parts))
