// Default values, rest parameters and spreads.

//# A default value is taken for a missing argument
//= before
a => a
//= after
(a = 1) => a
//= call
f()

//# Default values differ
//= before
(a = 1) => a
//= after
(a = 2) => a
//= call
f()

//# A default value is not taken for null
//= before
(a = 1) => a
//= after
a => a ?? 1
//= call
f(null)

//# A default value is evaluated at each call
//= before
() => (a = {}) => a
//= after
() => { const empty = {}; return (a = empty) => a; }
//= call
(g => g() === g())(f())

//# A rest parameter is not a parameter
//= before
(...a) => a
//= after
a => a
//= call
f(1)

//# A spread is not its list
//= before
a => [...a]
//= after
a => [a]
//= call
f([1])

//# A spread argument is not its list
//= before
(a, b) => a(...b)
//= after
(a, b) => a(b)
//= call
f((...all) => all, [1, 2])

//# A spread object is not its copy in a property
//= before
a => ({ ...a })
//= after
a => ({ a })
//= call
f({ p: 1 })

//# A spread reads an iterator, apply reads indices
//= before
(a, b) => a(...b)
//= after
(a, b) => a.apply(undefined, b)
//= call
f((...all) => all, { length: 1, 0: 2 })
