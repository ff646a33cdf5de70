// Blocks, hoisting and dead zones: where a variable lives, and from when.

//# A block whose let shadows is not its statements
//= before
function f(a) { { let b = a; b++; log(b); } let b = 5; return b; }
//= after
function f(a) { let b = 5; { b = a; b++; log(b); } return b; }
//= call
f(1)

//# A block's let does not outlive it
//= before
function f() { let a = 1; { let a = 2; } return a; }
//= after
function f() { let a = 1; { a = 2; } return a; }
//= call
f()

//# A block's const that shadows a free name ends with the block
//= before
function f() { { const rate = 2; log(rate); } return rate; }
//= after
function f() { const rate = 2; log(rate); return rate; }
//= setup
const rate = 1;
//= call
f()

//# A block's class that shadows a free name ends with the block
//= before
function f() { { class Rate { static p = 2; } log(Rate.p); } return Rate.p; }
//= after
function f() { class Rate { static p = 2; } log(Rate.p); return Rate.p; }
//= setup
class Rate { static p = 1; }
//= call
f()

//# A function in a block exists in strict code only there
//= before
function f() { { function g() {} } return typeof g; }
//= after
function f() { function g() {} return typeof g; }
//= strict
//= call
f()

//# A function in a block exists in sloppy code only after the block was entered
//= before
function f() { const before = typeof g; { function g() {} } return before; }
//= after
function f() { const before = typeof g; function g() {} return before; }
//= sloppy
//= call
f()

//# A function in a block that is not entered makes a variable without a value
//= before
function f(a) { if (a) { function g() {} } return typeof g; }
//= after
function f(a) { function g() {} if (a) { } return typeof g; }
//= sloppy
//= call
f(false)

//# A function in a block is copied outward when its declaration is evaluated
//= before
function f() { { function g() {} g = 1; } return typeof g; }
//= after
function f() { { g = 1; function g() {} } return typeof g; }
//= sloppy
//= call
f()

//# A function in a block does not replace a parameter of its name
//= before
function f(g) { { function g() {} } return typeof g; }
//= after
function f(a) { { function g() {} } return typeof g; }
//= sloppy
//= call
f(1)

//# A function in a block does not replace an outer let of its name
//= before
function f() { let g = 1; { { function g() {} } } return typeof g; }
//= after
function f() { var g = 1; { { function g() {} } } return typeof g; }
//= sloppy
//= call
f()

//# A function in a block is no variable outside if a let stands between
//= before
function f() { { let h = 1; { function g() {} } } return typeof g; }
//= after
function f() { { let g = 1; { function g() {} } } return typeof g; }
//= sloppy
//= call
f()

//# A generator in a block stays in it
//= before
function f() { { function g() {} } return typeof g; }
//= after
function f() { { function* g() {} } return typeof g; }
//= sloppy
//= call
f()

//# A function in a branch without braces makes a variable outside
//= before
function f(a) { if (a) function g() {} return typeof g; }
//= after
function f(a) { if (a) { let g = function () {}; } return typeof g; }
//= sloppy
//= call
f(true)

//# A function in a case of a switch is visible in all its cases
//= before
function f(a) { switch (a) { case 1: function g() { return 1; } case 2: return typeof g; } }
//= after
function f(a) { switch (a) { case 1: { function g() { return 1; } } case 2: return typeof g; } }
//= strict
//= call
f(2)

//# A case's let is visible in the later cases
//= before
function f(a) { let b = 1; switch (a) { case 1: let b = 2; default: return b; } }
//= after
function f(a) { let b = 1; switch (a) { case 1: { let b = 2; } default: return b; } }
//= call
f(1)

//# A let in its dead zone throws, a var is undefined
//= before
function f() { const b = a; let a = 1; return b; }
//= after
function f() { const b = a; var a = 1; return b; }
//= call
f()

//# A let in its dead zone is not the outer variable
//= before
function f(a) { { log(a); let b = 2; } }
//= after
function f(a) { { log(a); let a = 2; } }
//= call
f(1)

//# The type of a let in its dead zone throws
//= before
function f() { return typeof a; let b; }
//= after
function f() { return typeof a; let a; }
//= call
f()

//# A let that is initialised from its own name throws
//= before
function f(a) { { let b = a; return b; } }
//= after
function f(a) { { let a = a; return a; } }
//= call
f(1)

//# The list of a for-of loop is in the dead zone of its variable
//= before
function f(a) { for (const b of a) return b; }
//= after
function f(a) { for (const a of a) return a; }
//= call
f([1])

//# A class is in its dead zone until it is declared, a function is not
//= before
function f() { const a = typeof G; class G {} return a; }
//= after
function f() { const a = typeof G; function G() {} return a; }
//= call
f()

//# A function declaration is hoisted, a function in a variable is not
//= before
function f() { return g(); function g() { return 1; } }
//= after
function f() { return g(); var g = function () { return 1; }; }
//= call
f()

//# A default value does not see the body's variables
//= before
function f(a, g = () => a) { a = 2; return g(); }
//= after
function f(a, g = () => a) { var a; a = 2; return g(); }
//= call
f(1)

//# A default value does not see the body's var of a free name
//= before
function f(g = () => rate) { var rate = 2; return g(); }
//= after
function f(rate = 2, g = () => rate) { return g(); }
//= setup
const rate = 1;
//= call
f()

//# A default value does not see the body's functions
//= before
function f(g = typeof h) { function h() {} return g; }
//= after
function f(g) { function h() {} g = typeof h; return g; }
//= call
f()

//# A default value cannot see a later parameter
//= before
(a = b, b = 1) => [a, b]
//= after
(b = 1, a = b) => [a, b]
//= call
f()

//# A default value that reads its own parameter throws
//= before
(a, b = a) => b
//= after
(a, b = b) => b
//= call
f(1)

//# A body's var of a parameter's name starts with the argument
//= before
function f(a, b = 1) { var a; return a; }
//= after
function f(a, b = 1) { var c; return c; }
//= call
f(1)

//# A switch's variables are not those around it
//= before
function f(a) { let b = 1; switch (a) { case 1: b = 2; } return b; }
//= after
function f(a) { let b = 1; switch (a) { case 1: let b = 2; } return b; }
//= call
f(1)

//# A class's own name inside it is constant
//= before
() => { class A { static m() { return A === undefined; } } const B = A; A = undefined; return B.m(); }
//= after
() => { let A = class { static m() { return A === undefined; } }; const B = A; A = undefined; return B.m(); }
//= call
f()

//# A function's own name is constant inside, a variable around it is not
//= before
() => { let g = function h() { return typeof h; }; const k = g; g = 1; return k(); }
//= after
() => { let g = function () { return typeof g; }; const k = g; g = 1; return k(); }
//= call
f()

//# A name that a block's function may let out means the variable around its place
//= before
function f() { var g = 0; const read = () => g; { let g = 1; log(read()); log(g, g); } { function g() {} } }
//= after
function f() { var g = 0; { let g = 1; log((() => g)()); log(g, g); } { function g() {} } }
//= call
f()
//= sloppy

//# An arrow's arguments are not a variable of that name in another block
//= before
function f() { const read = () => arguments; { let arguments = log(1); log(read()); log(arguments); } }
//= after
function f() { { let arguments = log(1); log((() => arguments)()); log(arguments); } }
//= call
f(2)
//= sloppy

//# The test of a loop does not see a function of its body
//= before
function f() { var g = () => true; for (;;) { if (g()) break; return log(1); function g() { return false; } } }
//= after
function f() { var g = () => true; for (; !g();) { return log(1); function g() { return false; } } }
//= call
f()
//= sloppy

//# A variable without a value begins before what is called behind it
//= before
function f() { const read = () => x; let x; read(); return [x, x]; }
//= after
function f() { const read = () => x; read(); let x; return [x, x]; }
//= call
f()

//# A variable begins before its first value is looked for
//= before
function f(a) { a.push(() => x); let x; x = a[0](); return [x, x]; }
//= after
function f(a) { a.push(() => x); let x = a[0](); return [x, x]; }
//= call
f([])
