// Jumps: where a break or a continue goes.

//# A break out of the outer loop is not a break out of the inner one
//= before
function f() { x: for (const i of [1, 2]) { y: for (const j of [1, 2]) { log(i, j); break x; } } }
//= after
function f() { x: for (const i of [1, 2]) { y: for (const j of [1, 2]) { log(i, j); break y; } } }
//= call
f()

//# A label that is renamed to the inner one's name is the inner one
//= before
function f() { x: { y: { break x; } log(1); } }
//= after
function f() { y: { x: { break x; } log(1); } }
//= call
f()

//# A labelled break out of a switch is not a break out of its loop
//= before
function f() { x: for (const i of [1, 2]) { log(i); switch (i) { case 1: break; } } }
//= after
function f() { x: for (const i of [1, 2]) { log(i); switch (i) { case 1: break x; } } }
//= call
f()

//# A continue is not a break
//= before
function f() { for (const i of [1, 2, 3]) { if (i === 2) continue; log(i); } }
//= after
function f() { for (const i of [1, 2, 3]) { if (i === 2) break; log(i); } }
//= call
f()

//# A continue of the outer loop is not a continue of the inner one
//= before
function f() { x: for (const i of [1, 2]) { for (const j of [1, 2]) { if (j === 1) continue x; log(i, j); } } }
//= after
function f() { x: for (const i of [1, 2]) { for (const j of [1, 2]) { if (j === 1) continue; log(i, j); } } }
//= call
f()

//# A label on the line after a continue is not its target
//= before
function f(x) { x: for (const i of [1, 2]) { for (const j of [1, 2]) { log(i, j); if (j) continue x; } } }
//= after
function f(x) { x: for (const i of [1, 2]) { for (const j of [1, 2]) { log(i, j); if (j) continue
x; } } }
//= call
f()

//# A break of a labelled block skips its rest
//= before
function f() { x: { break x; log(1); } log(2); }
//= after
function f() { x: { log(1); } log(2); }
//= call
f()

//# A continue in a do loop still evaluates the test
//= before
function f() { let n = 0; do { if (n) continue; log(n); } while (n++ < 2); return n; }
//= after
function f() { let n = 0; do { if (n) break; log(n); } while (n++ < 2); return n; }
//= call
f()

//# Of functions with one name the last wins, with a label or without
//= before
function f() { l: function g() { return 2; } function g() { return 3; } return g(); }
//= after
function f() { function g() { return 3; } l: function g() { return 2; } return g(); }
//= call
f()
//= sloppy

//# A labelled function behind a return is a function all the same
//= before
function f() { return g(); l: function g() { return 1; } }
//= after
function f() { return g(); l: function g() { return 2; } }
//= call
f()
//= sloppy
