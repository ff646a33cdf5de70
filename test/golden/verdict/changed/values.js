// Values whose type the operator does not tell.

//# A number before and behind what may be a text
//= before
(a) => 1 + a
//= after
(a) => a + 1
//= call
f("x")

//# A text before and behind what is numeric
//= before
(a) => "1" + -a
//= after
(a) => -a + "1"
//= call
f(2)

//# A quotient and its mirror image
//= before
(a) => 2 / a
//= after
(a) => a / 2
//= call
f(4)

//# A plus before what may be a bigint
//= before
(a) => +-a
//= after
(a) => -a
//= call
f(1n)

//# A plus before a remainder of two bigints
//= before
(a, b) => +(a % b)
//= after
(a, b) => a % b
//= call
f(7n, 4n)

//# Loose and strict equality of what may be a bigint
//= before
(a, b) => a % b == 1
//= after
(a, b) => a % b === 1
//= call
f(7n, 3n)

//# Loose and strict equality of counted values
//= before
(a) => ++a == 2
//= after
(a) => ++a === 2
//= call
f(1n)

//# Bits of bigints compared with zero
//= before
(a, b) => (a & b) === 0
//= after
(a, b) => !(a & b)
//= call
f(1n, 2n)

//# A difference compared with zero
//= before
(a) => a - 1 === 0
//= after
(a) => !(a - 1)
//= call
f(NaN)

//# Bits compared with one
//= before
(a) => (a & 3) === 1
//= after
(a) => !!(a & 3)
//= call
f(2)

//# The name of a type behind another letter
//= before
(a) => typeof a > "s"
//= after
(a) => typeof a === "undefined"
//= call
f("x")

//# Null and undefined under strict equality
//= before
(a) => a === undefined
//= after
(a) => a === null
//= call
f(null)

//# An empty text behind what may be none
//= before
(a) => a + ""
//= after
(a) => a
//= call
f(1)

//# An empty text behind a sum of numbers
//= before
(a) => 1 + a + ""
//= after
(a) => 1 + a
//= call
f(1)

//# A sum within a sum of texts
//= before
(a, b) => "x" + (a + b)
//= after
(a, b) => "x" + a + b
//= call
f(1, 2)

//# A sum of texts behind what is converted late
//= before
(a, b) => a + (b + ".")
//= after
(a, b) => a + b + "."
//= call
f(1, 2)

//# A sum whose second operand is evaluated before the first one is converted
//= before
(a, b) => "x" + (a + `${b()}`)
//= after
(a, b) => "x" + a + `${b()}`
//= call
f({ toString() { log("a"); return "a"; } }, () => { log("b"); return "b"; })

//# A text as a substitution under a tag
//= before
(a) => a`x${"y"}`
//= after
(a) => a`xy`
//= call
f((texts) => texts.length)
