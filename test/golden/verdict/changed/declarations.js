// Declarations whose place or value can be seen.

//# A literal before and behind what sees it
//= before
(a) => { let n = 1; const b = a(() => n++); return [b, n]; }
//= after
(a) => { const b = a(() => n++); let n = 1; return [b, n]; }
//= call
f((next) => next())

//# Two values of one variable
//= before
() => { var a = 1; var a = 2; return () => a++; }
//= after
() => { var a = 2; var a = 1; return () => a++; }
//= call
f()()

//# A var without a value keeps the one it has
//= before
() => { const all = []; for (let i = 0; i < 2; i++) { var a = undefined; all.push(a); a = i; } return all; }
//= after
() => { const all = []; for (let i = 0; i < 2; i++) { var a; all.push(a); a = i; } return all; }
//= call
f()

//# A let that another case of the switch reads
//= before
(a) => { switch (a) { case 1: let b = 1; case 2: return b; } }
//= after
(a) => { switch (a) { case 1: case 2: return 1; } }
//= call
f(2)

//# A let that another case of the switch may find without a value
//= before
(a) => { switch (a) { case 1: let b = [a]; return b; case 2: b = 1; } return 2; }
//= after
(a) => { switch (a) { case 1: var b = [a]; return b; case 2: b = 1; } return 2; }
//= call
f(2)

//# A var that another case of the switch reads
//= before
(a) => { switch (a) { case 1: var b = [a]; return b; case 2: return typeof b; } }
//= after
(a) => { switch (a) { case 1: let b = [a]; return b; case 2: return typeof b; } }
//= call
f(2)

//# A plus before a bigint, before and behind a call
//= before
(a) => { const b = +1n; a(); return b; }
//= after
(a) => { a(); return +1n; }
//= call
f(() => log(1))

//# An undefined variable gets a value that is used
//= before
(a) => { let b = undefined; b = a(); return [b, b]; }
//= after
(a) => { a(); return [undefined, undefined]; }
//= call
f(() => 1)

//# A variable with a literal gets another value before it is used
//= before
(a) => { for (;;) { var b = void 0; if (a()) { b = a(1); if (b === null) { return 1; } } else { break; } return [b, b]; } }
//= after
(a) => { for (;;) { if (a()) { a(1); if (void 0 === null) { return 1; } } else { break; } return [void 0, void 0]; } }
//= call
f((x) => x ?? 2)

//# A literal before and behind a call of a function that counts it up
//= before
(a) => { let count = 0; next(); log(count); return count; function next() { count += a; } }
//= after
(a) => { next(); let count = 0; log(count); return count; function next() { count += a; } }
//= call
f(1)

//# A literal before and behind a getter that reads it
//= before
() => { let a = 1; const { b } = { get b() { return typeof a; } }; return [a++, b, b]; }
//= after
() => { const { b } = { get b() { return typeof a; } }; let a = 1; return [a++, b, b]; }
//= call
f()

//# A first value that the next one reads
//= before
(a) => { let b = 1; b = a(() => b); return [b, b]; }
//= after
(a) => { let b = a(() => b); return [b, b]; }
//= call
f((read) => read())

//# A counter that begins outside of its loop, or in each turn
//= before
(a) => { let count = 0; for (const each of a) { count += each; log(count); } }
//= after
(a) => { for (const each of a) { let count = 0; count += each; log(count); } }
//= call
f([1, 2])

//# Literals that change places around a pattern, as sort-vars of eslint has it, where its getter sees them
//= before
(a) => { a.on = seen; var last = 0, { length } = a, count = 1; return [last, length, count]; function seen() { return typeof count + typeof last; } }
//= after
(a) => { a.on = seen; var count = 1, { length } = a, last = 0; return [last, length, count]; function seen() { return typeof count + typeof last; } }
//= call
f({ get length() { return this.on(); } })

//# A declared function exists before its block begins, a variable does not
//= before
(a) => { log(typeof g); function g() { return a; } return g(g); }
//= after
(a) => { log(typeof g); var g = function () { return a; }; return g(g); }
//= call
f(1)

//# A function that a sloppy block lets out is no variable of the block
//= before
function f(a) { if (a) { function g() { return a; } log(g, g); } return typeof g; }
//= after
function f(a) { if (a) { let g = function () { return a; }; log(g, g); } return typeof g; }
//= call
f(1)
//= sloppy

//# A case that is skipped declares its function, but gives no variable its value
//= before
(a) => { switch (a) { case 1: log(g(), g); break; default: function g() { return a; } } return a; }
//= after
(a) => { switch (a) { case 1: log(g(), g); break; default: let g = function () { return a; }; } return a; }
//= call
f(1)

//# Of two functions of one name the last one counts
//= before
function f(a) { function g() { return 1; } function g() { return 2; } return [g(), g(a)]; }
//= after
function f(a) { let g = function () { return 1; }; { function h() { return 2; } } return [g(), g(a)]; }
//= call
f(1)
