// Clauses of a switch that fall, are equal, or are tested by more than literals.

//# A clause falls into the next one without a break
//= before
(a) => { switch (a) { case 1: log(1); break; case 2: log(2); } }
//= after
(a) => { switch (a) { case 1: log(1); case 2: log(2); } }
//= call
f(1)

//# A literal that only leaves, before a default
//= before
(a) => { switch (a) { default: return 1; case 2: break; } return 2; }
//= after
(a) => { switch (a) { default: return 1; } return 2; }
//= call
f(2)

//# A default that falls
//= before
(a) => { switch (a) { case 1: return 1; default: log(2); case 3: return 3; } }
//= after
(a) => { switch (a) { case 1: return 1; case 3: return 3; default: log(2); } }
//= call
f(2)

//# A default that is fallen into
//= before
(a) => { switch (a) { case 1: log(1); default: return 2; case 3: return 3; } }
//= after
(a) => { switch (a) { case 1: log(1); case 3: return 3; default: return 2; } }
//= call
f(1)

//# A default before a test that is called for
//= before
(a, b) => { switch (a) { case 1: default: return 1; case b(): return 2; } }
//= after
(a, b) => { switch (a) { case b(): return 2; case 1: default: return 1; } }
//= call
f(1, () => log("b"))

//# A literal before default that stands once more
//= before
(a) => { switch (a) { case 1: default: return 1; case 2: return 2; case 1: return 3; } }
//= after
(a) => { switch (a) { case 2: return 2; case 1: return 3; default: return 1; } }
//= call
f(1)

//# A test that is called for, before default
//= before
(a, b) => { switch (a) { case 1: return 1; case b(): default: return 2; } }
//= after
(a, b) => { switch (a) { case 1: return 1; default: return 2; } }
//= call
f(3, () => log("b"))

//# A clause that does what default does, but is fallen into
//= before
(a) => { switch (a) { case 1: log(1); case 2: return 9; case 3: return 3; default: return 9; } }
//= after
(a) => { switch (a) { case 1: log(1); case 3: return 3; default: return 9; } }
//= call
f(1)

//# A clause that nearly does what default does
//= before
(a) => { switch (a) { case 1: return 0; case 2: return 2; default: return -0; } }
//= after
(a) => { switch (a) { case 2: return 2; default: return -0; } }
//= call
f(1)

//# Literals of two types
//= before
(a) => { switch (a) { case 1: return 1; case "2": return 2; default: return 1; } }
//= after
(a) => { switch (a) { case 1: return 1; case 2: return 2; default: return 1; } }
//= call
f("2")

//# A switch of one test, from which a loop's break does not leave
//= before
(a) => { for (const b of a) { switch (b) { case 1: if (a) { break; } return 1; default: log(b); } log("next"); } }
//= after
(a) => { for (const b of a) { if (b === 1) { if (a) { break; } return 1; } else { log(b); } log("next"); } }
//= call
f([1, 2])

//# A switch of one test is no loose comparison
//= before
(a) => { switch (a) { case 1: return 1; default: return 2; } }
//= after
(a) => (a == 1 ? 1 : 2)
//= call
f("1")
