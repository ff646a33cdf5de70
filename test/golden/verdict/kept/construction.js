// `new Foo` and `new Foo()`.

//# A construction without arguments needs no parentheses
//= before
A => new A()
//= after
A => new A
//= call
f(class A { p = 1; })

//# A member is constructed with or without parentheses
//= before
a => [new a.B.C(), new a["B"].C().p]
//= after
a => [new a.B.C, (new a["B"].C).p]
//= call
f({ B: { C: class C { p = 1; } } })

//# What a call returns is constructed with or without parentheses
//= before
a => new (a())()
//= after
a => new (a())
//= call
f(() => Map)

//# A construction of a construction binds its parentheses innermost first
//= before
A => new (new A())()
//= after
A => new new A
//= call
f(function () { return class B { p = 1; }; })

//# A construction without parentheses may be called through a pair of them
//= before
A => (new A())(1)
//= after
A => (new A)(1)
//= call
f(function () { return x => [x]; })

//# A free constructor needs no parentheses
//= before
() => [new Set(), new Date(0), new Error()]
//= after
() => [new Set, new Date(0), new Error]
