// Optional chains, and how far they reach.

//# An optional read is not a read
//= before
a => a?.b
//= after
a => a.b
//= call
f(null)

//# A chain in parentheses ends there
//= before
a => a?.b.c
//= after
a => (a?.b).c
//= call
f(null)

//# A chain with a call in parentheses ends there
//= before
a => a?.b()
//= after
a => (a?.b)()
//= call
f(null)

//# A chain in parentheses before a computed property ends there
//= before
a => a?.b["c"]
//= after
a => (a?.b)["c"]
//= call
f(null)

//# The place of the question mark counts
//= before
a => a?.b.c
//= after
a => a.b?.c
//= call
f({})

//# An optional call is not an optional read
//= before
a => a?.b()
//= after
a => a.b?.()
//= call
f({})

//# A chain yields undefined, not its start
//= before
a => a?.b
//= after
a => a && a.b
//= call
f(null)

//# A chain stops before it evaluates the rest
//= before
(a, b) => a?.[b()]
//= after
(a, b) => { const key = b(); return a?.[key]; }
//= call
f(null, probe("b"))

//# A chain stops for null and undefined only
//= before
a => a?.length
//= after
a => a ? a.length : undefined
//= call
f("")

//# A deleted chain is not a chain
//= before
a => delete a?.b
//= after
a => a?.b
//= call
f({ b: 1 })

//# A deleted optional property is not one that must be there
//= before
a => delete a?.b
//= after
a => delete a.b
//= call
f(null)

//# An optional computed property is not the property of that name
//= before
(a, b) => a?.[b]
//= after
(a, b) => a?.b
//= call
f({ b: 1, c: 2 }, "c")

//# A conditional with a fraction is not a chain
//= before
(a, b) => a?.5:b
//= after
(a, b) => a?.[5]
//= call
f(true, 1)

//# Properties are read in order
//= before
a => [a.p, a.q]
//= after
a => { const q = a.q; return [a.p, q]; }
//= call
f(probe("a"))

//# A nested property is not the outer one
//= before
a => a.b.c
//= after
a => a.c
//= call
f({ b: { c: 1 }, c: 2 })

//# A computed key is converted after its object is evaluated
//= before
(a, b) => a()[b()]
//= after
(a, b) => { const key = b(); return a()[key]; }
//= call
f(probe("a"), probe("b"))

//# A chain in parentheses is called without asking whether it ended
//= before
a => (a?.b)?.()
//= after
a => (a?.b)()
//= call
f(null)
