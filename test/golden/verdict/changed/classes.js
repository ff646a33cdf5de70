// Members of classes: their kinds, their order, and when they are evaluated.

//# A field is not a method
//= before
class A { m = () => 1; }
//= after
class A { m() { return 1; } }
//= call
Object.keys(new f())

//# A field is not an assignment in the constructor
//= before
class A extends B { p = 1; }
//= after
class A extends B { constructor() { super(); this.p = 1; } }
//= setup
class B { set p(v) { log(v); } }
//= call
Object.keys(new f())

//# A static member is not the instance's
//= before
class A { static m() { return 1; } }
//= after
class A { m() { return 1; } }
//= call
f.m()

//# A static field is not the instance's
//= before
class A { static p = 1; }
//= after
class A { p = 1; }
//= call
new f()

//# Fields are evaluated in order
//= before
class A { p = 1; q = 2; }
//= after
class A { q = 2; p = 1; }
//= call
new f()

//# A field sees those before it
//= before
class A { p = 1; q = this.p; }
//= after
class A { q = this.p; p = 1; }
//= call
new f().q

//# Methods keep their order
//= before
class A { m() {} n() {} }
//= after
class A { n() {} m() {} }
//= call
Object.getOwnPropertyNames(f.prototype)

//# A field without a value is there all the same
//= before
class A { p; }
//= after
class A {}
//= call
new f()

//# Computed names are evaluated before fields
//= before
class A { static p = log(1); static [log(2)] = 3; }
//= after
class A { static p = log(1); static undefined = (log(2), 3); }
//= call
f.undefined

//# A static block is evaluated once, a constructor at each construction
//= before
class A { static { log(1); } }
//= after
class A { constructor() { log(1); } }
//= call
[new f(), new f()]

//# A static block runs between the fields around it
//= before
class A { static p = 1; static { this.r = this.q; } static q = 2; }
//= after
class A { static p = 1; static q = 2; static { this.r = this.q; } }
//= call
f.r

//# Two static blocks have scopes of their own
//= before
class A { static { var rate = 2; } static { this.p = rate; } }
//= after
class A { static { var rate = 2; this.p = rate; } }
//= setup
const rate = 1;
//= call
f.p

//# A static method named prototype cannot be, an instance's can
//= before
() => class { ["prototype"]() { return 1; } }
//= after
() => class { static ["prototype"]() { return 1; } }
//= call
new (f())().prototype()

//# A getter in a class is not a method
//= before
class A { get p() { return 1; } }
//= after
class A { p() { return 1; } }
//= call
new f().p

//# A getter with a setter is not a getter alone
//= before
class A { get p() { return 1; } set p(v) { log(v); } }
//= after
class A { get p() { return 1; } }
//= call
new f().p = 2

//# A private method is not a private field
//= before
class A { #m() { return 1; } set() { this.#m = 2; } }
//= after
class A { #m = () => 1; set() { this.#m = 2; } }
//= call
new f().set()

//# Two private names that are exchanged in their uses are two
//= before
class A { #p = 1; #q = 2; m() { return this.#p; } }
//= after
class A { #p = 1; #q = 2; m() { return this.#q; } }
//= call
new f().m()

//# A private name in an inner class that takes the outer's name hides it
//= before
class A { #p = 1; m() { const outer = this; return new (class { #q = 2; n() { return outer.#p; } })().n(); } }
//= after
class A { #p = 1; m() { const outer = this; return new (class { #p = 2; n() { return outer.#p; } })().n(); } }
//= call
new f().m()

//# A test for a private name is not a test for a property
//= before
class A { #p = 1; static has(o) { return #p in o; } }
//= after
class A { #p = 1; static has(o) { return "p" in o; } }
//= call
f.has(new f())

//# A private static is not a private field
//= before
class A { static #p = 1; static m(o) { return o.#p; } }
//= after
class A { #p = 1; static m(o) { return o.#p; } }
//= call
f.m(f)

//# A class cannot be called, a function can
//= before
class A {}
//= after
function A() {}
//= call
typeof f()

//# A class body is strict
//= before
() => new (class A { m() { return (function () { return this; })(); } })().m()
//= after
() => ({ m() { return (function () { return this; })(); } }).m()
//= sloppy
//= call
f() === undefined

//# A class's methods do not show among its keys, an object's do
//= before
() => Object.keys(new (class A { m() {} })())
//= after
() => Object.keys({ m() {} })
//= call
f()

//# A static field's this is the class
//= before
class A { static p = this; }
//= after
class A { static p = globalThis; }
//= call
f.p === f

//# A field's arrow keeps its instance
//= before
class A { m = () => this; }
//= after
class A { m = function () { return this; }; }
//= call
(0, new f().m)() === undefined

//# A generator method is not a method
//= before
class A { *m() { return 1; } }
//= after
class A { m() { return 1; } }
//= call
new f().m()

//# An async method is not a method
//= before
class A { async m() { return 1; } }
//= after
class A { m() { return 1; } }
//= call
new f().m()

//# A static async generator is not an instance's
//= before
class A { static async *m() { yield 1; } }
//= after
class A { async *m() { yield 1; } }
//= call
f.m()

//# A field named static is not a static field
//= before
class A { static; p = 1; }
//= after
class A { static p = 1; }
//= call
new f()

//# A field named get before a method is not a getter
//= before
class A { get; m() { return 1; } }
//= after
class A { get m() { return 1; } }
//= call
new f().m

//# A class's own name in its heritage is in its dead zone
//= before
() => { class A extends (class {}) {} return 1; }
//= after
() => { class A extends A {} return 1; }
//= setup
class A {}
//= call
f()
