// What is not evaluated first, or is seen by what is.

//# An assignment behind a read of the variable
//= before
(a, b) => a + (a = b)
//= after
(a, b) => { a = b; return a + a; }
//= call
f(1, 2)

//# An assignment behind a call
//= before
(a, b) => { let c = 0; const g = () => c; return g() + (c = b); }
//= after
(a, b) => { let c = 0; const g = () => c; c = b; return g() + c; }
//= call
f(1, 2)

//# An assignment behind a member
//= before
(a, b) => { let c; return a.x === (c = b()) && c; }
//= after
(a, b) => { let c = b(); return a.x === c && c; }
//= call
f({ get x() { log("x"); return 1; } }, () => { log("b"); return 1; })

//# An assignment to a member is worth what was assigned
//= before
(a, b) => [a ? (a.x = b) : 0]
//= after
(a, b) => [a ? (a.x = b, a.x) : 0]
//= call
f({ get x() { return 1; }, set x(v) {} }, 2)

//# An assignment to a constant
//= before
(a) => { const c = 1; return [(c = a)]; }
//= after
(a) => { const c = 1; return [c]; }
//= call
f(2)

//# A function's own name, which sloppy code does not write
//= sloppy
//= before
function f(a) { return (f = a) === a; }
//= after
function f(a) { f = a; return f === a; }
//= call
f(1)

//# A counter that counts behind
//= before
(a) => { if (a++ > 1) { return 1; } return a; }
//= after
(a) => { a++; if (a > 1) { return 1; } return a; }
//= call
f(1)

//# An assignment in the test of a loop
//= before
(a) => { let b = 0; while ((b = a())) { log(b); } }
//= after
(a) => { let b = a(); while (b) { log(b); b = 0; } }
//= call
(() => { let n = 3; f(() => n-- > 0 && n); })()

//# Steps behind a value that is no boolean
//= before
(a, b) => a && (log(b), b)
//= after
(a, b) => { if (a) { log(b); return b; } return false; }
//= call
f(0, 1)

//# Steps within a test that has another side
//= before
(a, b) => { if (a && (log(b), b)) { log(1); } else { log(2); } }
//= after
(a, b) => { if (a) { log(b); if (b) { log(1); } else { log(2); } } }
//= call
f(0, 1)

//# Steps within a test of several that come later
//= before
(a, b) => { if (a && b && (log(b), b > 1)) { log(1); } }
//= after
(a, b) => { if (a && (log(b), b > 1)) { if (b) { log(1); } } }
//= call
f(1, 0)

//# A constant that is used once, behind another value of an object
//= before
(a, b) => { const c = a(b); return { d: a(1), c }; }
//= after
(a, b) => ({ d: a(1), c: a(b) })
//= call
f((x) => { log(x); return x; }, 2)

//# A constant that is used once, behind a computed name
//= before
(a, b) => { const c = a(); return { [b]: c }; }
//= after
(a, b) => ({ [b]: a() })
//= call
f(() => log("a"), { toString() { log("name"); return "x"; } })

//# A constant that is used once, behind what is spread
//= before
(a, b) => { const c = a(); return { ...b, c }; }
//= after
(a, b) => ({ ...b, c: a() })
//= call
f(() => { log("a"); return 1; }, { get x() { log("x"); return 1; } })
