// `const` and `let` for a variable that is written once.

//# A variable that is never written again may be const or let
//= before
function f(a) { const b = a; return [b]; }
//= after
function f(a) { let b = a; return [b]; }

//# The variable of a for-of or for-in loop may be const or let
//= before
function f(a) { for (const x of [a, 1]) log(x); for (const k in { a }) log(k); }
//= after
function f(a) { for (let x of [a, 1]) log(x); for (let k in { a }) log(k); }

//# A pattern whose variables are never written again may be const or let
//= before
function f(a) { const { p, q: [r = 1] = [] } = a; return [p, r]; }
//= after
function f(a) { let { p, q: [r = 1] = [] } = a; return [p, r]; }

//# A variable that closures only read may be const or let
//= before
function f(a) { const b = { n: a }; const g = () => { b.n = 1; return b; }; return g(); }
//= after
function f(a) { let b = { n: a }; let g = () => { b.n = 1; return b; }; return g(); }

//# A const that shadows a written variable may be let
//= before
function f(a) { let b = 1; b = a; { const b = 2; log(b); } return b; }
//= after
function f(a) { let b = 1; b = a; { let b = 2; log(b); } return b; }

//# A const in a loop's head that is never written may be let
//= before
function f(a) { for (const n = a; ;) { log(n); break; } }
//= after
function f(a) { for (let n = a; ;) { log(n); break; } }

//# A const in a for-await loop may be let
//= before
async function f(a) { for await (const x of [a, 1]) log(x); }
//= after
async function f(a) { for await (let x of [a, 1]) log(x); }

//# A variable in its dead zone throws as const and as let
//= before
function f(a) { if (a) return b; const b = 1; return b; }
//= after
function f(a) { if (a) return b; let b = 1; return b; }

//# Declarations with literals, in another order
//= before
(a) => { let n = 0, isOpen = true; const stop = () => { isOpen = false; }; return (x) => { a(x, n++, stop); return isOpen; }; }
//= after
(a) => { let isOpen = true, n = 0; const stop = () => { isOpen = false; }; return (x) => { a(x, n++, stop); return isOpen; }; }
//= call
((g) => [g(1), g(2), g(3)])(f((x, n, stop) => { log(x, n); if (n) stop(); }))

//# Declarations of a loop with literals, in another order
//= before
(a) => { const c = []; for (let col = 1, row = 0, index = 0; index < 6; index++) { c.push([col, row]); if (++col >= a) col = ++row + 1; } return c; }
//= after
(a) => { const c = []; for (let col = 1, index = 0, row = 0; index < 6; index++) { c.push([col, row]); if (++col >= a) col = ++row + 1; } return c; }
//= call
f(3)

//# Declarations without values, in another order
//= before
(a) => { let x, y; if (a) { x = 1; y = a; } else { x = a; y = 2; } return [x, y, x]; }
//= after
(a) => { let y, x; if (a) { x = 1; y = a; } else { x = a; y = 2; } return [x, y, x]; }

//# Declarations without values that a declared function uses, in another order
//= before
(a) => { let y, x; function g() { x = y; y = a; return x; } g(); return [g(), x, y]; }
//= after
(a) => { let x, y; function g() { x = y; y = a; return x; } g(); return [g(), x, y]; }

//# A let without a value is undefined
//= before
(a) => { let x = undefined; if (a) { x = a; } return [x, x]; }
//= after
(a) => { let x; if (a) { x = a; } return [x, x]; }

//# A let without a value in a loop is undefined each time
//= before
(a) => { const all = []; for (const each of [1, 0, 2]) { let x = void 0; if (each) { x = a; } all.push(x, x); } return all; }
//= after
(a) => { const all = []; for (const each of [1, 0, 2]) { let x; if (each) { x = a; } all.push(x, x); } return all; }

//# A constant that holds a template without substitutions
//= before
(a) => { const sign = `#`; return [`${sign}/${a}`, sign]; }
//= after
(a) => [`#/${a}`, "#"]

//# A constant that holds undefined
//= before
(a) => { const none = undefined; return () => [a, none]; }
//= after
(a) => () => [a, void 0]
//= call
f(1)()

//# A block in a case of a switch
//= before
(a) => { switch (a) { case 1: { const b = [a]; return [b, b]; } default: { let b = a; b = [b, b]; return b; } } }
//= after
(a) => { switch (a) { case 1: const b = [a]; return [b, b]; default: let c = a; c = [c, c]; return c; } }
//= call
f(1)
//= call
f(2)

//# A var in a case of a switch
//= before
(a) => { switch (a) { case 1: { const b = [a]; log(b); return b; } } return a; }
//= after
(a) => { switch (a) { case 1: var b = [a]; log(b); return b; } return a; }
//= call
f(1)

//# A counter begins nearer to its loop
//= before
(a, b) => { let sum = 0; const list = a(b); for (const each of list) sum += each; return sum; }
//= after
(a, b) => { const list = a(b); let sum = 0; for (const each of list) sum += each; return sum; }
//= call
f((b) => { log(b); return [1, 2, b]; }, 3)

//# A counter that a later closure counts up
//= before
(a) => { let count = 0; log(a); const next = () => ++count; next(); return [next(), count]; }
//= after
(a) => { log(a); let count = 0; const next = () => ++count; next(); return [next(), count]; }

//# Literals around a pattern, in the order of their names
//= before
(a) => { let out = "", { length } = a, last = 0; for (; last < length; last++) out += a[last]; return [out, last]; }
//= after
(a) => { let last = 0, { length } = a, out = ""; for (; last < length; last++) out += a[last]; return [out, last]; }
//= call
f({ get length() { log("length"); return 2; }, 0: "x", 1: "y" })

//# A first value that nothing reads
//= before
(a) => { let b = 1; b = [a]; return [b, b]; }
//= after
(a) => { let b = [a]; return [b, b]; }

//# A value that is used behind the declaration of a counter
//= before
(a, b) => { const first = b(a); let count = 0; if (first) count++; b(count); return count; }
//= after
(a, b) => { let count = 0; if (b(a)) count++; b(count); return count; }
//= call
f(1, (each) => log(each) ?? each)

//# A declared function becomes the value of a variable at the beginning
//= before
(a) => { log(b(a)); let last = b; return [last(2), c(1)]; function b(n) { return c(n) + 1; } function c(n) { return n * 2; } }
//= after
(a) => { const b = function (n) { return c(n) + 1; }, c = function (n) { return n * 2; }; log(b(a)); let last = b; return [last(2), c(1)]; }
//= call
f(3)

//# A block's own function, as tools write it for old engines
//= before
function f(a) { if (a) { log(g(a), g); function g(n) { return n > 0 ? g(n - 1) : "done"; } } return a; }
//= after
function f(a) { if (a) { let g2 = function (n) { return n > 0 ? g2(n - 1) : "done"; }; var g = g2; log(g2(a), g2); } return a; }
//= call
f(3)

//# A var that a declared function uses
//= before
(a) => { var n; n = a; return [next(), next(), n]; function next() { return [n]; } }
//= after
(a) => { function next() { return [n]; } let n; n = a; return [next(), next(), n]; }
//= call
f(3)
