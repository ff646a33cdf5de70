// Braces, empty statements and empty branches.

//# A branch of one statement needs no braces
//= before
function f(a, b) { if (a) log(a); else log(b); }
//= after
function f(a, b) { if (a) { log(a); } else { log(b); } }

//# A chain of branches needs no braces
//= before
function f(a) { if (a === 1) return 1; else if (a === 2) return 2; else return a; }
//= after
function f(a) { if (a === 1) { return 1; } else { if (a === 2) { return 2; } else { return a; } } }

//# The body of a loop needs no braces
//= before
function f(a) { for (const x of a) log(x); for (const k in a) log(k); for (let i = 0; i < 2; i++) log(i); }
//= after
function f(a) { for (const x of a) { log(x); } for (const k in a) { log(k); } for (let i = 0; i < 2; i++) { log(i); } }
//= call
f([1, 2])

//# The bodies of while and do need no braces
//= before
function f() { let n = 3; while (n > 1) n--; do n++; while (n < 4); return n; }
//= after
function f() { let n = 3; while (n > 1) { n--; } do { n++; } while (n < 4); return n; }

//# An empty loop body is a semicolon or a pair of braces
//= before
function f() { let n = 0; while (n++ < 3); for (; n++ < 6;); return n; }
//= after
function f() { let n = 0; while (n++ < 3) {} for (; n++ < 6;) {} return n; }

//# An else that dangles belongs to the nearest if
//= before
function f(a, b) { if (a) if (b) return 1; else return 2; return 3; }
//= after
function f(a, b) { if (a) { if (b) { return 1; } else { return 2; } } return 3; }

//# Empty statements vanish
//= before
function f(a) { log(a); return a; }
//= after
function f(a) { ;; log(a);; ; return a;; }

//# An empty else vanishes
//= before
function f(a) { if (a) log(a); return a; }
//= after
function f(a) { if (a) log(a); else {} return a; }

//# An else of an empty statement vanishes
//= before
function f(a) { if (a) { log(a); } return a; }
//= after
function f(a) { if (a) { log(a); } else; return a; }

//# A block that declares nothing is flattened
//= before
function f(a) { log(1); log(a); return a; }
//= after
function f(a) { { log(1); { log(a); } } { return a; } }

//# A block that declares only var is flattened
//= before
function f(a) { var b = a; log(b); return b; }
//= after
function f(a) { { var b = a; { log(b); } } return b; }

//# A block within a block with its own variable keeps the outer one
//= before
function f(a) { { let a = 1; log(a); } return a; }
//= after
function f(a) { { { let a = 1; { log(a); } } } return a; }

//# An empty block vanishes
//= before
function f(a) { return a; }
//= after
function f(a) { {} { ; {} } return a; }

//# A case needs no braces around what declares nothing
//= before
function f(a) { switch (a) { case 1: log(1); break; case 2: log(2); default: log(3); } return a; }
//= after
function f(a) { switch (a) { case 1: { log(1); break; } case 2: { log(2); } default: { log(3); } } return a; }

//# Blocks inside try, catch and finally are flattened
//= before
function f(g) { try { return g(); } catch { log(1); } finally { log(2); } return 3; }
//= after
function f(g) { try { { return g(); } } catch { { log(1); } } finally { ; { log(2); } } return 3; }

//# The body of a labelled loop needs no braces
//= before
function f(a) { x: for (const b of [1, 2]) if (b === a) break x; else log(b); }
//= after
function f(a) { x: for (const b of [1, 2]) { if (b === a) { break x; } else { log(b); } } }

//# Blocks in a static block are flattened
//= before
class A { static { log(1); this.p = 2; } }
//= after
class A { static { { log(1); } ; { this.p = 2; } } }
