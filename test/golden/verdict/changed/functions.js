// Kinds of functions, and how they are called.

//# An arrow's this is not a function's
//= before
() => (() => this)
//= after
() => (function () { return this; })
//= call
f.call(1).call(2) === f.call(1).call(3)

//# An arrow cannot be constructed
//= before
() => function () {}
//= after
() => () => {}
//= call
typeof new (f())()

//# A method cannot be constructed
//= before
() => ({ m: function () {} })
//= after
() => ({ m() {} })
//= call
typeof new (f().m)()

//# An arrow's arguments are its surroundings'
//= before
function f() { return (() => arguments.length)(1, 2); }
//= after
function f() { return (function () { return arguments.length; })(1, 2); }
//= call
f(1)

//# A getter is not a method
//= before
() => ({ get p() { return 1; } })
//= after
() => ({ p() { return 1; } })
//= call
f().p

//# A getter is not a setter
//= before
() => ({ get p() { return 1; } })
//= after
() => ({ set p(v) { return 1; } })
//= call
f().p

//# A getter is not a value
//= before
() => ({ get p() { return log(1); } })
//= after
() => ({ p: log(1) })
//= call
(f(), 1)

//# A call is not its function
//= before
a => a()
//= after
a => a
//= call
f(() => 1)

//# A call is not a construction
//= before
a => a()
//= after
a => new a()
//= call
f(function () { return 1; })

//# A construction's arguments belong to it
//= before
a => new (a())()
//= after
a => new a()()
//= call
f(function () { return function () { this.p = 1; }; })

//# A construction of a member is not a member of a construction
//= before
a => new a.b()
//= after
a => new a().b
//= call
f(Object.assign(function () { this.b = 1; }, { b: function () { this.c = 2; } }))

//# A construction without parentheses is not called
//= before
a => new a
//= after
a => (new a)()
//= call
f(function () { return () => 1; })

//# A construction of a call's result is not a call's construction
//= before
a => new a.b().c
//= after
a => new (a.b().c)
//= call
f({ b: function () { this.c = 1; return { c: function () { this.d = 2; } }; } })

//# The number of arguments counts
//= before
a => a(1)
//= after
a => a(1, undefined)
//= call
f(function () { return arguments.length; })

//# The order of arguments counts
//= before
(a, b, c) => a(b, c)
//= after
(a, b, c) => a(c, b)
//= call
f((x, y) => x - y, 1, 2)

//# Arguments are evaluated in order
//= before
(a, b) => [a(), b()]
//= after
(a, b) => { const later = b(); return [a(), later]; }
//= call
f(probe("a"), probe("b"))

//# A call's function is evaluated before its arguments
//= before
(a, b) => a.m(b.n)
//= after
(a, b) => { const n = b.n; return a.m(n); }
//= call
f(probe("a"), probe("b"))

//# A method that is called through a comma has no receiver
//= before
o => o.m()
//= after
o => (0, o.m)()
//= call
f({ v: 1, m() { "use strict"; return this === undefined; } })

//# A method that is called through a variable has no receiver
//= before
o => o.m()
//= after
o => { const m = o.m; return m(); }
//= call
f({ v: 1, m() { "use strict"; return this === undefined; } })

//# A method that is called through a conditional has no receiver
//= before
o => (o.m)()
//= after
o => (true && o.m)()
//= call
f({ v: 1, m() { "use strict"; return this === undefined; } })

//# The length of an inner function counts where the code reads it
//= before
() => ((a, b) => a).length
//= after
() => ((a, b = 1) => a).length
//= call
f()

//# The target of new is not the function called
//= before
function f() { return new.target; }
//= after
function f() { return f; }
//= call
f() === undefined
