// The two bodies of an arrow function: an expression, or a block that returns it.

//# An arrow's block that only returns is its expression
//= before
a => [a]
//= after
a => { return [a]; }

//# An arrow that returns an object needs parentheses or a block
//= before
a => ({ p: a })
//= after
a => { return { p: a }; }

//# An arrow's returned sequence is its expression
//= before
(a, b) => (log(a), b)
//= after
(a, b) => { return log(a), b; }

//# An async arrow's block that only returns is its expression
//= before
async a => await a
//= after
async a => { return await a; }

//# Nested arrows are shortened at every depth
//= before
a => b => [a, b]
//= after
a => { return b => { return [a, b]; }; }

//# An arrow among the arguments is shortened
//= before
a => [1, 2].map(x => [x, a])
//= after
a => [1, 2].map((x) => { return [x, a]; })

//# An arrow as a default value is shortened
//= before
(a, g = () => a) => g()
//= after
(a, g = () => { return a; }) => { return g(); }

//# An arrow's return in a nested block, among empty statements, is its expression
//= before
a => [a]
//= after
a => { ; { return [a]; } ; }

//# An arrow in a field and in a static block is shortened
//= before
class A { p = a => [this.q, a]; q = 1; static { this.r = () => this; } m(a) { return [this.p(a), A.r() === A]; } }
//= after
class A { p = a => { return [this.q, a]; }; q = 1; static { this.r = () => { return this; }; } m(a) { return [this.p(a), A.r() === A]; } }

//# An arrow's this, arguments and new.target are its surroundings', in either form
//= before
function f() { return [() => this, () => arguments, () => new.target].map(g => g()); }
//= after
function f() { return [() => { return this; }, () => { return arguments; }, () => { return new.target; }].map(g => g()); }
