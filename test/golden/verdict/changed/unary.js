// Operators with one operand.

//# Two negations are not the value
//= before
a => !!a
//= after
a => a
//= call
f(1)

//# Bitwise complement is not arithmetic negation
//= before
a => ~a
//= after
a => -a
//= call
f(1)

//# A plus sign converts
//= before
a => +a
//= after
a => a
//= call
f("1")

//# A minus sign is not a plus sign
//= before
a => -a
//= after
a => +a
//= call
f(1)

//# A minus before a power is not a power of a negative
//= before
a => -(a ** 2)
//= after
a => (-a) ** 2
//= call
f(3)

//# A type's name is not the value
//= before
a => typeof a
//= after
a => a
//= call
f(1)

//# The type of an undeclared name is not the name
//= before
() => typeof nowhere
//= after
() => void nowhere
//= call
f()

//# Void discards
//= before
a => void a
//= after
a => a
//= call
f(1)

//# Deleting a property is not reading it
//= before
a => (delete a.p, a)
//= after
a => (a.p, a)
//= call
f({ p: 1 })

//# Deleting a value is not deleting the property that held it
//= before
a => (delete a.p, a)
//= after
a => (delete (0, a.p), a)
//= call
f({ p: 1 })
