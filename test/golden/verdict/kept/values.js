// Values whose type the operator tells, whatever the operands are.

//# A number literal on either side of a product
//= before
(a) => [2 * a, 3 & a, 4 | a, 5 ^ a]
//= after
(a) => [a * 2, a & 3, a | 4, a ^ 5]

//# A number before or behind what is numeric
//= before
(a, b) => [1 + -a, 1 + (a - b), 1 + ++a]
//= after
(a, b) => [-a + 1, a - b + 1, ++a + 1]

//# The same product in a longer one
//= before
(a, b) => 60 * a * 1000 + b * 4
//= after
(a, b) => a * 60 * 1000 + 4 * b

//# A plus before a number
//= before
() => [+5, +Infinity, -Infinity]
//= after
() => [5, 1 / 0, -1 / 0]

//# A plus before a remainder by a number
//= before
(a) => +(a % 2)
//= after
(a) => a % 2

//# Loose and strict equality of numbers
//= before
(a) => [a % 2 == 1, (a & 1) == 1, 1 / a != 2]
//= after
(a) => [a % 2 === 1, (a & 1) === 1, 1 / a !== 2]

//# Loose and strict equality of a variable with itself
//= before
(a) => a != a
//= after
(a) => a !== a

//# Loose and strict equality of a test and a boolean
//= before
(a, b) => (a instanceof Object || b in {}) == false
//= after
(a, b) => (a instanceof Object || b in {}) === false

//# Bits compared with zero, as a test
//= before
(a) => { if ((a & 4) !== 0) { return 1; } return 2; }
//= after
(a) => (a & 4 ? 1 : 2)

//# Bits compared with zero, as a value
//= before
(a) => [(a & 1) === 0, (a >>> 1) !== 0]
//= after
(a) => [!(a & 1), !!(a >>> 1)]

//# The name of a type behind a letter
//= before
(a) => [typeof a > "u", typeof nothing < "u"]
//= after
(a) => [typeof a === "undefined", typeof nothing !== "undefined"]

//# Null and undefined under loose equality
//= before
(a) => [a == undefined, a != void 0]
//= after
(a) => [a == null, a != null]

//# An empty text behind a text
//= before
(a) => "." + a + ""
//= after
(a) => "." + a

//# An empty text before a text
//= before
(a) => "" + typeof a
//= after
(a) => typeof a

//# A sum of texts within a sum of texts
//= before
(a, b) => "1.0 - " + (a + "." + b)
//= after
(a, b) => "1.0 - " + a + "." + b

//# A text as a substitution
//= before
(a) => `${"#"}/${a}/`
//= after
(a) => `#/${a}/`

//# Literals compared with each other, through constants
//= before
(a) => { const least = 1, most = 2; if (a > least || least < 1) { return most >= 2; } return a; }
//= after
(a) => { const least = 1, most = 2; if (a > least || 1 > least) { return 2 <= most; } return a; }
