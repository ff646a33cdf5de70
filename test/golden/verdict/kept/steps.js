// What is evaluated first may stand before the statement.

//# An assignment at the beginning of a test
//= before
(a, b) => { if ((a = b(a)).length) { log(a); } return a; }
//= after
(a, b) => { a = b(a); if (a.length) { log(a); } return a; }
//= call
f(1, (x) => [x])

//# An assignment at the beginning of a returned value
//= before
(a) => (a = String(a)) && a.slice(1) + a
//= after
(a) => { a = String(a); return a && a.slice(1) + a; }

//# Assignments within assignments
//= before
(a, b) => { let x, y; x = (y = b(a)) + 1; return [x, y, (x = y) - 1, x]; }
//= after
(a, b) => { let y = b(a); let x = y + 1; return [x, y, (x = y) - 1, x]; }
//= call
f(1, (x) => x + 1)

//# A variable that is assigned what it says of itself
//= before
(a) => { a = (a = [a]).concat(a); return a; }
//= after
(a) => { a = [a]; a = a.concat(a); return a; }

//# An assignment as the object of what is assigned
//= before
(a, b) => { (a = b()).x = a; return a === a.x; }
//= after
(a, b) => { a = b(); a.x = a; return a === a.x; }
//= call
f(0, () => ({}))

//# An assignment behind a variable that is never written
//= before
(a, b) => { if (b[a = b.length - 1] === 3) { log(a); } return a; }
//= after
(a, b) => { a = b.length - 1; if (b[a] === 3) { log(a); } return a; }
//= call
f(0, [1, 3])

//# A counter at the beginning of a test
//= before
(a, b) => { if (++a > b) { a = 0; } return a; }
//= after
(a, b) => { ++a; if (a > b) { a = 0; } return a; }

//# A compound assignment at the beginning of a test
//= before
(a, b) => { if ((a += b) > 5) { a = 0; } if ((a ??= b).x) { log(b); } return a; }
//= after
(a, b) => { a += b; if (a > 5) { a = 0; } a ??= b; if (a.x) { log(b); } return a; }

//# An assignment in a branch of a returned condition
//= before
(a, b) => { if (!a) { return b; } b = [b]; return b; }
//= after
(a, b) => (a ? b = [b] : b)

//# Steps behind a test that is returned
//= before
(a, b) => { if (a.has(b)) { return true; } a.add(b); return a.size; }
//= after
(a, b) => !!a.has(b) || (a.add(b), a.size)
//= call
f(new Set([1]), 1)
//= call
f(new Set([1]), 2)

//# Steps before a boolean that is returned
//= before
(a, b) => { if (a) { return true; } log(b); return false; }
//= after
(a, b) => !(!a && (log(b), true))

//# Steps within a test
//= before
(a, b) => { if (a && (log(b), b)) { log(1); } }
//= after
(a, b) => { if (a) { log(b); if (b) { log(1); } } }

//# Steps within a test of three
//= before
(a, b) => { if (a && (b = [b]).length && b[0]) { return b; } return a; }
//= after
(a, b) => { if (a) { b = [b]; if (b.length && b[0]) { return b; } } return a; }

//# Steps within a guard
//= before
(a, b) => { if (!a || (log(b), b)) { return 1; } log(a); return 2; }
//= after
(a, b) => { if (!a) { return 1; } log(b); if (b) { return 1; } log(a); return 2; }

//# Steps within the test of a loop
//= before
(a) => { for (let i = 0; i < a.length; i++) { if (!a[i] || (log(i), a[i] > 2)) { continue; } log(a[i]); } }
//= after
(a) => { for (let i = 0; i < a.length; i++) { if (!a[i]) { continue; } log(i); if (a[i] > 2) { continue; } log(a[i]); } }
//= call
f([1, 0, 3, 2])

//# A constant that is used once, as the first value of an object
//= before
(a, b) => { const c = a(b); return { c, d: a(1) }; }
//= after
(a, b) => ({ c: a(b), d: a(1) })
//= call
f((x) => [x], 2)

//# Constants that are used once, in the order of an object's values
//= before
(a, b) => { const x = a(1), y = a(2); return { [b]: 0, ...a } && { n: 1, m() {}, x, y, get z() { return 1; } }; }
//= after
(a, b) => { const x = a(1), y = a(2); return { [b]: 0, ...a } && { n: 1, m() {}, x: x, y: y, get z() { return 1; } }; }
//= call
f((x) => x, "k")
