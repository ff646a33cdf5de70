// Code with direct `eval` or `with` looks names up while it runs.

//# Code in eval sees the names of locals
//= before
function f(a, code) { return eval(code); }
//= after
function f(b, code) { return eval(code); }
//= call
f(1, "typeof a")

//# Code in eval sees the names of locals around its function
//= before
a => code => eval(code)
//= after
b => code => eval(code)
//= call
f(1)("typeof a")

//# Code in eval sees blocks' variables
//= before
function f(code) { let a = 1; { let b = 2; return eval(code); } }
//= after
function f(code) { let a = 1; { let c = 2; return eval(code); } }
//= call
f("typeof b")

//# Code in eval can write to a let
//= before
function f(code) { let a = 1; eval(code); return a; }
//= after
function f(code) { const a = 1; eval(code); return a; }
//= call
f("a = 2")

//# An eval in parentheses sees locals too
//= before
function f(a, code) { return (eval)(code); }
//= after
function f(b, code) { return (eval)(code); }
//= call
f(1, "typeof a")

//# A variable named eval may hold eval
//= before
function f(a, eval) { return eval("typeof a"); }
//= after
function f(b, eval) { return eval("typeof a"); }
//= sloppy
//= call
f(1, eval)

//# Code in eval makes variables in sloppy code
//= before
function f(code) { eval(code); return typeof a; }
//= after
function f(code) { (0, eval)(code); return typeof a; }
//= setup
let a = 1n;
//= sloppy
//= call
f("var a = 2")

//# An indirect eval does not see locals
//= before
function f(a) { return eval("typeof a"); }
//= after
function f(a) { return (0, eval)("typeof a"); }
//= call
f(1)

//# An optional call of eval is indirect
//= before
function f(a) { return eval("typeof a"); }
//= after
function f(a) { return eval?.("typeof a"); }
//= call
f(1)

//# In a with statement names may be properties
//= before
function f(a, o) { with (o) return a; }
//= after
function f(b, o) { with (o) return b; }
//= sloppy
//= call
f(1, { a: 2 })

//# In a with statement an inner function's names may be properties
//= before
function f(a, o) { with (o) return () => a; }
//= after
function f(b, o) { with (o) return () => b; }
//= sloppy
//= call
f(1, { a: 2 })()

//# A with statement is not its body
//= before
function f(a, o) { with (o) return a; }
//= after
function f(a, o) { return a; }
//= sloppy
//= call
f(1, { a: 2 })

//# In a with statement a call through a comma has no receiver
//= before
function f(o) { with (o) return m(); }
//= after
function f(o) { with (o) return (0, m)(); }
//= sloppy
//= call
f({ v: 1, m() { return this.v; } })

//# A with statement's block is not flattened into it
//= before
function f(a, o) { with (o) { let a = 3; return a; } }
//= after
function f(a, o) { with (o) { a = 3; return a; } }
//= sloppy
//= call
[f(1, { set a(v) { log(v); }, get a() { return 4; } })]
