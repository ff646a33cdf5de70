// What strict and sloppy code tell apart: `this`, `arguments`, and the directive that decides.

//# The use of this is not the use of globalThis
//= before
function f() { return this; }
//= after
function f() { return globalThis; }
//= call
f.call({ p: 1 })

//# The use of this in strict code is not that in sloppy code
//= before
function f() { return this; }
//= after
function f() { "use strict"; return this; }
//= sloppy
//= call
f()

//# An escaped directive is none
//= before
function f() { "use strict"; return this; }
//= after
function f() { "use\x20strict"; return this; }
//= sloppy
//= call
f()

//# A directive with a continued line is none
//= before
function f() { "use strict"; return this; }
//= after
function f() { "use \
strict"; return this; }
//= sloppy
//= call
f()

//# A directive in parentheses is none
//= before
function f() { "use strict"; return this; }
//= after
function f() { ("use strict"); return this; }
//= sloppy
//= call
f()

//# A directive after a statement is none
//= before
function f() { "use strict"; const a = 1; return this; }
//= after
function f() { const a = 1; "use strict"; return this; }
//= sloppy
//= call
f()

//# A directive after an empty statement is none
//= before
function f() { "use strict"; return this; }
//= after
function f() { ; "use strict"; return this; }
//= sloppy
//= call
f()

//# A directive in a nested block is none
//= before
function f() { "use strict"; return this; }
//= after
function f() { { "use strict"; return this; } }
//= sloppy
//= call
f()

//# A directive's text in an expression is none
//= before
function f() { "a"; "use strict"; return this; }
//= after
function f() { "a" + "use strict"; return this; }
//= sloppy
//= call
f()

//# An arrow's block may have a directive, its expression may not
//= before
() => { "use strict"; return (function () { return this; })(); }
//= after
() => (function () { return this; })()
//= sloppy
//= call
f()

//# An inner function's directive ends with it
//= before
function f() { function g() { "use strict"; } return this; }
//= after
function f() { "use strict"; function g() {} return this; }
//= sloppy
//= call
f()

//# In sloppy code arguments and parameters are one
//= before
function f(a) { arguments[0] = 2; return a; }
//= after
function f(a) { "use strict"; arguments[0] = 2; return a; }
//= sloppy
//= call
f(1)

//# In sloppy code a parameter that is written shows in arguments
//= before
function f(a, b) { a = 9; return arguments[0]; }
//= after
function f(b, a) { a = 9; return arguments[0]; }
//= sloppy
//= call
f(1, 2)

//# In sloppy code a variable is no parameter, however it starts
//= before
function f(a) { a = 9; return arguments[0]; }
//= after
function f(b) { let a = b; a = 9; return arguments[0]; }
//= sloppy
//= call
f(1)

//# A default value separates arguments from parameters
//= before
function f(a) { a = 9; return arguments[0]; }
//= after
function f(a = 0) { a = 9; return arguments[0]; }
//= sloppy
//= call
f(1)

//# Of two parameters with one name the last is meant
//= before
function f(a, a) { return a; }
//= after
function f(a, b) { return a; }
//= sloppy
//= call
f(1, 2)

//# A var named arguments is the arguments until it is written
//= before
function f() { var arguments; return typeof arguments; }
//= after
function f() { var values; return typeof values; }
//= sloppy
//= call
f()

//# A let named arguments is an ordinary variable
//= before
function f() { let arguments; return typeof arguments; }
//= after
function f() { let values; return typeof arguments; }
//= sloppy
//= call
f()

//# A parameter named arguments is an ordinary parameter
//= before
function f(arguments) { return arguments; }
//= after
function f(a) { return arguments; }
//= sloppy
//= call
f(1)

//# A function named arguments is an ordinary function
//= before
function f() { return typeof arguments; function arguments() {} }
//= after
function f() { return typeof arguments; function values() {} }
//= sloppy
//= call
f()

//# A function's length does not count its rest parameter
//= before
function f(...a) { return a.length; }
//= after
function f(...a) { return f.length; }
//= call
f(1, 2)

//# Arguments are not an array
//= before
function f(...a) { return a; }
//= after
function f() { return arguments; }
//= call
f(1)
