// Braces, branches and bodies that look empty.

//# An else belongs to the nearest if
//= before
function f(a, b) { if (a) if (b) return 1; else return 2; return 3; }
//= after
function f(a, b) { if (a) { if (b) return 1; } else return 2; return 3; }
//= call
f(false, false)

//# A statement after a branch without braces is not in it
//= before
function f(a) { if (a) { log(1); log(2); } }
//= after
function f(a) { if (a) log(1); log(2); }
//= call
f(false)

//# An empty branch still evaluates its test
//= before
function f(a) { if (a()) {} return 1; }
//= after
function f(a) { return 1; }
//= call
f(probe("a"))

//# An empty branch with an else is not the else
//= before
function f(a) { if (a) {} else log(1); }
//= after
function f(a) { if (a) log(1); }
//= call
f(true)

//# A branch that ends in a semicolon is empty
//= before
function f(a) { if (a) log(1); }
//= after
function f(a) { if (a); log(1); }
//= call
f(false)

//# A loop that ends in a semicolon is empty
//= before
function f() { for (let i = 0; i < 2; i++) log(1); }
//= after
function f() { for (let i = 0; i < 2; i++); log(1); }
//= call
f()

//# A loop with an empty body still evaluates its head
//= before
function f(a) { while (a.p++ < 2); return a; }
//= after
function f(a) { return a; }
//= call
f({ p: 0 })

//# An else that only declares a function is not empty
//= before
function f(a) { if (a) {} else { function g() {} } return typeof g; }
//= after
function f(a) { if (a) {} return typeof g; }
//= sloppy
//= call
f(false)

//# An else that only declares a var is not empty
//= before
function f(a) { if (a) {} else { var rate; } return typeof rate; }
//= after
function f(a) { if (a) {} return typeof rate; }
//= setup
const rate = 1;
//= call
f(true)

//# Code after a return may still declare a var
//= before
function f() { rate = 2; return rate; var rate; }
//= after
function f() { rate = 2; return rate; }
//= setup
const rate = 1;
//= call
f()

//# A return that is followed by a line break returns nothing
//= before
function f(a) { return a; }
//= after
function f(a) { return
a; }
//= call
f(1)

//# A return that is followed by a comment with a line break returns nothing
//= before
function f(a) { return /* the value */ a; }
//= after
function f(a) { return /* the
value */ a; }
//= call
f(1)

//# A throw is not a return
//= before
function f(a) { return a; }
//= after
function f(a) { throw a; }
//= call
f(1)

//# A return without a value is not a return of null
//= before
function f(a) { return; }
//= after
function f(a) { return null; }
//= call
f()

//# A value that is not returned is discarded
//= before
function f(a) { return a; }
//= after
function f(a) { a; }
//= call
f(1)

//# A line that starts with a bracket continues the line before
//= before
function f(a, b) { const c = a; [b].map(log); return c; }
//= after
function f(a, b) { const c = a
[b].map(log); return c; }
//= call
f([[3]], 0)

//# A line that starts with a parenthesis calls the line before
//= before
function f(a) { const b = a; (log)(1); return b; }
//= after
function f(a) { const b = a
(log)(1); return b; }
//= call
f(x => y => 2)

//# A line break before an increment makes it a prefix
//= before
function f(a, b) { a
++b
return [a, b] }
//= after
function f(a, b) { a++
b
return [a, b] }
//= call
f(1, 1)

//# A backtick on the next line makes a tag
//= before
function f(a) { const b = a; `x`; return b; }
//= after
function f(a) { const b = a
`x`; return b; }
//= call
f(() => 1)

//# An arrow with an empty block returns nothing, with an object in parentheses the object
//= before
() => ({})
//= after
() => {}
//= call
f()

//# An arrow's block with a label is not an object
//= before
() => ({ p: 1 })
//= after
() => { p: 1 }
//= call
f()

//# An arrow's expression is returned, a block's is not
//= before
a => a
//= after
a => { a; }
//= call
f(1)

//# An arrow's returned sequence ends in its last value
//= before
(a, b) => (a, b)
//= after
(a, b) => { return a, b, 1; }
//= call
f(2, 3)

//# An arrow's block that logs before it returns is not only its value
//= before
a => a
//= after
a => { log(a); return a; }
//= call
f(1)

//# A chain of && is not grouped across an ||
//= before
(a, b, c) => a && b || c
//= after
(a, b, c) => a && (b || c)
//= call
f(0, 1, 2)

//# A chain of || is not grouped across an &&
//= before
(a, b, c) => a || b && c
//= after
(a, b, c) => (a || b) && c
//= call
f(1, 2, 0)

//# A chain of ?? is not grouped across an ||
//= before
(a, b, c) => (a ?? b) || c
//= after
(a, b, c) => a ?? (b || c)
//= call
f(0, 1, 2)

//# A chain keeps the order of its operands
//= before
(a, b, c) => a && (b && c)
//= after
(a, b, c) => (b && a) && c
//= call
f(0, "", 1)

//# An assignment in a chain is not a chain
//= before
(a, b, c) => a && (b = c)
//= after
(a, b, c) => (a && b, b = c)
//= call
f(0, 1, 2)
