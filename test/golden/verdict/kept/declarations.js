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
