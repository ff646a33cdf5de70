// Parents of classes, `super`, and what is constructed.

//# A class without a parent is not one that extends Object
//= before
class A { m() { return Object.getPrototypeOf(A) === Object; } }
//= after
class A extends Object { m() { return Object.getPrototypeOf(A) === Object; } }
//= call
new f().m()

//# A class that extends null has no object to build
//= before
class A {}
//= after
class A extends null {}
//= call
new f()

//# A class's parent counts
//= before
() => class extends Map {}
//= after
() => class extends Set {}
//= call
new (f())() instanceof Map

//# The call of the parent passes its arguments
//= before
class A extends B { constructor(a) { super(a); } }
//= after
class A extends B { constructor(a) { super(); } }
//= setup
class B { constructor(a) { this.p = a; } }
//= call
new f(1)

//# A constructor that is left out passes all arguments
//= before
class A extends B {}
//= after
class A extends B { constructor() { super(); } }
//= setup
class B { constructor(a) { this.p = a; } }
//= call
new f(1)

//# A super method is not the same method again
//= before
class A extends B { m() { return super.m(); } }
//= after
class A extends B { m() { return new B().n(); } }
//= setup
class B { m() { return 1; } n() { return 2; } }
//= call
new f().m()

//# A super method keeps the receiver
//= before
class A extends B { m() { return super.m(); } }
//= after
class A extends B { m() { return B.prototype.m(); } }
//= setup
class B { m() { return this instanceof B; } }
//= call
[new f().m(), B.prototype instanceof B]

//# A constructor's new target is the class constructed, not the class written
//= before
class A { constructor() { this.p = new.target === A; } }
//= after
class A { constructor() { this.p = true; } }
//= call
new (class extends f {})().p

//# A constructor that never calls its parent has no this to look at
//= before
class A extends Object { constructor() { this; return {}; } }
//= after
class A extends Object { constructor() { return {}; } }
//= call
new f()

//# A constructor that never calls its parent ends where it first uses this
//= before
class A extends Object { constructor(a) { const self = this; a(); return [self]; } }
//= after
class A extends Object { constructor(a) { a(); return [this]; } }
//= call
new f(() => log(1))
