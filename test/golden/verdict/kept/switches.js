// The clauses of a switch: where they end, and which of them do the same.

//# The last clause with and without a break
//= before
(a) => { let b = 0; switch (a) { case 1: b = 1; break; case 2: b = 2; } return b + 1 + b; }
//= after
(a) => { let b = 0; switch (a) { case 1: b = 1; break; case 2: b = 2; break; } return b + 1 + b; }
//= call
f(2)

//# A default that only leaves
//= before
(a) => { switch (a) { case 1: log(1); break; case 2: log(2); break; default: break; } return a; }
//= after
(a) => { switch (a) { case 1: log(1); break; case 2: log(2); } return a; }
//= call
f(1)

//# A literal before default
//= before
(a) => { switch (a) { case 1: return "one"; case 2: return "two"; case 3: default: return "many"; } }
//= after
(a) => { switch (a) { case 1: return "one"; case 2: return "two"; default: return "many"; } }
//= call
f(3)

//# A default in the middle
//= before
(a) => { switch (a) { case "x": return 1; default: log(a); return 2; case "y": return 3; } }
//= after
(a) => { switch (a) { case "x": return 1; case "y": return 3; default: log(a); return 2; } }
//= call
f("y")

//# A clause that does what default does
//= before
(a) => { switch (a) { case 1: return "one"; case 2: return "many"; case 3: return "three"; default: return "many"; } }
//= after
(a) => { switch (a) { case 1: return "one"; case 2: default: return "many"; case 3: return "three"; } }
//= call
f(2)

//# Clauses that do the same
//= before
(a, b) => { switch (a) { case b: log(1); break; case log(2): log(1); break; case 3: return 3; case 4: return 4; } return a; }
//= after
(a, b) => { switch (a) { case b: case log(2): log(1); break; case 3: return 3; case 4: return 4; } return a; }
//= call
f(1, 1)
//= call
f(3, 1)

//# A switch of one test
//= before
(a, b) => { switch (a.length) { case 0: return b; default: return a; } }
//= after
(a, b) => (a.length === 0 ? b : a)
//= call
f([], 1)

//# A switch of one test and no default, whose test is called for
//= before
(a, b) => { switch (a) { case b(): log(a); break; } return a; }
//= after
(a, b) => { if (a === b()) { log(a); } return a; }
//= call
f(1, () => 1)

//# A switch with a clause that does nothing
//= before
(a) => { a(); return 1; }
//= after
(a) => { switch (a()) { default: } return 1; }
//= call
f(() => log(1))
