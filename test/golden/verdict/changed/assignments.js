// Assignment, update and declaration.

//# An assignment is not a compound assignment
//= before
function f(a, b) { a = b; return a; }
//= after
function f(a, b) { a += b; return a; }
//= call
f(1, 2)

//# Adding is not subtracting in place
//= before
function f(a, b) { a += b; return a; }
//= after
function f(a, b) { a -= b; return a; }
//= call
f(1, 2)

//# A compound assignment differs by its operator's reach
//= before
function f(a, b) { a >>= b; return a; }
//= after
function f(a, b) { a >>>= b; return a; }
//= call
f(-1, 1)

//# Assigning to the falsy is not assigning to the missing
//= before
function f(a, b) { a ||= b; return a; }
//= after
function f(a, b) { a ??= b; return a; }
//= call
f(0, 1)

//# A logical assignment does not write when it stops
//= before
o => { o.p ||= o.p; }
//= after
o => { o.p = o.p || o.p; }
//= call
f({ get p() { return 1; }, set p(v) { log(v); } })

//# A compound assignment evaluates its object once
//= before
a => a().p += 1
//= after
a => a().p = a().p + 1
//= call
f(probe("a"))

//# Incrementing before is not incrementing after
//= before
a => ++a
//= after
a => a++
//= call
f(1)

//# Incrementing is not decrementing
//= before
function f(a) { a++; return a; }
//= after
function f(a) { a--; return a; }
//= call
f(1)

//# Incrementing a string is not adding one
//= before
function f(a) { a++; return a; }
//= after
function f(a) { a += 1; return a; }
//= call
f("1")

//# An assignment is not a comparison
//= before
(a, b) => a = b
//= after
(a, b) => a == b
//= call
f(1, 2)

//# A chain of assignments writes its last value everywhere
//= before
(a, b, c) => (a = b = c, [a, b])
//= after
(a, b, c) => (a = b, b = c, [a, b])
//= call
f(1, 2, 3)

//# A declaration without a value is not an assignment in a loop
//= before
function f() { const out = []; for (const a of [1, 2]) { var b; out.push(b); b = a; } return out; }
//= after
function f() { const out = []; for (const a of [1, 2]) { var b = undefined; out.push(b); b = a; } return out; }
//= call
f()

//# A let without a value starts anew in each turn, a var does not
//= before
function f() { const out = []; for (const a of [1, 2]) { let b; out.push(b); b = a; } return out; }
//= after
function f() { const out = []; for (const a of [1, 2]) { var b; out.push(b); b = a; } return out; }
//= call
f()

//# A const that is written throws
//= before
function f(a) { let b = a; b = 2; return b; }
//= after
function f(a) { const b = a; b = 2; return b; }
//= call
f(1)

//# A const that a closure writes throws
//= before
function f(a) { let b = a; const g = () => { b = 2; }; g(); return b; }
//= after
function f(a) { const b = a; const g = () => { b = 2; }; g(); return b; }
//= call
f(1)

//# A const that a pattern writes throws
//= before
function f(a) { let b = 1; [b] = a; return b; }
//= after
function f(a) { const b = 1; [b] = a; return b; }
//= call
f([2])

//# A const that a loop's head writes throws
//= before
function f(a) { let b = 1; for (b of a); return b; }
//= after
function f(a) { const b = 1; for (b of a); return b; }
//= call
f([2])

//# A const that its loop increments throws
//= before
function f() { for (let i = 0; i < 2; i++) log(i); }
//= after
function f() { for (const i = 0; i < 2; i++) log(i); }
//= call
f()

//# A const whose write is never evaluated still throws when it is
//= before
function f(a) { let b = 1; if (a) b++; return b; }
//= after
function f(a) { const b = 1; if (a) b++; return b; }
//= call
f(true)

//# A function expression cannot write its own name
//= before
function f() { return (function g() { g = 1; return typeof g; })(); }
//= after
function f() { return (function h() { let g; g = 1; return typeof g; })(); }
//= call
f()
