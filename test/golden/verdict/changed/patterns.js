// Destructuring: what is read, in which order, and what is taken when it is missing.

//# A pattern reads in its order
//= before
({ p, q }) => [p, q]
//= after
({ q, p }) => [p, q]
//= call
f(probe("a"))

//# A pattern's key is not its variable
//= before
({ p: q }) => q
//= after
({ q: p }) => p
//= call
f({ p: 1, q: 2 })

//# A pattern's computed key is not the key of that name
//= before
(p, { p: a }) => a
//= after
(p, { [p]: a }) => a
//= call
f("q", { p: 1, q: 2 })

//# A pattern's default is taken for undefined only
//= before
({ p = 1 }) => p
//= after
({ p }) => p ?? 1
//= call
f({ p: null })

//# A pattern's defaults differ
//= before
({ p = 1 }) => p
//= after
({ p = 2 }) => p
//= call
f({})

//# A pattern's default reads the variables before it
//= before
({ p, q = p }) => q
//= after
({ q = p, p }) => q
//= call
f({ p: 1 })

//# A whole pattern's default is not its parts'
//= before
({ p = 1 } = {}) => p
//= after
({ p } = { p: 1 }) => p
//= call
f({})

//# A pattern without a default throws for a missing value
//= before
({ p } = {}) => p
//= after
({ p }) => p
//= call
f()

//# An array pattern reads an iterator, an object pattern reads keys
//= before
([a]) => a
//= after
({ 0: a }) => a
//= call
f({ 0: 1 })

//# An array pattern's hole skips a value
//= before
([, a]) => a
//= after
([a]) => a
//= call
f([1, 2])

//# An array pattern's rest is not its next value
//= before
([a, ...b]) => b
//= after
([a, b]) => b
//= call
f([1, 2])

//# An object pattern's rest leaves out what was named
//= before
({ p, ...rest }) => rest
//= after
({ ...rest }) => rest
//= call
f({ p: 1, q: 2 })

//# A nested pattern is not a flat one
//= before
({ p: { q } }) => q
//= after
({ q }) => q
//= call
f({ p: { q: 1 }, q: 2 })

//# A pattern that reads nothing still needs an object
//= before
({}) => 1
//= after
a => 1
//= call
f(null)

//# An empty array pattern still asks for the iterator
//= before
([]) => 1
//= after
({}) => 1
//= call
f({})

//# Exchanging by a pattern is not assigning one by one
//= before
function f(a, b) { [a, b] = [b, a]; return [a, b]; }
//= after
function f(a, b) { a = b; b = a; return [a, b]; }
//= call
f(1, 2)

//# A pattern's targets are evaluated before their values are read
//= before
(a, b) => { [a().p] = b; }
//= after
(a, b) => { const [v] = b; a().p = v; }
//= call
f(probe("a"), (function* () { log(1); yield 2; })())

//# An assignment pattern yields the whole value
//= before
(a, b) => ({ p: a } = b)
//= after
(a, b) => a = b.p
//= call
f(0, { p: 1 })

//# An array pattern closes its iterator
//= before
a => { const [b] = a; return b; }
//= after
a => { const [...all] = a; return all[0]; }
//= call
f((function* () { try { yield 1; log(2); } finally { log(3); } })())

//# A pattern's read key stays when its local is renamed
//= before
({ p: a, q: b }) => [a, b]
//= after
({ p: b, q: a }) => [a, b]
//= call
f({ p: 1, q: 2 })
