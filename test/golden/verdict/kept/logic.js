// Chains of one logical operator: the grouping says nothing, since the operands stay in order.

//# A chain of && may be grouped from either end
//= before
(a, b, c) => (a && b) && c
//= after
(a, b, c) => a && (b && c)

//# A chain of || may be grouped from either end
//= before
(a, b, c) => a || b || c
//= after
(a, b, c) => a || (b || c)

//# A chain of ?? may be grouped from either end
//= before
(a, b, c) => a ?? b ?? c
//= after
(a, b, c) => a ?? (b ?? c)

//# A long chain may be grouped in its middle
//= before
(a, b, c, d) => a && b && c && d
//= after
(a, b, c, d) => (a && b) && (c && d)

//# Chains inside chains of another operator are grouped freely
//= before
(a, b, c, d) => a && (b || c || d) && a
//= after
(a, b, c, d) => a && ((b || (c || d)) && a)

//# A chain of calls and reads keeps its order in either grouping
//= before
(a, b, c) => (a.p && b.q()) && (log(1), c.r)
//= after
(a, b, c) => a.p && (b.q() && (log(1), c.r))

//# A chain in a test may be grouped from either end
//= before
function f(a, b, c) { if (a && b && c) return 1; while (a || b || c) return 2; return 3; }
//= after
function f(a, b, c) { if (a && (b && c)) return 1; while (a || (b || c)) return 2; return 3; }
