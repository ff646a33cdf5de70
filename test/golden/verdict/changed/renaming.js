// Renamings that change which variable is meant.

//# A closure's parameter is not the outer one
//= before
a => b => a
//= after
a => b => b
//= call
f(1)(2)

//# Exchanging two parameters but not their uses changes the function
//= before
(a, b) => a - b
//= after
(b, a) => a - b
//= call
f(1, 2)

//# Exchanging two uses changes the function
//= before
function f(a, b) { const c = a, d = b; return [c, d]; }
//= after
function f(a, b) { const c = a, d = b; return [d, c]; }
//= call
f(1, 2)

//# An inner variable that takes a used outer name captures it
//= before
function f(a) { const g = b => [a, b]; return g(2); }
//= after
function f(a) { const g = a => [a, a]; return g(2); }
//= call
f(1)

//# A block's variable that takes a used outer name captures it
//= before
function f(a) { { let b = 2; log(a, b); } }
//= after
function f(a) { { let a = 2; log(a, a); } }
//= call
f(1)

//# A free name that is renamed is another variable
//= before
() => rate
//= after
() => ratio
//= setup
const rate = 1, ratio = 2;
//= call
f()

//# A free name that becomes a parameter is no longer free
//= before
function f(a) { return [a, rate]; }
//= after
function f(rate) { return [rate, rate]; }
//= setup
const rate = 1;
//= call
f(2)

//# A parameter that becomes a free name is free
//= before
function f(a) { return a; }
//= after
function f(b) { return a; }
//= setup
const a = 1;
//= call
f(2)

//# A free name that is spelled like a canonical local is free
//= before
function f(a) { return a; }
//= after
function f(a) { return $0; }
//= setup
const $0 = 1, _0 = 1, v0 = 1;
//= call
f(2)

//# A free name that a later var declares is local throughout
//= before
function f() { return typeof rate; }
//= after
function f() { return typeof rate; var rate; }
//= setup
const rate = 1;
//= call
f()

//# A var in a branch that never runs is local throughout
//= before
function f() { rate = 2; return globalThis.rate; }
//= after
function f() { rate = 2; if (false) { var rate; } return globalThis.rate; }
//= setup
var rate = 1;
//= call
f()

//# A free name that a later inner function declares is local throughout
//= before
function f() { return helper(); }
//= after
function f() { return helper(); function helper() { return 2; } }
//= setup
function helper() { return 1; }
//= call
f()

//# Of two inner functions with one name the last is meant
//= before
function f() { return g(); function g() { return 1; } function g() { return 2; } }
//= after
function f() { return g(); function g() { return 2; } function g() { return 1; } }
//= call
f()

//# A shadowed undefined is a variable
//= before
undefined => undefined
//= after
a => undefined
//= call
f(1)

//# A shadowed NaN is a variable
//= before
(a, NaN) => NaN
//= after
(a, b) => NaN
//= call
f(1, 2)

//# A shadowed Error is a variable
//= before
Error => new Error()
//= after
a => new Error()
//= call
f(Map)

//# A function's own name is shadowed by its parameter
//= before
function g(g) { return typeof g; }
//= after
function g(a) { return typeof g; }
//= call
f(1)

//# A function's own name is shadowed by its variable
//= before
a => (function g() { var g; return typeof g; })()
//= after
a => (function g() { var h; return typeof g; })()
//= call
f()

//# A use of a function's own name is not a free name
//= before
function g() { return typeof g; }
//= after
function h() { return typeof g; }
//= setup
const g = 1;
//= call
f()

//# A recursive call is not a call of another function
//= before
function fact(n) { return n > 1 ? n * fact(n - 1) : 1; }
//= after
function factorial(n) { return n > 1 ? n * fact(n - 1) : 1; }
//= setup
const fact = n => 100;
//= call
f(4)

//# A catch parameter shadows a parameter
//= before
function f(a) { try { throw 1; } catch (a) { return a; } }
//= after
function f(a) { try { throw 1; } catch (b) { return a; } }
//= call
f(2)

//# A var with the name of the catch parameter is initialised inside and undefined outside
//= before
function f() { try { throw 1; } catch (e) { var e = 2; } return e; }
//= after
function f() { try { throw 1; } catch (e) { var g = 2; } return g; }
//= call
f()

//# A loop's var with the catch parameter's name writes to the catch parameter
//= before
function f() { try { throw 1; } catch (e) { for (var e in { p: 1 }) log(e); } return e; }
//= after
function f() { try { throw 1; } catch (g) { for (var e in { p: 1 }) log(e); } return e; }
//= call
f()
