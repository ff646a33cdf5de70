// `{ a: a }` and `{ a }`, in objects and in patterns.

//# A key that repeats its variable may be shortened
//= before
(a, b) => ({ a: a, b: b })
//= after
(a, b) => ({ a, b })

//# A key that repeats a free name may be shortened
//= before
() => ({ rate: rate })
//= after
() => ({ rate })
//= setup
const rate = 7;

//# A key in a parameter's pattern may be shortened
//= before
({ a: a, b: b = 1 }) => [a, b]
//= after
({ a, b = 1 }) => [a, b]

//# A key in a declaration's pattern may be shortened
//= before
function f(o) { const { a: a, ...rest } = o; return [a, rest]; }
//= after
function f(o) { const { a, ...rest } = o; return [a, rest]; }
//= call
f({ a: 1, b: 2, c: 3 })

//# A key in an assignment pattern may be shortened
//= before
function f(o, a, b) { ({ a: a, b: b = 2 } = o); return [a, b]; }
//= after
function f(o, a, b) { ({ a, b = 2 } = o); return [a, b]; }

//# A quoted key that repeats its variable may be shortened
//= before
a => ({ "a": a })
//= after
a => ({ a })

//# A renamed variable keeps its key
//= before
a => ({ a })
//= after
b => ({ a: b })

//# A renamed variable keeps the key of its pattern
//= before
({ a, b = a }) => [a, b]
//= after
({ a: x, b: y = x }) => [x, y]

//# A renamed variable may take on another key's name
//= before
(a, b) => ({ a, b })
//= after
(b, a) => ({ a: b, b: a })

//# In a pattern the key of the prototype is ordinary
//= before
({ __proto__: p }) => p === null
//= after
({ __proto__ }) => __proto__ === null
