// One operator for another, in every class of operators.

//# Addition is not subtraction
//= before
(a, b) => a + b
//= after
(a, b) => a - b
//= call
f(1, 2)

//# Multiplication is not division
//= before
(a, b) => a * b
//= after
(a, b) => a / b
//= call
f(1, 2)

//# The remainder is not the quotient
//= before
(a, b) => a % b
//= after
(a, b) => a / b
//= call
f(3, 2)

//# A power is not a product
//= before
(a, b) => a ** b
//= after
(a, b) => a * b
//= call
f(2, 3)

//# Operands of a sum do not commute, since strings do not
//= before
(a, b) => a + b
//= after
(a, b) => b + a
//= call
f("x", "y")

//# A sum of doubles depends on its grouping
//= before
(a, b, c) => (a + b) + c
//= after
(a, b, c) => a + (b + c)
//= call
f(0.1, 0.2, 0.3)

//# A product of doubles depends on its grouping
//= before
(a, b, c) => (a * b) * c
//= after
(a, b, c) => a * (b * c)
//= call
f(1e308, 10, 0.1)

//# A difference depends on its grouping
//= before
(a, b, c) => a - b - c
//= after
(a, b, c) => a - (b - c)
//= call
f(1, 2, 3)

//# A power depends on its grouping
//= before
(a, b, c) => a ** b ** c
//= after
(a, b, c) => (a ** b) ** c
//= call
f(2, 3, 2)

//# Precedence follows the parentheses
//= before
(a, b, c) => a + b * c
//= after
(a, b, c) => (a + b) * c
//= call
f(1, 2, 3)

//# Loose equality is not strict equality
//= before
(a, b) => a == b
//= after
(a, b) => a === b
//= call
f(1, "1")

//# Equality is not inequality
//= before
(a, b) => a === b
//= after
(a, b) => a !== b
//= call
f(1, 1)

//# Loose inequality is not strict inequality
//= before
(a, b) => a != b
//= after
(a, b) => a !== b
//= call
f(null, undefined)

//# Less is not less or equal
//= before
(a, b) => a < b
//= after
(a, b) => a <= b
//= call
f(1, 1)

//# Greater is not less
//= before
(a, b) => a > b
//= after
(a, b) => a < b
//= call
f(1, 2)

//# Not less is not greater or equal, since NaN is neither
//= before
(a, b) => !(a < b)
//= after
(a, b) => a >= b
//= call
f(NaN, 1)

//# The operands of a comparison are converted in order
//= before
(a, b) => a < b
//= after
(a, b) => b > a
//= call
f(probe("a"), probe("b"))

//# Membership is not instance-of
//= before
(a, b) => a in b
//= after
(a, b) => a instanceof b
//= call
f("length", Array)

//# A conjunction is not a disjunction
//= before
(a, b) => a && b
//= after
(a, b) => a || b
//= call
f(1, 2)

//# A disjunction is not a nullish default
//= before
(a, b) => a || b
//= after
(a, b) => a ?? b
//= call
f(0, 1)

//# A conjunction does not commute
//= before
(a, b) => a && b
//= after
(a, b) => b && a
//= call
f(0, "")

//# Bitwise and is not bitwise or
//= before
(a, b) => a & b
//= after
(a, b) => a | b
//= call
f(1, 2)

//# Bitwise and is not logical and
//= before
(a, b) => a & b
//= after
(a, b) => a && b
//= call
f(1, 2)

//# Exclusive or is not a power
//= before
(a, b) => a ^ b
//= after
(a, b) => a ** b
//= call
f(2, 3)

//# A left shift is not a right shift
//= before
(a, b) => a << b
//= after
(a, b) => a >> b
//= call
f(4, 1)

//# An arithmetic shift is not a logical shift
//= before
(a, b) => a >> b
//= after
(a, b) => a >>> b
//= call
f(-1, 1)

//# A comma yields its last operand
//= before
(a, b) => (a, b)
//= after
(a, b) => (b, a)
//= call
f(1, 2)

//# A comma's operands are not arguments
//= before
(a, b) => [(a, b)]
//= after
(a, b) => [a, b]
//= call
f(1, 2)

//# A conditional's branches do not commute
//= before
(a, b, c) => a ? b : c
//= after
(a, b, c) => a ? c : b
//= call
f(1, 2, 3)
